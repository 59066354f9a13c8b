// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <string>
#include <string_view>

namespace hareloom {

/// The small language model that comes with the program: made by `hareloom-cli pretrain` from its own field
/// guide (resources/models/README.md).
inline constexpr std::string_view kFieldGuideModel = "field-guide";

/// The folder of a model that comes with the program, in Hugging Face's layout: where the install puts it, or
/// in the sources. Errors: InvalidFile with where it was looked for.
Result<std::string> ownModelFolder(std::string_view name);

} // namespace hareloom
