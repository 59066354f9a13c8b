// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipe/Overrides.h"

#include "core/base/Text.h"
#include "core/recipe/Adaptation.h"
#include "core/recipe/ExperimentFields.h"
#include "core/recipe/Variants.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace hareloom {

namespace {

constexpr std::size_t kNearest = 3;

Error unknownSetting(const std::string& path, const std::string& calledBy)
{
    std::vector<std::string> paths;
    for (const ExperimentField& field : experimentFields())
        paths.push_back(field.path);
    return invalidInput(calledBy + path + ": there is no such setting; the nearest are " +
                        joined(nearestWords(path, paths)) + ".");
}

/// What changed with a setting, for people; empty where nothing did.
std::string noteOf(const std::string& called, const std::vector<const ExperimentField*>& changed)
{
    std::vector<std::string> paths;
    for (const ExperimentField* field : changed)
        paths.push_back(field->path);
    return paths.empty() ? "" : called + " also changed: " + joined(paths) + ".";
}

/// That a setting has left fewer variants than there were.
std::string noteOfVariants(const std::string& called, std::size_t before, std::size_t after)
{
    if (after == before)
        return "";
    return called + " is now the same in all variants; " +
           (after == 0 ? "they differed in nothing else, so one experiment is left."
                       : std::to_string(after) + " of " + std::to_string(before) + " still differ.");
}

void add(std::vector<std::string>& notes, const std::string& note)
{
    if (!note.empty())
        notes.push_back(note);
}

Result<void> apply(Experiment& experiment, const std::string& path, const std::string& value,
                   const std::string& calledBy, std::vector<std::string>& notes)
{
    const ExperimentField* field = findField(path);
    if (!field)
        return unknownSetting(path, calledBy);
    const auto before = field->get(experiment);
    const std::size_t variants = experiment.variants.size();
    if (Result<void> done = overrideField(experiment, path, value); !done)
        return done;
    add(notes, noteOfVariants(calledBy + path, variants, experiment.variants.size()));
    if (field->get(experiment) == before)
        return {};
    add(notes, noteOf(calledBy + path, adapt(experiment, path)));
    // What was asked for itself stands, or is refused with the whole.
    return overrideField(experiment, path, value);
}

/// A setting that is of no use here was meant for something else.
Result<void> checkUse(const Experiment& experiment, const std::string& path, const std::string& calledBy)
{
    const ExperimentField& field = *findField(path);
    const Result<std::vector<Experiment>> variants = expandVariants(experiment);
    if (!variants || std::any_of(variants->begin(), variants->end(), field.applies))
        return {};
    return invalidInput(calledBy + path + ": this experiment has no use for it, with the family " +
                        experiment.family + " and the source " + experiment.source.kind +
                        "; 'hareloom-cli show' lists what counts.");
}

bool decidesOthers(const std::string& path)
{
    return path == "family" || path == "source.kind";
}

} // namespace

Result<std::vector<std::string>> applyOverrides(Experiment& experiment, const SettingList& settings,
                                                const std::string& calledBy)
{
    SettingList ordered = settings;
    std::stable_partition(ordered.begin(), ordered.end(),
                          [](const auto& setting) { return decidesOthers(setting.first); });
    std::vector<std::string> notes;
    for (const auto& [path, value] : ordered)
        if (Result<void> done = apply(experiment, path, value, calledBy, notes); !done)
            return done.error();
    for (const auto& [path, value] : settings)
        if (Result<void> used = checkUse(experiment, path, calledBy); !used)
            return used.error();
    return notes;
}

std::vector<std::string> nearestWords(const std::string& word, std::vector<std::string> words)
{
    std::stable_sort(words.begin(), words.end(), [&word](const std::string& a, const std::string& b) {
        return editDistance(word, a) < editDistance(word, b);
    });
    words.resize(std::min(words.size(), kNearest));
    return words;
}

} // namespace hareloom
