// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Word.h"

#include <cstdint>

namespace hareloom {

/// How noise grows over the levels: a cosine (Nichol and Dhariwal 2021), or variances on a line (Ho et al.
/// 2020).
enum class NoiseSchedule { Cosine, Linear };
inline constexpr std::array<Word<NoiseSchedule>, 2> kNoiseSchedules = {
    {{NoiseSchedule::Cosine, "cosine"}, {NoiseSchedule::Linear, "linear"}}};

struct DiffusionSettings
{
    std::int64_t units = 64;     // of each hidden layer
    std::int64_t layers = 4;     // hidden ones
    std::int64_t updates = 3000; // training steps of 256 noisy rows
    std::int64_t drawSteps = 30; // from noise to a row
    NoiseSchedule schedule = NoiseSchedule::Cosine;
};

} // namespace hareloom
