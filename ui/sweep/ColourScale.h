// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/Ticks.h"
#include "ui/theme/Theme.h"

#include <QRectF>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace hareloom::ui {

/// Numbers as colours of one ramp, whose lightness changes in even steps: it can be read without colours, and
/// printed in grey. Small numbers stand out least from the theme's surface.
class ColourScale
{
public:
    ColourScale(const AxisRange& range, const Theme& theme);

    const AxisRange& range() const { return m_range; }
    /// Values beyond the range have the colour of its end; on a logarithmic one 0 and less that of the low
    /// end.
    QColor colour(double value) const;
    /// Ink that can be read on colour(value): 4.5:1.
    QColor ink(double value) const;
    std::vector<Tick> ticks(int most) const { return niceTicks(m_range, most); }
    /// An upright bar with its numbers to the right; returns the width that both take.
    double paint(QPainter& painter, const QRectF& area) const;
    /// That width.
    double width(double height) const;

private:
    AxisRange m_range;
    const Theme& m_theme;
};

} // namespace hareloom::ui
