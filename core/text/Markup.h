// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace hareloom {

/// The bytes as characters that an XML 1.0 file may hold (W3C, section 2.2), which HTML may hold as well:
/// U+FFFD stands for each control character but tab and line break, for U+FFFE and U+FFFF, and for what is no
/// UTF-8. Marks up nothing: `<` stays `<`. Everything that is written as SVG or HTML goes through here.
std::string xmlCharacters(std::string_view bytes);

/// The same as text between tags or within quotation marks: `&`, `<`, `>` and both quotation marks as
/// entities.
std::string xmlText(std::string_view bytes);

} // namespace hareloom
