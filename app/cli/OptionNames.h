// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <span>
#include <string_view>
#include <utility>

namespace hareloom::cli {

/// Fields of the engine whose options have names of their own.
using OptionNames = std::span<const std::pair<std::string_view, std::string_view>>;

/// The engine's sentence about one of its fields ("maxNewTokens is 0. It must ..."), with the option that a
/// person gave it by: --max-new-tokens, or the one among `others`. Sentences about something else stay as
/// they are.
Error optionNamed(const Error& error, OptionNames others = {});

} // namespace hareloom::cli
