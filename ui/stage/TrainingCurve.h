// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/TrainingCourse.h"
#include "ui/theme/Theme.h"

#include <QRectF>
#include <QString>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace hareloom::ui {

/// Whether there is a curve to draw.
bool hasCurve(const TrainingCourse& course);
/// The loss over the epochs, as far as `share` of them, in [0, 1]. `unit`: "nats a row". Draws nothing
/// without a curve, and where there is no room for one.
void paintTraining(QPainter& painter, const QRectF& area, const TrainingCourse& course, double share,
                   const QString& unit, const QColor& colour, const Theme& theme);
/// A sentence that says the same; empty without a curve.
QString trainingWords(const TrainingCourse& course, const QString& unit);

} // namespace hareloom::ui
