// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/Report.h"

namespace hareloom::ui {

/// Adds to the report of `request` what other sessions have otherwise: the settings in which they differ, and
/// the metrics that more than one of them has measured, in their first and last generations. Nothing without
/// other sessions.
void fillBeside(Report& report, const ReportRequest& request);

} // namespace hareloom::ui
