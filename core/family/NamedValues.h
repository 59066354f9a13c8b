// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace hareloom {

/// Values by metric: "distinct2", "classShare[3]".
using NamedValues = std::map<std::string, double, std::less<>>;

/// "classShare[3]": one part of a metric that is reported for several.
std::string partName(std::string_view metric, std::size_t part);
/// The metric's value, or where it has several, that of this part; NaN when there is neither.
double valueIn(const NamedValues& values, std::string_view metric, std::size_t part);

/// Reads what a snapshot's "real" holds: nothing in sessions of older versions, nor after generation 0. False when it
/// is something else.
bool readRealValues(const nlohmann::json& snapshot, NamedValues& real);

} // namespace hareloom
