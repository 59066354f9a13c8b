// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/CsvPreview.h"

#include "core/data/CsvFaults.h"
#include "core/data/CsvHeader.h"
#include "core/data/CsvNumbers.h"

#include <filesystem>
#include <sstream>

namespace hareloom {
namespace {

std::string nameOf(const std::string& path)
{
    return std::filesystem::path(path).filename().string();
}

/// What the cells of one column were found to be.
struct Looked
{
    std::int64_t numbers = 0, words = 0;
    std::string first;    // why the first word is no number
    bool isMeant = false; // for one, though
};

void look(const CsvPreview& preview, const CsvRow& row, std::int64_t line, const std::string& origin,
          std::vector<Looked>& columns)
{
    const CsvFormat& format = preview.judgement.format;
    for (std::size_t j = 0; j < columns.size(); ++j) {
        const std::string& cell = row.cells[j];
        if (isMissing(cell, format.missing))
            continue;
        if (numberIn(cell, format.decimal)) {
            ++columns[j].numbers;
        } else if (columns[j].words++ == 0) {
            columns[j].isMeant = !whyNoNumber(cell, format.decimal).empty();
            columns[j].first =
                noNumber(origin, line, columnWords(preview.judgement, j), cell, format.decimal).message;
        }
    }
}

void conclude(CsvPreview& preview, const std::vector<Looked>& columns)
{
    for (const Looked& column : columns) {
        preview.isNumeric.push_back(column.words == 0);
        const bool isDoubtful = column.words > 0 && (column.isMeant || column.numbers > column.words);
        preview.doubts.push_back(isDoubtful ? column.first : std::string());
    }
}

void add(CsvPreview& preview, const CsvRow& row)
{
    if (preview.rows.size() < CsvPreview::kRows) {
        preview.rows.push_back(row.cells);
        preview.rows.back().resize(preview.names().size());
    }
    ++preview.rowsRead;
}

void readRows(CsvPreview& preview, const std::string& text, const std::string& origin,
              std::vector<Looked>& columns)
{
    std::istringstream in(text);
    TextLines lines(in, origin, TextEncoding::Utf8);
    CsvRows rows(lines, preview.judgement.format.delimiter);
    CsvRow row;
    for (bool isFirst = true;; isFirst = false) {
        const auto more = rows.next(row);
        // A quotation that is open where the preview ends may be closed further on.
        if (!more && (preview.isWhole() || !rows.isWithinQuotes()))
            preview.problem = more.error().message;
        if (!more || !*more)
            return;
        if (const auto sound = checkRow(row, rows, preview.judgement, isFirst, origin); !sound) {
            preview.problem = sound.error().message;
            return;
        }
        if (isFirst && preview.judgement.format.header == HeaderRow::Yes)
            continue;
        look(preview, row, rows.line(), origin, columns);
        add(preview, row);
    }
}

} // namespace

Result<CsvPreview> previewCsv(const std::string& path, const CsvFormat& asked)
{
    auto in = openCsv(path);
    if (!in)
        return in.error();
    const std::string origin = nameOf(path);
    auto judgement = judgeCsv(*in, origin, asked, kJudgedBytes);
    if (!judgement)
        return judgement.error();
    CsvPreview preview;
    preview.judgement = *std::move(judgement);
    std::vector<Looked> columns(preview.names().size());
    in->clear();
    in->seekg(0);
    bool isWhole = false;
    const auto text = beginningOf(*in, origin, preview.judgement.format.encoding, kJudgedBytes, isWhole);
    if (!text)
        return text.error();
    readRows(preview, *text, origin, columns);
    conclude(preview, columns);
    if (preview.rowsRead == 0)
        return preview.problem.empty() ? noRows(origin) : invalidFile(preview.problem);
    return preview;
}

Result<CsvCount> countCsvRows(const std::string& path, const CsvOptions& options, bool numbers,
                              const StopToken& stop)
{
    auto in = openCsv(path);
    if (!in)
        return in.error();
    const std::string origin = nameOf(path);
    const auto columns = openColumns(*in, origin, options, stop);
    if (!columns)
        return columns.error();
    CsvCount count{0, columns->judgement};
    const DecimalMark decimal = count.judgement.format.decimal;
    const auto taken = forEachCsvRow(*in, origin, *columns, [&](const CsvRowView& row) -> Result<void> {
        if (stop.stopRequested())
            return stopped();
        ++count.rows;
        for (std::size_t j = 0; numbers && j < row.cells.size(); ++j)
            if (!numberIn(row.cells[j], decimal))
                return noNumber(origin, row.line, columns->words(j), row.cells[j], decimal);
        return {};
    });
    if (!taken)
        return taken.error();
    return count;
}

} // namespace hareloom
