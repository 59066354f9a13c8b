// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/Family.h"

namespace hareloom {

/// A variational autoencoder of small grey images (see VaeArchitecture.h).
extern const Family kImageFamily;

} // namespace hareloom
