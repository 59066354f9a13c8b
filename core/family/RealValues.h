// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/Snapshot.h"

#include <nlohmann/json_fwd.hpp>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace hareloom {

/// By metric: "distinct2", "classShare[3]".
using NamedValues = std::map<std::string, double, std::less<>>;
/// "classShare[3]": of a metric that is reported for several parts, one.
std::string partName(std::string_view metric, std::size_t part);
/// Of the metric, or where it has several, of this part; NaN when there is neither.
double valueIn(const NamedValues& values, std::string_view metric, std::size_t part);

/// What the real data themselves have of a metric that any data have, to be held beside what models made of
/// them. Measured once: from generation 0's snapshot, which may be null. NaN where it is not known.
double realValueOf(const SnapshotPtr& first, std::string_view metric);
/// Of a metric of several parts: as many as are known.
std::vector<double> realPartsOf(const SnapshotPtr& first, const std::string& metric);

namespace detail {

/// A snapshot's "real"; nothing in sessions of older versions, nor after generation 0. False when it is
/// something else.
bool readRealValues(const nlohmann::json& snapshot, NamedValues& real);

} // namespace detail
} // namespace hareloom
