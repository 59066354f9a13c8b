// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/SourceKind.h"

namespace hareloom {

/// The truth is a distribution over states. Errors: InvalidInput (weights, names).
extern const SourceKind kZipfSource, kCategoriesSource;

} // namespace hareloom
