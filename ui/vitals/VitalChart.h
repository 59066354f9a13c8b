// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.h"
#include "ui/vitals/VitalSeries.h"

#include <QRectF>
#include <QString>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace hareloom::ui {

/// A small chart of one metric against the generation: generation 0 dotted, theory dashed, the median of each
/// variant as a line with a band from the 10% to the 90% point over its chains, and the shown generation.
struct VitalChart
{
    const VitalSeries* series = nullptr;
    double position = 0;     // the shown generation
    int lastGeneration = 1;  // right end of the axis
    std::size_t variant = 0; // whose value is written out

    void paint(QPainter& painter, const QRectF& area, const Theme& theme) const;
    QString title() const;
    /// One sentence for those who do not see it.
    QString summary() const;
};

} // namespace hareloom::ui
