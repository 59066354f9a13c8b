// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/Dataset.h"
#include "core/theory/Curve.h"

#include <functional>

namespace hareloom {

/// What best of K does to a distribution (Ferbach et al. 2024, arXiv 2407.09499): K candidates are drawn from p, and x is
/// kept with a probability proportional to e^r(x) among them. What is kept has the distribution
///   p'(x) = p(x) E[K e^r(x) / (e^r(x) + e^r(X_2) + ... + e^r(X_K))], X_i drawn from p;
/// for K to infinity p'(x) = p(x) e^r(x) / E[e^r].

/// One taste: the reward of each point, and its share of the rows. Shares are relative to each other.
struct CurationTaste
{
    Vector rewards;
    double share = 1;
};

/// p' over as many points as `p` has, p summing to 1; several tastes mix what they keep by their shares. Exact for every
/// K >= 2, but for an integral that is computed to a relative error of 1e-10 (derived: 1 / a is the integral of e^-(a s) over
/// s > 0, under which the candidates part). NaN where the rewards of points that occur differ by more than 1,000: then
/// one candidate is as good as sure to be kept.
Vector curated(const Vector& p, std::int64_t candidates, const std::vector<CurationTaste>& tastes);

/// The limit of the above for K to infinity.
Vector tilted(const Vector& p, const std::vector<CurationTaste>& tastes);

/// The steps of work that curated() does for as many points.
double curationSteps(std::int64_t points, std::size_t tastes);

/// Mean and variance of a normal in one variable.
struct NormalMoments
{
    double mean = 0, variance = 1;
};

/// A taste for numbers in one variable: the reward as a function.
struct ScalarTaste
{
    std::function<double(double)> reward;
    double share = 1;
};

/// The moments of what is kept of a normal: curated() on a grid of 161 points within 8 standard deviations, which is exact to
/// 1e-8 for rewards that are polynomials of a low degree.
NormalMoments curatedNormal(const NormalMoments& normal, std::int64_t candidates,
                            const std::vector<ScalarTaste>& tastes);

/// After g generations, for g = 0 ... generations: each a normal that has the moments of what was kept, as if of infinitely
/// many rows. First order for a chain of finitely many.
std::vector<NormalMoments> curatedNormals(const NormalMoments& first, double lambda, std::int64_t candidates,
                                          const std::vector<ScalarTaste>& tastes, int generations);

/// For K to infinity and the reward -c (x - a)^2 / 2, after t generations, exactly: the normal with
///   1 / sigma_t^2 = 1 / sigma_0^2 + t c,   mu_t = sigma_t^2 (mu_0 / sigma_0^2 + t c a). Of p_t = p_0 e^(t r) / Z, arXiv 2407.09499.
NormalMoments tiltedNormal(const NormalMoments& first, double strength, double point, int generation);

} // namespace hareloom
