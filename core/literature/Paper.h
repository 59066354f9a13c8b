// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hareloom {

/// A work that the program's settings, metrics and data follow. The one list of them is in Papers.cpp.
struct Paper
{
    std::string_view key;     // of its BibTeX entry: "shumailov2024"
    std::string_view names;   // how stories, metrics and this page's tables name it, parted by "; "
    std::string_view kind;    // BibTeX's: article, inproceedings, book, misc, techreport
    std::string_view authors; // as BibTeX has them: "Family, Given and Family, Given"
    std::string_view title;
    std::string_view year;
    std::string_view where = {};  // the journal, proceedings, publisher or institution, by kind
    std::string_view volume = {}; // "631"
    std::string_view number = {}; // the issue
    std::string_view pages = {};  // "755--759"
    std::string_view doi = {};    // "10.1038/s41586-024-07566-y"
    std::string_view arxiv = {};  // "2404.01413"
};

/// In the order of their keys.
std::span<const Paper> papers();

/// Null when there is none of that key.
const Paper* findPaper(std::string_view key);

/// Those that a text names, by one of their names or by "arXiv" and their number, in the order of the list. A
/// name counts as a whole: "Nature 631" is not in "Nature 6312".
std::vector<const Paper*> papersNamedIn(std::string_view text);

} // namespace hareloom
