// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/CsvFormat.h"

#include <optional>
#include <string>
#include <string_view>

namespace hareloom {

/// A cell as a finite number; nothing when it is none. `decimal` is not Auto. No mark between thousands.
std::optional<double> numberIn(std::string_view cell, DecimalMark decimal);

/// What a cell tells of its table's decimal mark.
enum class NumberLook {
    None,   // no number, whatever the mark
    Whole,  // has no mark: a number under either
    Point,  // a number with a decimal point
    Comma,  // a number with a decimal comma
    Points, // as 1.234: a decimal point, or one between thousands
    Commas, // as 1,234: a decimal comma, or one between thousands
};
NumberLook lookOf(std::string_view cell);

/// One to three digits and then threes, parted by `mark`: as 1,234 and 12 345 678.
bool isGroupedBy(std::string_view number, char mark);

/// Why a cell that a person may take for a number is none, and what to do: "groups its thousands with ...".
/// Empty for any other word.
std::string whyNoNumber(std::string_view cell, DecimalMark decimal);

} // namespace hareloom
