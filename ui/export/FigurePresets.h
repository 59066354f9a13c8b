// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/Figures.h"

#include <span>

namespace hareloom::ui {

/// What a figure for one purpose usually is.
struct FigurePreset
{
    const char* id;               // of the command line: "column"
    double width = 0, height = 0; // of one chart, mm; 0: as it is
    FigureParts parts = {};
    bool hasFooter = true, hasCode = false;
    double points = kUsualPoints, linePoints = 0;
};

/// The usual figure, then a column of a paper, its whole page, and a slide of 16 to 9.
std::span<const FigurePreset> figurePresets();
/// Null where there is none of that name.
const FigurePreset* findFigurePreset(const QString& id);

} // namespace hareloom::ui
