// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sweep/SweepPicture.h"
#include "ui/theme/Theme.h"

#include <QLineF>
#include <QList>
#include <QPen>
#include <QRectF>

#include <utility>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace hareloom::ui {

/// Two swept settings: a cell each point, coloured by its value, and over it lines on which the theory has
/// the values that the colour bar names. Cells have one size each: an axis places values by their order. The
/// same on the screen and in a figure. `picture.up` is there; `picture` outlives this.
class HeatMap
{
public:
    HeatMap(const SweepPicture& picture, const QRectF& area, const Theme& theme);

    void paint(QPainter& painter) const;
    /// A frame around one cell.
    void paintChosen(QPainter& painter, std::size_t column, std::size_t row) const;
    /// Column and row; nothing outside of the cells.
    std::optional<std::pair<std::size_t, std::size_t>> cellAt(const QPointF& at) const;
    QRectF cell(std::size_t column, std::size_t row) const;

private:
    void paintCells(QPainter& painter) const;
    void paintNumbers(QPainter& painter) const;
    void paintTheory(QPainter& painter) const;
    void paintLevels(QPainter& painter) const;
    double onScale(double value) const;
    bool drawsTheory() const;
    bool hasLines() const;                     // any; else the legend has none
    std::vector<double> theoryOnScale() const; // empty: none is drawn
    QList<QLineF> linesAt(const std::vector<double>& theory, double level) const;
    QPen theoryPen() const;
    void paintPartial(QPainter& painter) const;
    void paintLabels(QPainter& painter) const;
    void paintTitles(QPainter& painter) const;
    void paintLegend(QPainter& painter) const;
    QPointF place(const QPointF& order) const; // of a point in the order of the values

    const SweepPicture& m_picture;
    const Theme& m_theme;
    std::optional<AxisRange> m_range;
    QRectF m_cells, m_bar;
    QRectF m_area;
};

} // namespace hareloom::ui
