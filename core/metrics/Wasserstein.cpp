// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/Wasserstein.h"

#include "core/base/SortInPieces.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hareloom {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

bool isUsable(const std::vector<double>& sample)
{
    return !sample.empty() &&
           std::all_of(sample.begin(), sample.end(), [](double x) { return std::isfinite(x); });
}

/// Both ascending. Walks the merged steps of the two quantile functions; probabilities are counted in
/// whole units of 1 / (n m), so that no step is lost to rounding.
double squaredDistanceOfQuantiles(const std::vector<double>& a, const std::vector<double>& b)
{
    const auto n = static_cast<std::int64_t>(a.size());
    const auto m = static_cast<std::int64_t>(b.size());
    double sum = 0;
    std::int64_t reached = 0;
    for (std::int64_t i = 0, j = 0; i < n && j < m;) {
        const std::int64_t endOfA = (i + 1) * m;
        const std::int64_t endOfB = (j + 1) * n;
        const std::int64_t end = std::min(endOfA, endOfB);
        const double gap = a[static_cast<std::size_t>(i)] - b[static_cast<std::size_t>(j)];
        sum += static_cast<double>(end - reached) * gap * gap;
        reached = end;
        i += end == endOfA;
        j += end == endOfB;
    }
    return sum / (static_cast<double>(n) * static_cast<double>(m));
}

std::vector<double> project(MatrixView rows, const Vector& direction)
{
    std::vector<double> values(static_cast<std::size_t>(rows.rows()));
    Eigen::Map<Vector>(values.data(), rows.rows()).noalias() = rows * direction;
    return values;
}

} // namespace

double w2Squared1d(std::vector<double> a, std::vector<double> b, const StopToken& stop)
{
    if (!isUsable(a) || !isUsable(b))
        return kNaN;
    sortInPieces(a, stop);
    sortInPieces(b, stop);
    if (stop.stopRequested())
        return kNaN;
    return squaredDistanceOfQuantiles(a, b);
}

Matrix randomDirections(int dimension, int count, Seed seed)
{
    if (dimension == 1)
        return Matrix::Ones(1, 1);
    Matrix directions(dimension, count);
    fillNormals(seed, 0, {directions.data(), static_cast<std::size_t>(directions.size())});
    directions.colwise().normalize();
    return directions;
}

double slicedW2Squared(MatrixView a, MatrixView b, const Matrix& directions, const StopToken& stop)
{
    if (a.cols() != b.cols() || a.cols() != directions.rows() || directions.cols() == 0)
        return kNaN;
    double sum = 0;
    for (Eigen::Index l = 0; l < directions.cols() && stop.proceed(); ++l)
        sum += w2Squared1d(project(a, directions.col(l)), project(b, directions.col(l)), stop);
    return sum / static_cast<double>(directions.cols());
}

} // namespace hareloom
