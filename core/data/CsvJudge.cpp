// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/CsvJudge.h"

#include "core/base/Text.h"
#include "core/data/CsvFaults.h"
#include "core/data/CsvHeader.h"
#include "core/data/CsvNumbers.h"
#include "core/data/FindDelimiter.h"

#include <algorithm>
#include <array>
#include <sstream>

namespace hareloom {
namespace {

/// What all rows together tell.
class Scan
{
public:
    void add(const CsvRow& row)
    {
        if (m_rows == 0 || row.used() <= m_first.size()) {
            m_sizes.resize(std::max(m_sizes.size(), row.size() + 1));
            ++m_sizes[row.size()];
        }
        if (m_rows++ == 0) {
            m_first = row;
            m_below.resize(row.size());
            m_used = std::max<std::size_t>(1, row.used()); // a table has a column, if one of gaps
            return;
        }
        const std::size_t used = row.used();
        if (used <= m_first.size()) // a longer one is refused when it is read
            m_used = std::max(m_used, used);
        // Tables put one after another repeat their names.
        const bool isFirstAgain = row.size() > 1 && row.cells == m_first.cells;
        for (std::size_t j = 0; j < std::min(used, m_first.size()); ++j)
            see(row.cells[j], j, isFirstAgain);
    }

    CsvFormat resolved(CsvFormat format) const
    {
        if (format.decimal == DecimalMark::Auto)
            format.decimal = decimalMark(format.delimiter);
        if (format.header == HeaderRow::Auto)
            format.header = holdsNames(firstRow(), m_below, format) ? HeaderRow::Yes : HeaderRow::No;
        return format;
    }

    /// The first row's cells without the empty ones behind the last column.
    CsvRow firstRow() const
    {
        CsvRow row = m_first;
        row.cells.resize(m_used);
        row.isQuoted.resize(m_used);
        return row;
    }
    std::int64_t rows() const { return m_rows; }
    std::int64_t rowsWithMore() const
    {
        std::int64_t rows = 0;
        for (std::size_t size = m_used + 1; size < m_sizes.size(); ++size)
            rows += m_sizes[size];
        return rows;
    }

private:
    void see(const std::string& cell, std::size_t j, bool isFirstAgain)
    {
        const NumberLook look = lookOf(cell);
        ++m_looks[static_cast<std::size_t>(look)];
        ColumnBelow& below = m_below[j];
        ++(look == NumberLook::None ? below.words : below.numbers);
        below.repeatsFirst = below.repeatsFirst || (!isFirstAgain && cell == m_first.cells[j]);
    }

    std::int64_t seen(NumberLook look) const { return m_looks[static_cast<std::size_t>(look)]; }

    // Programs part cells by semicolons where the comma is their decimal mark. Elsewhere 1,234 alone may be
    // a number of thousands, and is refused when it is read.
    DecimalMark decimalMark(Delimiter delimiter) const
    {
        const std::int64_t commas = seen(NumberLook::Comma), points = seen(NumberLook::Point);
        if (commas != points)
            return commas > points ? DecimalMark::Comma : DecimalMark::Point;
        const bool isOpen = commas == 0 && seen(NumberLook::Commas) > 0;
        return isOpen && delimiter == Delimiter::Semicolon ? DecimalMark::Comma : DecimalMark::Point;
    }

