// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Checkpoints.h"

#include "core/family/NetworkNeeds.h"
#include "core/recipe/Families.h"
#include "core/recipe/Variants.h"

#include <filesystem>
#include <fstream>

namespace hareloom {
namespace {

namespace fs = std::filesystem;

bool hasWeights(const Snapshot& snapshot)
{
    return !snapshot.weightsName("weights").empty();
}

} // namespace

Checkpoints::Checkpoints(const std::string& sessionPath, const Experiment& experiment)
    : m_folder(folderFor(sessionPath)), m_variants{experiment}, m_chains(experiment.chains)
{
    if (findFamily(experiment.family)->isNetwork && !experiment.variants.empty())
        if (auto variants = expandVariants(experiment))
            m_variants = std::move(*variants);
}

std::string Checkpoints::placeOf(ChainIndex chain, int index, const Snapshot& snapshot) const
{
    const std::string stem = "chain-" + std::to_string(chain) + "-generation-" + std::to_string(index);
    return (fs::path(m_folder) / snapshot.weightsName(stem)).string();
}

bool Checkpoints::isKept(ChainIndex chain, int index) const
{
    const auto variant = static_cast<std::size_t>(chain / std::max<std::int64_t>(1, m_chains));
    return index % weightsKeptEvery(m_variants[std::min(variant, m_variants.size() - 1)]) == 0;
}

Result<void> Checkpoints::write(const Generation& generation)
{
    if (!generation.snapshot || !hasWeights(*generation.snapshot) || !generation.snapshot->isComplete())
        return {};
    std::error_code failed;
    fs::create_directories(m_folder, failed);
    if (failed)
        return systemError(m_folder + ": the folder for weights cannot be made (" + failed.message() + ").");
    const Snapshot& snapshot = *generation.snapshot;
    const std::string place = placeOf(generation.chain, generation.index, snapshot);
    auto written = snapshot.writeWeights(place);
    if (written && generation.index > 1 && !isKept(generation.chain, generation.index - 1))
        m_obsolete.push_back(placeOf(generation.chain, generation.index - 1, snapshot));
    return written;
}

void Checkpoints::committed()
{
    for (const std::string& place : m_obsolete) {
        std::error_code ignored;
        fs::remove_all(place, ignored);
    }
    m_obsolete.clear();
}

Result<SnapshotPtr> Checkpoints::withWeights(ChainIndex chain, int index, SnapshotPtr snapshot) const
{
    if (!snapshot || snapshot->isComplete() || !hasWeights(*snapshot))
        return snapshot;
    const std::string place = placeOf(chain, index, *snapshot);
    std::error_code absent;
    if (!fs::exists(place, absent))
        return snapshot;
    return snapshot->withWeightsFrom(place);
}

Result<void> Checkpoints::copyFor(const std::string& sessionPath) const
{
    std::error_code failed;
    if (!fs::exists(m_folder, failed))
        return {};
    fs::copy(m_folder, folderFor(sessionPath),
             fs::copy_options::recursive | fs::copy_options::overwrite_existing, failed);
    if (failed)
        return systemError(folderFor(sessionPath) + ": the weights cannot be copied there (" +
                           failed.message() + ").");
    return {};
}

} // namespace hareloom
