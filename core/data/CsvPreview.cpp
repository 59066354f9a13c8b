// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/CsvPreview.h"

#include "core/base/Text.h"
#include "core/data/CsvRows.h"

#include <filesystem>
#include <sstream>

namespace hareloom {
namespace {

bool isNumber(const std::string& cell)
{
    return parseNumber(cell).has_value();
}

// The file's beginning, up to its last whole line.
std::string beginning(std::istream& in, bool& isWhole)
{
    std::string text(static_cast<std::size_t>(CsvPreview::kBytes), '\0');
    in.read(text.data(), std::ssize(text));
    text.resize(static_cast<std::size_t>(in.gcount()));
    isWhole = in.peek() == std::char_traits<char>::eof();
    if (!isWhole && text.rfind('\n') != std::string::npos)
        text.resize(text.rfind('\n') + 1);
    return text;
}

void begin(CsvPreview& preview, const CsvRow& first, HeaderRow header)
{
    preview.hasHeader = holdsNames(first, header);
    preview.names = columnNames(first, preview.hasHeader);
    preview.isNumeric.assign(first.size(), true);
}

void add(CsvPreview& preview, const CsvRow& row)
{
    for (std::size_t j = 0; j < row.size(); ++j)
        if (!isNumber(row[j]) && !isMissing(row[j]))
            preview.isNumeric[j] = false;
    if (preview.rows.size() < CsvPreview::kRows)
        preview.rows.push_back(row);
    ++preview.rowsRead;
}

// Empty when the row may be added.
std::string faultOf(const CsvPreview& preview, const CsvRow& row, const CsvRows& rows,
                    const std::string& origin)
{
    const std::string where = origin + ", line " + std::to_string(rows.line()) + ": found ";
    if (row.size() > kMaxCsvColumns)
        return where + std::to_string(row.size()) + " columns, allowed: at most " +
               std::to_string(kMaxCsvColumns);
    if (preview.names.empty())
        return {};
    if (row.size() != preview.names.size())
        return where + std::to_string(row.size()) +
               " cells, allowed: " + std::to_string(preview.names.size()) + ", as in the first row";
    return row.size() == 1 && rows.blankLine() > 0 ? rows.missing(rows.blankLine()).message : std::string();
}

} // namespace

Result<CsvPreview> previewCsv(const std::string& path, HeaderRow header)
{
    auto in = openCsv(path);
    if (!in)
        return in.error();
    const std::string origin = std::filesystem::path(path).filename().string();
    CsvPreview preview;
    const std::string text = beginning(*in, preview.isWhole);
    if (text.find('\0') != std::string::npos)
        return invalidFile(origin + ": found binary data, allowed: a table as text (CSV)");
    std::istringstream lines(text);
    CsvRows rows(lines, origin);
    while (preview.problem.empty()) {
        auto row = rows.next();
        // A quotation that is open where the preview ends may be closed further on.
        if (!row && preview.isWhole)
            preview.problem = row.error().message;
        if (!row || !row->has_value())
            break;
        preview.problem = faultOf(preview, **row, rows, origin);
        if (!preview.problem.empty())
            break;
        const bool isFirst = preview.names.empty();
        if (isFirst)
            begin(preview, **row, header);
        if (!isFirst || !preview.hasHeader)
            add(preview, **row);
    }
    if (preview.rowsRead == 0 && preview.problem.empty())
        return invalidFile(origin + ": found no rows, allowed: a table with at least two");
    if (preview.rowsRead == 0)
        return invalidFile(preview.problem);
    return preview;
}

Result<std::int64_t> countCsvRows(const std::string& path, const CsvOptions& options, bool numbers,
                                  const StopToken& stop)
{
    auto in = openCsv(path);
    if (!in)
        return in.error();
    std::int64_t count = 0;
    const std::string origin = std::filesystem::path(path).filename().string();
    const auto taken = forEachCsvRow(*in, origin, options, [&](const CsvRowView& row) -> Result<void> {
        if (stop.stopRequested())
            return stopped();
        ++count;
        for (std::size_t j = 0; numbers && j < row.cells.size(); ++j)
            if (!isNumber(row.cells[j]))
                return noNumber(origin, row.line, row.names[j], row.cells[j]);
        return {};
    });
    if (!taken)
        return taken.error();
    return count;
}

} // namespace hareloom
