// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/MetricsCsv.h"

#include "core/store/Export.h"
#include "ui/export/WriteFile.h"

#include <cmath>
#include <sstream>

namespace hareloom::ui {

namespace {

/// As generations of their own, which have no model: the metrics' writer knows how numbers and names are
/// written.
std::vector<GenerationPtr> expectedLinks(const ExpectedCurves& expected)
{
    std::vector<GenerationPtr> links;
    for (const auto& [metric, curve] : expected)
        for (std::size_t g = 0; g < curve.values.size(); ++g)
            if (!std::isnan(curve.values[g])) {
                auto link = std::make_shared<Generation>();
                link->index = static_cast<int>(g);
                link->metrics = {{MetricName(metric + " (expected)"), curve.values[g]}};
                links.push_back(std::move(link));
            }
    return links;
}

} // namespace

QByteArray metricsCsv(const LabSession& session, const MetricsChoice& choice, const ExpectedCurves& expected)
{
    std::vector<GenerationPtr> generations = session.history().all();
    if (choice.chain)
        std::erase_if(generations, [&](const GenerationPtr& g) { return g->chain != *choice.chain; });
    std::vector<std::string> wanted = choice.metrics;
    for (const GenerationPtr& link : expectedLinks(expected)) {
        generations.push_back(link);
        if (!choice.metrics.empty())
            wanted.push_back(*link->metrics.front().name);
    }
    std::ostringstream text;
    text.imbue(std::locale::classic());
    (void)writeMetricsCsv(text, generations, wanted, chainNames(session.experiment())).ok();
    return QByteArray::fromStdString(text.str());
}

Result<void> writeMetricsCsv(const LabSession& session, const QString& path)
{
    return writeBytes(metricsCsv(session), path);
}

} // namespace hareloom::ui
