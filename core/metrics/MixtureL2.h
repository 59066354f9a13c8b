// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/StopToken.h"
#include "core/data/NormalMixture.h"

namespace hareloom {

/// Integral of f g over all space: sum over pairs of w_i v_j N(mu_i; nu_j, S_i + T_j), unit 1 / (unit of the
/// data)^d. Where two components meet with S_i + T_j singular it is +inf on their common support, else 0.
/// Costs K_f K_g d operations when each mixture shares one covariance (thousands of components are
/// fine), and a factorisation a pair when not. NaN when dimensions differ, and after a stop, which is heard
/// once a component of f.
double crossDensity(const NormalMixture& f, const NormalMixture& g, const StopToken& stop = {});

/// Squared L2 distance of two densities, integral of (f - g)^2, in closed form; >= 0. Nature 631, Fig. 7's
/// metric. +inf when a component of either is singular, because a point mass has no finite L2 norm; 0
/// for identical parameters, whatever they are; NaN when dimensions differ or an entry is not finite,
/// and after a stop.
double squaredL2(const NormalMixture& f, const NormalMixture& g, const StopToken& stop = {});

} // namespace hareloom
