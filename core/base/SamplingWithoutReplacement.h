// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Rng.h"

#include <vector>

namespace hareloom {

/// `count` different numbers of [0, population), every such set equally likely, ascending, in O(count) time
/// where they are few among many and O(population) where they are not. 0 <= count <= population < 2^52.
std::vector<std::int64_t> sampleWithoutReplacement(std::int64_t count, std::int64_t population, Seed seed);

} // namespace hareloom
