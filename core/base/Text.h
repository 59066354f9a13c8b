// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hareloom {

/// The shortest decimal that reads back to the same double; "nan", "inf", "-inf". Whatever the locale.
std::string shortNumber(double value);
/// 17 significant digits, as exports have them; "nan", "inf", "-inf".
std::string exactNumber(double value);
/// The whole text as the nearest double, surrounding blanks allowed: 1e-400 is 0. Nothing when it is none, or
/// not finite.
std::optional<double> parseNumber(std::string_view text);
std::string_view trimmed(std::string_view text);
/// A to Z as small letters, everything else as it is, whatever the locale.
char lowerAscii(char c);
std::string lowerAscii(std::string_view text);
/// The text with everything that a terminal would obey rather than show written as an escape: control
/// characters (a line break as \n, others as \x1b or \u0085), those that turn the writing direction, and
/// bytes that are no UTF-8. Those in `kept` stay: "\n\t" for lines of text.
std::string printable(std::string_view text, std::string_view kept = {});
/// At most `longest` bytes of the text, whole characters, printable(); what is left out shows as "...".
std::string shortened(std::string_view text, std::size_t longest = 60);
/// The same in quotation marks: how a refusal shows what it found, a cell or a word of a file, on its one
/// line.
std::string inQuotes(std::string_view text, std::size_t longest = 60);
/// "a, b, c".
std::string joined(const std::vector<std::string>& words, std::string_view separator = ", ");
/// Edit distance, for "did you mean".
int editDistance(std::string_view a, std::string_view b);

/// A cell of a CSV file (RFC 4180): in quotation marks where it needs them. What a spreadsheet would take for
/// a formula, as =1+1, @SUM(A1) or -A1, gets an apostrophe in front; numbers, "-inf" among them, stay as they
/// are. Control characters are escaped as printable() does, but for tabs and line breaks.
std::string csvField(const std::string& text);

} // namespace hareloom
