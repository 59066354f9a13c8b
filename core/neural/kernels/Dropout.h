// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Rng.h"

#include <cstdint>

namespace hareloom::neural {

/// Dropout (Srivastava et al. 2014) whose choices are functions of (seed, place): nothing is kept for the way
/// back. Places are numbered through the batch, so shards and threads do not matter.
struct Dropout
{
    double share = 0; // of the numbers that become 0; the others grow by 1 / (1 - share)
    Seed seed = 0;

    bool isOn() const { return share > 0; }
    /// y[i] = x[i] * (0 or 1 / (1 - share)), for places first + i. `first` and the calls' ranges begin at
    /// multiples of 128 or where a row does: whoever applies it on the way back asks for the same ranges.
    void apply(std::uint64_t first, std::int64_t count, const float* x, float* y) const;
};

} // namespace hareloom::neural
