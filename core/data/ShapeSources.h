// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/Source.h"

namespace hareloom {

/// uniform (1 to d variables) and the shapes in the plane: twoMoons, circles, swissRoll, pinwheel, spirals,
/// checkerboard.
Result<std::shared_ptr<const Source>> makeShapeSource(const SourceConfig& config);

} // namespace hareloom
