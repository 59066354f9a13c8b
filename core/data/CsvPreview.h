// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/StopToken.h"
#include "core/data/CsvTable.h"

namespace hareloom {

/// The beginning of a table, to choose its columns by. However long the file, only kJudgedBytes of it are
/// read.
struct CsvPreview
{
    static constexpr std::size_t kRows = 100;

    CsvJudgement judgement;                     // of the beginning
    std::vector<std::vector<std::string>> rows; // the first kRows at most, cells as in the file
    std::vector<bool> isNumeric; // (columns): every cell that was read is a finite number or missing
    /// (columns): of one that is not numeric but meant to be, as most of its cells are, what is wrong with
    /// the first cell that is no number, as a sentence with its line; empty for words.
    std::vector<std::string> doubts;
    std::int64_t rowsRead = 0; // of data
    std::string problem;       // the first thing wrong, as a sentence with its line; empty when there is none

    const std::vector<std::string>& names() const { return judgement.names; }
    bool isWhole() const { return judgement.isWhole; } // rowsRead is the number of rows there are
};

/// Errors: InvalidFile for what is no table at all: a folder, a device, an
/// empty or binary file, more than kMaxCsvBytes.
Result<CsvPreview> previewCsv(const std::string& path, const CsvFormat& asked = {});

/// How many rows of data there are, and what the whole table was taken for.
struct CsvCount
{
    std::int64_t rows = 0;
    CsvJudgement judgement;
};

/// Reads every row and keeps none. `numbers`: the chosen cells must be finite numbers. Errors: what readCsv()
/// would refuse first, Stopped.
Result<CsvCount> countCsvRows(const std::string& path, const CsvOptions& options, bool numbers,
                              const StopToken& stop = {});

} // namespace hareloom
