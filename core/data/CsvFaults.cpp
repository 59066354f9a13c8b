// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/CsvFaults.h"

#include "core/base/Text.h"
#include "core/data/CsvNumbers.h"

namespace hareloom {
namespace {

constexpr std::size_t kShownNames = 20;

std::string at(const std::string& origin, std::int64_t line)
{
    return origin + ", line " + std::to_string(line);
}

std::string counted(std::size_t cells)
{
    return std::to_string(cells) + (cells == 1 ? " cell" : " cells");
}

} // namespace

std::string columnWords(const CsvJudgement& judgement, std::size_t column)
{
    const std::string number = "column " + std::to_string(column + 1);
    const bool isNamed = judgement.format.header == HeaderRow::Yes && !judgement.names[column].empty();
    return isNamed ? number + " (" + shortened(judgement.names[column]) + ")" : number;
}

std::string listed(const std::vector<std::string>& names)
{
    std::vector<std::string> shown;
    for (const std::string& name : names)
        if (shown.size() < kShownNames)
            shown.push_back(inQuotes(name));
    return joined(shown) + (names.size() > kShownNames
                                ? " and " + std::to_string(names.size() - kShownNames) + " more"
                                : std::string());
}

Error missingValue(const std::string& origin, std::int64_t line, const std::string& column,
                   const std::string& cell)
{
    const std::string advice = "Fill it, remove the row, or choose other columns in source.columns";
    if (cell.empty())
        return invalidFile(at(origin, line) + ", " + column + ": an empty cell was found, a missing value. " +
                           advice);
    return invalidFile(at(origin, line) + ", " + column + ": " + inQuotes(cell) +
                       " was found, which stands for a missing value. " + advice +
                       "; if it is a value, take it out of source.missing");
}

Error missingLine(const std::string& origin, std::int64_t line)
{
    return invalidFile(
        at(origin, line) +
        ": a blank line was found, which in a table of one column is a missing value. Fill or remove it");
}

Error noRows(const std::string& origin)
{
    return invalidFile(origin + ": no rows of data were found. A table needs at least two");
}

Error noNumber(const std::string& origin, std::int64_t line, const std::string& column,
               const std::string& cell, DecimalMark decimal)
{
    const std::string why = whyNoNumber(cell, decimal);
    return invalidFile(
        at(origin, line) + ", " + column + ": " + inQuotes(cell) + " was found, which " +
        (why.empty() ? "is no finite number. Correct it, or choose other columns in source.columns" : why));
}

Result<void> checkRow(const CsvRow& row, const CsvRows& rows, const CsvJudgement& judgement, bool isFirst,
                      const std::string& origin)
{
    const std::size_t columns = judgement.names.size();
    if (!isFirst && columns == 1 && rows.blankLine() > 0)
        return missingLine(origin, rows.blankLine());
    if (row.size() >= columns && row.used() <= columns)
        return {};
    const std::size_t found = row.used() > columns ? row.used() : row.size();
    std::string advice =
        "Give every row as many cells, and put cells with a delimiter in them in quotation marks";
    if (columns == 1)
        advice = "Remove lines above the table that are no part of it";
    else if (judgement.format.delimiter == Delimiter::Comma)
        advice += "; if commas are decimal marks here, set source.decimal to \"comma\"";
    return invalidFile(at(origin, rows.line()) + ": " + counted(found) + " found, where the first row has " +
                       std::to_string(columns) + ". " + advice);
}

} // namespace hareloom
