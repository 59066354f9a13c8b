// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/CsvJudge.h"

#include <fstream>
#include <functional>
#include <span>

namespace hareloom {

/// Tables up to this size are read; more is refused before memory is taken.
inline constexpr std::int64_t kMaxCsvBytes = 512LL << 20;

struct CsvOptions
{
    CsvFormat format = {};               // what is Auto in it is judged
    std::vector<std::string> columns;    // names, or 1-based numbers; empty: all
    std::string path = "source.columns"; // the setting that messages name
};

/// Opens a table. Errors: InvalidFile for a folder, a device, more than kMaxCsvBytes, and what cannot be
/// read.
Result<std::ifstream> openCsv(const std::string& path);

/// A table's chosen columns, before its rows are read.
struct CsvColumns
{
    CsvJudgement judgement;
    std::vector<std::size_t> chosen; // from 0

    std::vector<std::string> names() const;
    /// In messages: "column 2 (kg)"; `i` counts the chosen ones.
    std::string words(std::size_t i) const;
};

/// Judges a table from its beginning to its end (judgeCsv()) and finds the chosen columns. Errors:
/// InvalidFile as judgeCsv(); InvalidInput for a column that is not there, naming those that are; Stopped.
Result<CsvColumns> openColumns(std::istream& in, const std::string& origin, const CsvOptions& options,
                               const StopToken& stop = {});

/// One row's chosen cells, valid while it is visited. None is missing.
struct CsvRowView
{
    std::span<const std::string> cells; // (columns)
    std::int64_t line;                  // of the file that the row ends on, from 1
};
using CsvVisitor = std::function<Result<void>(const CsvRowView& row)>;

/// Reads the table once more: `visit` sees every row of data in order and ends the reading with an error.
/// Keeps a row at a time. Errors: InvalidFile naming `origin`, line and column: a missing value, a row of
/// too few or too many cells, what is no text.
Result<void> forEachCsvRow(std::istream& in, const std::string& origin, const CsvColumns& columns,
                           const CsvVisitor& visit);

/// The chosen columns of a table, cell by cell.
struct CsvTable
{
    std::vector<std::string> names;              // (columns)
    std::vector<std::vector<std::string>> cells; // (columns)(rows)
    std::vector<std::int64_t> lines;             // (rows): as in CsvRowView
};

/// Both in one, with every cell kept. `in` can be rewound. Errors: theirs, and InvalidFile where there are no
/// rows of data.
Result<CsvTable> readCsv(std::istream& in, const std::string& origin, const CsvOptions& options);

} // namespace hareloom
