// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/data/HeaderRow.h"

#include <cstdint>
#include <functional>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

namespace hareloom {

/// Tables up to this size are read; more is refused before memory is taken.
inline constexpr std::int64_t kMaxCsvBytes = 512LL << 20;
inline constexpr std::size_t kMaxCsvColumns = 1000;

struct CsvOptions
{
    HeaderRow header = HeaderRow::Auto;
    std::vector<std::string> columns;    // names, or 1-based numbers; empty: all
    std::string path = "source.columns"; // the setting that messages name
};

/// The chosen columns of a table, cell by cell. Every row has one cell a column, none of them missing.
struct CsvTable
{
    std::vector<std::string> names;              // (columns)
    std::vector<std::vector<std::string>> cells; // (columns)(rows)
    std::vector<std::int64_t> lines;             // (rows): the line of the file a row ends on, from 1
};

/// One row's chosen cells, valid while it is visited.
struct CsvRowView
{
    const std::vector<std::string>& names; // (columns)
    const std::vector<std::string>& cells; // (columns)
    std::int64_t line;                     // of the file, from 1
};
using CsvVisitor = std::function<Result<void>(const CsvRowView& row)>;

/// readCsv() without keeping anything: `visit` sees every row in order and ends the reading with an error.
Result<void> forEachCsvRow(std::istream& in, const std::string& origin, const CsvOptions& options,
                           const CsvVisitor& visit);

/// Whether a cell stands for a value that is not there: empty, NA, NaN, nan, null.
bool isMissing(const std::string& cell);

/// What to say of a cell that should be a number and is none.
Error noNumber(const std::string& origin, std::int64_t line, const std::string& column,
               const std::string& cell);

/// RFC 4180 with comma, semicolon or tab, as the first line has it; UTF-8, with or without byte-order mark.
/// Blank lines are skipped; between rows of one column they are missing values.
/// Errors: InvalidFile naming `origin` and the line (missing value, ragged row, not text, no rows),
/// InvalidInput for a column that is not there, naming those that are.
Result<CsvTable> readCsv(std::istream& in, const std::string& origin, const CsvOptions& options);

} // namespace hareloom
