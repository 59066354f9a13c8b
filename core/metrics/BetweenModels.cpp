// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/BetweenModels.h"

namespace hareloom {

double betweenVariance(std::span<const Vector> centres)
{
    const auto models = static_cast<double>(centres.size());
    Vector mean = Vector::Zero(centres.front().size());
    for (const Vector& centre : centres)
        mean += centre;
    mean /= models;
    double sum = 0;
    for (const Vector& centre : centres)
        sum += (centre - mean).squaredNorm();
    return sum / models;
}

} // namespace hareloom
