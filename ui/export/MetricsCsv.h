// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "ui/session/LabSession.h"
#include "ui/vitals/VitalSeries.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace hareloom::ui {

/// Which numbers of a run.
struct MetricsChoice
{
    std::vector<std::string> metrics; // empty: all
    std::optional<ChainIndex> chain;  // empty: all
};

/// Tidy: chain,generation,metric,value, and with several variants variant,replicate; what `hareloom-cli
/// metrics` prints. What was expected follows as lines of chain 0, its metrics called "variance (expected)".
QByteArray metricsCsv(const LabSession& session, const MetricsChoice& choice = {},
                      const ExpectedCurves& expected = {});
/// Replaces the file at once or not at all. Errors: System.
Result<void> writeMetricsCsv(const LabSession& session, const QString& path);

} // namespace hareloom::ui
