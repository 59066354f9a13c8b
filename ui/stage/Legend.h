// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/Stage.h"

namespace hareloom::ui {

/// Entries under one another, the topmost right corner at `corner`, on a plate that keeps them readable.
void paintLegend(QPainter& painter, const QPointF& corner, const std::vector<LegendEntry>& entries, const Theme& theme);

/// Numbers side by side, each under its name, the last one's right edge at `corner`. Leaves out the last ones
/// when there is no room for all within `width`.
void paintFacts(QPainter& painter, const QPointF& corner, double width, const std::vector<StageFact>& facts,
                const Theme& theme);

} // namespace hareloom::ui
