// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/data/Dataset.h"
#include "core/data/SourceConfig.h"

namespace hareloom {

/// source.weights of components or categories, scaled to sum 1 (K). Errors: InvalidInput.
Result<Vector> weightsFrom(const SourceConfig& config);

} // namespace hareloom
