// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/CsvFormat.h"
#include "core/data/CsvRows.h"

#include <cstdint>

namespace hareloom {

/// What stands in one column below the first row.
struct ColumnBelow
{
    std::int64_t numbers = 0, words = 0;
    bool repeatsFirst = false; // a cell there is the first row's

    bool isOfNumbers() const { return numbers > words; }
};

/// Whether a cell stands for a value that is not there.
bool isMissing(const std::string& cell, const std::vector<std::string>& missing);

/// Whether a table's first row holds names, by HeaderRow::Auto: one of its cells is a name, and nothing shows
/// that the row is data. A gap, a missing value and a misspelt number are no names above numbers; a fraction
/// above numbers, or a word that occurs again below, shows that the row is data. `format` has a decimal mark.
bool holdsNames(const CsvRow& first, const std::vector<ColumnBelow>& below, const CsvFormat& format);

} // namespace hareloom
