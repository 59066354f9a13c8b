// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipe/MetricAvailability.h"

#include "core/base/Text.h"
#include "core/data/SourceKinds.h"
#include "core/metrics/Catalogue.h"
#include "core/recipe/Families.h"

#include <algorithm>

namespace hareloom {
namespace {

using Reason = std::optional<std::string>;

/// "it needs the mixture family", or one of several, of all for which `fits`.
template<class Fits>
std::string needsFamily(const Fits& fits)
{
    std::vector<std::string> names;
    for (const Family* family : families())
        if (fits(*family))
            names.emplace_back(family->name);
    return "it needs the " + joined(names, " or ") + " family";
}

bool isAmong(std::span<const std::string_view> names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

Reason whyNotOfRows(const MetricInfo& info, const Family& family)
{
    const auto takes = [&info](const Family& f) {
        return std::find(info.rows.begin(), info.rows.end(), f.rows) != info.rows.end();
    };
    return takes(family) ? std::nullopt : Reason(needsFamily(takes));
}

Reason whyNoDivergence(const MetricInfo& info, const Family& family, const Experiment& e)
{
    if (!family.hasDensity)
        return "this family's models have no density";
    if (family.rows == RowKind::States)
        return isTable(e.source) ? Reason("it needs a source whose true distribution is known") : std::nullopt;
    const bool isNormalBoth = family.isNormal && kindOf(e.source).truth == Truth::Normal;
    if (info.name == "hellinger")
        return isNormalBoth ? std::nullopt
                            : Reason("between numbers it is known only from one normal to another: the "
                                     "gaussian family on a "
                                     "normal source");
    if (!hasKnownDensity(e.source))
        return "it needs a source whose true density is known: " + joined(sourcesWhere(knowsDensity));
    const bool isReverse = info.name == "reverseKlNats";
    if (isReverse && !hasNormalTruth(e.source))
        return "it is infinite, because the model reaches beyond the ends of the curve";
    // Between two normals both KL divergences have a closed form.
    const bool needsNoRows = info.name != "jsNats" && isNormalBoth;
    if (e.evaluation.heldOut < 1 && !needsNoRows)
        return "it is estimated from held-out rows, and evaluation.heldOut is 0";
    return std::nullopt;
}

Reason whyNoLikelihood(const Family& family, const Experiment& e, bool ofHeldOut)
{
    if (ofHeldOut && e.evaluation.heldOut < 1)
        return "it needs held-out rows, and evaluation.heldOut is 0";
    if (ofHeldOut ? !family.hasDensity : !family.hasLikelihood)
        return ofHeldOut ? "this family's models have no density"
                         : "this family's fit gives the rows that it was made from no likelihood";
    return std::nullopt;
}

} // namespace

std::optional<std::string> whyUnavailable(const std::string& metric, const Experiment& e)
{
    const MetricInfo* info = findMetric(metric);
    if (!info)
        return "there is no such metric";
    const Family& family = *findFamily(e.family);
    if (const auto why = whyNotOfRows(*info, family))
        return why;
    const auto owns = [info](const Family& f) { return isAmong(f.ownMetrics, info->name); };
    switch (info->needs) {
    case MetricNeed::Truth: return whyNoDivergence(*info, family, e);
    case MetricNeed::HeldOut: return whyNoLikelihood(family, e, true);
    case MetricNeed::Likelihood: return whyNoLikelihood(family, e, false);
    case MetricNeed::Mixture:
        return family.isMixture ? std::nullopt : Reason("it needs models that are mixtures of normals");
    case MetricNeed::Family: return owns(family) ? std::nullopt : Reason(needsFamily(owns));
    case MetricNeed::Topics:
        return kindOf(e.source).knowsTopics ? std::nullopt
                                            : Reason("it needs a text whose topics are known: the field guide");
    case MetricNeed::Facts:
        return kindOf(e.source).knowsFacts ? std::nullopt
                                           : Reason("it needs a text whose facts are known: the field guide");
    case MetricNeed::Models:
        return e.interaction ? std::nullopt
                             : Reason("it needs models that learn from each other: interaction");
    case MetricNeed::Labels: // only the images themselves can tell: see Family::prepare
    case MetricNeed::Nothing: break;
    }
    return std::nullopt;
}

std::vector<std::string> availableMetrics(const Experiment& experiment)
{
    std::vector<std::string> names;
    for (const MetricInfo& info : metricCatalogue())
        if (!whyUnavailable(std::string(info.name), experiment))
            names.emplace_back(info.name);
    return names;
}

} // namespace hareloom
