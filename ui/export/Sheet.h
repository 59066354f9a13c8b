// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/Figures.h"

#include <vector>

namespace hareloom::ui {

/// How the panels of a sheet are called.
enum class PanelLetters { None, Small, Capital, Bracketed }; // a, A, (a)

struct SheetChoice
{
    int columns = 2; // 1 to kMostSheetColumns
    PanelLetters letters = PanelLetters::Small;
};

inline constexpr int kMostSheetColumns = 6;
inline constexpr std::size_t kMostPanels = 26; // as there are letters

/// "a", "B", "(c)"; `index` from 0, below kMostPanels.
QString panelLetter(std::size_t index, PanelLetters letters);

/// Several figures as panels of one, row by row, each with its letter at its upper left. They are equally
/// large; the sheet carries the origin of the first. A legend that two or more of them have in common stands once,
/// beneath them. Needs 1 to kMostPanels of them.
Figure sheetOf(std::vector<Figure> panels, const SheetChoice& choice);

} // namespace hareloom::ui
