// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/kernels/CrossEntropy.h"

#include "core/neural/kernels/FloatLanes.h"

#include <cmath>
#include <limits>

namespace hareloom::neural {
namespace {

using namespace lanes;

constexpr float kNever = -std::numeric_limits<float>::infinity();

HARELOOM_EVERY_WIDTH
float largestOf(const float* row, std::int64_t count)
{
    F best = F{} + kNever;
    std::int64_t i = 0;
    for (; i + kLanes <= count; i += kLanes)
        best = larger(load(row + i), best);
    if (i < count)
        best = larger(loadSome(row + i, count - i, kNever), best);
    return largest(best);
}

HARELOOM_EVERY_WIDTH
float sumOfExp(const float* row, std::int64_t count, float shift)
{
    F total{};
    std::int64_t i = 0;
    for (; i + kLanes <= count; i += kLanes)
        total += exp(load(row + i) - shift);
    if (i < count)
        total += exp(loadSome(row + i, count - i, kNever) - shift);
    return sum(total);
}

HARELOOM_EVERY_WIDTH
void scaledExp(float* row, std::int64_t count, float shift, float scale)
{
    std::int64_t i = 0;
    for (; i + kLanes <= count; i += kLanes)
        store(row + i, exp(load(row + i) - shift) * scale);
    if (i < count)
        storeSome(row + i, exp(loadSome(row + i, count - i, kNever) - shift) * scale, count - i);
}

HARELOOM_EVERY_WIDTH
void shiftTwice(float* row, std::int64_t count, float first, float second)
{
    for (std::int64_t i = 0; i < count; ++i)
        row[i] = (row[i] - first) - second;
}

} // namespace

LogSum logSumOf(const float* row, std::int64_t count)
{
    const float most = largestOf(row, count);
    return {most, std::log(sumOfExp(row, count, most))};
}

void logSoftmax(float* row, std::int64_t count)
{
    const LogSum s = logSumOf(row, count);
    shiftTwice(row, count, s.largest, s.logSum);
}

double crossEntropyGradient(float* row, std::int64_t count, std::int64_t target, float scale)
{
    const float most = largestOf(row, count), total = sumOfExp(row, count, most);
    const double loss =
        std::log(static_cast<double>(total)) - (static_cast<double>(row[target]) - static_cast<double>(most));
    scaledExp(row, count, most, scale / total);
    row[target] -= scale;
    return loss;
}

} // namespace hareloom::neural
