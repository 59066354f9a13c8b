// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/Family.h"

namespace hareloom {

/// States and how often each occurs (see Discrete.h).
extern const Family kDiscreteFamily;

} // namespace hareloom
