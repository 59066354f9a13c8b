// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.h"

namespace hareloom::ui {

/// The colours of a figure: those of the window; six that are told apart with every kind of colour blindness;
/// greys, for paper that is printed or copied without colours.
enum class FigureColours { Standard, ColourBlind, Grey };

/// The theme of a figure, light or dark. Lines of its cycle are also told apart by dashes and points
/// (LineMark).
const Theme& figureTheme(FigureColours colours, bool isDark = false);

/// Whether its lines have the colours of FigureColours::ColourBlind.
bool isForColourBlindness(const Theme& theme);
/// Whether all of its colours are greys.
bool isGrey(const Theme& theme);

} // namespace hareloom::ui
