// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/theory/Curve.h"

namespace hareloom {

/// A mean that is estimated, in every generation, from n fresh rows of variance sigma^2, which have the share
/// w of the weight together, and from m rows that the model of the generation before generated, with the same
/// variance sigma^2, known and never refitted: arXiv 2502.18049 (He, Xu and Cheng). k = n / m, above 0.
/// anchoredMoments() has the chain whose variance is refitted, too; for many rows both say the same.

/// Var(mu_g) in units of sigma^2, for g = 0 ... generations; generation 0 is the mean of n rows:
///   V_0 = 1/n,   V' = w^2 / n + (1 - w)^2 (1/m + V). Exact. w in [0, 1].
Curve varianceOfWeightedMean(double w, double freshRows, double syntheticRows, int generations);

/// Where n V_g settles: (w^2 + k (1 - w)^2) / (w (2 - w)). Exact; our derivation. w in (0, 1].
double limitOfWeightedMean(double w, double k);

/// The w of the smallest limit: (sqrt(k^2 + 4 k) - k) / 2, the reciprocal of the golden ratio for k = 1
/// (arXiv 2502.18049). At this w the limit is w itself (our derivation).
double bestRealWeight(double k);

} // namespace hareloom
