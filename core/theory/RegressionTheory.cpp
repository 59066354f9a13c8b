// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/RegressionTheory.h"

#include <limits>
#include <numbers>

namespace hareloom {

namespace {

double errorOfOneFit(const RegressionLoop& loop)
{
    const double spare = loop.rows - loop.features - 1;
    return spare > 0 ? loop.noiseVariance * loop.features / spare : std::numeric_limits<double>::quiet_NaN();
}

} // namespace

double replaceTestError(const RegressionLoop& loop, int fits)
{
    return errorOfOneFit(loop) * fits;
}

double accumulateTestErrorBound(const RegressionLoop& loop)
{
    return errorOfOneFit(loop) * std::numbers::pi * std::numbers::pi / 6;
}

} // namespace hareloom
