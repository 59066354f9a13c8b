// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/DataTable.h"
#include "ui/plot/PlotFrame.h"
#include "ui/theme/Theme.h"
#include "ui/vitals/VitalSeries.h"

#include <QRectF>
#include <QString>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace hareloom::ui {

enum class AxisScale {
    Automatic, // logarithmic where the catalogue prefers it and the values span enough
    Linear,
    Log, // as far as there are positive values
};

/// A small chart of one metric against the generation: generation 0 dotted, theory dashed, published numbers
/// as diamonds, of each variant a line with what its chains spread over (VitalSeries::spread()), and on the
/// screen the shown generation. The same on the screen and in figures.
struct VitalChart
{
    const VitalSeries* series = nullptr;
    double position = 0;     // the shown generation
    int lastGeneration = 1;  // right end of the axis
    std::size_t variant = 0; // whose value is written out
    AxisScale scale = AxisScale::Automatic;
    int shown = -1;   // whose value is written out while none is pointed at; -1: the one at `position`
    int hovered = -1; // a generation that is pointed at, here or in a neighbour; -1: none
    bool labelsGenerations = true;  // false: a chart below has the labels
    bool titlesGenerations = false; // "generation" below them
    bool hidesFuture = false;       // nothing of generations after the shown one, on the axis neither
    bool marksPosition = true;      // the shown generation and its value: not in figures
    bool hasHeading = true;         // false: the title stands along the vertical axis
    bool logGenerations = false;    // from generation 1 on
    double leastLeft = 0; // room for the words of the vertical axis: charts below each other take the same
    const std::vector<std::string>* variables = nullptr; // names of the data's variables, where known
    std::optional<AxisRange> x, y;                       // a part that is looked at; else all there is
    const VitalExtent* before = nullptr; // of the run before a change of settings: the axis holds that, too

    void paint(QPainter& painter, const QRectF& area, const Theme& theme) const;
    /// paint() in two parts: what stays while generations pass, and what moves over it.
    void paintStill(QPainter& painter, const QRectF& area, const Theme& theme) const;
    void paintMoving(QPainter& painter, const QRectF& area, const Theme& theme) const;
    /// Where the data lie when painted into `area`; nothing where it is too low for data.
    std::optional<PlotFrame> frame(const QRectF& area) const;
    AxisRange verticalRange() const;
    AxisRange horizontalRange() const;
    /// What the words of the vertical axis need to its left.
    double leftRoom(const QRectF& area) const;

    /// The field's term, with the unit: "Variance".
    QString title() const;
    /// On the screen a plain name comes first: "Spread · Variance".
    QString heading() const;
    /// One sentence for those who do not see it.
    QString summary() const;
    /// By generation: median, 10% and 90% points, theory of each variant, and published numbers.
    DataTable table() const;
    /// What the chart says of a generation, a line each: value, band, theory, published.
    QStringList readout(int generation) const;
    /// What the metric tells, in plain words; empty where it has none.
    QString meaning() const;
    /// Heading, meaning in plain words, formula and source of the metric, as rich text.
    QString definition() const;

private:
    PlotFrame::Axis verticalAxis(const QRectF& area) const;
    PlotFrame::Axis horizontalAxis(double width) const;
    double headingHeight(const QRectF& area) const;
    QString headingWords() const;
    int headingLines(const QRectF& area) const;
    double paintValue(QPainter& painter, const QRectF& area, double titleWidth, const Theme& theme) const;
    void paintHeading(QPainter& painter, const QRectF& area, const Theme& theme) const;
    void paintMarkers(QPainter& painter, const PlotFrame& plot, const Theme& theme) const;
    const VitalLine* chosenLine() const;
};

} // namespace hareloom::ui
