// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/base/Rng.h"
#include "core/base/StopToken.h"

#include <vector>

namespace hareloom {

/// `count` different numbers of [0, population), every such set equally likely, ascending, in O(count) time
/// where they are few among many and O(population) where they are not. 0 <= count <= population < 2^52.
std::vector<std::int64_t> sampleWithoutReplacement(std::int64_t count, std::int64_t population, Seed seed);
/// The same, for work that may be stopped. Errors: Stopped.
Result<std::vector<std::int64_t>> sampleWithoutReplacement(std::int64_t count, std::int64_t population,
                                                           Seed seed, const StopToken& stop);

} // namespace hareloom
