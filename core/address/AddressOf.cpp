// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/address/AddressedExperiment.h"
#include "core/address/FilesNamed.h"
#include "core/base/ReadJson.h"
#include "core/base/Text.h"
#include "core/recipe/Differences.h"
#include "core/recipe/ExperimentFields.h"
#include "core/recipe/Forks.h"
#include "core/recipe/Presets.h"
#include "core/recipe/Variants.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace hareloom {

namespace {

constexpr int kMostRounds = 3; // what one setting takes with it, the next round sets right

/// As setField() takes it: words plain, unless they would be read as JSON.
std::string valueOf(const ExperimentField& field, const Experiment& experiment)
{
    const nlohmann::json value = field.get(experiment);
    if (!value.is_string())
        return value.dump();
    const auto word = value.get<std::string>();
    return !word.empty() && readJson(word) ? value.dump() : word;
}

void addDifferences(SettingList& set, const Experiment& wanted, const Experiment& have)
{
    for (const ExperimentField& field : experimentFields()) {
        if (isName(field) || !field.applies(wanted) ||
            (field.applies(have) && field.get(wanted) == field.get(have)))
            continue;
        std::erase_if(set, [&](const auto& setting) { return setting.first == field.path; });
        set.emplace_back(field.path, valueOf(field, wanted));
    }
}

/// Whether both make the same chains.
bool isSame(const Experiment& a, const Experiment& b)
{
    return differingPaths(a, b).empty();
}

/// What has to be set in the preset so that it makes the same chains as `wanted`, which has as many variants.
std::optional<Address> fromPreset(std::string_view id, const Experiment& wanted)
{
    Address address;
    address.preset = id;
    for (int round = 0; round < kMostRounds; ++round) {
        const auto have = experimentOf(address);
        if (!have)
            return std::nullopt;
        if (isSame(have->experiment, wanted))
            return address;
        const SettingList before = address.set;
        addDifferences(address.set, wanted, have->experiment);
        if (address.set == before) // what differs is no setting: variants
            return std::nullopt;
    }
    const auto have = experimentOf(address);
    return have && isSame(have->experiment, wanted) ? std::optional(address) : std::nullopt;
}

struct LoadedPreset
{
    std::string_view id;
    Experiment experiment;
};

const std::vector<LoadedPreset>& loadedPresets()
{
    static const auto all = [] {
        std::vector<LoadedPreset> loaded;
        for (const Preset& preset : presets())
            if (auto experiment = loadPreset(preset.id))
                loaded.push_back({preset.id, *std::move(experiment)});
        return loaded;
    }();
    return all;
}

/// From the preset with the fewest other settings that leads there; of several such, from the one of the same
/// title.
std::optional<Address> nearestFrom(const Experiment& wanted)
{
    std::vector<std::pair<std::size_t, std::string_view>> ranked;
    for (const LoadedPreset& preset : loadedPresets()) {
        SettingList set;
        addDifferences(set, wanted, preset.experiment);
        ranked.emplace_back(2 * set.size() + (preset.experiment.title == wanted.title ? 0 : 1), preset.id);
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& [rank, id] : ranked)
        if (auto found = fromPreset(id, wanted))
            return found;
    return std::nullopt;
}

/// The experiment before its last variant branched off, and that branch; nothing where the last variant is no
/// branch.
std::optional<std::pair<Experiment, AddressBranch>> withoutLastBranch(const Experiment& experiment)
{
    const auto variants = expandVariants(experiment);
    if (!variants || experiment.variants.size() < 2)
        return std::nullopt;
    const std::optional<Fork> fork = forksOf(*variants).back();
    if (!fork || experiment.variants.back().events.empty())
        return std::nullopt;
    Experiment before = experiment;
    const SettingsChange& change = before.variants.back().events.back();
    const AddressBranch branch{fork->at, fork->from, change.set};
    if (change.at != fork->at)
        return std::nullopt;
    before.variants.pop_back();
    if (before.variants.size() == 1 && before.variants[0].set.empty() && before.variants[0].events.empty())
        before.variants.clear();
    return std::pair(std::move(before), branch);
}

/// Without branches first, then with the last one peeled off, and so on.
std::optional<Address> found(const Experiment& experiment)
{
    if (auto address = nearestFrom(experiment))
        return address;
    const auto peeled = withoutLastBranch(experiment);
    if (!peeled)
        return std::nullopt;
    auto address = found(peeled->first);
    if (!address)
        return std::nullopt;
    address->branches.push_back(peeled->second);
    const auto made = experimentOf(*address);
    return made && isSame(made->experiment, experiment) ? address : std::nullopt;
}

} // namespace

Result<Address> addressOf(const Experiment& experiment)
{
    if (const std::string file = fileOf(experiment); !file.empty())
        return invalidInput(
            "An address cannot hold this experiment's data, " + inQuotes(file) +
            ": they are a file on this computer. Hand on the session, or the experiment and the file.");
    const auto address = found(experiment);
    if (!address || addressText(*address).size() > kLongestAddress)
        return invalidInput(
            "This experiment differs from every preset in more than an address can hold. Hand on the "
            "session, or the experiment as JSON.");
    return *address;
}

Result<Address> addressOf(const Experiment& experiment, std::int64_t chain,
                          std::optional<std::int64_t> generation)
{
    Result<Address> address = addressOf(experiment);
    if (!address)
        return address;
    const std::int64_t chains = std::max<std::int64_t>(1, experiment.chains);
    if (!experiment.variants.empty())
        address->variant = std::to_string(chain / chains + 1);
    if (chains > 1)
        address->chain = chain % chains + 1;
    address->generation = generation;
    return address;
}

} // namespace hareloom
