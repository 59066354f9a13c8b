// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filmstrip/CollapseMarks.h"

#include "core/metrics/CollapseMarks.h"

namespace hareloom::ui {

namespace {

std::vector<double> series(const History& history, ChainIndex chain, const char* metric)
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
    const bool isDiscrete = origin->snapshot->categorical() != nullptr;
    const CollapseMarks marks =
        findCollapse(series(history, chain, isDiscrete ? "rareSurvivors" : "tailMass"),
                     series(history, chain, isDiscrete ? "heterozygosity" : "variance"));
    return {marks.early, marks.late};
}

} // namespace hareloom::ui
