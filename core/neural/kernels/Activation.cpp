// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/kernels/Activation.h"

#include "core/neural/kernels/FloatLanes.h"

#include <cmath>
#include <numbers>

namespace hareloom::neural {
namespace {

using namespace lanes;

constexpr float kRoot = 0.7978845608F; // sqrt(2 / pi)
constexpr float kCubic = 0.044715F;

HARELOOM_INLINE F geluTanh(const F& x)
{
    return 0.5F * x * (1.0F + tanh(kRoot * (x + kCubic * x * x * x)));
}
HARELOOM_INLINE F geluTanhSlope(const F& x)
{
    const F t = tanh(kRoot * (x + kCubic * x * x * x));
    return 0.5F * (1.0F + t) + 0.5F * x * (1.0F - t * t) * kRoot * (1.0F + 3.0F * kCubic * x * x);
}

HARELOOM_EVERY_WIDTH
void geluTanhAll(std::int64_t count, const float* x, float* y)
{
    std::int64_t i = 0;
    for (; i + kLanes <= count; i += kLanes)
        store(y + i, geluTanh(load(x + i)));
    if (i < count)
        storeSome(y + i, geluTanh(loadSome(x + i, count - i, 0)), count - i);
}

HARELOOM_EVERY_WIDTH
void geluTanhGradient(std::int64_t count, const float* x, float* dy)
{
    std::int64_t i = 0;
    for (; i + kLanes <= count; i += kLanes)
        store(dy + i, load(dy + i) * geluTanhSlope(load(x + i)));
    if (i < count)
        storeSome(dy + i, loadSome(dy + i, count - i, 0) * geluTanhSlope(loadSome(x + i, count - i, 0)),
                  count - i);
}

HARELOOM_EVERY_WIDTH
void reluGradient(std::int64_t count, const float* x, float* dy)
{
    for (std::int64_t i = 0; i < count; ++i)
        dy[i] = x[i] > 0 ? dy[i] : 0.0F;
}

float normalCdf(float x)
{
    return 0.5F * (1 + std::erf(x * std::numbers::sqrt2_v<float> / 2));
}

} // namespace

void activate(Activation kind, std::int64_t count, const float* x, float* y)
{
    if (kind == Activation::GeluTanh)
        return geluTanhAll(count, x, y);
    for (std::int64_t i = 0; i < count; ++i)
        y[i] = x[i] * normalCdf(x[i]);
}

void activationGradient(Activation kind, std::int64_t count, const float* x, float* dy)
{
    if (kind == Activation::Relu)
        return reluGradient(count, x, dy);
    if (kind == Activation::GeluTanh)
        return geluTanhGradient(count, x, dy);
    constexpr float kDensity = 0.3989422804F; // 1 / sqrt(2 pi)
    for (std::int64_t i = 0; i < count; ++i)
        dy[i] *= normalCdf(x[i]) + x[i] * kDensity * std::exp(-0.5F * x[i] * x[i]);
}

} // namespace hareloom::neural
