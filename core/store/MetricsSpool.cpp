// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/MetricsSpool.h"

namespace hareloom {

MetricsSpool::MetricsSpool() : m_file(std::tmpfile()), m_failed(!m_file) {}

void MetricsSpool::add(const Generation& generation)
{
    Chain& chain = m_chains[generation.chain];
    if (chain.open.count() == 0)
        chain.next = generation.index;
    chain.open.add(generation, generation.seed, nullptr, {}, m_metrics);
    if (chain.open.bytes().size() >= kBlockBytes)
        flush(chain);
}

void MetricsSpool::flush(Chain& chain)
{
    const auto bytes = chain.open.bytes();
    if (bytes.empty())
        return;
    m_failed = m_failed || std::fwrite(bytes.data(), 1, bytes.size(), m_file.get()) != bytes.size();
    chain.pieces.push_back({chain.next, chain.open.count(), m_size, bytes.size()});
    m_size += static_cast<long>(bytes.size());
    chain.open = BlockWriter();
}

Result<void> MetricsSpool::forEach(const std::function<Result<void>(const Generation& generation)>& visit)
{
    const Family none; // there are no snapshots to read
    const auto failed = [] {
        return systemError(
            "The metrics could not be kept until the end of the run; is the folder for temporary files "
            "full? With --out they are kept in a session.");
    };
    for (auto& [number, chain] : m_chains)
        flush(chain);
    for (const auto& [number, chain] : m_chains)
        for (const Piece& piece : chain.pieces) {
            std::vector<std::uint8_t> bytes(piece.size);
            if (m_failed || std::fseek(m_file.get(), piece.offset, SEEK_SET) != 0 ||
                std::fread(bytes.data(), 1, bytes.size(), m_file.get()) != bytes.size())
                return failed();
            BlockReader reader(bytes, m_metrics, none);
            for (int i = 0; i < piece.count; ++i) {
                Generation generation;
                generation.chain = number;
                generation.index = piece.first + i;
                if (!reader.next(generation, false))
                    return failed();
                if (Result<void> seen = visit(generation); !seen)
                    return seen;
            }
        }
    return {};
}

} // namespace hareloom
