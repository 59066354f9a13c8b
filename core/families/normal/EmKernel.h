// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace hareloom::detail {

inline constexpr int kEmRows = 64; // rows the kernel takes at once

/// A mixture's parameters as the kernel reads them.
struct EmParameters
{
    int components = 0, dimension = 0;
    std::vector<double> constant;  // (K): log weight + log normalisation; -inf for weight 0
    std::vector<double> mean;      // (K, d)
    std::vector<double> whitening; // (K, d, d) lower triangular: inverse Cholesky factor of the covariance
};

/// Sums over rows, weighted by responsibility r; y = x - mean of the component. Laid out for each component
/// as [sum r, sum r y_a (d), sum r y_a y_b, b <= a (d(d+1)/2)].
struct EmSums
{
    double logLikelihood = 0;
    std::vector<double> values;
    static int sizeFor(int dimension) { return 1 + dimension + dimension * (dimension + 1) / 2; }
};

/// Doubles that expectation() writes to on its way.
inline int scratchSize(const EmParameters& p)
{
    return p.components * kEmRows + 8 * p.dimension;
}

/// The expectation step on kEmRows rows, added to `sums`. columns[j] points at the block's values of variable
/// j; `present[i]` is a row's weight: 1 where all count alike, 0 for padding.
void expectation(const EmParameters& parameters, const double* const* columns, const double* present,
                 double* scratch, EmSums& sums);

} // namespace hareloom::detail
