// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/CsvHeader.h"

#include "core/base/Text.h"
#include "core/data/CsvNumbers.h"

#include <algorithm>
#include <array>

namespace hareloom {
namespace {

using namespace std::string_view_literals;

// In small letters: what programs write where there is no number.
constexpr std::array kNoValues = {
    "inf"sv,  "-inf"sv, "+inf"sv,    "infinity"sv, "-infinity"sv, "nan"sv,     "-nan"sv,
    "na"sv,   "n/a"sv,  "#n/a"sv,    "null"sv,     "none"sv,      "nil"sv,     "-"sv,
    "--"sv,   "?"sv,    "."sv,       "#div/0!"sv,  "#value!"sv,   "#num!"sv,   "#ref!"sv,
    "<na>"sv, "nd"sv,   "missing"sv, "1.#qnan"sv,  "1.#ind"sv,    "-1.#ind"sv, "1.#inf"sv};

bool isNoValue(std::string_view cell)
{
    return std::find(kNoValues.begin(), kNoValues.end(), lowerAscii(cell)) != kNoValues.end();
}

/// As 1.5O and 12,l3: two of three signs are a number's, among them a mark, or a letter that looks like a
/// digit.
bool isMisspelt(std::string_view cell)
{
    const std::size_t start = cell.find_first_not_of("+-");
    if (start == std::string_view::npos || cell[start] < '0' || cell[start] > '9')
        return false;
    const auto ofNumber = std::count_if(cell.begin(), cell.end(), [](char c) {
        return "0123456789.,+-'%"sv.find(c) != std::string_view::npos;
    });
    return ofNumber * 3 >= std::ssize(cell) * 2 && cell.find_first_of(".,OoIl'%") != std::string_view::npos;
}

bool isFraction(const std::string& cell)
{
    return cell.find_first_of(".,eE") != std::string::npos;
}

/// What pandas writes above its index and columns without names: nothing, 0, 1, 2, ...
bool isCounted(const CsvRow& row)
{
    if (row.size() < 2 || !row.cells[0].empty())
        return false;
    for (std::size_t j = 1; j < row.size(); ++j)
        if (row.cells[j] != std::to_string(j - 1))
            return false;
    return true;
}

} // namespace

bool isMissing(const std::string& cell, const std::vector<std::string>& missing)
{
    return cell.empty() || std::find(missing.begin(), missing.end(), cell) != missing.end();
}

bool holdsNames(const CsvRow& first, const std::vector<ColumnBelow>& below, const CsvFormat& format)
{
    bool hasName = false, isData = false;
    for (std::size_t j = 0; j < first.size(); ++j) {
        const std::string& cell = first.cells[j];
        const bool aboveNumbers = below[j].isOfNumbers();
        const bool isNumber = numberIn(cell, format.decimal).has_value();
        const bool isGap = isMissing(cell, format.missing) || isNoValue(cell) || isMisspelt(cell);
        hasName = hasName || (!isNumber && !(isGap && aboveNumbers));
        isData =
            isData || (aboveNumbers ? isNumber && isFraction(cell) : !cell.empty() && below[j].repeatsFirst);
    }
    return (hasName && !isData) || isCounted(first);
}

} // namespace hareloom
