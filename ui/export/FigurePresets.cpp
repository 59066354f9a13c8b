// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/FigurePresets.h"

#include <algorithm>

namespace hareloom::ui {

std::span<const FigurePreset> figurePresets()
{
    static constexpr FigurePreset presets[] = {
        {"standard"},
        {"column", 85, 60, kPaperParts, false, false, 8, 1},
        {"page", 178, 105, kPaperParts, false, false, 8, 1},
        {"slide", 254, 142.875, {true, false, true}, false, true, 16, 2.25},
    };
    return presets;
}

const FigurePreset* findFigurePreset(const QString& id)
{
    const auto all = figurePresets();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const FigurePreset& each) { return id == QLatin1String(each.id); });
    return found == all.end() ? nullptr : &*found;
}

} // namespace hareloom::ui
