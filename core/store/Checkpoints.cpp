// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Checkpoints.h"

#include "core/chain/Variants.h"
#include "core/models/VaeSnapshot.h"
#include "core/store/AtomicFile.h"

#include <filesystem>
#include <fstream>

namespace hareloom {
namespace {

namespace fs = std::filesystem;

/// Far above any network of this program; a larger file is not read into memory.
constexpr std::uintmax_t kMaxBytes = std::uintmax_t{1} << 31;

} // namespace

Checkpoints::Checkpoints(const std::string& sessionPath, const Experiment& experiment)
    : m_folder(folderFor(sessionPath)), m_variants{experiment}, m_chains(experiment.chains)
{
    if (experiment.family == "image" && !experiment.variants.empty())
        if (auto variants = expandVariants(experiment))
            m_variants = std::move(*variants);
}

std::string Checkpoints::fileOf(ChainIndex chain, int index) const
{
    return (fs::path(m_folder) /
            ("chain-" + std::to_string(chain) + "-generation-" + std::to_string(index) + ".safetensors"))
        .string();
}

bool Checkpoints::isKept(ChainIndex chain, int index) const
{
    const auto variant = static_cast<std::size_t>(chain / std::max<std::int64_t>(1, m_chains));
    const Experiment& e = m_variants[std::min(variant, m_variants.size() - 1)];
    return index % e.model.keepEvery == 0 || e.policy.pool == "all" || e.policy.betaPrevious > 0;
}

Result<void> Checkpoints::write(const Generation& generation)
{
    const VaeSnapshot* vae = generation.snapshot ? asVae(*generation.snapshot) : nullptr;
    if (!vae || !vae->weights())
        return {};
    std::error_code failed;
    fs::create_directories(m_folder, failed);
    if (failed)
        return systemError(m_folder + ": the folder for weights cannot be made (" + failed.message() + ").");
    const std::vector<std::uint8_t> bytes = weightsFile(*vae);
    auto written =
        writeFileAtomically(fileOf(generation.chain, generation.index), [&bytes](std::ostream& out) {
            out.write(reinterpret_cast<const char*>(bytes.data()),
                      static_cast<std::streamsize>(bytes.size()));
            return Result<void>();
        });
    if (written && generation.index > 1 && !isKept(generation.chain, generation.index - 1))
        m_obsolete.push_back(fileOf(generation.chain, generation.index - 1));
    return written;
}

void Checkpoints::committed()
{
    for (const std::string& file : m_obsolete) {
        std::error_code ignored;
        fs::remove(file, ignored);
    }
    m_obsolete.clear();
}

Result<SnapshotPtr> Checkpoints::withWeights(ChainIndex chain, int index, SnapshotPtr snapshot) const
{
    const VaeSnapshot* vae = snapshot ? asVae(*snapshot) : nullptr;
    const std::string file = fileOf(chain, index);
    std::error_code absent;
    const std::uintmax_t size = vae && !vae->weights() ? fs::file_size(file, absent) : 0;
    if (size == 0 || absent)
        return snapshot;
    std::ifstream in(file, std::ios::binary);
    std::vector<std::uint8_t> bytes(size <= kMaxBytes ? static_cast<std::size_t>(size) : 0);
    if (bytes.empty() ||
        !in.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size())))
        return invalidFile(file + " cannot be read");
    auto weights = readWeights(bytes, vae->architecture());
    if (!weights)
        return invalidFile(file + ": " + weights.error().message);
    return vae->withWeights(std::move(*weights));
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
