// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipe/MetricAvailability.h"

#include "core/data/ImageSource.h"
#include "core/metrics/Catalogue.h"

#include <algorithm>
#include <array>

namespace hareloom {
namespace {

// What a distribution over states has in common with one over numbers.
constexpr std::array kForEveryFamily = {"klNats",     "reverseKlNats", "jsNats",   "logLikelihood",
                                        "heldOutNll", "tailMass",      "elapsedMs"};

bool isDivergence(std::string_view name)
{
    return name == "klNats" || name == "reverseKlNats" || name == "jsNats";
}

// Between two normals the KL divergences have a closed form.
bool needsNoRows(std::string_view name, const Experiment& e)
{
    return name != "jsNats" && e.family == "gaussian" && e.source.kind == "normal";
}

std::optional<std::string> whyNoDivergence(std::string_view name, const Experiment& e)
{
    if (e.family == "discrete")
        return isTable(e.source)
                   ? std::optional<std::string>("it needs a source whose true distribution is known")
                   : std::nullopt;
    if (!hasKnownDensity(e.source))
        return "it needs a source whose true density is known: normal, mixture, eightGaussians, curve";
    if (name == "reverseKlNats" && e.source.kind == "curve")
        return "it is infinite, because the model reaches beyond the ends of the curve";
    if (e.evaluation.heldOut < 1 && !needsNoRows(name, e))
        return "it is estimated from held-out rows, and evaluation.heldOut is 0";
    return std::nullopt;
}

/// Images and texts have metrics of their own, and no others but the time.
std::optional<std::string> whyNotOfFamily(const MetricInfo& info, const std::string& family)
{
    const bool ofImages = info.needs == "images" || info.needs == "labels",
               ofText = info.needs == "text" || info.needs == "topics";
    if (ofImages && family != "image")
        return "it needs the image family";
    if (ofText && family != "language")
        return "it needs the language family";
    if (info.name == "elapsedMs" || ofImages || ofText)
        return std::nullopt;
    if (family == "image")
        return "it is not defined for images";
    return family == "language" ? std::optional<std::string>("it is not defined for text") : std::nullopt;
}

} // namespace

bool isTextSource(const SourceConfig& source)
{
    return source.kind == "fieldGuide" || source.kind == "text";
}

bool isTable(const SourceConfig& source)
{
    return source.kind == "csv" || source.kind == "faithful" || source.kind == "points" ||
           isImageSource(source) || isTextSource(source);
}

bool hasNormalTruth(const SourceConfig& source)
{
    return source.kind == "normal" || source.kind == "mixture" || source.kind == "eightGaussians";
}

bool hasKnownDensity(const SourceConfig& source)
{
    return hasNormalTruth(source) || source.kind == "curve";
}

std::optional<std::string> whyUnavailable(const std::string& metric, const Experiment& e)
{
    const MetricInfo* info = findMetric(metric);
    if (!info)
        return "there is no such metric";
    if (const auto why = whyNotOfFamily(*info, e.family))
        return why;
    if (info->needs == "topics" && e.source.kind != "fieldGuide")
        return "it needs a text whose topics are known: the field guide";
    if (e.family == "image" || e.family == "language")
        return std::nullopt;
    const bool discrete = e.family == "discrete";
    if (info->needs == "discrete" && !discrete)
        return "it needs the discrete family";
    if (discrete && info->needs != "discrete" &&
        std::find(kForEveryFamily.begin(), kForEveryFamily.end(), info->name) == kForEveryFamily.end())
        return "it is not defined for states";
    if ((info->name == "minorityShare" || info->name == "emIterations") && e.family != "mixture")
        return "it needs the mixture family";
    if (info->name == "logLikelihood" && e.family == "kde")
        return "a kernel density has none of the rows that it consists of";
    if (info->name == "heldOutNll" && e.evaluation.heldOut < 1)
        return "it needs held-out rows, and evaluation.heldOut is 0";
    if (info->name == "w2NoiseFloor" && isTable(e.source))
        return "it needs a source that gives fresh rows";
    if (isDivergence(info->name))
        return whyNoDivergence(info->name, e);
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
