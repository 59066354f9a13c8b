// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/Dataset.h"
#include "core/family/Prediction.h"
#include "core/theory/CurationTheory.h"

#include <optional>
#include <string>
#include <vector>

namespace hareloom {

struct Experiment;

/// What theory says of a chain whose rows are chosen by taste and that replaces its data
/// (core/theory/CurationTheory.h): of one bell curve in one variable its mean and variance, of states how
/// different they are. As if of infinitely many rows, so of first order. Nothing for other loops, families
/// and metrics.
std::optional<Prediction> predictCurated(const Loop& loop, const std::string& metric);

/// What those are computed from; entry g belongs to generation g. Empty where there is no curve.
std::vector<NormalMoments> curatedBellCurves(const Loop& loop);
/// Frequencies of the states.
std::vector<Vector> curatedStates(const Loop& loop);

/// Whether theory takes the experiment's rows as chosen by taste.
bool isCurated(const Experiment& experiment);

} // namespace hareloom
