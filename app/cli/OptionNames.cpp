// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/OptionNames.h"

#include <algorithm>
#include <string>

namespace hareloom::cli {
namespace {

bool isCapital(char c)
{
    return c >= 'A' && c <= 'Z';
}

/// A field is one word, which begins small: no path, no sentence.
bool isField(std::string_view text)
{
    return !text.empty() && text[0] >= 'a' && text[0] <= 'z' &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return isCapital(c) || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
           });
}

std::string optionOf(std::string_view field, OptionNames others)
{
    for (const auto& [name, option] : others)
        if (name == field)
            return std::string(option);
    std::string option = "--";
    for (const char c : field)
        option += isCapital(c) ? std::string{'-', static_cast<char>(c - 'A' + 'a')} : std::string(1, c);
    return option;
}

} // namespace

Error optionNamed(const Error& error, OptionNames others)
{
    const std::size_t end = std::min(error.message.find(": "), error.message.find(" is "));
    const std::string_view field = std::string_view(error.message).substr(0, end);
    if (end == std::string::npos || !isField(field))
        return error;
    return {error.kind, optionOf(field, others) + error.message.substr(end)};
}

} // namespace hareloom::cli
