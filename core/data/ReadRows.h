// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/base/StopToken.h"
#include "core/data/Dataset.h"

namespace hareloom {

// All rows in memory, (n, d), for work that may be stopped: as many rows at a time as take some milliseconds.
// Errors: Stopped.

Result<Matrix> copyRows(const Dataset& data, const StopToken& stop);
/// Copied only if they are not there yet, as toMatrix() does.
Result<std::shared_ptr<const Matrix>> readRows(const DatasetPtr& data, const StopToken& stop);

} // namespace hareloom
