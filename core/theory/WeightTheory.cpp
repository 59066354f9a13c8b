// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/WeightTheory.h"

#include <cmath>

namespace hareloom {

Curve varianceOfWeightedMean(double w, double freshRows, double syntheticRows, int generations)
{
    double variance = 1 / freshRows;
    Curve curve = {variance};
    for (int g = 1; g <= generations; ++g) {
        variance = w * w / freshRows + (1 - w) * (1 - w) * (1 / syntheticRows + variance);
        curve.push_back(variance);
    }
    return curve;
}

double limitOfWeightedMean(double w, double k)
{
    return (w * w + k * (1 - w) * (1 - w)) / (w * (2 - w));
}

double bestRealWeight(double k)
{
    return (std::sqrt(k * k + 4 * k) - k) / 2;
}

} // namespace hareloom
