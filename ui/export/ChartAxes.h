// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/Figures.h"
#include "ui/vitals/VitalChart.h"

namespace hareloom::ui {

/// The chart of a metric with ranges and scale as `options.axes` wants them; whatever it has by itself
/// otherwise.
VitalChart withAxes(VitalChart chart, const FigureOptions& options);
/// Whether it can have them. Errors: InvalidInput, one sentence (a logarithmic axis that would begin at 0 or
/// below, or has no values).
Result<void> checkAxesOf(const VitalChart& chart, const FigureOptions& options);

} // namespace hareloom::ui
