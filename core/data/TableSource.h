// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/Source.h"

namespace hareloom {

/// csv, faithful, points: real rows in a table. With `discrete` the one column's distinct cells are states,
/// in the order in which they first occur. Errors: InvalidInput, InvalidFile with the line.
Result<std::shared_ptr<const Source>> makeTableSource(const SourceConfig& config, bool discrete,
                                                      const std::string& baseFolder);

} // namespace hareloom
