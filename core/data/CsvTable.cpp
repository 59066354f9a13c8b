// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/CsvTable.h"

#include "core/base/Text.h"
#include "core/data/CsvFaults.h"
#include "core/data/CsvHeader.h"

#include <algorithm>
#include <filesystem>

namespace hareloom {
namespace {

Error tooLarge(const std::string& origin)
{
    return invalidFile(origin + ": more than 512 MiB were found. Take a sample of the table's rows");
}

Result<std::size_t> findColumn(const std::string& wanted, const CsvJudgement& judgement,
                               const std::string& origin, const std::string& path)
{
    const auto& names = judgement.names;
    const auto found = std::find(names.begin(), names.end(), wanted);
    if (found != names.end())
        return static_cast<std::size_t>(found - names.begin());
    const auto number = parseNumber(wanted);
    if (number && *number >= 1 && *number <= static_cast<double>(names.size()) &&
        *number == static_cast<double>(static_cast<std::size_t>(*number)))
        return static_cast<std::size_t>(*number) - 1;
    return invalidSetting(path, origin + " has no column " + inQuotes(wanted) + ". Its columns are " +
                                    listed(names) + "; a number from 1 to " + std::to_string(names.size()) +
                                    " names one, too.");
}

Result<std::vector<std::size_t>> chooseColumns(const CsvJudgement& judgement, const std::string& origin,
                                               const CsvOptions& options)
{
    std::vector<std::size_t> chosen;
    for (const auto& wanted : options.columns) {
        const auto column = findColumn(wanted, judgement, origin, options.path);
        if (!column)
            return column.error();
        if (std::find(chosen.begin(), chosen.end(), *column) != chosen.end())
            return invalidSetting(options.path, columnWords(judgement, *column) +
                                                    " is named twice. Name each column once.");
        chosen.push_back(*column);
    }
    if (options.columns.empty())
        for (std::size_t i = 0; i < judgement.names.size(); ++i)
            chosen.push_back(i);
    return chosen;
}

Result<void> choose(const CsvRow& row, const CsvRows& rows, const CsvColumns& columns,
                    const std::string& origin, std::vector<std::string>& cells)
{
    for (std::size_t i = 0; i < columns.chosen.size(); ++i) {
        const std::string& cell = row.cells[columns.chosen[i]];
        if (isMissing(cell, columns.judgement.format.missing))
            return missingValue(origin, rows.line(), columns.words(i), cell);
        cells[i] = cell;
    }
    return {};
}

} // namespace

Result<std::ifstream> openCsv(const std::string& path)
{
    namespace fs = std::filesystem;
    std::error_code error;
    if (fs::is_directory(path, error))
        return invalidFile(path + ": this is a folder. Name a CSV file.");
    if (fs::exists(path, error) && !fs::is_regular_file(path, error))
        return invalidFile(path + ": this is a device or a pipe. Name a CSV file.");
    if (fs::is_regular_file(path, error) &&
        static_cast<std::int64_t>(fs::file_size(path, error)) > kMaxCsvBytes)
        return tooLarge(path);
    std::ifstream in(path, std::ios::binary);
    if (!in)
        return invalidFile(path +
                           ": the file cannot be opened. Check that it exists and that you may read it.");
    return in;
}

std::vector<std::string> CsvColumns::names() const
{
    std::vector<std::string> names;
    for (const std::size_t column : chosen)
        names.push_back(judgement.names[column]);
    return names;
}

std::string CsvColumns::words(std::size_t i) const
{
    return columnWords(judgement, chosen[i]);
}

Result<CsvColumns> openColumns(std::istream& in, const std::string& origin, const CsvOptions& options,
                               const StopToken& stop)
{
    auto judgement = judgeCsv(in, origin, options.format, std::numeric_limits<std::int64_t>::max(), stop);
    if (!judgement)
        return judgement.error();
    return chooseColumns(*judgement, origin, options)
        .transform([&judgement](std::vector<std::size_t> chosen) {
            return CsvColumns{*std::move(judgement), std::move(chosen)};
        });
}

Result<void> forEachCsvRow(std::istream& in, const std::string& origin, const CsvColumns& columns,
                           const CsvVisitor& visit)
{
    const CsvFormat& format = columns.judgement.format;
    in.clear();
    in.seekg(0);
    TextLines lines(in, origin, format.encoding);
    CsvRows rows(lines, format.delimiter);
    CsvRow row;
    std::vector<std::string> cells(columns.chosen.size());
    for (bool isFirst = true;; isFirst = false) {
        const auto more = rows.next(row);
        if (!more)
            return more.error();
        if (!*more)
            return {};
        if (const auto sound = checkRow(row, rows, columns.judgement, isFirst, origin); !sound)
            return sound;
        if (isFirst && format.header == HeaderRow::Yes)
            continue;
        if (const auto chosen = choose(row, rows, columns, origin, cells); !chosen)
            return chosen;
        if (const auto visited = visit({cells, rows.line()}); !visited)
            return visited;
    }
}

Result<CsvTable> readCsv(std::istream& in, const std::string& origin, const CsvOptions& options)
{
    const auto columns = openColumns(in, origin, options);
    if (!columns)
        return columns.error();
    CsvTable table;
    table.names = columns->names();
    table.cells.resize(table.names.size());
    const auto read = forEachCsvRow(in, origin, *columns, [&table](const CsvRowView& row) -> Result<void> {
        for (std::size_t j = 0; j < row.cells.size(); ++j)
            table.cells[j].push_back(row.cells[j]);
        table.lines.push_back(row.line);
        return {};
    });
    if (!read)
        return read.error();
    if (table.lines.empty())
        return noRows(origin);
    return table;
}

} // namespace hareloom
