// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <optional>
#include <string>

namespace hareloom::cli {

/// The whole number that was typed after an option, or `otherwise` where none was. Errors: InvalidInput,
/// naming what was typed and what is allowed.
Result<std::int64_t> typedNumber(const std::optional<std::string>& typed, const char* option, double least,
                                 double most, std::int64_t otherwise);

inline constexpr double kMostSeed = 9007199254740991; // 2^53 - 1, as everywhere

} // namespace hareloom::cli
