// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/family/Generation.h"

#include <functional>
#include <string>

namespace hareloom {

/// How many of the first `length` generations of a chain a run can go on from, where some models are not
/// there or lack their weights: all of them need theirs (`needsEverySample`, see ChainPlan), or the last
/// alone. The one rule for sessions and for what a window holds. Errors: those of `hasModel`.
Result<int> usableLength(bool needsEverySample, int length, const std::function<Result<bool>(int)>& hasModel);

/// What is said to a person of a chain that goes on from its first `usable` of `length` generations.
std::string goesOnFrom(const std::string& path, ChainIndex chain, int length, int usable);

} // namespace hareloom
