// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/StopToken.h"
#include "core/data/CsvTable.h"

namespace hareloom {

/// The beginning of a table, to choose its columns by. However long the file, only so much of it is read.
struct CsvPreview
{
    static constexpr std::int64_t kBytes = 256 << 10;
    static constexpr std::size_t kRows = 100;

    bool hasHeader = false;
    std::vector<std::string> names;             // (columns); "x1", "x2", ... without a header
    std::vector<std::vector<std::string>> rows; // the first kRows at most, cells as in the file
    std::vector<bool> isNumeric; // (columns): every cell that was read is a finite number or missing
    std::int64_t rowsRead = 0;
    bool isWhole = false; // rowsRead is the number of rows there are
    std::string problem;  // the first thing wrong, as a sentence with its line; empty when there is none
};

/// Errors: InvalidFile for what is no table at all: a folder, a device, an
/// empty or binary file, more than kMaxCsvBytes.
Result<CsvPreview> previewCsv(const std::string& path, HeaderRow header);

/// Reads every row and keeps none: how many there are, or what readCsv() would refuse first. `numbers`: the
/// chosen cells must be finite numbers. Errors: those of readCsv(), Stopped.
Result<std::int64_t> countCsvRows(const std::string& path, const CsvOptions& options, bool numbers,
                                  const StopToken& stop = {});

} // namespace hareloom
