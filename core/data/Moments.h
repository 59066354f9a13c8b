// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/base/StopToken.h"
#include "core/data/Dataset.h"

namespace hareloom {

/// Count, mean (d) and scatter (d, d), the sum of squared deviations from the mean: all that a normal needs
/// of its rows, however many they are. A count of 0 has neither mean nor scatter.
struct Moments
{
    std::int64_t count = 0;
    Vector mean;
    Matrix scatter;

    /// As if the other's rows came after these (Chan, Golub, LeVeque 1979).
    void append(const Moments& other);
};

/// The same for one variable, without memory of its own.
struct ScalarMoments
{
    std::int64_t count = 0;
    double mean = 0;
    double scatter = 0;

    void append(const ScalarMoments& other);
};

/// One pass over the rows in blocks, merged in order: the same bytes for every number of threads.
ScalarMoments scalarMomentsOf(const Dataset& data, int threads); // dimension 1
Moments momentsOf(const Dataset& data, int threads);

/// The same, for work that may be stopped. Errors: Stopped.
Result<ScalarMoments> scalarMomentsOf(const Dataset& data, int threads, const StopToken& stop);
Result<Moments> momentsOf(const Dataset& data, int threads, const StopToken& stop);

} // namespace hareloom
