// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/Source.h"

namespace hareloom {

/// csv, faithful, points: real rows in a table. Read as states, the one column's distinct cells are
/// the states, in the order in which they first occur. Errors: InvalidInput, InvalidFile with the line.
Result<std::shared_ptr<const Source>> makeTableSource(const SourceConfig& config, RowKind rows,
                                                      const std::string& baseFolder);

} // namespace hareloom
