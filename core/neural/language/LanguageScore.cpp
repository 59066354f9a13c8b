// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/language/train/LanguageTrainer.h"

#include "core/neural/language/LanguageForward.h"

#include <algorithm>

namespace hareloom::neural {
namespace {

constexpr std::int64_t kPlaces = 256; // side by side in one product

} // namespace

Result<std::vector<double>> scoreBlocks(const LanguageLayout& layout, const float* weights,
                                        const TokenBlocks& blocks, const LanguageWork& work,
                                        const std::function<void(double)>& onProgress)
{
    ShardTeam team(work.threads);
    ForwardWeights forward(layout, weights);
    if (layout.size <= kPackedParameters)
        forward.pack(team, work.stop);
    const std::int64_t together = std::max<std::int64_t>(1, kPlaces / blocks.length), all = blocks.count();
    // Rounds, after each of which progress is told and a pause is kept.
    const std::int64_t round = together * std::max(1, work.threads) * 4;
    std::vector<double> means(static_cast<std::size_t>(all));
    for (std::int64_t begin = 0; begin < all; begin += round) {
        if (!work.stop.proceed())
            return stopped();
        const std::int64_t end = std::min(all, begin + round);
        team.run((end - begin + together - 1) / together, [&](std::int64_t piece) {
            if (work.stop.stopRequested())
                return;
            const std::int64_t first = begin + piece * together, rows = std::min(together, end - first);
            const auto part =
                meanNll(forward, {rows, blocks.length, blocks.ids.data() + first * blocks.length, nullptr},
                        work.stop);
            std::copy(part.begin(), part.end(), means.begin() + first);
        });
        if (work.stop.stopRequested())
            return stopped();
        if (onProgress)
            onProgress(static_cast<double>(end) / static_cast<double>(all));
    }
    return means;
}

} // namespace hareloom::neural
