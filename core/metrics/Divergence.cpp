// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/Divergence.h"

#include <cmath>
#include <limits>
#include <numbers>

namespace hareloom {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// ln(a / b) at a row drawn from a. No density under a itself means that a is concentrated on a null set.
double logRatio(double logA, double logB)
{
    if (logA == -kInfinity)
        return kInfinity;
    return logA == logB ? 0.0 : logA - logB;
}

/// ln(a / ((a + b) / 2)) from ln(a / b), in (-inf, ln 2].
double logRatioToMiddle(double logRatioOfAToB)
{
    const double x = -logRatioOfAToB;
    const double softplus = x > 0 ? x + std::log1p(std::exp(-x)) : std::log1p(std::exp(x));
    return std::numbers::ln2 - softplus;
}

Estimate meanOf(const Vector& values)
{
    const auto n = static_cast<double>(values.size());
    if (values.size() == 0)
        return {kNaN, kNaN};
    const double mean = values.sum() / n;
    const double squares = (values.array() - mean).square().sum();
    return {mean, values.size() > 1 ? std::sqrt(squares / (n - 1) / n) : kNaN};
}

Vector logRatios(const Vector& own, const Vector& other)
{
    return own.binaryExpr(other, [](double a, double b) { return logRatio(a, b); });
}

} // namespace

Estimate klMonteCarlo(const LogDensities& atRowsOfP)
{
    if (atRowsOfP.p.size() != atRowsOfP.q.size())
        return {kNaN, kNaN};
    return meanOf(logRatios(atRowsOfP.p, atRowsOfP.q));
}

Estimate jsMonteCarlo(const LogDensities& atRowsOfP, const LogDensities& atRowsOfQ)
{
    if (atRowsOfP.p.size() != atRowsOfP.q.size() || atRowsOfQ.p.size() != atRowsOfQ.q.size())
        return {kNaN, kNaN};
    const Estimate ofP = meanOf(logRatios(atRowsOfP.p, atRowsOfP.q).unaryExpr(&logRatioToMiddle));
    const Estimate ofQ = meanOf(logRatios(atRowsOfQ.q, atRowsOfQ.p).unaryExpr(&logRatioToMiddle));
    return {0.5 * (ofP.value + ofQ.value), 0.5 * std::hypot(ofP.standardError, ofQ.standardError)};
}

double meanNll(const Vector& logDensity)
{
    return logDensity.size() == 0 ? kNaN : -logDensity.sum() / static_cast<double>(logDensity.size());
}

} // namespace hareloom
