// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/Dataset.h"
#include "core/theory/Curve.h"

#include <vector>

namespace hareloom {

/// Models in one loop, each fitted on rows that several of them generate. Rows are numbers (a normal's mean
/// and variance are fitted) or states (frequencies are fitted; a row is then the indicator of its state,
/// "mean" the probabilities, "variance" 1 - sum p^2, and the divisor Biased). For d variables "variance" is
/// the trace and products of means are inner products. The same recursion holds for both: Wright's island
/// model (1943) is that of states.
struct InteractionLoop
{
    double variance = 1;             // sigma^2 of the source, which all models share
    std::vector<std::int64_t> first; // rows of each model's generation 0, drawn independently
    std::vector<Divisor> divisors;   // of each model's fit
    std::vector<double> lambdas;     // model j's rows have lambda_j times its variance
};

/// Expectations over replicates, of the m models of one generation.
struct InteractionMoments
{
    Vector variance;   // (m) E[s_i]
    Matrix covariance; // (m, m) V_ij = E[(mu_i - mu)(mu_j - mu)], mu the source's mean
};

/// rows[i][j]: how many rows model i is fitted on that model j generates; rows[i][m]: that the source gives.
using RowsFrom = std::vector<std::vector<std::int64_t>>;

/// Of generation 0: V is diagonal, sigma^2 / M_i.
InteractionMoments firstMoments(const InteractionLoop& loop);

/// Of the generation that is fitted on `rows` from models with the moments `now`. With W_ij = rows[i][j] /
/// n_i, n_i = sum_j rows[i][j], the source as one more model that never changes, and v_j = lambda_j E[s_j]:
///   V'    = W V W^T + diag((1/n_i) sum_j W_ij v_j)
///   E s'_i = (n_i / D_i) (sum_j W_ij v_j + sum_j W_ij V_jj - V'_ii), D_i the divisor, n_i or n_i - 1.
/// Exact for every number of rows, and for whatever distribution has these means and variances. Derived by
/// us, docs/theory.md; V' as in arXiv 2505.21677.
InteractionMoments nextMoments(const InteractionLoop& loop, const InteractionMoments& now,
                               const RowsFrom& rows);

/// E of betweenVariance (core/metrics/BetweenModels.h) of the models named: the mean of V_ii less the mean of
/// all V_ij. Exact.
double expectedBetweenVariance(const InteractionMoments& moments, const std::vector<std::size_t>& models);

} // namespace hareloom
