// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"
#include "core/theory/Curve.h"

#include <optional>
#include <string>

namespace hareloom {

/// What theory says of one metric, to be drawn beside it.
struct Prediction
{
    Curve values;       // entry g belongs to generation g
    std::string label;  // "median", "expected", "root mean square": what over chains it describes
    bool exact = false; // else an approximation to the order that docs/theory.md states
};

/// The closed form that belongs to this experiment and metric, or nothing where none is known.
/// `variant` is one of expandVariants(). Opens a table to know its variance; no other cost.
std::optional<Prediction> predict(const Experiment& variant, const std::string& metric);

} // namespace hareloom