    CsvRow m_first;
    std::vector<ColumnBelow> m_below;      // (cells of the first row)
    std::vector<std::int64_t> m_sizes;     // (cells): rows that have as many
    std::array<std::int64_t, 6> m_looks{}; // (NumberLook): cells
    std::size_t m_used = 0;
    std::int64_t m_rows = 0;
};

Result<void> scanAll(std::istream& in, const std::string& origin, const CsvFormat& format, bool isWhole,
                     Scan& scan, const StopToken& stop)
{
    TextLines lines(in, origin, format.encoding);
    CsvRows rows(lines, format.delimiter);
    CsvRow row;
    for (;;) {
        const auto more = rows.next(row);
        if (!more && !isWhole && rows.isWithinQuotes())
            return {};
        if (!more)
            return more.error();
        if (!*more)
            return {};
        if (stop.stopRequested())
            return stopped();
        scan.add(row);
    }
}

void rewind(std::istream& in)
{
    in.clear();
    in.seekg(0);
}

Result<void> judgeDelimiter(CsvJudgement& judgement, const std::string& text, const std::string& origin)
{
    std::istringstream in(text);
    TextLines lines(in, origin, TextEncoding::Utf8);
    std::string first;
    if (const auto read = lines.next(first); !read)
        return read.error();
    const Delimiter named = delimiterOfSepLine(first);
    judgement.hasSepLine = named != Delimiter::Auto;
    if (judgement.format.delimiter != Delimiter::Auto)
        return {};
    judgement.format.delimiter = named;
    if (judgement.hasSepLine)
        return {};
    const FoundDelimiter found = findDelimiter(text, judgement.format.decimal);
    judgement.format.delimiter = found.delimiter;
    judgement.mayBeDecimals = found.mayBeDecimals;
    return {};
}

} // namespace

Result<CsvJudgement> judgeCsv(std::istream& in, const std::string& origin, const CsvFormat& asked,
                              std::int64_t most, const StopToken& stop)
{
    CsvJudgement judgement;
    judgement.format = asked;
    if (asked.encoding == TextEncoding::Auto) {
        const auto found = findEncoding(in, origin, most);
        if (!found)
            return found.error();
        judgement.format.encoding = *found;
    }
    rewind(in);
    bool isAll = false;
    const auto beginning =
        beginningOf(in, origin, judgement.format.encoding, std::min(most, kJudgedBytes), isAll);
    if (!beginning)
        return beginning.error();
    if (const auto judged = judgeDelimiter(judgement, *beginning, origin); !judged)
        return judged.error();
    judgement.isWhole = isAll || most > kJudgedBytes;
    Scan scan;
    rewind(in);
    std::istringstream text(judgement.isWhole ? std::string() : *beginning);
    CsvFormat decoded = judgement.format;
    decoded.encoding = TextEncoding::Utf8;
    if (const auto done = judgement.isWhole ? scanAll(in, origin, judgement.format, true, scan, stop)
                                            : scanAll(text, origin, decoded, false, scan, stop);
        !done)
        return done.error();
    if (scan.rows() == 0)
        return noRows(origin);
    judgement.format = scan.resolved(judgement.format);
    const CsvRow first = scan.firstRow();
    const bool hasNames = judgement.format.header == HeaderRow::Yes;
    for (std::size_t j = 0; j < first.size(); ++j)
        judgement.names.push_back(hasNames ? first.cells[j] : "x" + std::to_string(j + 1));
    judgement.rows = scan.rows() - (hasNames ? 1 : 0);
    judgement.trailingCells = scan.rowsWithMore();
    return judgement;
}

std::string readAs(const std::string& origin, const CsvJudgement& judgement)
{
    const CsvFormat& format = judgement.format;
    std::string text = (origin.empty() ? "" : printable(origin) + ": ") + "read as: ";
    text += format.delimiter == Delimiter::None ? "one column" : wordOf(kDelimiters, format.delimiter);
    text += ", decimal ";
    text += wordOf(kDecimalMarks, format.decimal);
    text += ", ";
    text += wordOf(kTextEncodingNames, format.encoding);
    text += format.header == HeaderRow::Yes ? ", first row names" : ", first row data";
    if (judgement.hasSepLine)
        text += ", without its line sep=";
    if (judgement.trailingCells > 0)
        text += ", without the delimiters that end " + std::to_string(judgement.trailingCells) +
                (judgement.trailingCells == 1 ? " row" : " rows");
    if (judgement.mayBeDecimals)
        text += " (if the commas are decimal marks, set source.decimal to \"comma\")";
    return text;
}

} // namespace hareloom
