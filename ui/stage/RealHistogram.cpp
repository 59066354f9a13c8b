// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/RealHistogram.h"

#include "ui/theme/OkLab.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr double kHeadroom = 1.9; // the vertical axis, in heights of the highest column

void paintColumns(QPainter& painter, const PlotFrame& plot, const std::vector<double>& heights,
                  const Theme& theme)
{
    const double width = plot.area().width() / double(heights.size()), gap = width > 6 ? 2 : 0;
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (std::size_t i = 0; i < heights.size(); ++i) {
        const double top = plot.y(heights[i]);
        painter.fillRect(QRectF(plot.area().left() + double(i) * width, top, std::max(1.0, width - gap),
                                plot.area().bottom() - top),
                         withAlpha(theme.realData, 0.55));
    }
}

} // namespace

std::vector<double> countsOf(const Matrix& rows, const AxisRange& range, std::size_t bins)
{
    std::vector<double> result(bins);
    for (Eigen::Index i = 0; i < rows.rows(); ++i) {
        const double share = range.share(rows(i, 0));
        if (share >= 0 && share < 1)
            result[static_cast<std::size_t>(share * double(bins))] += 1;
    }
    return result;
}

void paintRealHistogram(QPainter& painter, const QRectF& inner, const RealHistogram& histogram,
                        const Theme& theme)
{
    const std::vector<double>& heights = histogram.heights;
    const AxisRange y{0, kHeadroom * std::max(1.0, *std::max_element(heights.begin(), heights.end())), false};
    const PlotFrame plot(inner, {histogram.x, histogram.title, histogram.ticks},
                         {y, QCoreApplication::translate("EmptyStage", "rows"),
                          wholeTicks(y, static_cast<int>(inner.height() / scaled(60)))});
    plot.paintGrid(painter, theme);
    paintColumns(painter, plot, heights, theme);
    plot.paintAxes(painter, theme);
}

} // namespace hareloom::ui
