// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/SpecialFunctions.h"

#include <cmath>
#include <limits>

namespace hareloom {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
/// From here on the asymptotic series below are exact to rounding.
constexpr double kAsymptotic = 15.0;

} // namespace

double digamma(double x)
{
    if (!(x > 0))
        return kNaN;
    double shift = 0;
    for (; x < kAsymptotic; x += 1)
        shift -= 1 / x;
    const double y = 1 / (x * x);
    const double series =
        y * (1.0 / 12 -
             y * (1.0 / 120 - y * (1.0 / 252 - y * (1.0 / 240 - y * (1.0 / 132 - y * 691.0 / 32760)))));
    return shift + std::log(x) - 0.5 / x - series;
}

double trigamma(double x)
{
    if (!(x > 0))
        return kNaN;
    double shift = 0;
    for (; x < kAsymptotic; x += 1)
        shift += 1 / (x * x);
    const double y = 1 / (x * x);
    const double series =
        y * (1.0 / 6 - y * (1.0 / 30 - y * (1.0 / 42 - y * (1.0 / 30 - y * (5.0 / 66 - y * 691.0 / 2730)))));
    return shift + (1 + 0.5 / x + series) / x;
}

double tetragamma(double x)
{
    if (!(x > 0))
        return kNaN;
    double shift = 0;
    for (; x < kAsymptotic; x += 1)
        shift -= 2 / (x * x * x);
    const double y = 1 / (x * x);
    const double series =
        y * (1.0 / 2 - y * (1.0 / 6 - y * (1.0 / 6 - y * (3.0 / 10 - y * (5.0 / 6 - y * 691.0 / 210)))));
    return shift - y * (1 + 1 / x + series);
}

double c4(double rows)
{
    if (!(rows >= 2))
        return kNaN;
    // Not lgamma, which writes a global; beyond tgamma's range the ratio's own series is as good.
    if (rows > 300) {
        const double t = 1 / (rows - 1);
        return 1 - t * (1.0 / 4 - t * (1.0 / 32 + t * (5.0 / 128 - t * 21.0 / 2048)));
    }
    return std::sqrt(2 / (rows - 1)) * std::tgamma(rows / 2) / std::tgamma((rows - 1) / 2);
}

double sinc(double x)
{
    return x == 0 ? 1.0 : std::sin(x) / x;
}

} // namespace hareloom
