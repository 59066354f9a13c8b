// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

namespace hareloom::cli {

/// `hareloom-cli corpus make`.
struct CorpusArguments
{
    std::string out;                           // a folder
    std::optional<std::string> articles, seed; // as typed: refusals name what was typed
};

} // namespace hareloom::cli
