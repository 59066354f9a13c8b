// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.h"

#include <QIcon>
#include <QPainterPath>
#include <QPen>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace hareloom::ui {

/// Paints a glyph into a square of 24 units, in one colour.
using DrawGlyph = void (*)(QPainter& painter, const QColor& colour);

enum class Glyph { Play, Pause, Step, SlowStep, Reset, Shuffle, Loop, Branch, Close, Folder, Gallery, Recipe, App };

/// Drawn from paths, so that it is sharp at every scale and takes the theme's colours.
QIcon icon(Glyph glyph, const QColor& colour);
/// The same for a glyph that is drawn elsewhere: a family's.
QIcon icon(DrawGlyph draw, const QColor& colour);
/// Of a family that nobody knows.
void drawUnknown(QPainter& painter, const QColor& colour);
/// The program's own: a curve that narrows from teal to ember.
QIcon appIcon();

/// What glyphs are drawn with, in their square of 24 units.
namespace glyphs {

/// With round ends.
QPen stroke(const QColor& colour, double width = 2);
/// A bell curve over `base`, three `spread`s to both sides.
QPainterPath bell(double centre, double spread, double height, double base);

} // namespace glyphs
} // namespace hareloom::ui
