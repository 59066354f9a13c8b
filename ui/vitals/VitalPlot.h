// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/CurveChart.h"
#include "ui/vitals/VariantLegend.h"
#include "ui/vitals/VitalChart.h"

namespace hareloom::ui {

/// A vital chart as an enlarged chart shows it, in the same colours and line styles.
CurvePlot curvePlot(const VitalChart& chart, const Theme& theme);

} // namespace hareloom::ui
