// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/theory/Curve.h"

namespace hareloom {

/// A normal of variance sigma^2 that is refitted to its own samples and nothing else (pure replacement):
/// Nature 631, 755, theory section. For d variables every expectation of a sum over variables (trace,
/// risk, |mu - mu_n|^2) is the one-dimensional one with sigma^2 = Tr Sigma, because each marginal is a
/// one-dimensional chain.
///
/// What no chart of the product shows is here all the same: tests/theory holds it against simulation, or
/// against a law that is exact.
struct GaussianLoop
{
    double variance = 1; // sigma^2, of the real rows
    Sizes sizes;         // rows of each fit, see Curve.h; a size below 2 makes Unbiased curves NaN from there
    Divisor divisor = Divisor::Unbiased;
    double lambda = 1; // rows are drawn from N(mu_n, lambda Sigma_n): MAD's sampling bias, arXiv 2307.01850
};

/// E[sigma_g^2] = sigma^2 lambda^g, times prod_{i<=g} (1 - 1/M_i) when biased. Exact. For lambda = 1,
/// unbiased, it never falls: the mean over chains does not collapse. lambda^g: arXiv 2307.01850, sect. 3.
Curve expectedVariance(const GaussianLoop& loop);

/// E[sigma_g] = sigma lambda^(g/2) prod_{i<=g} c4(M_i), times prod sqrt(1 - 1/M_i) when biased. Exact; each
/// fitted variance is an independent chi-squared factor times the one before.
Curve expectedStandardDeviation(const GaussianLoop& loop);

/// Var(mu_g) = sum_{i<=g} v_i / M_i with v_0 = sigma^2 and v_i = lambda E[sigma_{i-1}^2]. Exact. For
/// lambda = 1, unbiased: sigma^2 sum 1/M_i, Nature 631.
Curve varianceOfMean(const GaussianLoop& loop);

/// Variance of one row that generation g generates, over all chains: lambda E[sigma_g^2] + Var(mu_g).
/// Exact. For lambda = 1, unbiased: sigma^2 (1 + (g+1)/M), Nature 631.
Curve marginalVariance(const GaussianLoop& loop);

/// E[ln sigma_g^2] = ln sigma^2 + g ln lambda + sum_{i<=g} (psi((M_i - 1)/2) - ln(D_i/2)), D_i the divisor.
/// Exact: (M - 1) s^2 / sigma^2 is chi-squared, and E[ln chi2_k] = psi(k/2) + ln 2.
Curve expectedLogVariance(const GaussianLoop& loop);

/// Var(ln sigma_g^2) = sum_{i<=g} psi'((M_i - 1)/2), whatever divisor and lambda. Exact.
Curve varianceOfLogVariance(const GaussianLoop& loop);

/// Median over chains of sigma_g^2, to first order in 1/M: sigma^2 lambda^g exp(-sum_{i<=g} 1/(M_i - 1)),
/// times prod (1 - 1/M_i) when biased. Nature 631: exp(-n/(M-1)).
Curve medianVarianceFirstOrder(const GaussianLoop& loop);

/// The same to second order, by the Cornish-Fisher median of ln sigma_g^2: exp(E - k3 / (6 k2)), where k2 and
/// k3 = sum psi''((M_i - 1)/2) are its second and third cumulants. Off by 0.2% after one fit on 10 rows,
/// by 0.002% on 100.
Curve medianVariance(const GaussianLoop& loop);

/// E[(mu - mu_g)^2 + (sigma - sigma_g)^2] = Var(mu_g) + sigma^2 - 2 sigma E[sigma_g] + E[sigma_g^2]. Exact.
/// For lambda = 1, unbiased: sigma^2 sum 1/M_i + 2 sigma^2 (1 - prod c4(M_i)).
Curve expectedRisk(const GaussianLoop& loop);

/// 3/2 sigma^2 sum_{i<=g} 1/M_i: the risk to first order in 1/M, for lambda = 1 and the unbiased divisor;
/// Nature 631. NaN for other loops.
Curve expectedRiskFirstOrder(const GaussianLoop& loop);

/// E[ln det Sigma_g] - ln det Sigma for d variables = sum_{i<=g} (sum_{j=1..d} psi((M_i - j)/2) - d
/// ln(D_i/2)) + g d ln lambda. Exact: the determinant of a Wishart matrix is a product of chi-squareds
/// (Muirhead 1982, theorem 3.2.15). NaN from the first M_i <= d, whose fitted covariance is singular.
Curve expectedLogDeterminantRatio(const GaussianLoop& loop, int dimension);

} // namespace hareloom
