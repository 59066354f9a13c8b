// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Utf8.h"

#include <cstdint>
#include <cstdio>
#include <cstring>

namespace hareloom {
namespace {

struct Lead
{
    int length = 0;                        // bytes of the character; 0: none begins with this byte
    unsigned char low = 0x80, high = 0xBF; // what the second byte may be
};

Lead leadOf(unsigned char byte)
{
    if (byte < 0x80)
        return {1};
    if (byte >= 0xC2 && byte <= 0xDF)
        return {2};
    if (byte >= 0xE0 && byte <= 0xEF)
        return {3, static_cast<unsigned char>(byte == 0xE0 ? 0xA0 : 0x80),
                static_cast<unsigned char>(byte == 0xED ? 0x9F : 0xBF)};
    if (byte >= 0xF0 && byte <= 0xF4)
        return {4, static_cast<unsigned char>(byte == 0xF0 ? 0x90 : 0x80),
                static_cast<unsigned char>(byte == 0xF4 ? 0x8F : 0xBF)};
    return {};
}

struct Step
{
    std::size_t bytes;
    bool isWhole;
};

/// The character at the beginning of `text`, or the longest beginning of one; text is not empty.
Step stepOf(std::string_view text)
{
    const Lead lead = leadOf(static_cast<unsigned char>(text[0]));
    if (lead.length == 0)
        return {1, false};
    std::size_t i = 1;
    for (; i < static_cast<std::size_t>(lead.length); ++i) {
        const unsigned char low = i == 1 ? lead.low : 0x80, high = i == 1 ? lead.high : 0xBF;
        if (i == text.size() || static_cast<unsigned char>(text[i]) < low ||
            static_cast<unsigned char>(text[i]) > high)
            return {i, false};
    }
    return {i, true};
}

/// How many bytes at the beginning of `text` are ASCII, counted in eights.
std::size_t asciiEights(std::string_view text)
{
    std::size_t at = 0;
    for (std::uint64_t eight = 0; at + sizeof eight <= text.size(); at += sizeof eight) {
        std::memcpy(&eight, text.data() + at, sizeof eight);
        if ((eight & 0x8080808080808080ULL) != 0)
            break;
    }
    return at;
}

} // namespace

std::optional<std::size_t> invalidUtf8At(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        at += asciiEights(text.substr(at));
        if (at == text.size())
            break;
        const Step step = stepOf(text.substr(at));
        if (!step.isWhole)
            return at;
        at += step.bytes;
    }
    return std::nullopt;
}

std::string repairedUtf8(std::string_view bytes)
{
    std::string text;
    text.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size();) {
        const Step step = stepOf(bytes.substr(at));
        text += step.isWhole ? bytes.substr(at, step.bytes) : "\xEF\xBF\xBD";
        at += step.bytes;
    }
    return text;
}

std::string utf8Of(std::string_view bytes)
{
    std::string text;
    text.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size();) {
        const Step step = stepOf(bytes.substr(at));
        if (step.isWhole) {
            text += bytes.substr(at, step.bytes);
            at += step.bytes;
            continue;
        }
        char escape[8];
        std::snprintf(escape, sizeof escape, "\\x%02x", static_cast<unsigned char>(bytes[at++]));
        text += escape;
    }
    return text;
}

} // namespace hareloom
