// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/HeaderRow.h"
#include "core/data/TextEncoding.h"

namespace hareloom {

/// What parts a row's cells. None: a row is one cell. Auto: judgeCsv() tells.
enum class Delimiter { Auto, Comma, Semicolon, Tab, Pipe, Blanks, None };
inline constexpr std::array<Word<Delimiter>, 7> kDelimiters = {{{Delimiter::Auto, "auto"},
                                                                {Delimiter::Comma, "comma"},
                                                                {Delimiter::Semicolon, "semicolon"},
                                                                {Delimiter::Tab, "tab"},
                                                                {Delimiter::Pipe, "pipe"},
                                                                {Delimiter::Blanks, "blanks"},
                                                                {Delimiter::None, "none"}}};

/// What parts a number's whole from its fraction. Auto: judgeCsv() tells.
enum class DecimalMark { Auto, Point, Comma };
inline constexpr std::array<Word<DecimalMark>, 3> kDecimalMarks = {
    {{DecimalMark::Auto, "auto"}, {DecimalMark::Point, "point"}, {DecimalMark::Comma, "comma"}}};

/// How a table is written: as asked for, where Auto leaves it to the table itself, or as judgeCsv() found
/// it, where nothing is Auto.
struct CsvFormat
{
    TextEncoding encoding = TextEncoding::Auto;
    Delimiter delimiter = Delimiter::Auto;
    DecimalMark decimal = DecimalMark::Auto;
    HeaderRow header = HeaderRow::Auto;
    /// Cells that stand for a value that is not there; an empty cell always does.
    std::vector<std::string> missing = {"NA", "NaN", "nan", "null"};

    bool operator==(const CsvFormat&) const = default;
};

} // namespace hareloom
