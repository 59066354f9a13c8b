// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/DensityMath.h"

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

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

} // namespace hareloom::ui
