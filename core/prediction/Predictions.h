// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"
#include "core/family/Prediction.h"

#include <optional>
#include <string>

namespace hareloom {

/// The closed form that belongs to this experiment and metric, or nothing where none is known. It ends
/// before the first event: of what comes after, on what the chain has become by then, no closed form is
/// known. `variant` is one of expandVariants(). Opens a table to know its variance; no other cost.
///
/// `deviation` is known of "mean" of a variable (mean[j]) wherever "meanError" is: its square is the variance
/// that the fits have accumulated by then, of which a variable has the share that it has of the source's
/// total variance. It is exact where the curve is.
std::optional<Prediction> predict(const Experiment& variant, const std::string& metric);

} // namespace hareloom
