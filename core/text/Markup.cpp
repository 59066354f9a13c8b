// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/Markup.h"

#include "core/base/Utf8.h"

namespace hareloom {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD"; // U+FFFD
constexpr std::string_view kLastTwo = "\xEF\xBF";         // U+FFC0 to U+FFFF begin like this

/// Bytes of the character that `utf8` begins with where XML forbids it; else 0.
std::size_t forbiddenLength(std::string_view utf8)
{
    const auto first = static_cast<unsigned char>(utf8[0]);
    if (first < 0x20)
        return first == '\t' || first == '\n' || first == '\r' ? 0 : 1;
    const bool isNone = utf8.starts_with(kLastTwo) && static_cast<unsigned char>(utf8[2]) >= 0xBE;
    return isNone ? 3 : 0; // U+FFFE, U+FFFF
}

std::string_view entityOf(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return {};
    }
}

} // namespace

std::string xmlCharacters(std::string_view bytes)
{
    const std::string utf8 = repairedUtf8(bytes);
    std::string allowed;
    allowed.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) {
        const std::size_t forbidden = forbiddenLength(std::string_view(utf8).substr(at));
        allowed += forbidden > 0 ? kReplacement : std::string_view(utf8).substr(at, 1);
        at += forbidden > 0 ? forbidden : 1;
    }
    return allowed;
}

std::string xmlText(std::string_view bytes)
{
    std::string text;
    for (const char c : xmlCharacters(bytes)) {
        const std::string_view entity = entityOf(c);
        entity.empty() ? text += c : text += entity;
    }
    return text;
}

} // namespace hareloom
