// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/Family.h"

namespace hareloom {

/// Counts of which token follows which (see NGramModel.h).
extern const Family kNGramFamily;

} // namespace hareloom
