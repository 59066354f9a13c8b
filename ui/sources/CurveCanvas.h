// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sources/Canvas.h"

#include <vector>

namespace hareloom::ui {

/// A density painted over an axis: dragging draws it, the right button takes it away. With the keyboard Left
/// and Right choose a place, Up and Down raise and lower the curve there, Delete takes it to zero.
class CurveCanvas : public Canvas
{
    Q_OBJECT
public:
    explicit CurveCanvas(QWidget* parent = nullptr);

    /// Heights at even steps from low to high, two or more.
    void setCurve(double low, double high, const std::vector<double>& heights);
    const std::vector<double>& heights() const { return m_heights; }

Q_SIGNALS:
    /// Once a stroke, or a key.
    void drawn(const std::vector<double>& heights);

protected:
    AxisRange xRange() const override { return {m_low, m_high}; }
    AxisRange yRange() const override { return {0, 1}; }
    bool hasYTicks() const override { return false; }
    double heightShare() const override { return 0.55; }
    QString invitation() const override { return {}; }
    void paintData(QPainter& painter, const PlotFrame& frame, const Theme& theme) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void refine();
    void drawTo(const QPointF& position, bool erases);
    void raise(double by);

    double m_low = 0, m_high = 1;
    std::vector<double> m_heights = {0, 1, 0}; // highest 1 as it comes in; up to 1 while it is drawn
    QPointF m_last;                            // of the stroke, in values
    bool m_isDrawing = false;
    std::size_t m_place = 0; // the keyboard's
};

} // namespace hareloom::ui
