// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/PowerLaw.h"

#include <cmath>
#include <limits>

namespace hareloom {
namespace {

constexpr double kLeast = 1 + 1e-6, kMost = 20;

} // namespace

double riemannZeta(double s)
{
    constexpr int kTerms = 20;
    const double n = kTerms;
    double sum = 0;
    for (int k = 1; k < kTerms; ++k)
        sum += std::pow(k, -s);
    const double last = std::pow(n, -s);
    double rest = last * n / (s - 1) + last / 2, factor = s * last / n;
    rest += factor / 12;
    factor *= (s + 1) * (s + 2) / (n * n);
    rest -= factor / 720;
    factor *= (s + 3) * (s + 4) / (n * n);
    rest += factor / 30240;
    return sum + rest;
}

double powerLawExponent(std::span<const std::int64_t> counts)
{
    double meanLog = 0;
    for (const std::int64_t count : counts)
        meanLog += std::log(static_cast<double>(count));
    meanLog /= static_cast<double>(counts.size());
    if (!(meanLog > 0)) // none, or all are 1
        return std::numeric_limits<double>::quiet_NaN();
    // ln zeta(a) + a mean ln x is convex: golden section.
    const auto cost = [meanLog](double a) { return std::log(riemannZeta(a)) + a * meanLog; };
    const double golden = (std::sqrt(5.0) - 1) / 2;
    double low = kLeast, high = kMost;
    double a = high - golden * (high - low), b = low + golden * (high - low);
    double atA = cost(a), atB = cost(b);
    while (high - low > 1e-9) {
        if (atA < atB) {
            high = b;
            b = a;
            atB = atA;
            a = high - golden * (high - low);
            atA = cost(a);
        } else {
            low = a;
            a = b;
            atA = atB;
            b = low + golden * (high - low);
            atB = cost(b);
        }
    }
    return (low + high) / 2;
}

} // namespace hareloom
