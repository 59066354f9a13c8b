// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace hareloom {

/// Where the first byte stands that begins no character of UTF-8 (RFC 3629: no surrogates, no overlong forms,
/// nothing above U+10FFFF); nothing when all of `text` is UTF-8.
std::optional<std::size_t> invalidUtf8At(std::string_view text);

/// The bytes as UTF-8: each longest piece that begins a character but does not end it, and each other byte
/// that belongs to none, becomes one U+FFFD (Unicode 15, section 3.9, "maximal subparts").
std::string repairedUtf8(std::string_view bytes);

/// The bytes as UTF-8 that still tells which they were: each byte that belongs to no character is written as
/// its escape, \xe4. For what is shown or put into JSON: names of files may hold any byte.
std::string utf8Of(std::string_view bytes);

} // namespace hareloom
