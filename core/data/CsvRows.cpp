// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/CsvRows.h"

#include "core/base/Text.h"
#include "core/data/FindDelimiter.h"

namespace hareloom {

std::size_t CsvRow::used() const
{
    std::size_t used = cells.size();
    while (used > 0 && cells[used - 1].empty())
        --used;
    return used;
}

CsvRows::CsvRows(TextLines& lines, Delimiter delimiter) : m_lines(lines), m_delimiter(delimiter) {}

bool CsvRows::isDelimiter(char c) const
{
    switch (m_delimiter) {
    case Delimiter::Auto:
    case Delimiter::Comma:
        return c == ',';
    case Delimiter::Semicolon:
        return c == ';';
    case Delimiter::Tab:
        return c == '\t';
    case Delimiter::Pipe:
        return c == '|';
    case Delimiter::Blanks:
        return c == ' ' || c == '\t';
    case Delimiter::None:
        return false;
    }
    return false;
}

// A delimiter is none.
bool CsvRows::isBlank(char c) const
{
    return (c == ' ' || c == '\t') && (m_delimiter == Delimiter::Blanks || !isDelimiter(c));
}

Result<bool> CsvRows::next(CsvRow& row)
{
    std::int64_t blank = 0;
    for (;;) {
        const auto more = nextRow(row);
        if (!more)
            return more.error();
        if (!*more) {
            row.cells.clear();
            row.isQuoted.clear();
            return false;
        }
        const bool isOneQuoted = row.size() == 1 && row.isQuoted[0] != 0; // a value, though an empty one
        if (row.used() > 0 || isOneQuoted)
            break;
        if (blank == 0)
            blank = m_lines.number();
    }
    m_line = m_lines.number();
    m_blankBefore = blank;
    return true;
}

Result<bool> CsvRows::nextRow(CsvRow& row)
{
    m_size = 0;
    m_bytes = 0;
    m_at = At::CellBegin;
    for (;;) {
        const auto more = m_lines.next(m_text);
        if (!more)
            return more.error();
        if (!*more && m_at == At::Quoted)
            return refused(
                "a quotation mark opens here and was found to be never closed. Close it, or remove it",
                m_openLine);
        if (!*more)
            return false;
        if (m_lines.number() == 1 && delimiterOfSepLine(m_text) != Delimiter::Auto)
            continue;
        m_bytes += m_text.size();
        if (m_bytes > kMaxRowBytes)
            return refused(
                "a quotation mark opens here and was not found to be closed within 16 MiB. Close it, or "
                "remove it",
                m_openLine);
        if (const auto done = split(m_text, row); !done)
            return done.error();
        if (m_at != At::Quoted)
            return endRow(row);
        row.cells[m_size - 1] += m_lines.end();
    }
}

// After a delimiter there is a cell, if an empty one; after blanks there is none.
Result<bool> CsvRows::endRow(CsvRow& row)
{
    if (m_at == At::CellBegin && (m_size == 0 || m_delimiter != Delimiter::Blanks) && !addCell(row))
        return tooManyColumns();
    row.cells.resize(m_size);
    row.isQuoted.resize(m_size);
    for (std::string& cell : row.cells)
        if (const auto bare = trimmed(cell); bare.size() != cell.size())
            cell = std::string(bare);
    return true;
}

Error CsvRows::tooManyColumns() const
{
    return invalidFile(m_lines.origin() + ", line " + std::to_string(m_lines.number()) + ": more than " +
                       std::to_string(kMaxCsvColumns) +
                       " columns were found, which is the most that a table may have");
}

Error CsvRows::refused(const std::string& why, std::int64_t line) const
{
    return invalidFile(m_lines.origin() + ", line " + std::to_string(line) + ", column " +
                       std::to_string(m_size) + ": " + why);
}

// Blanks around a cell are none of its own; between words and in quotation marks they stay until endCell().
Result<void> CsvRows::split(const std::string& line, CsvRow& row)
{
    for (const char c : line) {
        if (m_at == At::CellBegin ? beginCell(c, row) : goOn(c, row))
            continue;
        if (m_size > kMaxCsvColumns)
            return tooManyColumns();
        return refused(
            "text was found after a closing quotation mark. Write a mark within a cell twice (\"\"), and "
            "put the whole cell in marks",
            m_lines.number());
    }
    return {};
}

/// False where there is no room for another cell.
bool CsvRows::beginCell(char c, CsvRow& row)
{
    if (isBlank(c))
        return true;
    if (!addCell(row))
        return false;
    if (isDelimiter(c))
        return true;
    row.isQuoted[m_size - 1] = c == '"';
    m_openLine = m_lines.number();
    m_at = c == '"' ? At::Quoted : At::Plain;
    if (c != '"')
        row.cells[m_size - 1] += c;
    return true;
}

/// False for what may not follow a closing quotation mark.
bool CsvRows::goOn(char c, CsvRow& row)
{
    std::string& cell = row.cells[m_size - 1];
    if (m_at == At::Quoted) {
        if (c == '"')
            m_at = At::QuoteInQuotes;
        else
            cell += c;
        return true;
    }
    if (isDelimiter(c)) {
        m_at = At::CellBegin;
        return true;
    }
    if (m_at == At::Plain) {
        cell += c;
        return true;
    }
    const bool isEscaped = m_at == At::QuoteInQuotes && c == '"';
    if (isEscaped)
        cell += c;
    m_at = isEscaped ? At::Quoted : At::Closed;
    return isEscaped || isBlank(c);
}

bool CsvRows::addCell(CsvRow& row)
{
    if (++m_size > kMaxCsvColumns)
        return false;
    if (row.cells.size() < m_size) {
        row.cells.emplace_back();
        row.isQuoted.push_back(0);
    }
    row.cells[m_size - 1].clear();
    row.isQuoted[m_size - 1] = 0;
    return true;
}

} // namespace hareloom
