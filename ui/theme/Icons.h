// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.h"

#include <QIcon>

namespace hareloom::ui {

enum class Glyph {
    Play,
    Pause,
    Step,
    Reset,
    Shuffle,
    Loop,
    Close,
    Folder,
    Gallery,
    Recipe,
    Discrete,
    Gaussian,
    Kde,
    Mixture,
    Image,
    Language,
    App
};

/// Drawn from paths, so that it is sharp at every scale and takes the theme's colours.
QIcon icon(Glyph glyph, const QColor& colour);
/// Of the family "gaussian", "kde", ...
Glyph familyGlyph(const QString& family);
/// The program's own: a curve that narrows from teal to ember.
QIcon appIcon();

} // namespace hareloom::ui
