// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Rng.h"
#include "core/data/Dataset.h"

namespace hareloom {

/// A distribution over states 0 ... K-1. In a Dataset a state is a whole number in the only column.
struct Categorical
{
    Vector probabilities; // (K), each >= 0, sum 1; zero marks a state that is extinct

    int states() const { return static_cast<int>(probabilities.size()); }
};

/// Log probability in nats of the state in each row of (n, 1); -inf for a state that there is not.
Vector logProbability(const Categorical& distribution, MatrixView rows);

/// n draws as a seekable dataset (n, 1): Walker's alias table, O(1) a draw. Same seed, same rows.
DatasetPtr sampleOf(std::shared_ptr<const Categorical> distribution, std::int64_t n, Seed seed);

} // namespace hareloom
