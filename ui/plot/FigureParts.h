// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace hareloom::ui {

/// What of a stage or a chart is drawn around its axes and data. In the window: all of it.
struct FigureParts
{
    bool heading = true; // which generation a stage shows; a chart's title
    bool facts = true;   // the numbers beside a stage's heading
    bool legend = true;
    bool logGenerations = false; // charts against the generation: from generation 1 on, logarithmic
    bool keepsWords = false;     // words as large as they are asked for, however small the area

    bool operator==(const FigureParts&) const = default;
};

/// For the page of a paper, whose caption says the rest: axes, data and legend.
inline constexpr FigureParts kPaperParts{false, false, true};

} // namespace hareloom::ui
