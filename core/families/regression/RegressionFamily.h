// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/Family.h"

namespace hareloom {

/// The last variable of a row as a function of the others (see Regression.h).
extern const Family kRegressionFamily;

} // namespace hareloom
