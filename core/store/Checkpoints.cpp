// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Checkpoints.h"

#include "core/families/image/VaeSnapshot.h"
#include "core/families/language/LanguageCheckpoint.h"
#include "core/families/language/LanguageSnapshot.h"
#include "core/forecast/NetworkNeeds.h"
#include "core/recipe/Families.h"
#include "core/recipe/Variants.h"
#include "core/store/AtomicFile.h"

#include <filesystem>
#include <fstream>

namespace hareloom {
namespace {

namespace fs = std::filesystem;

/// Far above any network of this program; a larger file is not read into memory.
constexpr std::uintmax_t kMaxBytes = std::uintmax_t{1} << 31;

bool isNetwork(const Snapshot& snapshot)
{
    return asVae(snapshot) || asLanguage(snapshot);
}

Result<void> writeVae(const std::string& file, const VaeSnapshot& vae)
{
    const std::vector<std::uint8_t> bytes = weightsFile(vae);
    return writeFileAtomically(file, [&bytes](std::ostream& out) {
        out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
        return Result<void>();
    });
}

Result<SnapshotPtr> readVae(const std::string& file, const VaeSnapshot& vae)
{
    std::error_code absent;
    const std::uintmax_t size = fs::file_size(file, absent);
    std::ifstream in(file, std::ios::binary);
    std::vector<std::uint8_t> bytes(!absent && size <= kMaxBytes ? static_cast<std::size_t>(size) : 0);
    if (bytes.empty() ||
        !in.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size())))
        return invalidFile(file + " cannot be read");
    auto weights = readWeights(bytes, vae.architecture());
    if (!weights)
        return invalidFile(file + ": " + weights.error().message);
    return vae.withWeights(std::move(*weights));
}

Result<void> writeLanguage(const std::string& folder, const LanguageSnapshot& language)
{
    return writeLanguageCheckpoint(folder, {language.architecture(), language.weights()},
                                   language.tokenizerFolder());
}

Result<SnapshotPtr> readLanguage(const std::string& folder, const LanguageSnapshot& language)
{
    auto read = readLanguageCheckpoint(folder);
    if (!read)
        return read.error();
    if (parameterCount(read->architecture) != parameterCount(language.architecture()))
        return invalidFile(folder + ": found a model of another size than the session's");
    return language.withWeights(std::move(read->weights));
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
    const std::string name = "chain-" + std::to_string(chain) + "-generation-" + std::to_string(index);
    return (fs::path(m_folder) / (asVae(snapshot) ? name + ".safetensors" : name)).string();
}

bool Checkpoints::isKept(ChainIndex chain, int index) const
{
    const auto variant = static_cast<std::size_t>(chain / std::max<std::int64_t>(1, m_chains));
    return index % weightsKeptEvery(m_variants[std::min(variant, m_variants.size() - 1)]) == 0;
}

Result<void> Checkpoints::write(const Generation& generation)
{
    if (!generation.snapshot || !isNetwork(*generation.snapshot) || !generation.snapshot->isComplete())
        return {};
    std::error_code failed;
    fs::create_directories(m_folder, failed);
    if (failed)
        return systemError(m_folder + ": the folder for weights cannot be made (" + failed.message() + ").");
    const Snapshot& snapshot = *generation.snapshot;
    const std::string place = placeOf(generation.chain, generation.index, snapshot);
    const VaeSnapshot* vae = asVae(snapshot);
    auto written = vae ? writeVae(place, *vae) : writeLanguage(place, *asLanguage(snapshot));
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
    if (!snapshot || snapshot->isComplete())
        return snapshot;
    const std::string place = placeOf(chain, index, *snapshot);
    std::error_code absent;
    if (!fs::exists(place, absent))
        return snapshot;
    const VaeSnapshot* vae = asVae(*snapshot);
    return vae ? readVae(place, *vae) : readLanguage(place, *asLanguage(*snapshot));
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
