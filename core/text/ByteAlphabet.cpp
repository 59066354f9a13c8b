// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/ByteAlphabet.h"

#include <array>

namespace hareloom {
namespace {

constexpr int kFirstMoved = 0x100, kPastMoved = 0x100 + 68;

constexpr bool isVisible(int byte)
{
    return (byte >= 0x21 && byte <= 0x7E) || (byte >= 0xA1 && byte <= 0xAC) || byte >= 0xAE;
}

/// [byte] = its character's code.
constexpr std::array<int, 256> kCodes = [] {
    std::array<int, 256> codes{};
    int next = kFirstMoved;
    for (int byte = 0; byte < 256; ++byte)
        codes[static_cast<std::size_t>(byte)] = isVisible(byte) ? byte : next++;
    return codes;
}();

/// [code] = its byte, or -1.
constexpr std::array<int, kPastMoved> kBytes = [] {
    std::array<int, kPastMoved> bytes{};
    for (int& byte : bytes)
        byte = -1;
    for (int byte = 0; byte < 256; ++byte)
        bytes[static_cast<std::size_t>(kCodes[static_cast<std::size_t>(byte)])] = byte;
    return bytes;
}();

} // namespace

std::string toByteAlphabet(std::string_view bytes)
{
    std::string piece;
    for (const char c : bytes) {
        const int code = kCodes[static_cast<unsigned char>(c)];
        if (code < 0x80) {
            piece += static_cast<char>(code);
        } else {
            piece += static_cast<char>(0xC0 | code >> 6);
            piece += static_cast<char>(0x80 | (code & 0x3F));
        }
    }
    return piece;
}

std::optional<std::string> fromByteAlphabet(std::string_view piece)
{
    std::string bytes;
    for (std::size_t i = 0; i < piece.size(); ++i) {
        int code = static_cast<unsigned char>(piece[i]);
        if (code >= 0x80) { // two bytes of UTF-8 hold every code of the alphabet
            const int second = i + 1 < piece.size() ? static_cast<unsigned char>(piece[i + 1]) : 0;
            if (code < 0xC2 || code > 0xDF || (second & 0xC0) != 0x80)
                return std::nullopt;
            code = (code & 0x1F) << 6 | (second & 0x3F);
            ++i;
        }
        if (code >= kPastMoved || kBytes[static_cast<std::size_t>(code)] < 0)
            return std::nullopt;
        bytes += static_cast<char>(kBytes[static_cast<std::size_t>(code)]);
    }
    return bytes;
}

} // namespace hareloom
