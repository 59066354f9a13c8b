// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/CsvTable.h"

#include "core/base/Text.h"

#include <csv.h>

#include <algorithm>
#include <memory>
#include <optional>

namespace hareloom {
namespace {

using Row = std::vector<std::string>;

char delimiterOf(std::string_view line)
{
    const auto count = [line](char c) { return std::count(line.begin(), line.end(), c); };
    if (count(';') > count(','))
        return ';';
    return count('\t') > count(',') ? '\t' : ',';
}

/// Feeds libcsv line by line, so that every row knows the line it ends on.
class RowReader
{
public:
    RowReader(std::istream& in, std::string origin) : m_in(in), m_origin(std::move(origin))
    {
        csv_init(&m_parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL);
    }
    ~RowReader() { csv_free(&m_parser); }
    RowReader(const RowReader&) = delete;
    RowReader& operator=(const RowReader&) = delete;

    /// The next row that is not blank; nothing at the end.
    Result<std::optional<Row>> next()
    {
        while (!m_complete) {
            std::string text;
            if (!std::getline(m_in, text))
                return finish();
            ++m_line;
            m_bytes += std::ssize(text) + 1;
            if (auto fault = checkText(text))
                return *fault;
            text += '\n';
            if (csv_parse(&m_parser, text.data(), text.size(), onField, onRow, this) != text.size())
                return invalidFile(m_origin + ", line " + std::to_string(m_line) + ": found " +
                                   csv_strerror(csv_error(&m_parser)) +
                                   ", allowed: cells separated by comma, semicolon or tab, quoted with \"");
        }
        m_complete = false;
        return std::optional<Row>(std::exchange(m_row, {}));
    }

    std::int64_t line() const { return m_line; }

private:
    std::optional<Error> checkText(std::string& text)
    {
        if (m_line == 1) {
            if (text.starts_with("\xEF\xBB\xBF"))
                text.erase(0, 3);
            csv_set_delim(&m_parser, static_cast<unsigned char>(delimiterOf(text)));
        }
        if (text.find('\0') != std::string::npos)
            return invalidFile(m_origin + ", line " + std::to_string(m_line) +
                               ": found binary data, allowed: a table as text (CSV)");
        if (m_bytes > kMaxCsvBytes)
            return invalidFile(
                m_origin + ": found more than 512 MiB, allowed: a smaller table; take a sample of its rows");
        return std::nullopt;
    }

    Result<std::optional<Row>> finish()
    {
        if (csv_fini(&m_parser, onField, onRow, this) != 0)
            return invalidFile(m_origin + ", line " + std::to_string(m_line) +
                               ": found a quotation mark that is never closed, allowed: pairs of them");
        if (!m_complete)
            return std::optional<Row>();
        m_complete = false;
        return std::optional<Row>(std::exchange(m_row, {}));
    }

    static void onField(void* cell, std::size_t size, void* self)
    {
        static_cast<RowReader*>(self)->m_row.emplace_back(trimmed({static_cast<const char*>(cell), size}));
    }
    static void onRow(int, void* self) { static_cast<RowReader*>(self)->m_complete = true; }

    std::istream& m_in;
    std::string m_origin;
    csv_parser m_parser{};
    Row m_row;
    bool m_complete = false;
    std::int64_t m_line = 0, m_bytes = 0;
};

bool looksLikeHeader(const Row& row)
{
    return std::any_of(row.begin(), row.end(), [](const std::string& cell) { return !parseNumber(cell); });
}

Row numberedNames(std::size_t count)
{
    Row names;
    for (std::size_t i = 1; i <= count; ++i)
        names.push_back("x" + std::to_string(i));
    return names;
}

Result<std::vector<std::size_t>> chooseColumns(const Row& names, const std::string& origin,
                                               const CsvOptions& options)
{
    std::vector<std::size_t> chosen;
    for (const auto& wanted : options.columns) {
        const auto found = std::find(names.begin(), names.end(), wanted);
        const auto number = parseNumber(wanted);
        if (found != names.end())
            chosen.push_back(static_cast<std::size_t>(found - names.begin()));
        else if (number && *number >= 1 && *number <= static_cast<double>(names.size()) &&
                 *number == static_cast<std::size_t>(*number))
            chosen.push_back(static_cast<std::size_t>(*number) - 1);
        else
            return invalidInput(options.path + ": found \"" + wanted + "\", which " + origin +
                                " does not have; allowed: " + joined(names) + ", or a number from 1 to " +
                                std::to_string(names.size()));
    }
    for (std::size_t i = 0; i < chosen.size(); ++i)
        if (std::count(chosen.begin(), chosen.end(), chosen[i]) > 1)
            return invalidInput(options.path + ": found the column \"" + names[chosen[i]] +
                                "\" twice, allowed: each column once");
    if (options.columns.empty())
        for (std::size_t i = 0; i < names.size(); ++i)
            chosen.push_back(i);
    return chosen;
}

class TableBuilder
{
public:
    TableBuilder(std::string origin, const CsvOptions& options)
        : m_origin(std::move(origin)), m_options(options)
    {
    }

    Result<void> begin(const Row& first, std::int64_t line)
    {
        if (first.size() > kMaxCsvColumns)
            return invalidFile(m_origin + ", line " + std::to_string(line) + ": found " +
                               std::to_string(first.size()) + " columns, allowed: at most " +
                               std::to_string(kMaxCsvColumns));
        m_width = first.size();
        const bool header =
            m_options.header == "yes" || (m_options.header == "auto" && looksLikeHeader(first));
        const Row names = header ? first : numberedNames(m_width);
        auto chosen = chooseColumns(names, m_origin, m_options);
        if (!chosen)
            return chosen.error();
        m_chosen = std::move(*chosen);
        for (const std::size_t column : m_chosen)
            m_table.names.push_back(names[column]);
        m_table.cells.resize(m_chosen.size());
        return header ? Result<void>() : add(first, line);
    }

    Result<void> add(const Row& row, std::int64_t line)
    {
        const std::string where = m_origin + ", line " + std::to_string(line);
        if (row.size() != m_width)
            return invalidFile(where + ": found " + std::to_string(row.size()) +
                               " cells, allowed: " + std::to_string(m_width) + ", as in the first row");
        for (std::size_t i = 0; i < m_chosen.size(); ++i) {
            const std::string& cell = row[m_chosen[i]];
            if (cell.empty() || cell == "NA" || cell == "NaN" || cell == "nan" || cell == "null")
                return invalidFile(where + ", column " + m_table.names[i] + ": found a missing value (\"" +
                                   cell + "\"), allowed: a value in every row; remove or fill the row first");
            m_table.cells[i].push_back(cell);
        }
        m_table.lines.push_back(line);
        return {};
    }

    CsvTable take() { return std::move(m_table); }

private:
    std::string m_origin;
    const CsvOptions& m_options;
    std::size_t m_width = 0;
    std::vector<std::size_t> m_chosen;
    CsvTable m_table;
};

} // namespace

Result<CsvTable> readCsv(std::istream& in, const std::string& origin, const CsvOptions& options)
{
    RowReader reader(in, origin);
    TableBuilder builder(origin, options);
    bool begun = false;
    for (;;) {
        auto row = reader.next();
        if (!row)
            return row.error();
        if (!row->has_value())
            break;
        auto taken = begun ? builder.add(**row, reader.line()) : builder.begin(**row, reader.line());
        begun = true;
        if (!taken)
            return taken.error();
    }
    CsvTable table = builder.take();
    if (table.lines.empty())
        return invalidFile(origin + ": found no rows, allowed: a table with at least two");
    return table;
}

} // namespace hareloom
