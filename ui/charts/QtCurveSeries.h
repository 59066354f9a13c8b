// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/CurveChart.h"
#include "ui/charts/CurveViewport.h"

#include <QtCharts/QAbstractAxis>
#include <QtCharts/QAreaSeries>
#include <QtCharts/QChart>
#include <QtCharts/QLineSeries>
#include <QtCharts/QScatterSeries>

#include <vector>

namespace hareloom::ui {

/// The series of one chart: made when first needed, refilled ever after.
class QtCurveSeries
{
public:
    QtCurveSeries(QChart& chart, QAbstractAxis& across, QAbstractAxis& up)
        : m_chart(chart), m_across(across), m_up(up)
    {
    }

    /// At most about two points a pixel; only what is looked at, and one point beyond.
    void fill(const CurvePlot& plot, const CurveViewport& view, int pixels);

private:
    struct Band
    {
        QLineSeries *low, *high;
        QAreaSeries* area;
    };

    void addBand();
    QLineSeries* lineAt(std::size_t index);
    QScatterSeries* marksAt(std::size_t index);
    void show(QAbstractSeries* series);
    std::size_t fillLine(const CurveLine& line, const CurveViewport& view, int pixels, std::size_t next);

    QChart& m_chart;
    QAbstractAxis &m_across, &m_up;
    std::vector<Band> m_bands;
    std::vector<QLineSeries*> m_lines; // one for each unbroken run of a line
    std::vector<QScatterSeries*> m_marks;
};

} // namespace hareloom::ui
