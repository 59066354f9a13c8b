// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <variant>

namespace hareloom::cli {

struct TokenizeArguments
{
    std::string model; // a folder
    std::string textFile;
    bool noSpecial = false, json = false;
};

struct DetokenizeArguments
{
    std::string model;
    std::string idsFile;
    bool withSpecial = false, json = false;
};

/// `hareloom-cli lm COMMAND ...`: language models and their tokenizers.
using LmArguments = std::variant<TokenizeArguments, DetokenizeArguments>;

} // namespace hareloom::cli
