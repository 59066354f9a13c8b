// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipe/Stretches.h"

#include "core/base/Refusal.h"
#include "core/base/Text.h"
#include "core/experiment/Interaction.h"
#include "core/family/SampleNeeds.h"
#include "core/recipe/Differences.h"
#include "core/recipe/ExperimentFields.h"
#include "core/recipe/ExperimentJson.h"
#include "core/recipe/Families.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace hareloom {

namespace {

/// How rows are chosen and how many, how a model is fitted to them and how it writes, when a chain ends. What
/// n-grams add to their counts is not among them: it also counts in generation 0's model, by which all others
/// are measured.
constexpr auto kMayChange = std::to_array<std::string_view>({"policy.pool",
                                                             "policy.subsample",
                                                             "policy.realShare",
                                                             "policy.freshShare",
                                                             "policy.betaPrevious",
                                                             "policy.realWeight",
                                                             "policy.prompts",
                                                             "policy.lambda",
                                                             "policy.filter.keepRight",
                                                             "policy.filter.keepWrong",
                                                             "policy.filter.classes",
                                                             "policy.curation.bestOf",
                                                             "policy.curation.tastes",
                                                             "model.ridge",
                                                             "model.noise",
                                                             "model.noiseValue",
                                                             "model.updates",
                                                             "model.drawSteps",
                                                             "samples.size",
                                                             "samples.schedule",
                                                             "samples.exponent",
                                                             "samples.list",
                                                             "errors.statistical",
                                                             "errors.approximation",
                                                             "stopWhen.metric",
                                                             "stopWhen.when",
                                                             "stopWhen.threshold",
                                                             "model.estimator",
                                                             "model.bandwidth",
                                                             "model.bandwidthValue",
                                                             "model.starts",
                                                             "model.tolerance",
                                                             "model.maxIterations",
                                                             "model.epochs",
                                                             "model.batch",
                                                             "model.learningRate",
                                                             "model.weightDecay",
                                                             "model.start",
                                                             "model.beta",
                                                             "model.rate",
                                                             "model.warmup",
                                                             "model.clip",
                                                             "model.dropout",
                                                             "model.writing",
                                                             "model.beams",
                                                             "model.lengthPenalty",
                                                             "model.repetitionPenalty",
                                                             "model.noRepeatNgram",
                                                             "model.typicalP",
                                                             "model.temperature",
                                                             "model.topK",
                                                             "model.topP",
                                                             "model.greedy"});

std::string placeOf(const SettingsChange& event)
{
    return "events, generation " + std::to_string(event.at) + ": ";
}

Error within(const SettingsChange& event, const Error& error)
{
    return {error.kind, placeOf(event) + error.message, "events"};
}

Result<void> checkPlace(const Experiment& variant, std::size_t number)
{
    const std::int64_t at = variant.events[number].at, last = variant.generations;
    const std::string path = "events[" + std::to_string(number) + "].at", found = std::to_string(at);
    if (last < 1)
        return refusedSetting(path, found,
                              "be left out: this experiment has no generation after generation 0");
    if (at < 1 || at > last)
        return refusedSetting(path, found,
                              lieBetween(1, static_cast<double>(last)) +
                                  "; it is the first generation that is made with the settings");
    if (number > 0 && at < variant.events[number - 1].at)
        return refusedSetting(path, found,
                              "be at least " + std::to_string(variant.events[number - 1].at) +
                                  ", which is that of the event before it");
    return {};
}

Error cannotChange(const std::string& path, const Experiment& experiment)
{
    std::vector<std::string> paths;
    for (const ExperimentField* field : settingsThatMayChange(experiment))
        paths.push_back(field->path);
    return invalidSetting(path,
                          "this cannot change in the course of a chain. What can: " + joined(paths) + ".");
}

Result<void> apply(Experiment& experiment, const SettingsChange& event)
{
    for (const auto& [path, value] : event.set) {
        const ExperimentField* field = findField(path);
        if (field && !mayChange(*field))
            return within(event, cannotChange(path, experiment));
        if (const auto done = setField(experiment, path, value); !done)
            return within(event, done.error());
    }
    return {};
}

/// Rows that a generation is fitted on. Those of a table that nobody has counted are very many.
std::int64_t fittedRows(const Experiment& e, std::int64_t generation)
{
    constexpr std::int64_t kUncounted = 1'000'000;
    return generation > 0 && e.policy.subsample > 0 ? e.policy.subsample
                                                    : sampleSize(e.samples, generation, kUncounted);
}

std::int64_t shareOf(std::int64_t rows, double share)
{
    return std::llround(static_cast<double>(rows) * share);
}

/// Real rows beyond those that generation 0 has cannot be taken; where a rule may end the chain before, the
/// run will tell.
Result<void> checkRealRows(const Stretch& first, const Stretch& now, std::int64_t last)
{
    const Experiment& e = now.experiment;
    if (e.policy.realShare == 0 || !e.errors.statistical || !e.stopWhen.metric.empty())
        return {};
    const std::int64_t there = fittedRows(first.experiment, 0);
    const bool isListed = e.samples.schedule == Growth::List; // else sizes only grow
    for (std::int64_t g = isListed ? now.from : last; g <= last; ++g)
        if (shareOf(fittedRows(e, g), e.policy.realShare) > there)
            return invalidSetting(
                "policy.realShare",
                "with " + shortNumber(e.policy.realShare) + ", generation " + std::to_string(g) +
                    " wants more real rows than the " + std::to_string(there) +
                    " that generation 0 was fitted on. Choose a smaller share or a smaller sample.");
    return {};
}

Result<void> checkPreviousRows(const Stretch& before, const Stretch& now)
{
    const double share = now.experiment.policy.betaPrevious;
    const std::int64_t there = fittedRows(before.experiment, now.from - 1);
    if (shareOf(fittedRows(now.experiment, now.from), share) <= there)
        return {};
    return invalidSetting("policy.betaPrevious",
                          "with " + shortNumber(share) + ", generation " + std::to_string(now.from) +
                              " wants more rows than the " + std::to_string(there) + " that generation " +
                              std::to_string(now.from - 1) +
                              " was fitted on. Choose a smaller share or a smaller sample.");
}

Experiment settingsAlone(const Experiment& variant)
{
    Experiment experiment = variant;
    experiment.events.clear();
    experiment.variants.clear();
    if (experiment.interaction && !experiment.interaction->isOfOneModel()) // one model stands for all
        experiment.interaction =
            std::make_shared<const Interaction>(Interaction{experiment.interaction->matrix, 0});
    return experiment;
}

} // namespace

