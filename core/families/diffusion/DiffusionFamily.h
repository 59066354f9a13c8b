// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/Family.h"

namespace hareloom {

/// A small diffusion model of points in a few dimensions or of small images (see DiffusionArchitecture.h).
extern const Family kDiffusionFamily;

} // namespace hareloom
