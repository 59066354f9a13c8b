// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/recipe/Forks.h"

#include <string>

namespace hareloom {

/// What a session's `meta` says of its branches: a JSON array with an object for each variant that branches
/// from another, and back. Empty where there are none.
std::string textOfForks(const Forks& forks);
/// `variants`: how many the experiment has. Errors: InvalidFile, a part of a sentence.
Result<Forks> forksFromText(const std::string& text, std::size_t variants, std::int64_t generations);

/// Whether any variant branches from another.
bool hasForks(const Forks& forks);

} // namespace hareloom
