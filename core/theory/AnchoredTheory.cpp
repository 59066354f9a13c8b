// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/AnchoredTheory.h"

#include "core/data/RealWeight.h"

#include <cmath>
#include <limits>

namespace hareloom {

namespace {

/// One generation as an affine map of (v, A), given C: v' = vv v + va A + v1, A' = av v + aa A + a1.
struct Step
{
    double vv = 0, va = 0, v1 = 0;
    double av = 0, aa = 0, a1 = 0;
};

double total(const RowCounts& counts)
{
    return static_cast<double>(counts.real + counts.fresh + counts.synthetic);
}

double divisorOf(const AnchoredLoop& loop, double rows)
{
    return loop.divisor == Divisor::Unbiased ? rows - 1 : rows;
}

bool isWeighted(const AnchoredLoop& loop, const RowCounts& counts)
{
    return countsRealWeight(loop.realWeight, static_cast<double>(counts.real + counts.fresh), total(counts));
}

/// What one original, fresh or synthetic row counts; the weights of all sum to 1.
double realRowWeight(const AnchoredLoop& loop, const RowCounts& counts)
{
    return loop.realWeight / static_cast<double>(counts.real + counts.fresh);
}

Step weightedStepOf(const AnchoredLoop& loop, const RowCounts& counts, double covariance)
{
    const double w = loop.realWeight, rest = 1 - w;
    const auto s = static_cast<double>(counts.synthetic);
    const double ofReal = w * realRowWeight(loop, counts); // w^2 / n
    const double divisor = loop.divisor == Divisor::Unbiased ? 1 - ofReal - rest * rest / s : 1;
    Step step;
    step.av = rest * rest / s * loop.lambda;
    step.aa = rest * rest;
    step.a1 = ofReal * loop.variance +
              2 * realRowWeight(loop, counts) * static_cast<double>(counts.real) * rest * covariance;
    step.vv = (rest * loop.lambda - step.av) / divisor;
    step.va = (rest - step.aa) / divisor;
    step.v1 = (w * loop.variance - step.a1) / divisor;
    return step;
}

Step stepOf(const AnchoredLoop& loop, const RowCounts& counts, double covariance)
{
    if (isWeighted(loop, counts))
        return weightedStepOf(loop, counts, covariance);
    const double n = total(counts);
    const auto r = static_cast<double>(counts.real);
    const auto s = static_cast<double>(counts.synthetic);
    const double divisor = divisorOf(loop, n);
    const double fromTruth = (n - s) * loop.variance;
    Step step;
    step.av = s * loop.lambda / (n * n);
    step.aa = s * s / (n * n);
    step.a1 = (fromTruth + 2 * r * s * covariance) / (n * n);
    step.vv = (s * loop.lambda - n * step.av) / divisor;
    step.va = (s - n * step.aa) / divisor;
    step.v1 = (fromTruth - n * step.a1) / divisor;
    return step;
}

} // namespace

AnchoredMoments anchoredMoments(const AnchoredLoop& loop, std::span<const RowCounts> counts)
{
    const auto m0 = static_cast<double>(loop.originalRows);
    const double ofFirstMean = loop.variance / m0;
    double v = loop.variance * (m0 - 1) / divisorOf(loop, m0);
    double a = ofFirstMean;
    double c = ofFirstMean;
    AnchoredMoments moments{{v}, {a}};
    for (const RowCounts& row : counts) {
        const Step step = stepOf(loop, row, c);
        const double nextV = step.vv * v + step.va * a + step.v1;
        a = step.av * v + step.aa * a + step.a1;
        v = nextV;
        const auto real = static_cast<double>(row.real), synthetic = static_cast<double>(row.synthetic);
        c = isWeighted(loop, row) ? realRowWeight(loop, row) * real * ofFirstMean + (1 - loop.realWeight) * c
                                  : (real * ofFirstMean + synthetic * c) / total(row);
        moments.variance.push_back(v);
        moments.varianceOfMean.push_back(a);
    }
    return moments;
}

Curve relativeVarianceOfVariance(const AnchoredLoop& loop, std::span<const RowCounts> counts)
{
    const double ofRow = loop.lambda == 1 ? 2 : std::numeric_limits<double>::quiet_NaN();
    const double first = ofRow / static_cast<double>(loop.originalRows);
    double u = first, c = first;
    Curve curve{u};
    for (const RowCounts& row : counts) {
        const auto n = static_cast<double>(row.real + row.fresh), s = static_cast<double>(row.synthetic);
        const double w = isWeighted(loop, row) ? loop.realWeight : n / (n + s);
        const double ofReal = n > 0 ? w * w / n : 0, ofSynthetic = s > 0 ? (1 - w) * (1 - w) / s : 0;
        const double kept = n > 0 ? w * static_cast<double>(row.real) / n : 0; // weight of the original rows
        u = ofRow * (ofReal + ofSynthetic) + (1 - w) * (1 - w) * u + 2 * kept * (1 - w) * c;
        c = kept * first + (1 - w) * c;
        curve.push_back(u);
    }
    return curve;
}

Curve anchoredRisk(const AnchoredLoop& loop, std::span<const RowCounts> counts)
{
    Curve risk = anchoredMoments(loop, counts).varianceOfMean;
    const Curve relative = relativeVarianceOfVariance(loop, counts);
    for (std::size_t g = 0; g < risk.size(); ++g)
        risk[g] += loop.variance * relative[g] / 4;
    return risk;
}

SteadyState anchoredSteadyState(const AnchoredLoop& loop, const RowCounts& counts)
{
    const auto anchors = static_cast<double>(counts.real + counts.fresh);
    const double covariance = // of the fixed point of C', whatever the weight
        static_cast<double>(counts.real) / anchors * loop.variance / static_cast<double>(loop.originalRows);
    const Step step = stepOf(loop, counts, covariance);
    const double determinant = (1 - step.vv) * (1 - step.aa) - step.va * step.av;
    const SteadyState state{((1 - step.aa) * step.v1 + step.va * step.a1) / determinant,
                            ((1 - step.vv) * step.a1 + step.av * step.v1) / determinant};
    const bool exists = anchors > 0 && determinant > 0 && step.vv < 1 && state.variance > 0;
    constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
    return exists ? state : SteadyState{kNaN, kNaN};
}

} // namespace hareloom
