// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/Moments.h"
#include "core/family/WeighedRows.h"

#include <vector>

namespace hareloom {

/// Mean (d) and scatter (d, d) of weighted rows, with weights that sum to the number of rows.
struct WeightedMoments
{
    WeighedRows rows;
    Vector mean;              // sum w x / n
    Matrix scatter;           // sum w (x - mean)(x - mean)'
    Matrix unweightedScatter; // sum (x - mean)(x - mean)', about the weighted mean

    /// scatter / n: the most likely covariance where each row counts by its weight.
    Matrix biased() const { return scatter / rows.rows(); }
    /// Without bias for rows that are drawn independently from one distribution: divided by 1 - sum w^2 / n^2
    /// instead of 1, which is n - 1 for n where the weights are equal.
    Matrix unbiased() const { return biased() / (1 - 1 / rows.effectiveRows()); }
};

/// Rows of one weight each, and that weight.
struct WeighedPart
{
    DatasetPtr rows;
    double weight = 1;
};
/// The data by weight, in their order; none of the parts is empty.
std::vector<WeighedPart> weighedParts(const DatasetPtr& data, const WeighedRows& rows);

/// Errors: Stopped. The same bytes for every number of threads.
Result<WeightedMoments> weightedMomentsOf(const DatasetPtr& data, const RowWeights& weights, int threads,
                                          const StopToken& stop);

} // namespace hareloom
