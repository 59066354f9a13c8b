// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/RowFall.h"

#include "ui/stage/Dots.h"
#include "ui/theme/OkLab.h"

#include <QPainter>

#include <cmath>

namespace hareloom::ui {

namespace {

constexpr double kModelShare = 0.6, kBetween = 0.06; // of the plot's height
constexpr double kFlight = 0.22;                     // of the time in which rows fall, that one of them takes
constexpr Eigen::Index kMostFalling = 240;           // that are seen on their way, of all
constexpr double kMostUnit = 9;                      // pixels
constexpr double kRoomAbove = 0.92;                  // of the floor, for the highest column

} // namespace

StepRoom stepRoom(const QRectF& plot)
{
    const double model = kModelShare * plot.height(), gap = kBetween * plot.height();
    return {QRectF(plot.left(), plot.top(), plot.width(), model),
            QRectF(plot.left(), plot.top() + model + gap, plot.width(), plot.height() - model - gap)};
}

RowFall::RowFall(const SlowStep& step, const QRectF& floor, std::vector<Column> columns,
                 const std::function<int(Eigen::Index)>& columnOf,
                 std::function<QPointF(Eigen::Index)> startOf)
    : m_step(step),
      m_floor(floor),
      m_columns(std::move(columns)),
      m_startOf(std::move(startOf)),
      m_landed(m_columns.size())
{
    if (m_step.rows.rows)
        land(columnOf);
}

RowFall::Kind RowFall::kindOf(const OriginRun& run) const
{
    if (run.origin != Origin::Synthetic)
        return Real;
    return m_step.isDrawn(run) ? Drawn : Earlier;
}

void RowFall::land(const std::function<int(Eigen::Index)>& columnOf)
{
    std::vector<std::int64_t> all(m_columns.size());
    std::int64_t drawn = 0;
    for (const OriginRun& run : m_step.rows.origins)
        drawn += kindOf(run) == Drawn ? run.rows : 0;
    const double apart = std::max<double>(1, double(drawn) / double(kMostFalling));
    Eigen::Index row = 0;
    std::int64_t number = 0, shown = 0;
    for (const OriginRun& run : m_step.rows.origins) {
        const Kind kind = kindOf(run);
        for (std::int64_t i = 0; i < run.rows && row < m_step.rows.rows->rows(); ++i, ++row) {
            const int column = columnOf(row);
            const double start =
                kind == Drawn ? double(number) / std::max(1.0, double(drawn)) * (1 - kFlight) : 0;
            const bool isShown = kind == Drawn && double(number) >= double(shown) * apart;
            number += kind == Drawn ? 1 : 0;
            shown += isShown ? 1 : 0;
            if (column < 0)
                continue;
            const auto at = static_cast<std::size_t>(column);
            ++all[at];
            const double share = kind == Drawn ? (m_step.draw - start) / kFlight : 1;
            if (share >= 1)
                ++m_landed[at][kind];
            else if (share > 0 && isShown)
                m_falling.emplace_back(column, Falling{row, share, 0});
        }
    }
    const std::int64_t most = *std::max_element(all.begin(), all.end());
    m_unit = std::min(kMostUnit, kRoomAbove * m_floor.height() / double(std::max<std::int64_t>(1, most)));
    for (auto& [column, falling] : m_falling)
        falling.end = heightOf(static_cast<std::size_t>(column));
}

std::int64_t RowFall::landedIn(std::size_t column) const
{
    const Counts& counts = m_landed[column];
    return counts[Real] + counts[Earlier] + counts[Drawn];
}

double RowFall::heightOf(std::size_t column) const
{
    return m_unit * double(landedIn(column));
}

void RowFall::paint(QPainter& painter, const Theme& theme) const
{
    const QColor drawn = theme.generation(m_step.fromShare);
    const QColor colours[Kinds] = {theme.realData, mix(theme.muted, drawn, 0.4), drawn};
    const double alpha = 1 - m_step.fade;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (std::size_t c = 0; c < m_columns.size(); ++c) {
        double bottom = m_floor.bottom();
        for (std::size_t kind = 0; kind < Kinds; ++kind) {
            const double height = m_unit * double(m_landed[c][kind]);
            painter.fillRect(QRectF(m_columns[c].left, bottom - height,
                                    std::max(1.0, m_columns[c].right - m_columns[c].left), height),
                             withAlpha(colours[kind], alpha * (kind == Real ? 0.75 : 0.85)));
            bottom -= height;
        }
    }
    painter.setRenderHint(QPainter::Antialiasing);
    QList<QPointF> dots;
    for (const auto& [column, falling] : m_falling) {
        const QPointF start = m_startOf(falling.row);
        const double end = m_floor.bottom() - falling.end;
        dots << QPointF(start.x(), start.y() + (end - start.y()) * falling.share * falling.share);
    }
    paintDots(painter, dots, 3, withAlpha(drawn, 0.95));
    painter.restore();
}

} // namespace hareloom::ui
