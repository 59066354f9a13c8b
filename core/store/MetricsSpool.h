// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/family/Generation.h"
#include "core/store/GenerationBlock.h"

#include <cstdio>
#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace hareloom {

/// Keeps generations without their models, in a file without a name that ends with the process, and gives
/// them back by chain, then index: those of millions that come in any order of the chains need little memory.
/// One thread.
class MetricsSpool
{
public:
    MetricsSpool();

    /// Of each chain in their order. A failure is told by forEach().
    void add(const Generation& generation);
    /// Errors: System (no room in the folder for temporary files), what `visit` returns.
    Result<void> forEach(const std::function<Result<void>(const Generation& generation)>& visit);

private:
    static constexpr std::size_t kBlockBytes = 4096;

    struct Piece // of one chain, in the file
    {
        int first = 0, count = 0;
        long offset = 0;
        std::size_t size = 0;
    };
    struct Chain
    {
        int next = 0; // first generation of the open block
        BlockWriter open;
        std::vector<Piece> pieces;
    };
    struct Close
    {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };

    void flush(Chain& chain);

    std::unique_ptr<std::FILE, Close> m_file;
    long m_size = 0;
    bool m_failed = false;
    MetricTable m_metrics;
    std::map<ChainIndex, Chain> m_chains;
};

} // namespace hareloom
