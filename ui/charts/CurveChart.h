// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/LineMark.h"
#include "ui/plot/Ticks.h"
#include "ui/theme/Theme.h"

#include <QColor>
#include <QWidget>

#include <vector>

namespace hareloom::ui {

/// Where a line has points.
enum class CurvePoints {
    None,
    Each,   // a hollow diamond at each value
    Spaced, // a filled one of CurveLine::shape here and there
};

/// A line by generation: values[g] belongs to generation g, NaN where there is none.
struct CurveLine
{
    QColor colour;
    QList<qreal> dashes; // in pen widths; empty: solid
    double width = 2;
    CurvePoints points = CurvePoints::None;
    std::vector<double> values;
    LineMark::Shape shape = LineMark::Shape::Disc;
};

/// A filled band by generation.
struct CurveBand
{
    QColor colour;
    std::vector<double> low, high;
};

/// All that an enlarged chart shows, least important first.
struct CurvePlot
{
    QString xTitle, yTitle; // empty: none
    AxisRange x, y;         // all there is to see; `y` may be logarithmic
    std::vector<CurveBand> bands;
    std::vector<CurveLine> lines;
    double level = 0;  // a dotted line across; NaN: none
    double marker = 0; // the shown generation
};

/// A chart to look into: the wheel zooms about the pointer (with Ctrl only across, with Shift only up), a
/// drag pans, a double click resets; so do + and -, the arrows with Shift, and 0. GUI thread.
class CurveChart : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// Keeps what is looked at unless the vertical axis has changed its kind.
    virtual void setPlot(CurvePlot plot) = 0;
    virtual void setMarker(double generation) = 0;
    virtual void setTheme(const Theme& theme) = 0;
    virtual void resetView() = 0;
    /// What is looked at now.
    virtual AxisRange viewX() const = 0;
    virtual AxisRange viewY() const = 0;
    /// Where data lie, in this widget's coordinates.
    virtual QRectF plotArea() const = 0;

Q_SIGNALS:
    /// The generation under the pointer; -1 when it has left.
    void generationHovered(int generation);
    /// Clicked without dragging.
    void generationChosen(int generation);
};

/// The one there is, made with Qt Charts; its library is touched when the first one is made.
CurveChart* makeCurveChart(QWidget* parent);

} // namespace hareloom::ui
