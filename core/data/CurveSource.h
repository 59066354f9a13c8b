// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/Source.h"

namespace hareloom {

/// curve: one variable whose density joins `heights`, evenly spaced from `low` to `high`, by straight lines,
/// scaled to one; zero outside. Its density, mean and variance are known exactly. Errors: InvalidInput.
Result<std::shared_ptr<const Source>> makeCurveSource(const SourceConfig& config);

} // namespace hareloom
