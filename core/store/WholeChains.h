// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/StoredLinks.h"

#include <vector>

namespace hareloom {

/// Generations that a chain has, those that it shares with another among them: `ends[c]` is where the blocks
/// of chain c end, 0 where it has none. Ends with the last chain that has any.
std::vector<int> wholeLengths(const ChainPlan& plan, const std::vector<int>& ends);

/// As readBlocks(), with the generations before a branch's own under its number, too: each chain is whole.
/// `lengths`: of wholeLengths(). `only`: just this chain and generation.
std::unique_ptr<StoredLinks> readWholeChains(LinkContext context, std::vector<int> lengths,
                                             std::optional<std::pair<ChainIndex, int>> only = std::nullopt);

} // namespace hareloom
