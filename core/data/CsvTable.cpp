// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/CsvTable.h"

#include "core/base/Text.h"
#include "core/data/CsvRows.h"

#include <algorithm>

namespace hareloom {
namespace {

using Row = CsvRow;

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

/// Turns rows of the file into the chosen cells of each.
class Chooser
{
public:
    Chooser(std::string origin, const CsvOptions& options, const CsvVisitor& visit)
        : m_origin(std::move(origin)), m_options(options), m_visit(visit)
    {
    }

    Result<void> take(const Row& row, std::int64_t line)
    {
        return m_width == 0 ? begin(row, line) : add(row, line);
    }
    bool hasBegun() const { return m_width > 0; }

private:
    Result<void> begin(const Row& first, std::int64_t line)
    {
        if (first.size() > kMaxCsvColumns)
            return invalidFile(m_origin + ", line " + std::to_string(line) + ": found " +
                               std::to_string(first.size()) + " columns, allowed: at most " +
                               std::to_string(kMaxCsvColumns));
        m_width = first.size();
        const bool header = holdsNames(first, m_options.header);
        const Row names = columnNames(first, header);
        auto chosen = chooseColumns(names, m_origin, m_options);
        if (!chosen)
            return chosen.error();
        m_chosen = std::move(*chosen);
        for (const std::size_t column : m_chosen)
            m_names.push_back(names[column]);
        m_cells.resize(m_chosen.size());
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
            if (isMissing(cell))
                return invalidFile(where + ", column " + m_names[i] + ": found a missing value (\"" + cell +
                                   "\"), allowed: a value in every row; remove or fill the row first");
            m_cells[i] = cell;
        }
        return m_visit({m_names, m_cells, line});
    }

    std::string m_origin;
    const CsvOptions& m_options;
    const CsvVisitor& m_visit;
    std::size_t m_width = 0;
    std::vector<std::size_t> m_chosen;
    Row m_names, m_cells;
};

} // namespace

Result<void> forEachCsvRow(std::istream& in, const std::string& origin, const CsvOptions& options,
                           const CsvVisitor& visit)
{
    CsvRows reader(in, origin);
    Chooser chooser(origin, options, visit);
    for (;;) {
        auto row = reader.next();
        if (!row)
            return row.error();
        if (!row->has_value())
            return {};
        if (chooser.hasBegun() && (*row)->size() == 1 && reader.blankLine() > 0)
            return reader.missing(reader.blankLine());
        auto taken = chooser.take(**row, reader.line());
        if (!taken)
            return taken;
    }
}

Result<CsvTable> readCsv(std::istream& in, const std::string& origin, const CsvOptions& options)
{
    CsvTable table;
    const auto read = forEachCsvRow(in, origin, options, [&table](const CsvRowView& row) -> Result<void> {
        if (table.cells.empty()) {
            table.names = row.names;
            table.cells.resize(row.names.size());
        }
        for (std::size_t j = 0; j < row.cells.size(); ++j)
            table.cells[j].push_back(row.cells[j]);
        table.lines.push_back(row.line);
        return {};
    });
    if (!read)
        return read.error();
    if (table.lines.empty())
        return invalidFile(origin + ": found no rows, allowed: a table with at least two");
    return table;
}

bool isMissing(const std::string& cell)
{
    return cell.empty() || cell == "NA" || cell == "NaN" || cell == "nan" || cell == "null";
}

Error noNumber(const std::string& origin, std::int64_t line, const std::string& column,
               const std::string& cell)
{
    return invalidFile(origin + ", line " + std::to_string(line) + ", column " + column + ": found \"" +
                       cell.substr(0, 40) + "\", allowed: a finite number with a decimal point");
}

} // namespace hareloom
