// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/Family.h"

namespace hareloom {

/// Families whose models are mixtures of normals: one, one over every row, a few (see Gaussian.h, Kde.h, Mixture.h).
extern const Family kGaussianFamily, kKdeFamily, kMixtureFamily;

} // namespace hareloom
