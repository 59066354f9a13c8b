// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/PlotFrame.h"
#include "ui/theme/Theme.h"

#include <QRectF>
#include <QString>
#include <QStringList>

#include <optional>
#include <string>
#include <vector>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace hareloom::ui {

/// From the 10% to the 90% point over the chains of a run, by generation; empty for one chain.
struct OverlayBand
{
    std::vector<double> low, high;
};

/// One metric of every column on the same axes: its median over the chains of each run. Values by generation,
/// NaN where nothing was measured; a shorter run's line ends where the run does.
struct OverlayChart
{
    std::string metric;
    std::vector<std::vector<double>> lines; // by column
    std::vector<OverlayBand> bands;         // by column; empty: none
    std::vector<int> changes;               // generations from which on a column has other settings
    double position = 0;
    int lastGeneration = 1;
    bool hidesFuture = false;       // nothing of generations after the position, on the axis neither
    bool titlesGenerations = false; // "generation" below the axis: in figures
    std::optional<AxisRange> x, y;  // a part that is looked at; else all there is
    std::optional<bool> isLog;      // the vertical axis; else as the metric and its values have it

    void paint(QPainter& painter, const QRectF& area, const Theme& theme) const;
    /// paint() in two parts: what stays while generations pass, and what moves over it.
    void paintStill(QPainter& painter, const QRectF& area, const Theme& theme) const;
    void paintMoving(QPainter& painter, const QRectF& area, const Theme& theme) const;
    bool hasBands() const;
    QString title() const;
    /// Of the vertical axis.
    AxisRange range() const;
    /// The column's value at the position, or at its last generation when it ends before.
    double valueOf(std::size_t column) const;
    /// For those who do not see it.
    QString summary(const QStringList& titles) const;

private:
    std::optional<PlotFrame> frame(const QRectF& area) const;
};

/// The columns' titles with their marks, and what the bands are, flowing over rows. Returns the height used,
/// or needed without a painter.
double paintColumnLegend(QPainter* painter, const QRectF& area, const QStringList& titles, bool hasBands,
                         const Theme& theme);

} // namespace hareloom::ui
