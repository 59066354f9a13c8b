// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipe/Forks.h"

#include "core/base/Text.h"
#include "core/recipe/Differences.h"
#include "core/recipe/ExperimentFields.h"
#include "core/recipe/Stretches.h"
#include "core/recipe/Variants.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace hareloom {

namespace {

/// A stretch's first generation, and all that its generations follow from.
using Settings = std::pair<std::int64_t, std::string>;

std::vector<Settings> settingsOf(const Experiment& variant)
{
    std::vector<Settings> all;
    for (const Stretch& stretch : stretchesOf(variant)) {
        std::string text = variant.baseFolder;
        for (const ExperimentField& field : experimentFields())
            if (!isName(field) && field.applies(stretch.experiment))
                text += '\n' + field.path + ' ' + field.get(stretch.experiment).dump();
        all.emplace_back(stretch.from, std::move(text));
    }
    return all;
}

/// The first generation that is not made alike.
std::int64_t firstDifference(const std::vector<Settings>& a, const std::vector<Settings>& b,
                             std::int64_t generations)
{
    std::size_t inA = 0, inB = 0;
    for (std::int64_t g = 0;;) {
        if (a[inA].second != b[inB].second)
            return g;
        const std::int64_t nextA = inA + 1 < a.size() ? a[inA + 1].first : generations + 1,
                           nextB = inB + 1 < b.size() ? b[inB + 1].first : generations + 1;
        g = std::min(nextA, nextB);
        if (g > generations)
            return generations + 1;
        inA += nextA == g;
        inB += nextB == g;
    }
}

std::string uniqueTitle(const Experiment& experiment, const std::string& wanted)
{
    const auto isTaken = [&](const std::string& title) {
        return std::any_of(experiment.variants.begin(), experiment.variants.end(),
                           [&](const Variant& variant) { return variant.title == title; });
    };
    std::string title = wanted;
    for (int n = 2; isTaken(title); ++n)
        title = wanted + " (" + std::to_string(n) + ')';
    return title;
}

/// "From 20: Real share 0.1"; of a branch of a branch with that one's title before it.
std::string titleOf(const Experiment& from, const SettingsChange& change, const Variant* parent)
{
    const std::string what = std::to_string(change.at) + ": " + changesText(from, change.at);
    return parent && !parent->events.empty() ? parent->title + "; from " + what : "From " + what;
}

} // namespace

Forks forksOf(const std::vector<Experiment>& variants)
{
    Forks forks(variants.size());
    if (std::all_of(variants.begin(), variants.end(), [](const Experiment& e) { return e.events.empty(); }))
        return forks;
    std::vector<std::vector<Settings>> settings;
    for (const Experiment& variant : variants)
        settings.push_back(settingsOf(variant));
    for (std::size_t v = 1; v < variants.size(); ++v)
        for (std::size_t from = 0; from < v; ++from) {
            if (variants[v].events.empty() && variants[from].events.empty())
                continue;
            const std::int64_t at = firstDifference(settings[v], settings[from], variants[v].generations);
            if (at > (forks[v] ? forks[v]->at : 0))
                forks[v] = Fork{from, at};
        }
    return forks;
}

Result<Experiment> withBranch(const Experiment& present, std::size_t from, const SettingsChange& change,
                              const std::string& title)
{
    const auto all = expandVariants(present);
    if (!all)
        return all.error();
    if (from >= all->size())
        return invalidSetting("variant", std::to_string(from + 1) +
                                             " is no variant of this experiment, which has " +
                                             std::to_string(all->size()) + ".");
    if (present.interaction)
        return invalidSetting("interaction",
                              "the variants are models that learn from each other, and a branch of one "
                              "would have no place in the matrix. Change the experiment and run it anew.");
    Experiment wider = present;
    if (wider.variants.empty())
        wider.variants.push_back({"Unchanged", {}, {}});
    if (!title.empty() && uniqueTitle(wider, title) != title)
        return invalidInput("title: there is a variant called " + inQuotes(title) +
                            " already. Choose another title.");
    Variant branch = wider.variants[from];
    branch.events = merged(branch.events, {change});
    const Experiment& parent = (*all)[from];
    Experiment changed = parent;
    changed.events = merged(parent.events, {change});
    if (auto valid = validateEvents(changed); !valid)
        return valid.error();
    branch.title =
        !title.empty()
            ? title
            : uniqueTitle(wider, titleOf(changed, change,
                                         present.variants.empty() ? nullptr : &wider.variants[from]));
    wider.variants.push_back(std::move(branch));
    const auto widened = expandVariants(wider);
    if (!widened)
        return widened.error();
    const auto fork = forksOf(*widened).back();
    if (!fork || fork->at != change.at)
        return invalidInput(
            "events, generation " + std::to_string(change.at) +
            ": with these settings nothing changes that a variant does not have already. Set another value.");
    return wider;
}

} // namespace hareloom
