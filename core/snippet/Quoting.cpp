// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snippet/Quoting.h"

#include "core/base/Text.h"
#include "core/base/Utf8.h"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace hareloom {

namespace {

std::string hex(unsigned value, int digits)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (int i = digits - 1; i >= 0; --i)
        text += kDigits[value >> (4 * i) & 15];
    return text;
}

bool isControl(std::string_view character)
{
    return printable(character) != character;
}

/// Calls `take` with each character of UTF-8, and `odd` with each byte that belongs to none.
template<class Take, class Odd>
void forEachCharacter(std::string_view text, const Take& take, const Odd& odd)
{
    while (!text.empty()) {
        const auto lead = static_cast<unsigned char>(text.front());
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        const std::string_view character = text.substr(0, length);
        if (invalidUtf8At(character)) {
            odd(lead);
            text.remove_prefix(1);
        } else {
            take(character);
            text.remove_prefix(character.size());
        }
    }
}

/// What Python and R have in common: marks and backslashes. `control` writes a character that would be
/// obeyed, `odd` a byte that is no UTF-8.
template<class Control, class Odd>
std::string doublyQuoted(std::string_view text, const Control& control, const Odd& odd)
{
    std::string quoted = "\"";
    forEachCharacter(
        text,
        [&](std::string_view character) {
            if (character == "\"" || character == "\\")
                (quoted += '\\') += character;
            else if (character == "\n")
                quoted += "\\n";
            else
                quoted += isControl(character) ? control(character) : std::string(character);
        },
        [&](unsigned char byte) { quoted += odd(byte); });
    return quoted + '"';
}

/// Of a character of at most three bytes.
unsigned codePoint(std::string_view character)
{
    unsigned code = static_cast<unsigned char>(character.front());
    code &= character.size() == 1 ? 127u : character.size() == 2 ? 31u : 15u;
    for (const char c : character.substr(1))
        code = code << 6 | (static_cast<unsigned char>(c) & 63u);
    return code;
}

std::string latexOf(std::string_view character)
{
    // In TeX's first encoding of fonts <, > and | are other letters.
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 15> kMeant = {
        {{"\\", "\\textbackslash{}"},
         {"{", "\\{"},
         {"}", "\\}"},
         {"$", "\\$"},
         {"&", "\\&"},
         {"#", "\\#"},
         {"%", "\\%"},
         {"_", "\\_"},
         {"^", "\\textasciicircum{}"},
         {"~", "\\textasciitilde{}"},
         {"<", "\\textless{}"},
         {">", "\\textgreater{}"},
         {"|", "\\textbar{}"},
         {"\n", " "},
         {"\t", " "}}};
    for (const auto& [plain, written] : kMeant)
        if (character == plain)
            return std::string(written);
    return isControl(character) ? "?" : std::string(character);
}

} // namespace

std::string shellQuoted(std::string_view text)
{
    std::string quoted = "'";
    for (const char c : text)
        quoted += c == '\'' ? "'\\''" : std::string(1, c);
    return quoted + "'";
}

std::string pythonQuoted(std::string_view text)
{
    return doublyQuoted(
        text,
        [](std::string_view control) { return "\\u" + hex(codePoint(control), 4); }, // none lies above U+FFFF
        [](unsigned char byte) { return "\\udc" + hex(byte, 2); });
}

// R takes no \u beside \x in one text.
std::string rQuoted(std::string_view text)
{
    const auto byteOf = [](unsigned char byte) { return byte ? "\\x" + hex(byte, 2) : std::string(); };
    return doublyQuoted(
        text,
        [&](std::string_view control) {
            std::string bytes;
            for (const char c : control)
                bytes += byteOf(static_cast<unsigned char>(c));
            return bytes;
        },
        byteOf);
}

std::string latexText(std::string_view text)
{
    std::string written;
    forEachCharacter(
        text, [&](std::string_view character) { written += latexOf(character); },
        [&](unsigned char) { written += '?'; });
    return written;
}

std::string commentText(std::string_view text)
{
    return printable(text);
}

std::string filled(std::string_view form, const std::vector<std::pair<std::string_view, std::string>>& texts)
{
    std::string text;
    while (!form.empty()) {
        const std::size_t begin = std::min(form.find('@'), form.size());
        text += form.substr(0, begin);
        const std::size_t end = begin < form.size() ? form.find('@', begin + 1) : form.size();
        if (begin == form.size())
            break;
        const std::string_view name =
            end == std::string_view::npos ? "" : form.substr(begin + 1, end - begin - 1);
        const auto found =
            std::find_if(texts.begin(), texts.end(), [&](const auto& one) { return one.first == name; });
        if (found == texts.end())
            throw std::logic_error("a template holds the unknown name @" + std::string(name.substr(0, 40)) +
                                   "@");
        text += found->second;
        form.remove_prefix(end + 1);
    }
    return text;
}

} // namespace hareloom
