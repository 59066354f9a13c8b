// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filmstrip/CollapseMarks.h"

#include "core/metrics/CollapseMarks.h"

namespace hareloom::ui {

namespace {

std::vector<double> series(const History& history, ChainIndex chain, std::string_view metric)
{
    std::vector<double> values;
    for (int g = 0; g < history.count(chain); ++g)
        values.push_back(history.at(chain, g)->metric(metric));
    return values;
}

} // namespace

MarkedGenerations markCollapse(const History& history, ChainIndex chain)
{
    const GenerationPtr origin = history.at(chain, 0);
    if (!origin || !origin->snapshot)
        return {};
    const MarkMetrics metrics =
        markMetrics(origin->snapshot->categorical() ? RowKind::States : RowKind::Numbers);
    const CollapseMarks marks =
        findCollapse(series(history, chain, metrics.tail), series(history, chain, metrics.spread));
    return {marks.early, marks.late};
}

} // namespace hareloom::ui
