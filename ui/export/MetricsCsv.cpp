// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/MetricsCsv.h"

#include "core/store/Export.h"
#include "ui/export/WriteFile.h"

#include <sstream>

namespace hareloom::ui {

QByteArray metricsCsv(const LabSession& session, const MetricsChoice& choice)
{
    std::vector<GenerationPtr> generations = session.history().all();
    if (choice.chain)
        std::erase_if(generations, [&](const GenerationPtr& g) { return g->chain != *choice.chain; });
    std::ostringstream text;
    text.imbue(std::locale::classic());
    (void)writeMetricsCsv(text, generations, choice.metrics, chainNames(session.experiment())).ok();
    return QByteArray::fromStdString(text.str());
}

Result<void> writeMetricsCsv(const LabSession& session, const QString& path)
{
    return writeBytes(metricsCsv(session), path);
}

} // namespace hareloom::ui
