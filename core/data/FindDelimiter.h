// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/CsvFormat.h"

#include <string>

namespace hareloom {

struct FoundDelimiter
{
    Delimiter delimiter = Delimiter::None;
    /// Rows of two whole numbers and a comma between them, which might be one number with a decimal comma.
    bool mayBeDecimals = false;
};

/// What parts the cells of a table's beginning, decided together with the decimal mark: of comma, semicolon,
/// tab, pipe and blanks the one under which most rows have as many cells, and most cells are numbers, or
/// words without another delimiter in them. Delimiters within quotation marks do not count. `text` is UTF-8
/// and ends with a whole line. `decimal`: as asked for.
FoundDelimiter findDelimiter(const std::string& text, DecimalMark decimal);

/// The delimiter that a first line as "sep=;" names, which spreadsheets write and obey; Auto for any other
/// line, and for a delimiter that is none of ours.
Delimiter delimiterOfSepLine(const std::string& line);

} // namespace hareloom
