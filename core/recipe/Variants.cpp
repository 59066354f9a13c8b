// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipe/Variants.h"

#include "core/base/Text.h"
#include "core/recipe/Differences.h"
#include "core/recipe/ExperimentJson.h"
#include "core/recipe/InteractionJson.h"
#include "core/recipe/Stretches.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace hareloom {

namespace {

constexpr std::size_t kNamedChanges = 2; // in a variant's title

using Settings = decltype(Variant::set);

/// But for its title.
bool isAlike(const Variant& a, const Variant& b)
{
    return a.set == b.set && std::equal(a.events.begin(), a.events.end(), b.events.begin(), b.events.end(),
                                        [](const SettingsChange& one, const SettingsChange& other) {
                                            return one.at == other.at && one.set == other.set;
                                        });
}

bool isSameSet(const std::vector<Variant>& a, const std::vector<Variant>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), isAlike);
}

Experiment withoutVariants(Experiment experiment)
{
    experiment.variants.clear();
    return experiment;
}

/// Settings of all variants alike, and words.
bool isCommon(const ExperimentField& field)
{
    for (const char* path : {"title", "question", "story", "chains", "seed"})
        if (field.path == path)
            return true;
    return false;
}

/// What leads from one to the other, in an order in which each can be set.
Settings changesTo(const Experiment& draft, const Experiment& from)
{
    Settings set;
    for (const ExperimentField& field : experimentFields())
        if (!isCommon(field) && field.applies(draft) && field.get(draft) != field.get(from))
            set.emplace_back(field.path, field.get(draft).dump());
    return set;
}

/// Both called by the settings in which they differ: "Real share 0.0" and "Real share 0.1".
std::pair<std::string, std::string> namesOf(const Experiment& before, const Experiment& after)
{
    const Experiment* both[] = {&before, &after};
    std::pair<std::string, std::string> names;
    std::size_t named = 0;
    for (const SettingRow& row : differingSettings(both)) {
        if (isCommon(*row.field) || named++ >= kNamedChanges)
            continue;
        names.first += (names.first.empty() ? "" : ", ") + row.field->label + ' ' + row.values[0];
        names.second += (names.second.empty() ? "" : ", ") + row.field->label + ' ' + row.values[1];
    }
    return names;
}

std::string uniqueTitle(const std::vector<Variant>& variants, const std::string& wanted)
{
    std::string title = wanted;
    const auto isTaken = [&] {
        return std::any_of(variants.begin(), variants.end(), [&](const Variant& v) { return v.title == title; });
    };
    for (int n = 2; isTaken(); ++n)
        title = wanted + " (" + std::to_string(n) + ')';
    return title;
}

} // namespace

Result<std::vector<Experiment>> expandVariants(const Experiment& experiment)
{
    Experiment base = experiment;
    base.variants.clear();
    if (experiment.variants.empty()) {
        return validate(base).transform([&base] { return std::vector{base}; });
    }
    std::vector<Experiment> all;
    for (std::size_t v = 0; v < experiment.variants.size(); ++v) {
        const Variant& variant = experiment.variants[v];
        Experiment changed = base;
        changed.title = variant.title;
        changed.events = merged(base.events, variant.events);
        for (const auto& [path, value] : variant.set) {
            auto done = setField(changed, path, value);
            if (!done)
                return Error{done.error().kind,
                             "variants[" + std::to_string(v) + "].set." + done.error().message};
        }
        if (experiment.interaction) // so that it is checked as one of several models
            changed.interaction = std::make_shared<const Interaction>(
                Interaction{experiment.interaction->matrix, static_cast<int>(v)});
        auto valid = validate(changed);
        if (!valid)
            return Error{valid.error().kind, "variants[" + std::to_string(v) + "] (" + variant.title +
                                                 "): " + valid.error().message};
        all.push_back(std::move(changed));
    }
    if (!experiment.interaction)
        return all;
    if (auto valid = checkInteraction(experiment, all); !valid)
        return valid.error();
    joinModels(experiment, all);
    return all;
}

Result<void> overrideField(Experiment& experiment, std::string_view path, std::string_view value)
{
    auto done = setField(experiment, path, value);
    if (!done)
        return done;
    std::vector<Variant> distinct;
    for (Variant& variant : experiment.variants) {
        std::erase_if(variant.set, [path](const auto& setting) { return setting.first == path; });
        if (experiment.interaction ||
            std::none_of(distinct.begin(), distinct.end(),
                         [&](const Variant& other) { return isAlike(other, variant); }))
            distinct.push_back(std::move(variant));
    }
    const bool isPlain = distinct.size() == 1 && isAlike(distinct.front(), Variant());
    experiment.variants = isPlain ? std::vector<Variant>() : std::move(distinct);
    return {};
}

Result<Experiment> withVariant(const Experiment& present, std::size_t shown, const Experiment& draft)
{
    if (present.interaction)
        return invalidSetting("interaction",
                              "the variants are models that learn from each other, and a new one "
                              "would have no place in the matrix. Run the experiment as it stands.");
    if (!isSameSet(present.variants, draft.variants))
        return invalidSetting("variants", "these were changed themselves. Run the experiment as it stands.");
    auto all = expandVariants(present);
    if (!all)
        return all.error();
    const Experiment& from = (*all)[std::min(shown, all->size() - 1)];
    const auto changes = changesTo(withoutVariants(draft), withoutVariants(present));
    Experiment changed = from;
    Variant added =
        present.variants.empty() ? Variant() : present.variants[std::min(shown, present.variants.size() - 1)];
    for (const auto& [path, value] : changes) {
        std::erase_if(added.set, [&path = path](const auto& setting) { return setting.first == path; });
        added.set.emplace_back(path, value);
        if (const auto done = setField(changed, path, value); !done)
            return done.error();
    }
    Experiment wider = present;
    wider.chains = draft.chains;
    wider.seed = draft.seed;
    const auto [before, after] = namesOf(from, changed);
    if (after.empty())
        return invalidInput("variants: nothing has changed that could run beside the present run.");
    if (present.variants.empty())
        wider.variants.push_back({before, {}, {}});
    added.title = uniqueTitle(wider.variants, after);
    wider.variants.push_back(std::move(added));
    return expandVariants(wider).transform([&wider](const auto&) { return std::move(wider); });
}

Result<std::size_t> variantNumber(const Experiment& experiment, const std::string& titleOrNumber)
{
    const auto number = parseNumber(titleOrNumber);
    std::vector<std::string> titles;
    for (std::size_t v = 0; v < experiment.variants.size(); ++v) {
        titles.push_back(experiment.variants[v].title);
        if (titles.back() == titleOrNumber || number == static_cast<double>(v + 1))
            return v;
    }
    return invalidSetting(
        "variant", inQuotes(titleOrNumber) + " is no variant of this experiment, which has " +
                       (titles.empty() ? std::string("none.")
                                       : std::to_string(titles.size()) + ". Give its number, or a title: " +
                                             shortened(joined(titles, "; "), 400) + "."));
}

Result<Experiment> onlyVariant(const Experiment& experiment, const std::string& titleOrNumber)
{
    const auto all = expandVariants(experiment);
    if (!all)
        return all.error();
    const auto number = variantNumber(experiment, titleOrNumber);
    if (!number)
        return number.error();
    if (experiment.interaction)
        return invalidSetting("variant",
                              "the variants are models that learn from each other, so none can run "
                              "without the others. Run the whole experiment.");
    Experiment chosen = (*all)[*number];
    chosen.title = experiment.title + ": " + experiment.variants[*number].title;
    return chosen;
}

} // namespace hareloom
