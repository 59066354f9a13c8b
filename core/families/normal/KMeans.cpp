// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/normal/KMeans.h"

#include <limits>

namespace hareloom::detail {
namespace {

Vector squaredDistances(const Matrix& rows, const Eigen::RowVectorXd& centre)
{
    Vector distances = Vector::Zero(rows.rows());
    for (Eigen::Index j = 0; j < rows.cols(); ++j)
        distances.array() += (rows.col(j).array() - centre[j]).square();
    return distances;
}

// A row, each with a probability proportional to its weight; any row when all weights are zero.
Eigen::Index drawRow(const Vector& weights, Rng& rng)
{
    double left = rng.uniform() * weights.sum();
    if (!(left > 0))
        return static_cast<Eigen::Index>(rng.below(static_cast<std::uint64_t>(weights.size())));
    Eigen::Index i = 0;
    for (; i + 1 < weights.size() && left >= weights[i]; ++i)
        left -= weights[i];
    return i;
}

Matrix seeds(const Matrix& rows, int clusters, Rng& rng, const StopToken& stop)
{
    Matrix centres = Matrix::Zero(clusters, rows.cols());
    centres.row(0) = rows.row(static_cast<Eigen::Index>(rng.below(static_cast<std::uint64_t>(rows.rows()))));
    Vector nearest = squaredDistances(rows, centres.row(0));
    for (int k = 1; k < clusters && stop.proceed(); ++k) {
        centres.row(k) = rows.row(drawRow(nearest, rng));
        nearest = nearest.cwiseMin(squaredDistances(rows, centres.row(k)));
    }
    return centres;
}

bool assign(const Matrix& rows, const Matrix& centres, Eigen::VectorXi& clusters, const StopToken& stop)
{
    Vector best = Vector::Constant(rows.rows(), std::numeric_limits<double>::infinity());
    Eigen::VectorXi chosen = Eigen::VectorXi::Zero(rows.rows());
    for (int k = 0; k < centres.rows() && stop.proceed(); ++k) {
        const Vector distances = squaredDistances(rows, centres.row(k));
        for (Eigen::Index i = 0; i < rows.rows(); ++i) {
            const bool closer = distances[i] < best[i];
            best[i] = closer ? distances[i] : best[i];
            chosen[i] = closer ? k : chosen[i];
        }
    }
    const bool changed = chosen != clusters;
    clusters = std::move(chosen);
    return changed;
}

// A cluster that lost all its rows keeps its centre.
void moveCentres(const Matrix& rows, const Eigen::VectorXi& clusters, Matrix& centres)
{
    Matrix sums = Matrix::Zero(centres.rows(), centres.cols());
    Vector counts = Vector::Zero(centres.rows());
    for (Eigen::Index i = 0; i < rows.rows(); ++i)
        ++counts[clusters[i]];
    for (Eigen::Index j = 0; j < rows.cols(); ++j)
        for (Eigen::Index i = 0; i < rows.rows(); ++i)
            sums(clusters[i], j) += rows(i, j);
    for (Eigen::Index k = 0; k < centres.rows(); ++k)
        if (counts[k] > 0)
            centres.row(k) = sums.row(k) / counts[k];
}

} // namespace

Eigen::VectorXi kMeans(const Matrix& rows, int clusters, int maxIterations, Rng& rng, const StopToken& stop)
{
    Matrix centres = seeds(rows, clusters, rng, stop);
    Eigen::VectorXi chosen = Eigen::VectorXi::Constant(rows.rows(), -1);
    for (int i = 0; i < maxIterations && assign(rows, centres, chosen, stop) && stop.proceed(); ++i)
        moveCentres(rows, chosen, centres);
    return chosen;
}

} // namespace hareloom::detail
