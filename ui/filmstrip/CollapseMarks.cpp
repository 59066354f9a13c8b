// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filmstrip/CollapseMarks.h"

#include "core/family/MarkValues.h"

namespace hareloom::ui {

namespace {

} // namespace

MarkedGenerations markCollapse(const History& history, ChainIndex chain)
{
    const GenerationPtr origin = history.at(chain, 0);
    if (!origin || !origin->snapshot)
        return {};
    const MarkMetrics metrics =
        markMetrics(origin->snapshot->categorical() ? RowKind::States : RowKind::Numbers);
    CollapseFinder finder;
    for (int g = 0; g < history.count(chain); ++g)
        finder.add(g, markValues(*history.at(chain, g), metrics));
    return {finder.marks().early, finder.marks().late, {}, {}};
}

} // namespace hareloom::ui
