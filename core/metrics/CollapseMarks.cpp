// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/CollapseMarks.h"

#include <cmath>

namespace hareloom {

namespace {

std::optional<int> firstLastingFall(std::span<const double> series, double fraction, int persistence)
{
    if (series.empty() || !std::isfinite(series[0]) || !(series[0] > 0))
        return std::nullopt;
    int run = 0;
    for (std::size_t g = 0; g < series.size(); ++g) {
        const bool isBelow = std::isfinite(series[g]) && series[g] < fraction * series[0];
        run = isBelow ? run + 1 : 0;
        if (run > 0 && run >= persistence)
            return static_cast<int>(g) - run + 1;
    }
    return std::nullopt;
}

} // namespace

MarkMetrics markMetrics(RowKind rows)
{
    return rows == RowKind::States ? MarkMetrics{"rareSurvivors", "heterozygosity"}
                                   : MarkMetrics{"tailMass", "variance"};
}

CollapseMarks findCollapse(std::span<const double> tail, std::span<const double> spread,
                           const CollapseCriteria& criteria)
{
    CollapseMarks marks;
    marks.early = firstLastingFall(tail, criteria.tailFraction, criteria.persistence);
    marks.late = firstLastingFall(spread, criteria.spreadFraction, criteria.persistence);
    if (marks.early && marks.late && *marks.early > *marks.late)
        marks.early.reset();
    return marks;
}

} // namespace hareloom
