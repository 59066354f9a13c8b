// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/CurveChart.h"
#include "ui/charts/CurveViewport.h"

#include <QtCharts/QCategoryAxis>
#include <QtCharts/QChartView>

#include <memory>

namespace hareloom::ui {

class QtCurveSeries;

/// A CurveChart of Qt Charts. Points are replaced as a whole, nothing is animated, no OpenGL.
class QtCurveChart : public CurveChart
{
    Q_OBJECT
public:
    explicit QtCurveChart(QWidget* parent);
    ~QtCurveChart() override;

    void setPlot(CurvePlot plot) override;
    void setMarker(double generation) override;
    void setTheme(const Theme& theme) override;
    void resetView() override;
    AxisRange viewX() const override { return m_view.rangeX(); }
    AxisRange viewY() const override { return m_view.rangeY(); }
    QRectF plotArea() const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void lookAgain();
    void labelAxes();
    void press(const QPointF& at);
    void drag(const QPointF& at, bool isDown);
    void release(const QPointF& at);
    void turn(const QPointF& at, double notches, Qt::KeyboardModifiers keys);
    QPointF shareAt(const QPointF& at) const;
    int generationAt(const QPointF& at) const;
    void paintOver(QPainter& painter) const;

    class View;

    const Theme* m_theme = &lightTheme();
    CurvePlot m_plot;
    CurveViewport m_view;
    View* m_chartView;
    QChart* m_chart;
    QCategoryAxis *m_across, *m_up;
    std::unique_ptr<QtCurveSeries> m_series;
    QPointF m_pressed, m_last;
    bool m_isPressed = false, m_hasDragged = false;
    int m_hovered = -1;
};

} // namespace hareloom::ui
