// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/Answer.h"

#include "ui/vitals/Replicates.h"

#include <algorithm>

namespace hareloom::ui {

std::optional<Event> answerOf(const Comparison& comparison, int shown)
{
    int generation = shown;
    for (std::size_t c = 0; c < comparison.columnCount(); ++c)
        generation = std::min(generation, comparison.column(c).count() - 1);
    if (generation < 1 || comparison.columnCount() < 2)
        return std::nullopt;
    const std::string metric = contrastMetric(comparison.sharedMetrics());
    std::vector<ContrastSide> sides;
    for (std::size_t c = 0; c < comparison.columnCount(); ++c) {
        const CompareSource& column = comparison.column(c);
        const auto chains = std::max<std::int64_t>(1, column.session->experiment().chains);
        sides.push_back(
            sideOf({column.session, static_cast<std::size_t>(column.chain / chains)}, metric, generation));
        sides.back().title = column.title.toStdString();
    }
    return contrastOf(sides, metric, generation);
}

} // namespace hareloom::ui
