// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/normal/Expectation.h"

#include "core/base/Parallel.h"

#include <Eigen/Cholesky>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hareloom::detail {
namespace {

constexpr Eigen::Index kRowsATask = 256 * kEmRows;
constexpr Eigen::Index kRowsWorthAThread = 8 * kRowsATask;

EmSums emptySums(const EmParameters& parameters)
{
    return {
        0, std::vector<double>(
               static_cast<std::size_t>(parameters.components * EmSums::sizeFor(parameters.dimension)), 0.0)};
}

// A last block that is not full: its rows, then the first of them again, which do not count.
void expectationOfTail(const EmParameters& parameters, const Matrix& rows, const WeighedRows& weights,
                       Eigen::Index first, double* scratch, EmSums& sums)
{
    const Eigen::Index left = rows.rows() - first;
    Matrix padded(kEmRows, rows.cols());
    double present[kEmRows];
    std::vector<const double*> columns;
    for (Eigen::Index i = 0; i < kEmRows; ++i) {
        present[i] = i < left ? weights.of(first + i) : 0;
        padded.row(i) = rows.row(i < left ? first + i : first);
    }
    for (Eigen::Index j = 0; j < rows.cols(); ++j)
        columns.push_back(padded.col(j).data());
    expectation(parameters, columns.data(), present, scratch, sums);
}

void expectationOfRange(const EmParameters& parameters, const Matrix& rows, const WeighedRows& weights,
                        Eigen::Index first, Eigen::Index end, EmSums& sums)
{
    double present[kEmRows];
    std::vector<double> scratch(static_cast<std::size_t>(scratchSize(parameters)));
    std::vector<const double*> columns(static_cast<std::size_t>(rows.cols()));
    for (; first + kEmRows <= end; first += kEmRows) {
        for (int i = 0; i < kEmRows; ++i)
            present[i] = weights.of(first + i);
        for (Eigen::Index j = 0; j < rows.cols(); ++j)
            columns[static_cast<std::size_t>(j)] = rows.col(j).data() + first;
        expectation(parameters, columns.data(), present, scratch.data(), sums);
    }
    if (first < end)
        expectationOfTail(parameters, rows, weights, first, scratch.data(), sums);
}

} // namespace

EmParameters packedParameters(const NormalMixture& mixture)
{
    const int components = mixture.components(), d = mixture.dimension();
    EmParameters packed{components, d, {}, {}, {}};
    for (int k = 0; k < components; ++k) {
        const Eigen::LLT<Matrix> factor(mixture.covariance(k));
        const Matrix lower = factor.matrixL();
        const Matrix whitening = lower.triangularView<Eigen::Lower>().solve(Matrix::Identity(d, d));
        packed.constant.push_back(std::log(mixture.weights[k]) - lower.diagonal().array().log().sum() -
                                  0.5 * d * std::log(2 * std::numbers::pi));
        for (int a = 0; a < d; ++a)
            packed.mean.push_back(mixture.means(k, a));
        for (int a = 0; a < d; ++a)
            for (int b = 0; b < d; ++b)
                packed.whitening.push_back(whitening(a, b));
    }
    return packed;
}

EmSums expectationOver(const Matrix& rows, const EmParameters& parameters, int threads,
                       const RowWeights& weights)
{
    const Eigen::Index n = rows.rows(), tasks = (n + kRowsATask - 1) / kRowsATask;
    const WeighedRows weighed = weights.areEqual() ? WeighedRows({}, n) : WeighedRows(weights, n);
    std::vector<EmSums> parts(static_cast<std::size_t>(tasks));
    parallelFor(tasks, n < kRowsWorthAThread ? 1 : threads, [&](std::int64_t t) {
        EmSums sums = emptySums(parameters);
        expectationOfRange(parameters, rows, weighed, t * kRowsATask,
                           std::min<Eigen::Index>(n, (t + 1) * kRowsATask), sums);
        parts[static_cast<std::size_t>(t)] = std::move(sums);
    });
    EmSums total = std::move(parts.front());
    for (std::size_t t = 1; t < parts.size(); ++t) {
        total.logLikelihood += parts[t].logLikelihood;
        for (std::size_t i = 0; i < total.values.size(); ++i)
            total.values[i] += parts[t].values[i];
    }
    return total;
}

} // namespace hareloom::detail
