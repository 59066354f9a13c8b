// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/accessible/ChartDescription.h"
#include "ui/filmstrip/FilmstripMarks.h"
#include "ui/teller/ChainStory.h"

#include <QObject>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace hareloom::ui {

/// What a presentation shows in its middle: one run, or several side by side. Areas are in lines of the
/// enlarged screen. GUI thread.
class Presented : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// The stage, or what there is before it.
    virtual void paintMain(QPainter& painter, const QRectF& area, double position, const Theme& theme) = 0;
    /// The charts, in two parts: what stays while generations pass, and what moves over it.
    virtual void paintStill(QPainter& painter, const QRectF& area, const Theme& theme) const = 0;
    virtual void paintMoving(QPainter& painter, const QRectF& area, const Theme& theme) const = 0;
    virtual bool hasCharts() const = 0;
    /// Of the width that the charts take.
    virtual double chartsShare() const = 0;
    /// The colour ramp's share of a generation.
    virtual double shareOf(double position) const = 0;
    virtual std::vector<ChainMarks> marks() const = 0;
    /// What is told of a generation; may be empty.
    virtual ChainStory::Line lineAt(int shown) const = 0;
    /// What is looked at, in words: the stage first, then each chart.
    virtual std::vector<ChartWords> words(int shown) = 0;
    /// Reads on in a text that is longer than the screen; false where everything has room.
    virtual bool scrollBy(int lines, const QRectF& area, double position, const Theme& theme) = 0;

Q_SIGNALS:
    /// Other numbers, other charts.
    void changed();
    /// To be painted anew, with the charts as they are.
    void moved();
};

} // namespace hareloom::ui
