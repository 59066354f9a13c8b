// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace hareloom {

/// How often each word stands in a text.
using WordCounts = std::unordered_map<std::string, std::int64_t>;

/// Adds the words of a text (UTF-8). A word is a run of letters, digits, hyphens and apostrophes, its ASCII capitals made
/// small, that holds a letter or a digit; every Chinese, Japanese or Korean character is a word by itself. Bytes that are no
/// UTF-8 count as letters.
void countWords(std::string_view text, WordCounts& counts);

} // namespace hareloom
