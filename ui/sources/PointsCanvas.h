// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sources/Canvas.h"

#include <vector>

namespace hareloom::ui {

using PointRows = std::vector<std::vector<double>>;

/// Points in the plane: a click sets one, dragging sprays, the right button erases. With the keyboard the
/// arrows move a crosshair, Return sets a point and Delete erases about it.
class PointsCanvas : public Canvas
{
    Q_OBJECT
public:
    explicit PointsCanvas(QWidget* parent = nullptr);

    /// Rows of two numbers each.
    void setPoints(const PointRows& points);
    const PointRows& points() const { return m_points; }

Q_SIGNALS:
    /// Once a stroke, or a key.
    void drawn(const hareloom::ui::PointRows& points);

protected:
    AxisRange xRange() const override { return m_x; }
    AxisRange yRange() const override { return m_y; }
    double heightShare() const override { return 0.8; }
    QString invitation() const override;
    void paintData(QPainter& painter, const PlotFrame& frame, const Theme& theme) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void add(const QPointF& value);
    void spray(const QPointF& position);
    void erase(const QPointF& position);
    void move(double right, double up);

    AxisRange m_x{-2, 2}, m_y{-2, 2};
    PointRows m_points;
    QPointF m_cross{0, 0}; // the keyboard's place, in values
    bool m_isDrawing = false;
};

} // namespace hareloom::ui
