// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/Dataset.h"
#include "ui/plot/PlotFrame.h"

#include <QString>

#include <vector>

namespace hareloom::ui {

/// Real rows before generation 0, counted in bins of one width over the range of x.
struct RealHistogram
{
    AxisRange x;
    QString title;           // of x; may be empty
    std::vector<Tick> ticks; // of x
    std::vector<double> heights;
};

/// Of the first variable; `range` is not empty. Rows outside of it are not counted.
std::vector<double> countsOf(const Matrix& rows, const AxisRange& range, std::size_t bins);

/// Columns in ink, with room above them for what lies over the stage.
void paintRealHistogram(QPainter& painter, const QRectF& inner, const RealHistogram& histogram,
                        const Theme& theme);

} // namespace hareloom::ui
