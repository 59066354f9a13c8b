// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipe/Adaptation.h"

#include "core/data/ImageSource.h"
#include "core/recipe/DeviceChoice.h"
#include "core/recipe/ExperimentJson.h"
#include "core/recipe/MetricAvailability.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cctype>

namespace hareloom {

namespace {

const std::vector<std::vector<double>> kFirstPoints = {
    {-1, -0.6}, {-0.4, -0.2}, {0, 0}, {0.3, 0.5}, {0.9, 0.7}};
constexpr std::int64_t kUsualSize = 100;

bool decidesOthers(const std::string& path)
{
    static constexpr std::array kPaths = {"family", "source.kind", "evaluation.heldOut",
                                          "evaluation.metrics"};
    return std::find(kPaths.begin(), kPaths.end(), path) != kPaths.end();
}

bool isOfStates(const SourceConfig& source)
{
    return source.kind == "zipf" || source.kind == "categories";
}

void adaptSource(Experiment& e)
{
    if (e.family == "language" && !isTextSource(e.source))
        e.source.kind = "fieldGuide";
    if (e.family != "language" && isTextSource(e.source))
        e.source.kind = e.family == "discrete" ? "zipf" : "normal";
    const bool discrete = e.family == "discrete";
    if (discrete && !isOfStates(e.source) && e.source.kind != "csv")
        e.source.kind = "zipf";
    if (e.family == "image" && !isImageSource(e.source))
        e.source.kind = "fashionMnist";
    if (e.family != "image" && isImageSource(e.source))
        e.source.kind = discrete ? "zipf" : "normal";
    if (!discrete && isOfStates(e.source))
        e.source.kind = "normal";
    if (e.source.kind == "points" && e.source.points.size() < 2)
        e.source.points = kFirstPoints;
    if (!isTable(e.source) && e.samples.size == 0)
        e.samples.size = kUsualSize;
    if (e.source.kind == "points")
        e.samples.size = 0; // all that are drawn
}

void adaptPolicy(Experiment& e)
{
    if (isTable(e.source))
        e.policy.freshShare = 0;
    if (e.family == "discrete" || e.family == "language")
        e.policy.lambda = 1;
    if (e.family == "language") // it brings its own test part
        e.evaluation.heldOut = 0;
    if (trainsNetworks(e.family)) // which give no density to judge a row by
        e.policy.filter.keepRight = e.policy.filter.keepWrong = 1;
    if (e.family != "image")
        e.policy.filter.classes.clear();
}

void adaptMetrics(Experiment& e)
{
    auto& names = e.evaluation.metrics;
    std::erase_if(names, [&](const std::string& name) { return whyUnavailable(name, e).has_value(); });
    if (names.empty())
        names = e.family == "discrete"   ? std::vector<std::string>{"survivingStates", "entropyNats"}
                : e.family == "image"    ? std::vector<std::string>{"latentStd"}
                : e.family == "language" ? std::vector<std::string>{"testPerplexity", "firstModelPerplexity"}
                                         : std::vector<std::string>{"mean", "variance"};
    if (std::find(names.begin(), names.end(), e.stopWhen.metric) == names.end())
        e.stopWhen.metric.clear();
}

void adaptErrors(Experiment& e)
{
    for (const auto& [path, isAtWork] : {std::pair("errors.statistical", &e.errors.statistical),
                                         std::pair("errors.expressive", &e.errors.expressive)})
        if (const auto valid = validate(e); !valid && valid.error().message.starts_with(path))
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
        adaptSource(experiment);
        adaptPolicy(experiment);
        experiment.title = titleByKind(experiment); // what it was called spoke of another family or source
        experiment.question.clear();
        experiment.story.clear();
    }
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
