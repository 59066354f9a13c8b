// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/SlowStep.h"

#include <QPointF>

#include <functional>

namespace hareloom::ui {

/// Where a model lies while it is stepped slowly, and below it the floor on which its rows gather.
struct StepRoom
{
    QRectF model, floor;
};
/// Of what is left of a stage's plot.
StepRoom stepRoom(const QRectF& plot);

/// Rows that fall out of a model into columns on the floor below it: counts that become the data. Real rows and those
/// of earlier models lie there from the beginning.
class RowFall
{
public:
    struct Column
    {
        double left = 0, right = 0;
    };
    /// `columnOf`: of a row of step.rows; -1 where it has none in sight. `startOf`: from where it falls.
    RowFall(const SlowStep& step, const QRectF& floor, std::vector<Column> columns,
            const std::function<int(Eigen::Index row)>& columnOf,
            std::function<QPointF(Eigen::Index row)> startOf);

    /// The columns as far as rows have landed, in their colours, and the rows that are falling.
    void paint(QPainter& painter, const Theme& theme) const;
    /// Of all rows that have landed in the column, in pixels.
    double heightOf(std::size_t column) const;
    std::int64_t landedIn(std::size_t column) const;
    const std::vector<Column>& columns() const { return m_columns; }
    const QRectF& floor() const { return m_floor; }

private:
    enum Kind : std::size_t { Real, Earlier, Drawn, Kinds };
    using Counts = std::array<std::int64_t, Kinds>;
    struct Falling
    {
        Eigen::Index row;
        double share; // of its way
        double end;   // height of the column under it
    };
    Kind kindOf(const OriginRun& run) const;
    void land(const std::function<int(Eigen::Index)>& columnOf);

    const SlowStep& m_step;
    QRectF m_floor;
    std::vector<Column> m_columns;
    std::function<QPointF(Eigen::Index)> m_startOf;
    std::vector<Counts> m_landed;
    std::vector<std::pair<int, Falling>> m_falling; // with their columns
    double m_unit = 1;                              // pixels of a row
};

} // namespace hareloom::ui
