// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "ui/session/History.h"

#include <QByteArray>
#include <QString>

namespace hareloom::ui {

/// Every metric of every generation, tidy: chain,generation,metric,value. UTF-8, decimal point, 17
/// significant digits; NaN as "nan".
QByteArray metricsCsv(const History& history);
/// Replaces the file at once or not at all. Errors: System.
Result<void> writeMetricsCsv(const History& history, const QString& path);

} // namespace hareloom::ui
