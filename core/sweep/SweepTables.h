// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/SweepResults.h"

#include <ostream>
#include <string>
#include <vector>

namespace hareloom {

/// A value of a statistic over replicates, none of them NaN; NaN of none.
double statisticOf(const SweepStatistic& statistic, const std::vector<double>& values);

/// Cells as a row of CSV, without its end. Numbers stay as they are: csvField() takes a minus sign for the
/// beginning of a spreadsheet's formula.
std::string csvRow(const std::vector<std::string>& cells);

enum class SweepTable {
    Wide,   // a row for each generation of each chain, a column for each metric
    Long,   // a row for each value: columns "metric" and "value"
    Summary // over the replicates, as the sweep's "summary" says: columns "metric", "chains" and the
            // statistics
};

/// Writes the table as CSV, by point, replicate and generation. Columns: what varies (SweepPlan::columns()),
/// "replicate" but for a summary, "generation", then the form's own. A cell is empty where a value is not
/// defined; infinite ones are "Inf" and "-Inf", which R and pandas read. Chains that are not done are left
/// out: the same results give the same bytes, whichever files they lie in. Returns a sentence for each chain
/// whose row is damaged. Errors: System (the stream takes no more).
Result<std::vector<std::string>> writeSweepTable(const SweepPlan& plan, SweepResults& results,
                                                 SweepTable form, std::ostream& out);

} // namespace hareloom
