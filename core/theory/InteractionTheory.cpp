// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/InteractionTheory.h"

namespace hareloom {
namespace {

double divisorOf(Divisor divisor, double rows)
{
    return divisor == Divisor::Unbiased ? rows - 1 : rows;
}

Vector rowsOfEach(const RowsFrom& rows)
{
    Vector sums = Vector::Zero(std::ssize(rows));
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (const std::int64_t count : rows[i])
            sums[static_cast<Eigen::Index>(i)] += static_cast<double>(count);
    return sums;
}

} // namespace

InteractionMoments firstMoments(const InteractionLoop& loop)
{
    const auto models = std::ssize(loop.first);
    InteractionMoments moments{Vector(models), Matrix::Zero(models, models)};
    for (Eigen::Index i = 0; i < models; ++i) {
        const auto at = static_cast<std::size_t>(i);
        const auto rows = static_cast<double>(loop.first[at]);
        moments.variance[i] = loop.variance * (rows - 1) / divisorOf(loop.divisors[at], rows);
        moments.covariance(i, i) = loop.variance / rows;
    }
    return moments;
}

InteractionMoments nextMoments(const InteractionLoop& loop, const InteractionMoments& now,
                               const RowsFrom& rows)
{
    const Eigen::Index models = now.variance.size();
    const Vector sums = rowsOfEach(rows);
    Matrix shares(models, models); // without the source, whose mean does not vary
    Vector within(models);         // sum_j W_ij v_j
    for (Eigen::Index i = 0; i < models; ++i) {
        const auto& from = rows[static_cast<std::size_t>(i)];
        within[i] = static_cast<double>(from.back()) / sums[i] * loop.variance;
        for (Eigen::Index j = 0; j < models; ++j) {
            const auto writer = static_cast<std::size_t>(j);
            shares(i, j) = static_cast<double>(from[writer]) / sums[i];
            within[i] += shares(i, j) * loop.lambdas[writer] * now.variance[j];
        }
    }
    InteractionMoments next{within + shares * now.covariance.diagonal(),
                            shares * now.covariance * shares.transpose()};
    next.covariance.diagonal() += within.cwiseQuotient(sums);
    for (Eigen::Index i = 0; i < models; ++i) {
        const double divisor = divisorOf(loop.divisors[static_cast<std::size_t>(i)], sums[i]);
        next.variance[i] = (next.variance[i] - next.covariance(i, i)) * sums[i] / divisor;
    }
    return next;
}

double expectedBetweenVariance(const InteractionMoments& moments, const std::vector<std::size_t>& models)
{
    const auto count = static_cast<double>(models.size());
    double own = 0, all = 0;
    for (const std::size_t i : models)
        for (const std::size_t j : models) {
            const double value =
                moments.covariance(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j));
            all += value;
            own += i == j ? value : 0;
        }
    return own / count - all / (count * count);
}

} // namespace hareloom