bool mayChange(const ExperimentField& field)
{
    return std::find(kMayChange.begin(), kMayChange.end(), field.path) != kMayChange.end();
}

std::vector<const ExperimentField*> settingsThatMayChange(const Experiment& experiment)
{
    std::vector<const ExperimentField*> fields;
    for (const ExperimentField& field : experimentFields())
        if (mayChange(field) && field.applies(experiment))
            fields.push_back(&field);
    return fields;
}

std::vector<Stretch> stretchesOf(const Experiment& variant)
{
    std::vector<Stretch> stretches = {{0, settingsAlone(variant)}};
    for (const SettingsChange& event : variant.events) {
        if (event.at > stretches.back().from)
            stretches.push_back({event.at, stretches.back().experiment});
        for (const auto& [path, value] : event.set)
            (void)setField(stretches.back().experiment, path, value).ok();
    }
    return stretches;
}

Experiment experimentAt(const Experiment& variant, std::int64_t generation)
{
    Experiment experiment = settingsAlone(variant);
    for (const SettingsChange& event : variant.events)
        for (const auto& [path, value] : event.set)
            if (event.at <= generation)
                (void)setField(experiment, path, value).ok();
    return experiment;
}

Experiment shortened(Experiment experiment, std::int64_t generations)
{
    experiment.generations = std::min(experiment.generations, generations);
    const auto isLater = [last = experiment.generations](const SettingsChange& event) {
        return event.at > last;
    };
    std::erase_if(experiment.events, isLater);
    for (Variant& variant : experiment.variants)
        std::erase_if(variant.events, isLater);
    return experiment;
}

bool needsEverySample(const Experiment& variant)
{
    if (variant.interaction) // the others go on from the same generation, which may be an earlier one
        return true;
    const Family& family = *findFamily(variant.family);
    if (variant.events.empty())
        return needsEverySample(variant.policy, family);
    const auto stretches = stretchesOf(variant);
    return std::any_of(stretches.begin(), stretches.end(), [&family](const Stretch& stretch) {
        return needsEverySample(stretch.experiment.policy, family);
    });
}

std::vector<SettingsChange> merged(const std::vector<SettingsChange>& common,
                                   const std::vector<SettingsChange>& own)
{
    std::vector<SettingsChange> all = common;
    all.insert(all.end(), own.begin(), own.end());
    std::stable_sort(all.begin(), all.end(),
                     [](const SettingsChange& a, const SettingsChange& b) { return a.at < b.at; });
    return all;
}

Result<void> validateEvents(const Experiment& variant)
{
    std::vector<Stretch> stretches = {{0, settingsAlone(variant)}};
    for (std::size_t e = 0; e < variant.events.size(); ++e) {
        const SettingsChange& event = variant.events[e];
        if (auto placed = checkPlace(variant, e); !placed)
            return placed;
        if (event.at > stretches.back().from)
            stretches.push_back({event.at, stretches.back().experiment});
        if (auto applied = apply(stretches.back().experiment, event); !applied)
            return applied;
        const std::int64_t end =
            e + 1 < variant.events.size() ? variant.events[e + 1].at : variant.generations + 1;
        if (end == event.at) // the next event belongs to the same stretch
            continue;
        const Stretch& now = stretches.back();
        auto valid = validate(now.experiment);
        if (valid)
            valid = checkRealRows(stretches.front(), now, end - 1);
        if (valid)
            valid = checkPreviousRows(stretches[stretches.size() - 2], now);
        if (!valid)
            return within(event, valid.error());
    }
    return {};
}

std::string changesText(const Experiment& variant, std::int64_t generation)
{
    const Experiment then = experimentAt(variant, generation);
    std::string text;
    for (const ExperimentField& field : experimentFields()) {
        const bool isSet =
            std::any_of(variant.events.begin(), variant.events.end(), [&](const SettingsChange& event) {
                return event.at == generation &&
                       std::any_of(event.set.begin(), event.set.end(),
                                   [&](const auto& setting) { return setting.first == field.path; });
            });
        if (isSet)
            text += (text.empty() ? "" : ", ") + field.label + ' ' + valueText(field, then);
    }
    return text;
}

} // namespace hareloom
