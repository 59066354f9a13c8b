// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Export.h"
#include "core/training/RowOrigin.h"

namespace hareloom {

/// Columns that say where rows came from: origin (real, fresh or synthetic), generatedBy (the generation
/// whose model made a synthetic row, else empty) and previous (yes where the row was taken from those that
/// the generation before was fitted on, else no).
RowLabels originLabels(std::span<const OriginRun> origins);

} // namespace hareloom
