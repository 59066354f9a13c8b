// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/Moments.h"

namespace hareloom {

/// Of a distribution: mean (d) and covariance (d, d), symmetric and positive semi-definite.
struct MeanCovariance
{
    Vector mean;
    Matrix covariance;
};

/// The unbiased estimate from rows (divisor count - 1). NaN for fewer than two.
MeanCovariance meanCovarianceOf(const Moments& moments);

/// Every function below: NaN when the dimensions differ or an entry is not finite.

/// Squared Wasserstein-2 distance of two normals, in squared units of the data, >= 0:
/// |m1 - m2|^2 + tr(S1 + S2 - 2 (S1^1/2 S2 S1^1/2)^1/2); Givens and Shortt 1984, the Bures metric.
/// Computed as |m1 - m2|^2 + min over rotations U of |S1^1/2 - S2^1/2 U|^2, which does not cancel, so
/// singular and zero covariances are exact limits.
double w2SquaredGaussian(const MeanCovariance& a, const MeanCovariance& b);

/// KL(p || q) of two normals in nats, in [0, +inf]:
/// ((mp - mq)' Sq^-1 (mp - mq) + tr(Sq^-1 Sp) - d - ln(det Sp / det Sq)) / 2.
/// Where Sq is singular the densities are taken on its range: +inf unless p has the very same support.
double klGaussian(const MeanCovariance& p, const MeanCovariance& q);

/// |mu - mu_n|, Euclidean, in the data's unit. Nature 631, Fig. 4.
double meanError(const MeanCovariance& truth, const MeanCovariance& model);

/// |sigma - sigma_n|, the Euclidean norm over the variables of the difference of their standard deviations
/// (square roots of the covariance's diagonal), in the data's unit. Nature 631, Fig. 4 where d = 1.
double stdError(const MeanCovariance& truth, const MeanCovariance& model);

/// meanError^2 + stdError^2, in squared units of the data. For d = 1 it is the risk of Nature 631
/// (R = (mu - mu_n)^2 + (sigma - sigma_n)^2) and equals w2SquaredGaussian; for d > 1 it leaves
/// correlations out of account, and is a lower bound of w2SquaredGaussian.
double risk(const MeanCovariance& truth, const MeanCovariance& model);

/// Tr(now) / Tr(atGeneration0): 1 at generation 0, towards 0 in collapse (arXiv 2410.16713). NaN when
/// generation 0 had no variance.
double varianceRatio(const Matrix& now, const Matrix& atGeneration0);

} // namespace hareloom
