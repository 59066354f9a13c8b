// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/Tails.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>

namespace hareloom {

namespace {

/// P(X < -distance) of a normal with mean 0: accurate far out, where 1 - cdf would round to 0.
double massBeyond(double distance, double standardDeviation)
{
    if (!(standardDeviation > 0))
        return distance < 0 ? 1.0 : 0.0;
    return 0.5 * std::erfc(distance / standardDeviation / std::numbers::sqrt2);
}

double tailMassOfVariable(const NormalMixture& model, int j, double low, double high, const StopToken& stop)
{
    constexpr int kBetweenPolls = 1 << 17; // components
    double mass = 0;
    for (int k = 0; k < model.components() && (k % kBetweenPolls != 0 || stop.proceed()); ++k) {
        const double mean = model.means(k, j);
        const double standardDeviation = std::sqrt(std::max(0.0, model.covariance(k)(j, j)));
        mass += model.weights(k) *
                (massBeyond(mean - low, standardDeviation) + massBeyond(high - mean, standardDeviation));
    }
    return mass;
}

} // namespace

TailLimits tailLimitsOf(const NormalMixture& generation0, const StopToken& stop)
{
    const int d = generation0.dimension();
    TailLimits limits{Vector(d), Vector(d)};
    for (int j = 0; j < d; ++j) {
        limits.low(j) = marginalQuantile(generation0, j, kTailShare, stop);
        limits.high(j) = marginalQuantile(generation0, j, 1 - kTailShare, stop);
    }
    return limits;
}

double tailMass(const NormalMixture& model, const TailLimits& limits, const StopToken& stop)
{
    const int d = model.dimension();
    if (limits.low.size() != d || limits.high.size() != d)
        return std::numeric_limits<double>::quiet_NaN();
    double sum = 0;
    for (int j = 0; j < d; ++j)
        sum += tailMassOfVariable(model, j, limits.low(j), limits.high(j), stop);
    return sum / d;
}

std::vector<int> rareStatesOf(const Categorical& generation0)
{
    const Vector& p = generation0.probabilities;
    std::vector<int> living;
    for (int k = 0; k < generation0.states(); ++k)
        if (p(k) > 0)
            living.push_back(k);
    std::sort(living.begin(), living.end(),
              [&p](int a, int b) { return p(a) != p(b) ? p(a) < p(b) : a > b; });

    constexpr double kRounding = 1e-12;
    std::size_t count = 0;
    for (double mass = 0; count + 1 < living.size(); ++count) {
        mass += p(living[count]);
        if (count > 0 && mass > kRareShare + kRounding)
            break;
    }
    living.resize(count);
    std::sort(living.begin(), living.end());
    return living;
}

double tailMass(const Categorical& model, std::span<const int> rareStates)
{
    return std::accumulate(rareStates.begin(), rareStates.end(), 0.0,
                           [&model](double sum, int k) { return sum + model.probabilities(k); });
}

int rareSurvivors(const Categorical& model, std::span<const int> rareStates)
{
    return static_cast<int>(std::count_if(rareStates.begin(), rareStates.end(),
                                          [&model](int k) { return model.probabilities(k) > 0; }));
}

} // namespace hareloom
