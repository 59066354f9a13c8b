// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/Family.h"

#include <nlohmann/json_fwd.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hareloom {

/// All families. A new one is one line in Families.cpp.
std::span<const Family* const> families();
/// Null when unknown.
const Family* findFamily(std::string_view name);

/// Names of the metrics that are measured where an experiment asks for none.
std::vector<std::string> usualMetrics(const Family& family);

/// A snapshot of any family. Errors: InvalidFile (unknown kind, wrong shape, not finite).
Result<SnapshotPtr> snapshotFromJson(const nlohmann::json& json);

} // namespace hareloom
