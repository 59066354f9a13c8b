// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/SourceKind.h"

namespace hareloom {

/// The truth is a mixture of normals. Of linear, rows are inputs and, last, their response, which are normal
/// together. Errors: InvalidInput (shapes, not positive semi-definite).
extern const SourceKind kNormalSource, kLinearSource, kMixtureSource, kEightGaussiansSource;

} // namespace hareloom
