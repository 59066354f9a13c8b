// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/data/CsvJudge.h"

#include <string>

namespace hareloom {

// What is wrong with a table, as sentences that name line and column and say what to do. `column` counts from
// 0; `origin` is the table's name.

/// "column 2 (kg)"; "column 2" where it has no name.
std::string columnWords(const CsvJudgement& judgement, std::size_t column);

/// Names in quotation marks, the first twenty.
std::string listed(const std::vector<std::string>& names);

Error missingValue(const std::string& origin, std::int64_t line, const std::string& column,
                   const std::string& cell);
Error missingLine(const std::string& origin, std::int64_t line);
Error noRows(const std::string& origin);
Error noNumber(const std::string& origin, std::int64_t line, const std::string& column,
               const std::string& cell, DecimalMark decimal);

/// What is wrong with a row as such: too few cells or too many, or a blank line before it that stands for a
/// missing value. `isFirst`: of all rows.
Result<void> checkRow(const CsvRow& row, const CsvRows& rows, const CsvJudgement& judgement, bool isFirst,
                      const std::string& origin);

} // namespace hareloom
