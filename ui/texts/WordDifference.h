// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/texts/MarkedText.h"

namespace hareloom::ui {

/// What has become of a text word by word: the longest sequence of words that both have in the same order is
/// kept, the others are lost or added (Hunt and McIlroy 1976).
struct WordDifference
{
    std::vector<bool> keptBefore; // of each word of the text before; the others are lost
    std::vector<bool> keptAfter;  // of each word of the text after; the others are added
    int kept = 0;

    int lost() const { return static_cast<int>(keptBefore.size()) - kept; }
    int added() const { return static_cast<int>(keptAfter.size()) - kept; }
};

/// Words are the same when all their letters are, with their punctuation. O(n m); of texts of over 4,000
/// words only the first ones are compared, the rest is lost or added.
WordDifference differenceOf(const MarkedText& before, const MarkedText& after);

} // namespace hareloom::ui
