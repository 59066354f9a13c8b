// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/CsvFormat.h"
#include "core/data/TextLines.h"

#include <string>
#include <vector>

namespace hareloom {

inline constexpr std::size_t kMaxCsvColumns = 1000;

/// One row, its cells without the blanks around them. Reading the next one into it takes no new memory.
struct CsvRow
{
    std::vector<std::string> cells;
    std::vector<char> isQuoted; // (cells)

    std::size_t size() const { return cells.size(); }
    /// Cells up to the last one that is not empty.
    std::size_t used() const;
};

/// The rows of a table one after another. A cell may stand in quotation marks, in which a mark is written
/// twice (RFC 4180); within a cell that does not begin with one, it is a letter like any other. A first line
/// as "sep=;" is no row.
class CsvRows
{
public:
    /// `lines` outlives this. `delimiter` is not Auto.
    CsvRows(TextLines& lines, Delimiter delimiter);

    /// The next row that is not blank; false at the end. A row of nothing but delimiters is blank.
    /// Errors: InvalidFile with line and column: a quotation mark in the wrong place or never closed, more
    /// than kMaxCsvColumns cells, more than kMaxRowBytes; those of TextLines.
    Result<bool> next(CsvRow& row);
    /// The line that the latest row ended on, from 1.
    std::int64_t line() const { return m_line; }
    /// The first blank line between the latest row and the one before it, or 0. Where rows have one cell,
    /// such a line is a missing value.
    std::int64_t blankLine() const { return m_blankBefore; }
    /// After an error: whether a quotation mark is open at the text's end.
    bool isWithinQuotes() const { return m_at == At::Quoted; }
    /// After an error: whether a row has more than kMaxCsvColumns cells.
    bool isTooWide() const { return m_size > kMaxCsvColumns; }

private:
    enum class At { CellBegin, Plain, Quoted, QuoteInQuotes, Closed };

    Result<bool> nextRow(CsvRow& row);
    Result<void> split(const std::string& line, CsvRow& row);
    bool beginCell(char c, CsvRow& row);
    bool goOn(char c, CsvRow& row);
    bool addCell(CsvRow& row);
    Result<bool> endRow(CsvRow& row);
    bool isDelimiter(char c) const;
    bool isBlank(char c) const;
    Error tooManyColumns() const;
    Error refused(const std::string& why, std::int64_t line) const;

    TextLines& m_lines;
    Delimiter m_delimiter;
    std::string m_text; // the latest line
    At m_at = At::CellBegin;
    std::size_t m_size = 0;      // cells of the row, the one at work among them
    std::size_t m_bytes = 0;     // of the row
    std::int64_t m_openLine = 0; // where the quotation began
    std::int64_t m_line = 0, m_blankBefore = 0;
};

} // namespace hareloom
