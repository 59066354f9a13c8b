// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Rng.h"

#include <vector>

namespace hareloom {

/// `count` different numbers of [0, population), every such set equally likely, ascending, in O(count) time
/// and without touching the rest: Vitter's algorithm D, ACM TOMS 13(1), 1987, doi:10.1145/23002.23003.
/// 0 <= count <= population < 2^52.
std::vector<std::int64_t> sampleWithoutReplacement(std::int64_t count, std::int64_t population, Seed seed);

} // namespace hareloom
