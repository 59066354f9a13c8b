// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/SourceKind.h"

namespace hareloom {

/// Real rows in a table. Read as states, the one column's distinct cells are the states, in the order in
/// which they first occur. Errors: InvalidInput, InvalidFile with the line.
extern const SourceKind kCsvSource, kFaithfulSource, kPointsSource;

} // namespace hareloom
