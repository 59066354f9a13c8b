// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/diffusion/DiffusionArchitecture.h"

#include <array>
#include <vector>

namespace hareloom::neural {

/// How much of a row and how much noise there is at each of the levels: x_t = signal x_0 + noise e, with e
/// standard normal and signal^2 + noise^2 = 1. Linear: variances from 1e-4 to 0.02 (Ho et al. 2020); cosine:
/// Nichol and Dhariwal 2021, eq. 17. Immutable; any thread.
class NoiseLevels
{
public:
    static constexpr int kLevels = 1000;

    explicit NoiseLevels(NoiseSchedule schedule);

    float signal(int level) const { return m_signal[at(level)]; } // level from 0
    float noise(int level) const { return m_noise[at(level)]; }
    /// Sines and cosines of the level at eight frequencies.
    const float* time(int level) const { return m_time.data() + at(level) * kTimeNumbers; }

    /// The levels that `steps` >= 2 steps of drawing go through, from noise to data. Where nothing but noise
    /// is left the network knows nothing of the row, so the first is a little below the last level; the same
    /// at the other end.
    static std::vector<int> drawnThrough(int steps);

private:
    static std::size_t at(int level) { return static_cast<std::size_t>(level); }

    std::vector<float> m_signal, m_noise, m_time;
};

} // namespace hareloom::neural
