// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/diffusion/NoiseLevels.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hareloom::neural {
namespace {

constexpr double kLeastVariance = 1e-4, kMostVariance = 0.02; // linear
constexpr double kOffset = 0.008, kMostCosineVariance = 0.999;
constexpr int kMargin = 15;            // levels left out at either end when a row is drawn
constexpr double kLowFrequency = 0.25; // periods over all levels; each next one is twice as high

double cosineAt(double time)
{
    const double c = std::cos((time + kOffset) / (1 + kOffset) * std::numbers::pi / 2);
    return c * c;
}

/// Variance of the noise that level `level` adds to the one before.
double variance(NoiseSchedule schedule, int level)
{
    constexpr double kLast = NoiseLevels::kLevels;
    if (schedule == NoiseSchedule::Linear)
        return kLeastVariance + (kMostVariance - kLeastVariance) * level / (kLast - 1);
    return std::min(kMostCosineVariance, 1 - cosineAt((level + 1) / kLast) / cosineAt(level / kLast));
}

} // namespace

NoiseLevels::NoiseLevels(NoiseSchedule schedule)
{
    double left = 1; // of the row, squared
    for (int level = 0; level < kLevels; ++level) {
        left *= 1 - variance(schedule, level);
        m_signal.push_back(static_cast<float>(std::sqrt(left)));
        m_noise.push_back(static_cast<float>(std::sqrt(1 - left)));
        double periods = kLowFrequency * (level + 1) / kLevels;
        for (int k = 0; k < kTimeNumbers / 2; ++k, periods *= 2) {
            m_time.push_back(static_cast<float>(std::sin(2 * std::numbers::pi * periods)));
            m_time.push_back(static_cast<float>(std::cos(2 * std::numbers::pi * periods)));
        }
    }
}

std::vector<int> NoiseLevels::drawnThrough(int steps)
{
    constexpr int kLow = kMargin, kHigh = kLevels - 1 - kMargin;
    std::vector<int> levels;
    for (int s = 0; s < steps; ++s)
        levels.push_back(kHigh - (kHigh - kLow) * s / (steps - 1));
    return levels;
}

} // namespace hareloom::neural
