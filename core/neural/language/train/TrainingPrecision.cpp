// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/language/train/TrainingPrecision.h"

#include "core/base/ProcessorClock.h"
#include "core/neural/kernels/Gemm.h"

#include <algorithm>
#include <limits>

namespace hareloom::neural {
namespace {

constexpr std::int64_t kRows = 256, kSteps = 256, kColumns = 512; // of the probe: a small model's layer
constexpr int kTries = 9;
constexpr double kGain = 1.25; // below it, the loss of digits is not worth while

bool halvesPay()
{
    const Floats a(static_cast<std::size_t>(kRows * kSteps), 1.0F),
        b(static_cast<std::size_t>(kSteps * kColumns), 1.0F);
    Floats c(static_cast<std::size_t>(kRows * kColumns));
    const auto timed = [&](Precision precision) {
        const double start = processorSeconds();
        gemm(kRows, kColumns, kSteps, {a.data(), kSteps, 1}, {b.data(), kColumns, 1}, c.data(), kColumns, {},
             precision);
        return processorSeconds() - start;
    };
    double single = std::numeric_limits<double>::infinity(), half = single;
    for (int i = 0; i < kTries; ++i) {
        single = std::min(single, timed(Precision::Fp32));
        half = std::min(half, timed(Precision::Bf16));
    }
    return single > kGain * half;
}

} // namespace

Result<Precision> trainingPrecision(NumberFormat wanted)
{
    if (wanted == NumberFormat::Bf16 && !multipliesHalves())
        return unsupported(
            "precision: this processor has no products of bfloat16; choose fp32 or auto instead of bf16");
    if (wanted == NumberFormat::Bf16)
        return Precision::Bf16;
    if (wanted == NumberFormat::Fp32 || !multipliesHalves())
        return Precision::Fp32;
    static const bool pays = halvesPay();
    return pays ? Precision::Bf16 : Precision::Fp32;
}

} // namespace hareloom::neural
