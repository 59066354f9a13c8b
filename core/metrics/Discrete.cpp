// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/Discrete.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hareloom {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

} // namespace

int survivingStates(const Vector& p)
{
    return static_cast<int>((p.array() > 0).count());
}

double entropyNats(const Vector& p)
{
    double sum = 0;
    for (const double x : p)
        sum -= x > 0 ? x * std::log(x) : 0.0;
    return std::max(0.0, sum);
}

double effectiveStates(const Vector& p)
{
    return std::exp(entropyNats(p));
}

double heterozygosity(const Vector& p)
{
    return (p.array() * (1 - p.array())).sum();
}

double klDiscrete(const Vector& p, const Vector& q)
{
    if (p.size() != q.size())
        return kNaN;
    double sum = 0;
    for (Eigen::Index k = 0; k < p.size(); ++k)
        sum += p(k) > 0 ? p(k) * std::log(p(k) / q(k)) : 0.0;
    return std::max(0.0, sum);
}

double jsDiscrete(const Vector& p, const Vector& q)
{
    if (p.size() != q.size())
        return kNaN;
    const Vector middle = 0.5 * (p + q);
    return 0.5 * (klDiscrete(p, middle) + klDiscrete(q, middle));
}

double extinctMass(const Vector& p, const Vector& q)
{
    if (p.size() != q.size())
        return kNaN;
    double sum = 0;
    for (Eigen::Index k = 0; k < p.size(); ++k)
        sum += q(k) > 0 ? 0.0 : p(k);
    return sum;
}

double nllDiscrete(const Vector& p, MatrixView states)
{
    if (states.rows() == 0 || states.cols() != 1)
        return kNaN;
    double sum = 0;
    for (Eigen::Index i = 0; i < states.rows(); ++i) {
        const double state = states(i, 0);
        if (!(state >= 0 && state < static_cast<double>(p.size())))
            return kNaN;
        sum -= std::log(p(static_cast<Eigen::Index>(state)));
    }
    return sum / static_cast<double>(states.rows());
}

} // namespace hareloom
