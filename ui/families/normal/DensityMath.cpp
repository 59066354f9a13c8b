// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/families/normal/DensityMath.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace hareloom::ui {

const NormalMixture& mixtureOf(const GenerationPtr& generation)
{
    return *generation->snapshot->normalMixture();
}

Spread spreadOf(const NormalMixture& mixture, int variable)
{
    Spread spread{marginalQuantile(mixture, variable, 0.01), marginalQuantile(mixture, variable, 0.99)};
    if (!std::isfinite(spread.low) || !std::isfinite(spread.high))
        spread = {-1, 1};
    const double least = 1e-9 * std::max(1.0, std::abs(spread.low));
    if (spread.high - spread.low < 2 * least)
        spread = {spread.low - least, spread.low + least};
    return spread;
}

NormalMixture between(const NormalMixture& from, const NormalMixture& to, double t)
{
    const Vector mean = from.means.row(0) + t * (to.means.row(0) - from.means.row(0));
    const Matrix &a = from.covariance(0), &b = to.covariance(0);
    const auto d = a.rows();
    Vector ratio(d);
    for (Eigen::Index j = 0; j < d; ++j) {
        const double start = std::sqrt(a(j, j)), end = std::sqrt(b(j, j));
        ratio[j] = start > 0 ? (start + t * (end - start)) / start : 0;
    }
    Matrix covariance = a + t * (b - a);
    for (Eigen::Index j = 0; j < d; ++j)
        covariance(j, j) = ratio[j] > 0 ? a(j, j) * ratio[j] * ratio[j] : t * t * b(j, j);
    return NormalMixture::single(mean, covariance);
}

double densityAt(const NormalMixture& mixture, int variable, double x)
{
    double sum = 0;
    for (int k = 0; k < mixture.components(); ++k) {
        const double spread = std::sqrt(std::max(0.0, mixture.covariance(k)(variable, variable)));
        const double off = x - mixture.means(k, variable);
        if (spread > 0)
            sum += mixture.weights[k] * std::exp(-off * off / (2 * spread * spread)) /
                   (spread * std::sqrt(2 * std::numbers::pi));
        else if (off == 0 && mixture.weights[k] > 0)
            sum = std::numeric_limits<double>::infinity();
    }
    return sum;
}

double densityAt(const NormalMixture& mixture, double x, double y)
{
    double sum = 0;
    for (int k = 0; k < mixture.components(); ++k) {
        const Matrix& s = mixture.covariance(k);
        const double det = s(0, 0) * s(1, 1) - s(0, 1) * s(0, 1);
        const double dx = x - mixture.means(k, 0), dy = y - mixture.means(k, 1);
        if (det > 0)
            sum += mixture.weights[k] / (2 * std::numbers::pi * std::sqrt(det)) *
                   std::exp(-(s(1, 1) * dx * dx - 2 * s(0, 1) * dx * dy + s(0, 0) * dy * dy) / (2 * det));
        else if (dx == 0 && dy == 0 && mixture.weights[k] > 0)
            sum = std::numeric_limits<double>::infinity();
    }
    return sum;
}

} // namespace hareloom::ui
