// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Word.h"

#include <cstdint>

namespace hareloom {

/// What each training starts from: fresh weights (text: the base model's), or those of the generation before.
enum class Start { Fresh, Warm };
inline constexpr std::array<Word<Start>, 2> kStarts = {{{Start::Fresh, "fresh"}, {Start::Warm, "warm"}}};

/// Number format of a training's matrix products: 32-bit, bfloat16, or whichever is faster on the machine.
enum class NumberFormat { Fp32, Bf16, Auto };
inline constexpr std::array<Word<NumberFormat>, 3> kNumberFormats = {
    {{NumberFormat::Fp32, "fp32"}, {NumberFormat::Bf16, "bf16"}, {NumberFormat::Auto, "auto"}}};

/// How networks are trained: the settings that all families of networks share.
struct NetworkSettings
{
    std::int64_t epochs = 30;   // passes over the rows
    std::int64_t batch = 256;   // rows a step
    double learningRate = 1e-3; // of Adam
    double weightDecay = 1e-5;  // of Adam
    Start start = Start::Fresh;
    NumberFormat precision = NumberFormat::Fp32;
    std::int64_t keepEvery = 5; // a session keeps the weights of every k-th generation
};

} // namespace hareloom
