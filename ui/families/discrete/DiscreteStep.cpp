// SPDX-License-Identifier: GPL-3.0-or-later
// DiscreteStage, one step slowly: counts drop into bins, and the bins become the next model's bars.
#include "ui/families/discrete/DiscreteStage.h"
#include "ui/language/Joining.h"
#include "ui/stage/RowFall.h"
#include "ui/theme/OkLab.h"

#include <QCoreApplication>
#include <QPainter>

#include <cmath>

namespace hareloom::ui {

namespace {

constexpr std::size_t kMostNamed = 3;
constexpr double kLeastForCross = 10; // pixels of a bar

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui::DiscreteStage", text);
}

const Vector& probabilitiesOf(const GenerationPtr& generation)
{
    return generation->snapshot->categorical()->probabilities;
}

/// Somewhere across a column, not the same for each row.
double jitter(Eigen::Index row)
{
    return 0.15 + 0.7 * std::fmod(double(row) * 0.618034, 1.0);
}

} // namespace

void DiscreteStage::paintStep(QPainter& painter, const QRectF& area, const SlowStep& step, const Theme& theme)
{
    const QRectF inner = insideOf(area);
    const auto most = static_cast<std::size_t>(std::max(1.0, inner.width() / 3));
    const std::vector<Bar> before = bars(restingFrame(step.from), {}, most),
                           after = bars(restingFrame(step.to), {}, most);
    const AxisRange x{0, double(m_order.size()), false};
    double top = 0;
    for (const auto* some : {&before, &after})
        for (const Bar& bar : *some)
            top = std::max(top, 1.15 * bar.now);
    const StepRoom room = stepRoom(inner);
    const AxisRange y{0, std::min(1.02, std::max(top, 1e-12)), false};
    const PlotFrame model(
        room.model, {x, {}, {}},
        {y, tr("probability"), niceTicks(y, static_cast<int>(room.model.height() / scaled(44)))});

    std::vector<RowFall::Column> columns;
    std::vector<int> columnOfState(static_cast<std::size_t>(probabilitiesOf(step.from).size()), -1);
    for (std::size_t b = 0; b < before.size(); ++b) {
        const double left = model.x(double(before[b].first)), right = model.x(double(before[b].last));
        const double gap = std::min(8.0, 0.22 * (right - left));
        columns.push_back({left + gap / 2, right - gap / 2});
        for (std::size_t rank = before[b].first; rank < before[b].last; ++rank)
            columnOfState[static_cast<std::size_t>(m_order[rank])] = static_cast<int>(b);
    }
    const auto columnOf = [&](Eigen::Index row) {
        return columnOfState[static_cast<std::size_t>((*step.rows.rows)(row, 0))];
    };
    const RowFall fall(step, room.floor, columns, columnOf, [&](Eigen::Index row) {
        const auto c = static_cast<std::size_t>(columnOf(row));
        const RowFall::Column& column = columns[c];
        return QPointF(column.left + jitter(row) * (column.right - column.left),
                       model.y(before[c].now * jitter(row + 7)));
    });

    model.paintGrid(painter, theme);
    paintStepBars(painter, model, step, before, after, fall, theme);
    fall.paint(painter, theme);
    paintMissed(painter, step, before, after, fall, theme);
    model.paintAxes(painter, theme);
    const PlotFrame below(room.floor, {x, axisTitle(inner.width()), stateTicks(x, inner.width())},
                          {{0, 1, false}, {}, {}});
    below.paintAxes(painter, theme);
}

// The old bars go; each column rises from the floor and becomes a new one.
void DiscreteStage::paintStepBars(QPainter& painter, const PlotFrame& model, const SlowStep& step,
                                  const std::vector<Bar>& before, const std::vector<Bar>& after,
                                  const RowFall& fall, const Theme& theme) const
{
    const double fit = eased(step.fit), bottom = model.area().bottom();
    const QColor old = theme.generation(step.fromShare), fresh = theme.generation(step.toShare);
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (std::size_t b = 0; b < before.size(); ++b) {
        const RowFall::Column& column = fall.columns()[b];
        const double width = std::max(1.0, column.right - column.left);
        const double height = bottom - model.y(before[b].now);
        painter.fillRect(QRectF(column.left, bottom - height, width, height),
                         withAlpha(old, (0.8 - 0.65 * eased(step.gather)) * (1 - step.fade)));
        if (step.fade < 1 && before[b].now > 0) {
            painter.setPen(QPen(withAlpha(old, (1 - step.fade) * eased(step.gather)), 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(QRectF(column.left, bottom - height, width - 1, height));
        }
        if (fit <= 0 || after[b].now <= 0)
            continue;
        const double low = fall.heightOf(b), high = bottom - model.y(after[b].now);
        const double foot = fall.floor().bottom() + (bottom - fall.floor().bottom()) * fit;
        const double now = low + (high - low) * fit;
        painter.fillRect(QRectF(column.left, foot - now, width, now), withAlpha(mix(old, fresh, fit), 0.9));
    }
}

// What nobody drew, once all is drawn: an empty place in the data.
void DiscreteStage::paintMissed(QPainter& painter, const SlowStep& step, const std::vector<Bar>& before,
                                const std::vector<Bar>& after, const RowFall& fall, const Theme& theme) const
{
    if (step.draw < 1 || step.fade >= 1)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(withAlpha(theme.danger, eased(step.gather) * (1 - step.fade)), 2));
    const double y = fall.floor().bottom() - 9, size = 4;
    for (std::size_t b = 0; b < before.size(); ++b) {
        const RowFall::Column& column = fall.columns()[b];
        if (before[b].now <= 0 || after[b].now > 0 || column.right - column.left < kLeastForCross)
            continue;
        const double x = (column.left + column.right) / 2;
        painter.drawLine(QPointF(x - size, y - size), QPointF(x + size, y + size));
        painter.drawLine(QPointF(x - size, y + size), QPointF(x + size, y - size));
    }
}

QString DiscreteStage::fitWords(const SlowStep& step) const
{
    const Vector &before = probabilitiesOf(step.from), &after = probabilitiesOf(step.to);
    std::vector<int> lost;
    for (const int state : m_order)
        if (before[state] > 0 && after[state] <= 0)
            lost.push_back(state);
    const QString words = tr("Each state's share of the rows becomes its probability.");
    if (lost.empty())
        return words;
    QStringList names;
    for (std::size_t i = 0; i < std::min(lost.size(), kMostNamed); ++i)
        names << m_names.called(lost[i]);
    if (lost.size() > kMostNamed)
        names << tr("and %1 more").arg(qulonglong(lost.size() - kMostNamed));
    return inARow({words, tr("Not among them, and so at 0: %1.").arg(listed(names))});
}

} // namespace hareloom::ui
