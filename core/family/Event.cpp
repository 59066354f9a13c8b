// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/family/Event.h"

#include "core/base/Text.h"
#include "core/family/Sentences.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <stdexcept>

namespace hareloom {
namespace {

const Argument& argumentIn(const Arguments& arguments, std::string_view name)
{
    const auto found = std::find_if(arguments.begin(), arguments.end(),
                                    [name](const auto& each) { return each.first == name; });
    if (found == arguments.end())
        throw std::logic_error("a sentence has no value for {" + std::string(name) + "}");
    return found->second;
}

std::string textOf(const Argument& argument)
{
    if (const auto* count = std::get_if<std::int64_t>(&argument))
        return std::to_string(*count);
    if (const auto* number = std::get_if<double>(&argument))
        return toldNumber(*number);
    return printable(std::get<std::string>(argument));
}

std::string worded(std::string_view key, const Arguments& arguments, Translation translation)
{
    const std::string_view english = wordsOf(key);
    return translation ? filled(translation(english), arguments) : filled(english, arguments);
}

} // namespace

std::string toldNumber(double value)
{
    if (!std::isfinite(value))
        return shortNumber(value);
    char digits[32];
    const auto written =
        std::to_chars(std::begin(digits), std::end(digits), value, std::chars_format::scientific, 2);
    return shortNumber(parseNumber({digits, written.ptr}).value_or(value));
}

const Argument& argumentOf(const Event& event, std::string_view name)
{
    return argumentIn(event.arguments, name);
}

std::string filled(std::string_view pattern, const Arguments& arguments)
{
    std::string text;
    for (std::size_t at = 0; at < pattern.size();) {
        const std::size_t open = pattern.find('{', at), close = pattern.find('}', open);
        text += pattern.substr(at, open - at);
        if (open == std::string_view::npos || close == std::string_view::npos)
            break;
        text += textOf(argumentIn(arguments, pattern.substr(open + 1, close - open - 1)));
        at = close + 1;
    }
    return text;
}

std::string sentenceOf(const Event& event, Translation translation)
{
    return worded(event.key, event.arguments, translation);
}

std::string reasonOf(const Event& event, Translation translation)
{
    return event.reason.empty() ? std::string() : worded(event.reason, event.arguments, translation);
}

} // namespace hareloom
