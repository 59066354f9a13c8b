// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/RealNumbers.h"

#include "ui/stage/Dots.h"
#include "ui/stage/RealHistogram.h"
#include "ui/theme/OkLab.h"

#include <QPainter>

namespace hareloom::ui {

namespace {

constexpr std::size_t kBins = 48;

QString name(const RealData& data, std::size_t j)
{
    return j < data.variableNames.size() ? QString::fromStdString(data.variableNames[j]) : QString();
}

void paintPlane(QPainter& painter, const QRectF& inner, const RealData& data, const Theme& theme)
{
    const Matrix& rows = *data.rows;
    const AxisRange x = padded(rows.col(0).minCoeff(), rows.col(0).maxCoeff(), 0.12);
    const AxisRange y = padded(rows.col(1).minCoeff(), rows.col(1).maxCoeff(), 0.12);
    const PlotFrame plot(inner,
                         {x, name(data, 0), niceTicks(x, static_cast<int>(inner.width() / scaled(90)))},
                         {y, name(data, 1), niceTicks(y, static_cast<int>(inner.height() / scaled(56)))});
    plot.paintGrid(painter, theme);
    QList<QPointF> centres;
    for (Eigen::Index i = 0; i < rows.rows(); ++i)
        centres.append(plot.at(rows(i, 0), rows(i, 1)));
    paintDots(painter, centres, 2.4, withAlpha(theme.realData, 0.65));
    plot.paintAxes(painter, theme);
}

void paintHistogram(QPainter& painter, const QRectF& inner, const RealData& data, const Theme& theme)
{
    const Matrix& rows = *data.rows;
    const AxisRange x = padded(rows.col(0).minCoeff(), rows.col(0).maxCoeff(), 0.08);
    paintRealHistogram(painter, inner,
                       {x, name(data, 0), niceTicks(x, static_cast<int>(inner.width() / scaled(90))),
                        countsOf(rows, x, kBins)},
                       theme);
}

} // namespace

void paintRealNumbers(QPainter& painter, const QRectF& inner, const RealData& data, const Theme& theme)
{
    if (data.rows->cols() >= 2)
        paintPlane(painter, inner, data, theme);
    else
        paintHistogram(painter, inner, data, theme);
}

} // namespace hareloom::ui
