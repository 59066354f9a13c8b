// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/Prediction.h"

#include <optional>
#include <string>

namespace hareloom {

/// What theory says of a chain whose rows are chosen by taste and that replaces its data (core/theory/CurationTheory.h): of one
/// bell curve in one variable its mean and variance, of states how different they are. As if of infinitely many rows, so of
/// first order. Nothing for other loops, families and metrics.
std::optional<Prediction> predictCurated(const Loop& loop, const std::string& metric);

} // namespace hareloom
