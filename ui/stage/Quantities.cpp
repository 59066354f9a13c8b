// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/Quantities.h"

#include "ui/plot/MetricTitle.h"

#include <algorithm>

namespace hareloom::ui {

std::vector<Quantity> withMetrics(std::vector<Quantity> ofFamily, const Generation& first,
                                  const std::vector<std::string>& variables)
{
    std::vector<Quantity> result = std::move(ofFamily);
    for (const MetricValue& metric : first.metrics) {
        const std::string& name = *metric.name;
        const bool isKnown = std::any_of(result.begin(), result.end(), [&](const Quantity& q) {
            return q.key == name || (!q.fromMetric && q.metric == name);
        });
        if (!isKnown && name != "elapsedMs")
            result.push_back(
                {name, metricTitle(name, variables), [name](const Generation& g) { return g.metric(name); }});
    }
    return result;
}

} // namespace hareloom::ui
