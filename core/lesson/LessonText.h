// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hareloom {

/// A run of words of one kind.
struct TextSpan
{
    enum class Kind { Plain, Strong, Emphasis, Code } kind = Kind::Plain;
    std::string words;
    bool operator==(const TextSpan&) const = default;
};

/// A paragraph, or one entry of a list.
struct TextBlock
{
    bool isEntry = false;
    std::vector<TextSpan> spans;
    bool operator==(const TextBlock&) const = default;
};

/// The texts of a lesson in one language, by id: the file `text.en.md`. A line "## ID" begins each. What
/// follows is paragraphs, lists of lines that begin with "- ", **strong**, *emphasis*, `code`, and {values}:
/// no HTML, no links, no pictures, no addresses, so that nothing can be loaded by showing it.
class LessonTexts
{
public:
    /// `origin` names the file in messages. Errors: InvalidFile with the line, and what is allowed.
    static Result<LessonTexts> parse(std::string_view file, const std::string& origin);

    /// Null when there is no such text.
    const std::string* find(std::string_view id) const;
    /// Empty when there is none.
    const std::string& operator[](std::string_view id) const;
    /// In the order of the file.
    std::span<const std::string> ids() const { return m_ids; }

private:
    std::vector<std::string> m_ids;
    std::map<std::string, std::string, std::less<>> m_texts;
};

inline constexpr std::int64_t kMostTextBytes = 256 << 10;

/// A place {name} or {name%} in a text.
struct TextPlace
{
    std::string name;
    bool isPercent = false;
    std::size_t begin = 0, end = 0; // in bytes
};
std::vector<TextPlace> placesIn(std::string_view text);

/// The text with its places filled by `value`: "12.3", of {name%} "45%"; inf is "never", what is no number
/// "?".
std::string filled(std::string_view text, const std::function<double(const std::string& name)>& value);

/// As it is to be set.
std::vector<TextBlock> blocksOf(std::string_view text);
/// As HTML of p, ul, li, strong, em and code alone; every other character is escaped.
std::string htmlOf(std::string_view text);
/// Without marks, a line a paragraph, entries after "- ".
std::string plainOf(std::string_view text);

} // namespace hareloom
