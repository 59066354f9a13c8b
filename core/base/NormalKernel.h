// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Rng.h"

namespace hareloom::detail {

/// first[i], second[i] = the two standard normals of pair pairs[i] of the stream `seed`, by Box-Muller.
void normalPairs(Seed seed, const std::uint64_t* pairs, int count, double* first, double* second);

/// first[i], second[i] = the two 64-bit words of Philox block blocks[i] of the stream `seed`.
void philoxWords(Seed seed, const std::uint64_t* blocks, int count, std::uint64_t* first,
                 std::uint64_t* second);

} // namespace hareloom::detail
