// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/normal/Regularisation.h"

#include <limits>

namespace hareloom::detail {
namespace {

// A variance no larger than the rounding of the numbers themselves is none.
bool isConstant(double variance, double mean)
{
    constexpr double kRounding = 2 * std::numeric_limits<double>::epsilon();
    return !(variance > kRounding * kRounding * mean * mean);
}

Vector unitOf(const Moments& real)
{
    Vector variances = real.scatter.diagonal() / static_cast<double>(real.count - 1);
    for (Eigen::Index j = 0; j < variances.size(); ++j)
        if (isConstant(variances[j], real.mean[j]))
            variances[j] = 0;
    const double largest = variances.maxCoeff();
    return (variances.array() > 0).select(variances.array(), largest > 0 ? largest : 1.0).sqrt();
}

} // namespace

Vector Regularisation::smallestVariances() const
{
    return (least * unit.array().square() + added).matrix();
}

Regularisation regularisationFor(const MixtureSettings& settings, const Moments& real)
{
    const double amount = settings.regularisation;
    switch (settings.regularisationKind) {
    case RegularisationKind::RelativeFloor:
        return {unitOf(real), amount, 0};
    case RegularisationKind::Floor:
        return {Vector::Ones(real.mean.size()), amount, 0};
    case RegularisationKind::Added:
        return {Vector::Ones(real.mean.size()), 0, amount};
    }
    return {};
}

} // namespace hareloom::detail
