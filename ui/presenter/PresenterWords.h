// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/filmstrip/FilmstripMarks.h"
#include "ui/theme/Theme.h"

#include <QRectF>
#include <QString>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace hareloom::ui {

/// What stands over a presentation.
struct PresenterHeading
{
    QString title, question;
    QString chain;       // which of several is shown; empty where there is one
    int generation = -1; // -1: there is none yet
    double share = 0;    // of the colour ramp
};

/// The number stands at the right, as large as the heading allows: it is what a room follows. The question
/// has two lines.
void paintPresenterHeading(QPainter& painter, const QRectF& area, const PresenterHeading& heading,
                           const Theme& theme);

/// How far the view has come, on the way to the last generation that there is, with the marks that it has
/// passed.
struct PresenterTrack
{
    int last = 0;        // generation
    double position = 0; // in [0, last]
    double share = 0;    // of the colour ramp, at the last
    std::vector<ChainMarks> marks;
};
void paintPresenterTrack(QPainter& painter, const QRectF& area, const PresenterTrack& track,
                         const Theme& theme);

/// A themed font of so many lines of the enlarged screen.
QFont presenterFont(double pixels, QFont::Weight weight);

} // namespace hareloom::ui
