// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Text.h"

#include "core/base/Utf8.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <numeric>

namespace hareloom {
namespace {

std::string notFinite(double value)
{
    return std::isnan(value) ? "nan" : value > 0 ? "inf" : "-inf";
}

/// Bytes of the control character that `text` begins with; 0 when it begins with another one.
std::size_t invisibleLength(std::string_view text)
{
    const auto byte = [text](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    if (byte(0) < 0x20 || byte(0) == 0x7F)
        return 1;
    if (byte(0) == 0xC2 && byte(1) >= 0x80 && byte(1) < 0xA0) // U+0080 to U+009F
        return 2;
    const bool turns = byte(0) == 0xE2 && ((byte(1) == 0x80 && byte(2) >= 0xAA && byte(2) <= 0xAE) ||
                                           (byte(1) == 0x81 && byte(2) >= 0xA6 && byte(2) <= 0xA9));
    return turns ? 3 : 0; // U+202A to U+202E, U+2066 to U+2069
}

std::string escapeOf(std::string_view character)
{
    if (character == "\n")
        return "\\n";
    if (character == "\t")
        return "\\t";
    if (character == "\r")
        return "\\r";
    const auto byte = [character](std::size_t i) { return static_cast<unsigned>(character[i]) & 0x3FU; };
    char text[16];
    if (character.size() == 1)
        std::snprintf(text, sizeof text, "\\x%02x", static_cast<unsigned char>(character[0]));
    else if (character.size() == 2)
        std::snprintf(text, sizeof text, "\\u%04x", 0x80U | byte(1));
    else
        std::snprintf(text, sizeof text, "\\u%04x", 0x2000U | byte(1) << 6U | byte(2));
    return text;
}

/// Whether every byte is visible ASCII that a CSV cell may hold as it is.
bool isPlainCell(std::string_view text)
{
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return c >= ' ' && c <= '~' && c != ',' && c != '"'; });
}

/// Whether a spreadsheet that opens a file with this cell would compute something.
bool isFormula(std::string_view cell)
{
    if (cell.size() < 2 || std::string_view("=+-@\t\r").find(cell[0]) == std::string_view::npos)
        return false;
    return cell != "-inf" && !parseNumber(cell);
}

/// Of a number in decimals that is out of a double's range: whether it is too small rather than too large.
bool isBelowOne(std::string_view text)
{
    const std::size_t e = std::min(text.find_first_of("eE"), text.size());
    const std::string_view digits = text.substr(0, e);
    const std::size_t point = std::min(digits.find('.'), digits.size());
    const std::size_t first = std::min(digits.find_first_of("123456789"), digits.size());
    const auto place =
        static_cast<long>(point) - static_cast<long>(first); // of the first digit: 10^(place - 1)
    const std::string exponent(text.substr(std::min(e + 1, text.size())));
    return std::strtol(exponent.c_str(), nullptr, 10) < -place;
}

} // namespace

std::string shortNumber(double value)
{
    if (!std::isfinite(value))
        return notFinite(value);
    char buffer[32];
    return {buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr};
}

std::string exactNumber(double value)
{
    if (!std::isfinite(value))
        return notFinite(value);
    char buffer[40];
    return {buffer, std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::general, 17).ptr};
}

std::optional<double> parseNumber(std::string_view text)
{
    text = trimmed(text);
    if (text.starts_with('+') && !text.starts_with("+-"))
        text.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (end != text.data() + text.size())
        return std::nullopt;
    if (error == std::errc::result_out_of_range && isBelowOne(text))
        return text.starts_with('-') ? -0.0 : 0.0;
    if (error != std::errc() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

char lowerAscii(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lowerAscii(std::string_view text)
{
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) { return lowerAscii(c); });
    return lower;
}

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::string printable(std::string_view bytes, std::string_view kept)
{
    const std::string text = utf8Of(bytes);
    std::string shown;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view rest = std::string_view(text).substr(i);
        if (const std::size_t length = invisibleLength(rest); length > 0 && kept.find(text[i]) == kept.npos) {
            shown += escapeOf(rest.substr(0, length));
            i += length - 1;
        } else {
            shown += text[i];
        }
    }
    return shown;
}

std::string shortened(std::string_view text, std::size_t longest)
{
    std::size_t end = std::min(text.size(), longest);
    while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        --end;
    return printable(text.substr(0, end)) + (end < text.size() ? "..." : "");
}

std::string inQuotes(std::string_view text, std::size_t longest)
{
    return '"' + shortened(text, longest) + '"';
}

std::string joined(const std::vector<std::string>& words, std::string_view separator)
{
    std::string text;
    for (const auto& word : words) {
        if (!text.empty())
            text += separator;
        text += word;
    }
    return text;
}

int editDistance(std::string_view a, std::string_view b)
{
    std::vector<int> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (std::size_t i = 0; i < a.size(); ++i) {
        int diagonal = row[0]++;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const int above = row[j + 1];
            row[j + 1] = a[i] == b[j] ? diagonal : 1 + std::min({diagonal, above, row[j]});
            diagonal = above;
        }
    }
    return row.back();
}

std::string csvField(const std::string& content)
{
    const bool isComputed = isFormula(content);
    if (!isComputed && isPlainCell(content))
        return content;
    const std::string text = (isComputed ? "'" : "") + printable(content, "\t\r\n");
    if (text.find_first_of(",\"\r\n") == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char c : text)
        quoted.append(c == '"' ? 2 : 1, c);
    return quoted + '"';
}

} // namespace hareloom
