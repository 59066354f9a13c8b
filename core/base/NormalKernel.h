// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Rng.h"

namespace hareloom::detail {

/// first[i], second[i] = the two standard normals of pair pairs[i] of the stream `seed`, by Box-Muller.
void normalPairs(Seed seed, const std::uint64_t* pairs, int count, double* first, double* second);

/// out[2 i], out[2 i + 1] = the two standard normals of pair number pair + i of the stream `seed`, i < count.
void normalSequence(Seed seed, std::uint64_t pair, std::int64_t count, double* out);

/// first[i], second[i] = the two 64-bit words of Philox block blocks[i] of the stream `seed`.
void philoxWords(Seed seed, const std::uint64_t* blocks, int count, std::uint64_t* first,
                 std::uint64_t* second);

} // namespace hareloom::detail
