// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/Gaussian.h"

namespace hareloom {

/// Of distributions over states, as in core/metrics/Discrete.h: sqrt(1 - sum sqrt(p q)), in [0, 1]; 1 where
/// the two share no state (Hellinger 1909, doi:10.1515/crll.1909.136.210). NaN where their lengths differ.
double hellingerDiscrete(const Vector& p, const Vector& q);

/// Of two normals, in [0, 1]: with S = (Sp + Sq) / 2 its square is
/// 1 - (det Sp det Sq)^1/4 / (det S)^1/2 exp(-(mp - mq)' S^-1 (mp - mq) / 8). 1 where only one of them has
/// variance in every direction. NaN where neither has, where their dimensions differ, and where an entry is
/// not finite.
double hellingerGaussian(const MeanCovariance& p, const MeanCovariance& q);

} // namespace hareloom
