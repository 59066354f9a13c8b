// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hareloom {

/// Text from data, whatever bytes it holds, as a literal of a language: nothing in it ends the literal or
/// runs. The one place for each language.

/// In single quotation marks, for sh.
std::string shellQuoted(std::string_view text);
/// In double quotation marks; bytes that are no UTF-8 as Python's own lone surrogates, as names of files have
/// them there.
std::string pythonQuoted(std::string_view text);
/// In double quotation marks; bytes that are no UTF-8 as \xe4. R holds no zero bytes: they are left out.
std::string rQuoted(std::string_view text);
/// Without marks: what TeX would obey is written so that it is shown, line breaks become blanks, other
/// control characters and what is no UTF-8 become U+FFFD's stand-in "?".
std::string latexText(std::string_view text);
/// For a comment of any of these languages: on one line, what would be obeyed by a terminal as an escape.
std::string commentText(std::string_view text);

/// The template with each @NAME@ replaced by its text, in one pass: a text that holds "@NAME@" itself stays
/// as it is. Every name of the template must be among `texts`: else it is a bug, and throws.
std::string filled(std::string_view form, const std::vector<std::pair<std::string_view, std::string>>& texts);

} // namespace hareloom
