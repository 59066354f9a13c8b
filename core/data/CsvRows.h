// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/data/HeaderRow.h"

#include <cstdint>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace hareloom {

using CsvRow = std::vector<std::string>;

/// The rows of a table one after another, as readCsv() understands them; nothing is kept. Comma, semicolon or
/// tab as the first line has it.
class CsvRows
{
public:
    /// `in` outlives this; `origin` names the text in messages.
    CsvRows(std::istream& in, std::string origin);
    ~CsvRows();
    CsvRows(const CsvRows&) = delete;
    CsvRows& operator=(const CsvRows&) = delete;

    /// The next row that is not blank, its cells trimmed; nothing at the end. Errors: InvalidFile with the
    /// line.
    Result<std::optional<CsvRow>> next();
    /// The line that the latest row ended on, from 1.
    std::int64_t line() const { return m_line; }
    /// The first blank line between the latest row and the one before it, or 0. Where rows have one cell,
    /// such a line is a missing value.
    std::int64_t blankLine() const { return m_blankBefore; }
    /// What to say of it.
    Error missing(std::int64_t line) const;

private:
    struct Parser;

    std::optional<Error> checkText(std::string& text);
    Result<std::optional<CsvRow>> finish();
    std::optional<CsvRow> take();

    std::istream& m_in;
    std::string m_origin;
    std::unique_ptr<Parser> m_parser;
    CsvRow m_row;
    bool m_complete = false;
    bool m_isWithinRow = false; // a quoted cell goes on in the next line
    std::int64_t m_line = 0, m_bytes = 0, m_blank = 0, m_blankBefore = 0;
};

/// Opens a table. Errors: InvalidFile for a folder, a device, more than kMaxCsvBytes, and what cannot be
/// read.
Result<std::ifstream> openCsv(const std::string& path);

/// Whether a table's first row holds the columns' names.
bool holdsNames(const CsvRow& first, HeaderRow header);
/// The columns' names: the first row's cells where it holds them, else "x1", "x2", ...
CsvRow columnNames(const CsvRow& first, bool holdsNames);

} // namespace hareloom
