// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/StopToken.h"
#include "core/family/Snapshot.h"

// What a snapshot says of itself, for work that may be stopped: a model may have as many components as there
// are rows. What these return after a stop is of no use.

namespace hareloom {

bool isFinite(const Snapshot& snapshot, const StopToken& stop);
std::optional<MeanCovariance> momentsOf(const Snapshot& snapshot, const StopToken& stop);
std::optional<Vector> logDensityOf(const Snapshot& snapshot, MatrixView rows, const StopToken& stop);

} // namespace hareloom
