// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/address/AddressedExperiment.h"

#include "core/address/FilesNamed.h"
#include "core/base/Text.h"
#include "core/recipe/ExperimentFields.h"
#include "core/recipe/ExperimentJson.h"
#include "core/recipe/Forks.h"
#include "core/recipe/Overrides.h"
#include "core/recipe/Presets.h"
#include "core/recipe/Stretches.h"
#include "core/recipe/Variants.h"

#include <nlohmann/json.hpp>

namespace hareloom {

namespace {

Error named(const std::string& part, const Error& error)
{
    return Error{error.kind, "The address, " + part + ": " + error.message, error.path};
}

/// Errors: InvalidInput.
Result<void> checkFiles(const SettingList& settings)
{
    for (const auto& [path, value] : settings) {
        const ExperimentField* field = findField(path);
        if (field && field->names != PathKind::Nothing && !comesWithTheProgram(value))
            return invalidInput("The address sets " + path + " to " + inQuotes(value) +
                                ": an address names no file; open the file itself instead.");
    }
    return {};
}

/// The values as JSON has them, for an event.
Result<SettingList> eventOf(const Experiment& parent, const AddressBranch& branch)
{
    Experiment changed = experimentAt(parent, branch.at);
    SettingList set;
    for (const auto& [path, value] : branch.set) {
        if (Result<void> done = setField(changed, path, value); !done)
            return done.error();
        set.emplace_back(path, findField(path)->get(changed).dump());
    }
    return set;
}

Result<void> addBranch(Experiment& experiment, const AddressBranch& branch)
{
    const auto variants = expandVariants(experiment);
    if (!variants)
        return variants.error();
    if (branch.from >= variants->size())
        return invalidInput("there is no variant " + std::to_string(branch.from + 1) +
                            "; the experiment has " + std::to_string(variants->size()) + ".");
    auto set = eventOf((*variants)[branch.from], branch);
    if (!set)
        return set.error();
    auto wider = withBranch(experiment, branch.from, {branch.at, *std::move(set)});
    if (!wider)
        return wider.error();
    experiment = *std::move(wider);
    return {};
}

/// Whether what the address points at will be there.
Result<void> checkPlace(const Address& address, const Experiment& experiment)
{
    std::size_t variant = 0;
    if (!address.variant.empty() && (address.variant != "1" || !experiment.variants.empty())) {
        const auto number = variantNumber(experiment, address.variant);
        if (!number)
            return named("part variant", number.error());
        variant = *number;
    }
    const auto variants = expandVariants(experiment);
    if (!variants)
        return variants.error();
    if (address.chain && *address.chain > experiment.chains)
        return invalidInput("The address points at chain " + std::to_string(*address.chain) +
                            "; the experiment has " + std::to_string(experiment.chains) + ".");
    const std::int64_t last = (*variants)[variant].generations;
    if (address.generation && *address.generation > last)
        return invalidInput("The address points at generation " + std::to_string(*address.generation) +
                            "; the experiment ends with generation " + std::to_string(last) + ".");
    return {};
}

} // namespace

Result<AddressedExperiment> experimentOf(const Address& address)
{
    Result<Experiment> preset = loadPreset(address.preset);
    if (!preset)
        return named("part preset", preset.error());
    AddressedExperiment result{*std::move(preset), {}};
    Experiment& experiment = result.experiment;
    if (Result<void> allowed = checkFiles(address.set); !allowed)
        return allowed.error();
    auto notes = applyOverrides(experiment, address.set, "set=");
    if (!notes)
        return named("part set", notes.error());
    result.notes = *std::move(notes);
    for (const AddressBranch& branch : address.branches) {
        if (Result<void> allowed = checkFiles(branch.set); !allowed)
            return allowed.error();
        if (Result<void> added = addBranch(experiment, branch); !added)
            return named("part branch", added.error());
    }
    if (Result<void> valid = validate(experiment); !valid)
        return named("part set", valid.error());
    if (Result<void> there = checkPlace(address, experiment); !there)
        return there.error();
    return result;
}

std::string placeText(const Address& address, const Experiment& experiment)
{
    std::string text =
        address.generation ? "generation " + std::to_string(*address.generation) : std::string();
    const auto add = [&text](const std::string& words) { text += (text.empty() ? "" : " of ") + words; };
    if (address.chain)
        add("chain " + std::to_string(*address.chain));
    if (!address.variant.empty() && !experiment.variants.empty())
        if (const auto number = variantNumber(experiment, address.variant))
            add("the variant " + inQuotes(experiment.variants[*number].title));
    for (const std::string& view : address.views)
        text += (text.empty() ? "the view " : ", the view ") + view;
    return text;
}

} // namespace hareloom
