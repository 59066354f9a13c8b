// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipe/Adaptation.h"

#include "core/data/Source.h"
#include "core/data/SourceKinds.h"
#include "core/recipe/CurationFields.h"
#include "core/recipe/ExperimentJson.h"
#include "core/recipe/Families.h"
#include "core/recipe/InteractionJson.h"
#include "core/recipe/MetricAvailability.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cctype>

namespace hareloom {

namespace {

constexpr std::int64_t kUsualSize = 100;

bool decidesOthers(const std::string& path)
{
    static constexpr std::array kPaths = {"family", "source.kind", "evaluation.heldOut",
                                          "evaluation.metrics"};
    return std::find(kPaths.begin(), kPaths.end(), path) != kPaths.end();
}

/// Of a family that asks more of its source than the kind of its rows: the first source that it takes as it is.
void chooseFittingSource(Experiment& e)
{
    const Family& family = *findFamily(e.family);
    const auto isRefused = [&family](const Experiment& tried) {
        const auto fits = family.check ? family.check(tried) : Result<void>();
        return !fits && fits.error().path == "source.kind";
    };
    if (!isRefused(e))
        return;
    Experiment other = e;
    for (const std::string& kind : sourcesOf(family.rows)) {
        other.source.kind = kind;
        if (!isTable(other.source) && !isRefused(other)) {
            e.source.kind = kind;
            return;
        }
    }
}

/// Whether a family of such rows goes on with the source. Somebody's own file may be read as other rows, and
/// so may one that a person has just chosen (`isChosen`), if all of it can: where there are columns, one
/// would have to be named.
bool mayStay(const SourceConfig& source, RowKind rows, bool isChosen)
{
    const SourceKind& kind = kindOf(source);
    const bool mayBeOther = kind.supply == Supply::Own || (isChosen && !takes(source, "columns"));
    return mayBeOther ? canGive(source, rows) : kind.rows.front() == rows;
}

/// `isChosen`: the source is what a person has just set.
void adaptSource(Experiment& e, bool isChosen)
{
    const RowKind rows = findFamily(e.family)->rows;
    if (!mayStay(e.source, rows, isChosen))
        e.source.kind = usualSource(rows).name;
    if (!isTable(e.source))
        chooseFittingSource(e);
    const SourceKind& kind = kindOf(e.source);
    if (kind.begin)
        kind.begin(e.source);
    if (!isTable(e.source) && e.samples.size == 0)
        e.samples.size = kUsualSize;
    if (kind.supply == Supply::Written)
        e.samples.size = 0; // all that are there
}

/// Whether the taste is for rows as these; of a file it is known when the run begins.
bool fitsTaste(const Experiment& e)
{
    if (!e.policy.curation)
        return true;
    if (!checkCuration(e))
        return false;
    if (isReadLater(e.source))
        return true;
    const auto source = makeSource(e.source, findFamily(e.family)->rows);
    return !source || checkCurationOf(e, **source).ok();
}

void adaptPolicy(Experiment& e)
{
    const Family& family = *findFamily(e.family);
    if (isTable(e.source))
        e.policy.freshShare = 0;
    if (!family.weighsRows || e.policy.realShare + e.policy.freshShare == 0)
        e.policy.realWeight = 0;
    if (!family.canBeNarrowed)
        e.policy.lambda = 1;
    if (family.bringsTestRows)
        e.evaluation.heldOut = 0;
    if (family.rows != RowKind::Numbers || hasKnownDensity(e.source))
        e.evaluation.reference = Reference::Source;
    if (!family.hasDensity)
        e.policy.filter.keepRight = e.policy.filter.keepWrong = 1;
    if (!family.hasClasses)
        e.policy.filter.classes.clear();
    if (!mayLearnFromOthers(family))
        e.interaction = nullptr;
    if (!fitsTaste(e))
        e.policy.curation = nullptr;
}

void adaptMetrics(Experiment& e)
{
    auto& names = e.evaluation.metrics;
    std::erase_if(names, [&](const std::string& name) { return whyUnavailable(name, e).has_value(); });
    if (names.empty())
        names = usualMetrics(*findFamily(e.family));
    if (std::find(names.begin(), names.end(), e.stopWhen.metric) == names.end())
        e.stopWhen.metric.clear();
}

void adaptErrors(Experiment& e)
{
    for (const auto& [path, isAtWork] : {std::pair("errors.statistical", &e.errors.statistical),
                                         std::pair("errors.expressive", &e.errors.expressive)})
        if (const auto valid = validate(e); !valid && valid.error().path == path)
            *isAtWork = true;
}

} // namespace

std::string titleByKind(const Experiment& experiment)
{
    std::string title = experiment.family + " on " + experiment.source.kind;
    title.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(title.front())));
    return title;
}

std::vector<const ExperimentField*> adapt(Experiment& experiment, const std::string& path)
{
    if (!decidesOthers(path))
        return {};
    const Experiment before = experiment;
    if (path == "family" || path == "source.kind") {
        adaptSource(experiment, path == "source.kind");
        adaptPolicy(experiment);
        experiment.title = titleByKind(experiment); // what it was called spoke of another family or source
        experiment.question.clear();
        experiment.story.clear();
    }
    if (path == "evaluation.heldOut" && experiment.evaluation.heldOut < 2)
        if (experiment.evaluation.reference == Reference::HeldOut)
            experiment.evaluation.reference = Reference::Source;
    if (path != "evaluation.metrics")
        adaptMetrics(experiment);
    else if (const auto& names = experiment.evaluation.metrics;
             std::find(names.begin(), names.end(), experiment.stopWhen.metric) == names.end())
        experiment.stopWhen.metric.clear();
    adaptErrors(experiment);
    std::vector<const ExperimentField*> changed;
    for (const ExperimentField& field : experimentFields())
        if (field.path != path && field.get(experiment) != field.get(before))
            changed.push_back(&field);
    return changed;
}

} // namespace hareloom
