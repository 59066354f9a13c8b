// SPDX-License-Identifier: GPL-3.0-or-later
// DensityStage, one step slowly: rows fall from under the curve, and the next curve rises out of them.
#include "ui/families/normal/DensityMath.h"
#include "ui/families/normal/DensityStage.h"
#include "ui/stage/CurvePaths.h"
#include "ui/stage/RowFall.h"
#include "ui/theme/OkLab.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr std::size_t kColumns = 80;

/// How high under the curve a row begins to fall, not the same for each.
double heightShare(Eigen::Index row)
{
    return 0.1 + 0.8 * std::fmod(double(row) * 0.618034, 1.0);
}

AxisRange allOf(const AxisRange& locked, const NormalMixture& from, const NormalMixture& to)
{
    AxisRange all = locked;
    for (const NormalMixture* mixture : {&from, &to}) {
        const Spread spread = spreadOf(*mixture, 0);
        all.low = std::min(all.low, spread.low);
        all.high = std::max(all.high, spread.high);
    }
    return all;
}

} // namespace

void DensityStage::paintStep(QPainter& painter, const QRectF& area, const SlowStep& step, const Theme& theme)
{
    const QRectF inner = insideOf(area);
    const AxisRange x = allOf(m_locked, mixtureOf(step.from), mixtureOf(step.to));
    const Curve before = curveOf(step.from, x), after = curveOf(step.to, x);
    const double peak = std::max({m_ghostPeak, *std::max_element(before.begin(), before.end()),
                                  *std::max_element(after.begin(), after.end())});
    const StepRoom room = stepRoom(inner);
    const AxisRange y{0, 1.1 * peak, false};
    const PlotFrame model(room.model, {x, {}, {}},
                          {y, QCoreApplication::translate("DensityStage", "density"),
                           niceTicks(y, static_cast<int>(room.model.height() / scaled(44)))});
    std::vector<RowFall::Column> columns;
    const double width = inner.width() / double(kColumns);
    for (std::size_t c = 0; c < kColumns; ++c)
        columns.push_back({inner.left() + double(c) * width, inner.left() + double(c + 1) * width - 1});
    const auto valueOf = [&](Eigen::Index row) { return (*step.rows.rows)(row, 0); };
    const RowFall fall(
        step, room.floor, columns,
        [&](Eigen::Index row) {
            const double share = x.share(valueOf(row));
            return share >= 0 && share < 1 ? static_cast<int>(share * double(kColumns)) : -1;
        },
        [&](Eigen::Index row) {
            const double density = densityAt(mixtureOf(step.from), 0, valueOf(row));
            return QPointF(model.x(valueOf(row)), model.y(std::min(y.high, density) * heightShare(row)));
        });

    painter.setRenderHint(QPainter::Antialiasing);
    model.paintGrid(painter, theme);
    fall.paint(painter, theme);
    paintStepCurves(painter, model, step, before, after, fall, theme);
    model.paintAxes(painter, theme);
    const PlotFrame below(room.floor,
                          {x, axisTitle(), niceTicks(x, static_cast<int>(inner.width() / scaled(90)))},
                          {{0, 1, false}, {}, {}});
    below.paintAxes(painter, theme);
}

// The new curve comes from the floor: it has the shape of the rows before it has its own.
void DensityStage::paintStepCurves(QPainter& painter, const PlotFrame& model, const SlowStep& step,
                                   const Curve& before, const Curve& after, const RowFall& fall,
                                   const Theme& theme) const
{
    const QColor old = theme.generation(step.fromShare), fresh = theme.generation(step.toShare);
    const double stays = 1 - 0.8 * eased(step.gather), fit = eased(step.fit);
    painter.setPen(Qt::NoPen);
    painter.setBrush(withAlpha(old, 0.25 * stays));
    painter.drawPath(areaUnder(model, before));
    QPen pen(withAlpha(old, step.fade < 1 ? std::max(stays, 0.6 * (1 - step.fade)) : 0), 2);
    if (step.gather > 0.5)
        pen.setStyle(Qt::DashLine);
    if (step.fade < 1)
        paintCurve(painter, model, before, pen);
    if (fit <= 0)
        return;
    const double bottom = model.area().bottom(),
                 foot = fall.floor().bottom() + (bottom - fall.floor().bottom()) * fit;
    const double apart = model.area().width() / double(after.size() - 1);
    const double column = model.area().width() / double(kColumns);
    QPolygonF shape{{model.area().left(), foot}};
    for (std::size_t i = 0; i < after.size(); ++i) {
        const auto c = std::min(kColumns - 1, static_cast<std::size_t>(double(i) * apart / column));
        const double low = fall.heightOf(c), high = bottom - model.y(std::min(after[i], model.yRange().high));
        shape << QPointF(model.area().left() + double(i) * apart, foot - (low + (high - low) * fit));
    }
    shape << QPointF(model.area().right(), foot);
    painter.setPen(QPen(mix(old, fresh, fit), 2.5));
    painter.setBrush(withAlpha(mix(old, fresh, fit), 0.28));
    painter.drawPolygon(shape);
}

} // namespace hareloom::ui
