// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/Neighbours.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace hareloom {
namespace {

constexpr Eigen::Index kQueriesBetweenPolls = 64;
constexpr double kFar = std::numeric_limits<double>::infinity();

/// Squared distances from one row to all others, into `distances` (n).
void measure(MatrixView queries, Eigen::Index query, MatrixView rows, Vector& distances)
{
    distances.setZero();
    for (Eigen::Index j = 0; j < rows.cols(); ++j)
        distances.array() += (rows.col(j).array() - queries(query, j)).square();
}

struct TwoNearest
{
    Eigen::Index row = 0;
    double first = kFar, second = kFar; // squared
};

TwoNearest twoNearest(const Vector& distances)
{
    TwoNearest found;
    for (Eigen::Index i = 0; i < distances.size(); ++i) {
        const double d = distances[i];
        if (d < found.first)
            found = {i, d, found.first};
        else if (d < found.second)
            found.second = d;
    }
    return found;
}

/// ln of the volume of the unit ball in d dimensions.
double logBall(double d)
{
    return d / 2 * std::log(std::numbers::pi) - std::lgamma(d / 2 + 1);
}

} // namespace

Nearest nearestRows(MatrixView queries, MatrixView rows, const StopToken& stop)
{
    Nearest nearest{std::vector<std::int64_t>(static_cast<std::size_t>(queries.rows())),
                    Vector::Zero(queries.rows()), Vector::Zero(queries.rows())};
    Vector distances(rows.rows());
    for (Eigen::Index i = 0; i < queries.rows(); ++i) {
        if (i % kQueriesBetweenPolls == 0 && !stop.proceed())
            return nearest;
        measure(queries, i, rows, distances);
        const TwoNearest found = twoNearest(distances);
        nearest.rows[static_cast<std::size_t>(i)] = found.row;
        nearest.distances[i] = std::sqrt(found.first);
        nearest.second[i] = std::sqrt(found.second);
    }
    return nearest;
}

double copiedShare(const Nearest& nearest)
{
    std::int64_t copies = 0;
    for (Eigen::Index i = 0; i < nearest.distances.size(); ++i)
        copies += nearest.distances[i] == 0 || 3 * nearest.distances[i] < nearest.second[i] ? 1 : 0;
    return static_cast<double>(copies) / static_cast<double>(nearest.distances.size());
}

// psi(n) - psi(1) is the harmonic number of n - 1.
double nearestNeighbourEntropyNats(MatrixView rows, std::int64_t most, const StopToken& stop)
{
    const Eigen::Index n = rows.rows(), asked = std::min<Eigen::Index>(most, n);
    const auto d = static_cast<double>(rows.cols());
    Vector distances(n);
    double logs = 0;
    for (Eigen::Index k = 0; k < asked; ++k) {
        if (k % kQueriesBetweenPolls == 0 && !stop.proceed())
            break;
        const Eigen::Index query = k * n / asked;
        measure(rows, query, rows, distances);
        distances[query] = kFar;
        logs += std::log(distances.minCoeff()) / 2;
    }
    double harmonic = 0;
    for (Eigen::Index i = n - 1; i >= 1; --i)
        harmonic += 1 / static_cast<double>(i);
    return harmonic + logBall(d) + d * logs / static_cast<double>(asked);
}

} // namespace hareloom
