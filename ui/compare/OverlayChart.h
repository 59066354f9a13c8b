// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/Ticks.h"
#include "ui/theme/Theme.h"

#include <QRectF>
#include <QString>
#include <QStringList>

#include <string>
#include <vector>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace hareloom::ui {

/// One metric of every column on the same axes: its median over the chains of each run. Values by generation,
/// NaN where nothing was measured; a shorter run's line ends where the run does.
struct OverlayChart
{
    std::string metric;
    std::vector<std::vector<double>> lines; // by column
    double position = 0;
    int lastGeneration = 1;

    void paint(QPainter& painter, const QRectF& area, const Theme& theme) const;
    QString title() const;
    /// The column's value at the position, or at its last generation when it ends before.
    double valueOf(std::size_t column) const;
    /// For those who do not see it.
    QString summary(const QStringList& titles) const;

private:
    AxisRange range() const;
};

/// The columns' titles with their marks, flowing over rows. Returns the height used, or needed without a
/// painter.
double paintColumnLegend(QPainter* painter, const QRectF& area, const QStringList& titles,
                         const Theme& theme);

} // namespace hareloom::ui
