// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/SourceKind.h"

namespace hareloom {

/// 1 to d independent variables. Errors: InvalidInput (ends).
extern const SourceKind kUniformSource;

/// Curves and areas in the plane, with noise around them.
extern const SourceKind kTwoMoonsSource, kCirclesSource, kSwissRollSource, kPinwheelSource, kSpiralsSource,
    kCheckerboardSource;

} // namespace hareloom
