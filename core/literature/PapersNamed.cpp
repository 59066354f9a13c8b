// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/literature/Paper.h"

#include <algorithm>
#include <cctype>

namespace hareloom {

namespace {

bool isPartOfWord(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

/// Whether `name` stands in `text` with no letter or digit right before or behind it.
bool names(std::string_view text, std::string_view name)
{
    for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
        const std::size_t end = at + name.size();
        const bool begins = at == 0 || !isPartOfWord(text[at - 1]);
        const bool ends = end == text.size() || !isPartOfWord(text[end]);
        if (begins && ends)
            return true;
    }
    return false;
}

bool isNamedIn(std::string_view text, const Paper& paper)
{
    if (!paper.arxiv.empty() && names(text, "arXiv " + std::string(paper.arxiv)))
        return true;
    std::string_view left = paper.names;
    while (!left.empty()) {
        const std::size_t end = std::min(left.find("; "), left.size());
        if (names(text, left.substr(0, end)))
            return true;
        left.remove_prefix(std::min(end + 2, left.size()));
    }
    return false;
}

} // namespace

const Paper* findPaper(std::string_view key)
{
    const auto all = papers();
    const auto found = std::find_if(all.begin(), all.end(), [key](const Paper& p) { return p.key == key; });
    return found == all.end() ? nullptr : &*found;
}

std::vector<const Paper*> papersNamedIn(std::string_view text)
{
    std::vector<const Paper*> named;
    for (const Paper& paper : papers())
        if (isNamedIn(text, paper))
            named.push_back(&paper);
    return named;
}

} // namespace hareloom
