// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/NormalMixture.h"

#include <functional>

namespace hareloom {

/// A distribution on the line: the x with P(X <= x) = below and P(X > x) = above; see Source::quantile().
using QuantileFunction = std::function<double(double below, double above)>;

/// Squared Wasserstein-2 distance of a mixture in one variable from a distribution whose quantiles are known:
/// E (T(X) - X)^2 over the mixture, where T takes each x to the truth's quantile of the same rank (Villani, Topics
/// in Optimal Transportation, 2003, sect. 2.2). No samples: adaptive Gauss-Kronrod rules, to about 1e-9 of
/// `variance` + the mixture's variance + the squared distance of their means. A component narrower than 1e-9 of
/// that scale counts as one of that width. `mean`, `variance`: the truth's. NaN where the mixture is not finite.
double w2SquaredExact(const NormalMixture& model, const QuantileFunction& truth, double mean, double variance,
                      const StopToken& stop = {});

/// The same from a sample's own distribution, one atom a value.
double w2SquaredExact(const Vector& sample, const QuantileFunction& truth, double mean, double variance,
                      const StopToken& stop = {});

} // namespace hareloom
