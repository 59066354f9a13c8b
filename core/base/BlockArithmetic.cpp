// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/BlockArithmetic.h"

#include "core/base/VectorMath.h"

namespace hareloom {

using vec::kLanes;
using vec::Lanes;

HARELOOM_EVERY_WIDTH
double sumOf(const double* x, std::int64_t n)
{
    Lanes sums{};
    std::int64_t i = 0;
    for (; i + kLanes <= n; i += kLanes)
        sums += vec::load(x + i);
    for (int k = 0; i < n; ++i, ++k)
        sums[k] += x[i];
    return vec::sum(sums);
}

HARELOOM_EVERY_WIDTH
double squaresAbout(const double* x, std::int64_t n, double centre)
{
    Lanes sums{};
    std::int64_t i = 0;
    for (; i + kLanes <= n; i += kLanes) {
        const Lanes y = vec::load(x + i) - centre;
        sums += y * y;
    }
    for (int k = 0; i < n; ++i, ++k)
        sums[k] += (x[i] - centre) * (x[i] - centre);
    return vec::sum(sums);
}

HARELOOM_EVERY_WIDTH
void scaleAndShift(double* x, std::int64_t n, double factor, double offset)
{
    for (std::int64_t i = 0; i < n; ++i)
        x[i] = offset + factor * x[i];
}

} // namespace hareloom
