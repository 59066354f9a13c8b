// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/Formula.h"
#include "core/family/Prediction.h"

#include <optional>
#include <string>

namespace hareloom {

/// What a normal's generation 0 is drawn from, and how its variance is fitted.
struct NormalStart
{
    double variance; // the trace for several variables
    Divisor divisor;
};

/// "variance", "meanError", "meanErrorSquared" and, to first order, "risk", "w2Squared" and "stdError" of a
/// normal that keeps real rows in its diet, with weights or without, in generation g. Nothing for other
/// metrics.
std::optional<Formula> anchoredFormula(const Loop& loop, const NormalStart& start, const std::string& metric,
                                       int generation);

/// What the formulas of normals have in common.
inline constexpr std::string_view kMeanError = "√ E (μ(g) − μ)²";
inline constexpr std::string_view kSquaredMeanError = "E (μ(g) − μ)²";
inline constexpr std::string_view kDerived = "derived; docs/theory.md";
inline constexpr std::string_view kFitted =
    "rows that this generation is fitted on; a table is the truth itself, so that generation 0 counts as "
    "fitted on countless rows";
inline bool isOfMean(const std::string& metric)
{
    return metric == "meanError" || metric == "meanErrorSquared";
}

} // namespace hareloom
