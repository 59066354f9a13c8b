// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/WordCounts.h"

#include "core/base/Text.h"

namespace hareloom {
namespace {

/// Bytes of the character that begins here, by its first byte; 1 for a byte that begins none.
std::size_t lengthAt(std::string_view text, std::size_t at)
{
    const auto first = static_cast<unsigned char>(text[at]);
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
    return std::min(length, text.size() - at);
}

/// Of three or four bytes; 0 for shorter ones, which no such script has.
std::uint32_t codeOf(std::string_view character)
{
    if (character.size() < 3)
        return 0;
    std::uint32_t code = static_cast<unsigned char>(character[0]) & (character.size() == 3 ? 0x0FU : 0x07U);
    for (const char c : character.substr(1))
        code = code << 6U | (static_cast<unsigned char>(c) & 0x3FU);
    return code;
}

/// Kana, Han, Hangul: scripts written without blanks, or of which a character is a syllable or a word.
bool isWordByItself(std::uint32_t code)
{
    return (code >= 0x3040 && code <= 0x30FF) || (code >= 0x3400 && code <= 0x9FFF) ||
           (code >= 0xAC00 && code <= 0xD7A3) || (code >= 0xF900 && code <= 0xFAFF) ||
           (code >= 0x20000 && code <= 0x3FFFF);
}

/// Marks above ASCII that stand between words: general punctuation, CJK and full-width punctuation.
bool isMark(std::uint32_t code)
{
    return (code >= 0x2000 && code <= 0x206F) || (code >= 0x3000 && code <= 0x303F) ||
           (code >= 0xFF00 && code <= 0xFF0F) || (code >= 0xFF1A && code <= 0xFF20);
}

bool isLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80;
}

} // namespace

void countWords(std::string_view text, WordCounts& counts)
{
    std::string word;
    bool isWord = false; // holds more than hyphens and apostrophes
    const auto end = [&] {
        if (isWord)
            ++counts[word];
        word.clear();
        isWord = false;
    };
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view character = text.substr(at, lengthAt(text, at));
        const std::uint32_t code = codeOf(character);
        at += character.size();
        if (isWordByItself(code)) {
            end();
            ++counts[std::string(character)];
        } else if (!isMark(code) && isLetterOrDigit(character[0])) {
            word += character.size() == 1 ? std::string(1, lowerAscii(character[0])) : std::string(character);
            isWord = true;
        } else if (!word.empty() && (character == "-" || character == "'")) {
            word += character;
        } else {
            end();
        }
    }
    end();
}

} // namespace hareloom
