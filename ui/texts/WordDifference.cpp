// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/texts/WordDifference.h"

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr std::size_t kMostWords = 4000;

std::vector<QStringView> wordsOf(const MarkedText& text)
{
    std::vector<QStringView> words;
    for (const MarkedText::Word& word : text.words) {
        if (words.size() == kMostWords)
            break;
        words.push_back(QStringView(text.text).mid(word.begin, word.end - word.begin));
    }
    return words;
}

} // namespace

WordDifference differenceOf(const MarkedText& before, const MarkedText& after)
{
    const std::vector<QStringView> a = wordsOf(before), b = wordsOf(after);
    const std::size_t width = b.size() + 1;
    // longest[i][j]: of a from word i, b from word j
    std::vector<std::uint16_t> longest((a.size() + 1) * width, 0);
    for (std::size_t i = a.size(); i-- > 0;)
        for (std::size_t j = b.size(); j-- > 0;)
            longest[i * width + j] = a[i] == b[j]
                                         ? static_cast<std::uint16_t>(longest[(i + 1) * width + j + 1] + 1)
                                         : std::max(longest[(i + 1) * width + j], longest[i * width + j + 1]);
    WordDifference difference;
    difference.keptBefore.resize(before.words.size());
    difference.keptAfter.resize(after.words.size());
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        if (a[i] == b[j]) {
            difference.keptBefore[i++] = true;
            difference.keptAfter[j++] = true;
            ++difference.kept;
        } else if (longest[(i + 1) * width + j] >= longest[i * width + j + 1]) {
            ++i;
        } else {
            ++j;
        }
    }
    return difference;
}

} // namespace hareloom::ui
