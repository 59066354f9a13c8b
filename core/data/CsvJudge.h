// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/base/StopToken.h"
#include "core/data/CsvFormat.h"
#include "core/data/CsvRows.h"

#include <cstdint>
#include <istream>
#include <limits>
#include <string>
#include <vector>

namespace hareloom {

/// The delimiter is judged by so much of a table's beginning; all else by the whole of it.
inline constexpr std::int64_t kJudgedBytes = 256 << 10;

/// What a table was taken for, and its measures.
struct CsvJudgement
{
    CsvFormat format;               // nothing of it is Auto
    std::vector<std::string> names; // (columns); "x1", "x2", ... where the first row is data
    std::int64_t rows = 0;          // of data
    std::int64_t trailingCells = 0; // rows with empty cells behind the last column
    bool hasSepLine = false;        // the first line says "sep=;"
    bool mayBeDecimals = false;     // as FoundDelimiter
    bool isWhole = true;            // `most` bytes were all there are

    bool operator==(const CsvJudgement&) const = default;
};

/// Reads a table from its beginning, `most` bytes of it, and decides what `asked` leaves to it: encoding and
/// delimiter (findEncoding(), findDelimiter()); the decimal mark by the numbers of all cells; the header by
/// the first row and what stands below it. Keeps a row at a time. Whether every row is as judged is seen when
/// it is read.
/// Errors: InvalidFile naming `origin`: no text, no rows, and those of CsvRows; Stopped.
Result<CsvJudgement> judgeCsv(std::istream& in, const std::string& origin, const CsvFormat& asked,
                              std::int64_t most = std::numeric_limits<std::int64_t>::max(),
                              const StopToken& stop = {});

/// "t.csv: read as: semicolon, decimal comma, Windows-1252, first row names", and what was left out. `origin`
/// may be empty.
std::string readAs(const std::string& origin, const CsvJudgement& judgement);

} // namespace hareloom
