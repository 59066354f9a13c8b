// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/SourceKind.h"

namespace hareloom {

/// One variable whose density joins `heights`, evenly spaced from `low` to `high`, by straight lines, scaled
/// to one; zero outside. Its density, mean and variance are known exactly. Errors: InvalidInput.
extern const SourceKind kCurveSource;

} // namespace hareloom
