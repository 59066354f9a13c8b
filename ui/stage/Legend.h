// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/Stage.h"

namespace hareloom::ui {

/// Entries side by side, the last one's right end at `corner`, above the plot so that they never lie on data.
/// Begins further rows within `width`; of more than `mostRows` the first entries are left out.
void paintLegend(QPainter& painter, const QPointF& corner, double width,
                 const std::vector<LegendEntry>& entries, const Theme& theme, int mostRows = 1);
/// Rows that all of them take within `width`.
int legendRows(const std::vector<LegendEntry>& entries, double width);
/// Of one row.
double legendLineHeight();

/// Numbers side by side, each under its name, the last one's right edge at `corner`. Leaves out the last ones
/// when there is no room for all within `width`.
void paintFacts(QPainter& painter, const QPointF& corner, double width, const std::vector<StageFact>& facts,
                const Theme& theme);

} // namespace hareloom::ui
