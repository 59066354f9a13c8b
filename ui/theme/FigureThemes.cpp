// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/FigureThemes.h"

namespace hareloom::ui {

namespace {

// Ink and white paper: what surrounds the data is grey, too.
Theme onPaper(bool isDark)
{
    Theme t = isDark ? darkTheme() : lightTheme();
    if (isDark)
        return t;
    t.window = t.surface = t.raised = Qt::white;
    t.text = "#111111";
    t.muted = "#4D4D4D";
    t.line = "#9A9A9A";
    t.grid = "#E6E6E6";
    t.realData = "#000000";
    return t;
}

// Blue and vermilion are those of M. Okabe and K. Ito, "Color Universal Design" (2008); the other four were
// chosen beside them so that the smallest distance for three kinds of colour blindness is as large as it can
// be at 3:1 on paper.
Theme colourBlind(bool isDark)
{
    Theme t = onPaper(isDark);
    t.oldest = isDark ? "#56B4E9" : "#0072B2";
    t.newest = isDark ? "#FF8A3D" : "#D55E00";
    t.accent = t.oldest;
    if (isDark)
        t.variants = {"#56B4E9", "#FF8A3D", "#F0E442", "#9A6BFF", "#A0E8FF", "#9B5B2E"};
    else
        t.variants = {"#0072B2", "#D55E00", "#AA3377", "#1A237E", "#6B4A00", "#4A1942"};
    return t;
}

Theme grey(bool isDark)
{
    Theme t = onPaper(isDark);
    t.danger = t.accent = t.text;
    if (isDark) {
        t.window = t.surface = t.raised = "#191919";
        t.text = t.realData = "#F2F2F2";
        t.muted = "#ABABAB";
        t.line = "#4A4A4A";
        t.grid = "#2C2C2C";
        t.oldest = "#7F7F7F";
        t.newest = "#E0E0E0";
        t.variants = {"#F2F2F2", "#8A8A8A", "#C4C4C4", "#787878", "#AAAAAA", "#DEDEDE"};
    } else {
        t.oldest = "#858585";
        t.newest = "#262626";
        t.variants = {"#1A1A1A", "#7A7A7A", "#474747", "#8C8C8C", "#5E5E5E", "#2F2F2F"};
    }
    t.dangerFill = t.grid;
    return t;
}

} // namespace

const Theme& figureTheme(FigureColours colours, bool isDark)
{
    static const Theme themes[] = {colourBlind(false), colourBlind(true), grey(false), grey(true)};
    if (colours == FigureColours::Standard)
        return isDark ? darkTheme() : lightTheme();
    return themes[(colours == FigureColours::Grey ? 2 : 0) + (isDark ? 1 : 0)];
}

bool isForColourBlindness(const Theme& theme)
{
    return theme.variants == figureTheme(FigureColours::ColourBlind, theme.dark).variants;
}

bool isGrey(const Theme& theme)
{
    return theme.oldest.saturation() == 0 && theme.newest.saturation() == 0;
}

} // namespace hareloom::ui
