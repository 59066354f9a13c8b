// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/Dataset.h"

namespace hareloom {

/// The rows of `data` from `first` on, first < data->rows(). Nothing is copied.
DatasetPtr rowsFrom(const DatasetPtr& data, std::int64_t first);

} // namespace hareloom
