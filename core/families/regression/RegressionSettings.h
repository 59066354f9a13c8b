// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Word.h"

#include <cstdint>

namespace hareloom {

/// What a regression is linear in: its inputs, or random features of them, whose directions are drawn once
/// for a run.
enum class FeatureKind { Linear, Relu };
inline constexpr std::array<Word<FeatureKind>, 2> kFeatureKinds = {
    {{FeatureKind::Linear, "linear"}, {FeatureKind::Relu, "relu"}}};

/// How much responses scatter around the model: as its rows did around its fit, or a number that no fit
/// changes.
enum class ResponseNoise { Fitted, Fixed };
inline constexpr std::array<Word<ResponseNoise>, 2> kResponseNoises = {
    {{ResponseNoise::Fitted, "fitted"}, {ResponseNoise::Fixed, "fixed"}}};

struct RegressionSettings
{
    FeatureKind features = FeatureKind::Linear;
    std::int64_t width = 100; // relu: how many features
    double ridge = 0;         // the penalty on squared coefficients, for each row; the intercept is free
    bool intercept = true;
    ResponseNoise noise = ResponseNoise::Fitted;
    double noiseValue = 0.5; // fixed: the standard deviation
};

} // namespace hareloom
