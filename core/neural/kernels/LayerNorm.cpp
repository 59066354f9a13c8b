// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/kernels/LayerNorm.h"

#include "core/neural/kernels/FloatLanes.h"

#include <cmath>

namespace hareloom::neural {
namespace {

using namespace lanes;

struct Moments
{
    float mean = 0, inverseDeviation = 0;
};

HARELOOM_INLINE Moments momentsOf(const float* x, std::int64_t d, float epsilon)
{
    F all{};
    float rest = 0;
    std::int64_t i = 0;
    for (; i + kLanes <= d; i += kLanes)
        all += load(x + i);
    for (; i < d; ++i)
        rest += x[i];
    const float mean = (sum(all) + rest) / static_cast<float>(d);
    F squares{};
    rest = 0;
    for (i = 0; i + kLanes <= d; i += kLanes) {
        const F centred = load(x + i) - mean;
        squares += centred * centred;
    }
    for (; i < d; ++i)
        rest += (x[i] - mean) * (x[i] - mean);
    return {mean, 1 / std::sqrt((sum(squares) + rest) / static_cast<float>(d) + epsilon)};
}

HARELOOM_EVERY_WIDTH
void normalise(const LayerNorm& norm, std::int64_t rows, const float* x, float* y, float* stats)
{
    const std::int64_t d = norm.d;
    for (std::int64_t r = 0; r < rows; ++r, x += d, y += d) {
        const Moments m = momentsOf(x, d, norm.epsilon);
        if (stats) {
            stats[2 * r] = m.mean;
            stats[2 * r + 1] = m.inverseDeviation;
        }
        for (std::int64_t i = 0; i < d; ++i)
            y[i] = (x[i] - m.mean) * m.inverseDeviation * norm.weight[i] + norm.bias[i];
    }
}

HARELOOM_EVERY_WIDTH
void backwards(const LayerNorm& norm, std::int64_t rows, const float* x, const float* stats, const float* dy,
               float* dx, float* dWeight, float* dBias)
{
    const std::int64_t d = norm.d;
    for (std::int64_t r = 0; r < rows; ++r, x += d, dy += d, dx += d) {
        const float mean = stats[2 * r], inverse = stats[2 * r + 1];
        F sums{}, products{};
        float sumRest = 0, productRest = 0;
        std::int64_t i = 0;
        for (; i + kLanes <= d; i += kLanes) {
            const F unit = (load(x + i) - mean) * inverse, g = load(dy + i);
            const F h = g * load(norm.weight + i);
            sums += h;
            products += h * unit;
            store(dWeight + i, load(dWeight + i) + g * unit);
            store(dBias + i, load(dBias + i) + g);
        }
        for (; i < d; ++i) {
            const float unit = (x[i] - mean) * inverse, h = dy[i] * norm.weight[i];
            sumRest += h;
            productRest += h * unit;
            dWeight[i] += dy[i] * unit;
            dBias[i] += dy[i];
        }
        const float part = 1 / static_cast<float>(d);
        const float s = (sum(sums) + sumRest) * part, p = (sum(products) + productRest) * part;
        for (i = 0; i < d; ++i)
            dx[i] += inverse * (dy[i] * norm.weight[i] - s - (x[i] - mean) * inverse * p);
    }
}

} // namespace

void LayerNorm::forward(std::int64_t rows, const float* x, float* y, float* stats) const
{
    normalise(*this, rows, x, y, stats);
}

void LayerNorm::backward(std::int64_t rows, const float* x, const float* stats, const float* dy, float* dx,
                         float* dWeight, float* dBias) const
{
    backwards(*this, rows, x, stats, dy, dx, dWeight, dBias);
}

} // namespace hareloom::neural
