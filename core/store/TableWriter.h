// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <ostream>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace hareloom {

enum class TableFormat {
    Csv,  // a line of names, then a line a row; a cell without value is empty; numbers as exactNumber()
    Json, // an array of objects; a cell without value and NaN are null, infinities the strings "inf" and
          // "-inf"
};

/// What stands in one cell: nothing, a count, a measured number, or words.
using Cell = std::variant<std::monostate, std::int64_t, double, std::string>;

/// Writes a table row by row, so that its length has no limit.
class TableWriter
{
public:
    /// Writes the beginning. `out` outlives the writer.
    TableWriter(std::ostream& out, TableFormat format, std::vector<std::string> columns);

    /// One cell for each column.
    void row(std::span<const Cell> cells);
    /// Writes the end; the last call. Errors: System, when the stream took no more.
    Result<void> finish();

private:
    std::ostream& m_out;
    TableFormat m_format;
    std::vector<std::string> m_columns;
    bool m_isFirst = true;
};

} // namespace hareloom
