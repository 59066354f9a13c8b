// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/regression/RegressionTruth.h"
#include "ui/stage/Stage.h"

namespace hareloom::ui {

inline const RegressionSnapshot& regressionOf(const GenerationPtr& generation)
{
    return *asRegression(generation->snapshot.get());
}

/// The best line of the distribution that the real rows are drawn from; nothing of a table.
std::optional<BestLine> truthOf(const StageOrigin& origin);

/// What the model answers at inputs (n, d), blended between the two generations of a frame.
Vector answersAt(const StageFrame& frame, MatrixView inputs);

/// Test error where it was measured, and the standard deviation of the residuals: now and in generation 0.
std::vector<StageFact> regressionFacts(const StageFrame& frame, const GenerationPtr& first);

/// "eruptions", or "x2" and "y" where variables have no names. `index` counts from 0, the response is the
/// last.
QString variableOf(const StageOrigin& origin, int index, int inputs);

} // namespace hareloom::ui
