// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/FigureParts.h"
#include "ui/stage/Stage.h"

#include <QRectF>

#include <vector>

namespace hareloom::ui {

/// What stands above a stage's plot, and where: heading, figures, legend. Pure geometry, at the present font
/// scale.
struct StageHead
{
    QRectF heading;     // the heading at its left end, the figures at its right one
    QPointF legend;     // the right end of its first row
    double legendWidth; // the room that its rows have
    int legendRows;     // those that are shown
    bool hasFacts;      // in a low stage the legend stands in their place: the vitals tell them too
    QRectF plot;        // all that is left
    QPointF control;    // the top left of a control beside the legend
};

/// `area`: the whole of the stage. `control`: the room that a control to the left of the legend takes; 0
/// without one. What `parts` leaves out takes no room.
StageHead stageHead(const QRectF& area, const std::vector<LegendEntry>& entries, double control,
                    const FigureParts& parts = {});

/// The stage without its margin.
QRectF withinMargin(const QRectF& area);

/// What the heading says.
struct Heading
{
    const Generation& shown;
    int last;         // the last generation that the experiment asks for
    QString rowsWord; // what it was fitted on so many of: "images"
    QColor colour;
};

/// Which generation it is, and what it was fitted on. Returns the width taken.
double paintHeading(QPainter& painter, const QRectF& area, const Heading& heading, const Theme& theme);

} // namespace hareloom::ui
