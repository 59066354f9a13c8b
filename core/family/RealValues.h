// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/NamedValues.h"
#include "core/family/Snapshot.h"

#include <vector>

namespace hareloom {

/// What the real data themselves have of a metric that any data have, to be held beside what models made of
/// them. Measured once: from generation 0's snapshot, which may be null. NaN where it is not known.
double realValueOf(const SnapshotPtr& first, std::string_view metric);
/// Of a metric of several parts: as many as are known.
std::vector<double> realPartsOf(const SnapshotPtr& first, const std::string& metric);

} // namespace hareloom
