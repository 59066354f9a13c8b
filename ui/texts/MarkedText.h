// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <unordered_map>
#include <vector>

namespace hareloom::ui {

/// A generated text as it is shown: without blanks in front, line breaks as line separators, other control
/// characters as blanks, and which phrases it repeats. Places are UTF-16 units of `text`.
struct MarkedText
{
    struct Mark
    {
        int begin = 0, end = 0;
        int phrase = 0; // from 0 in the order of first appearance
    };
    struct Word
    {
        int begin = 0, end = 0;
        int phrase = -1; // that it stands in; -1: none
    };

    QString text;
    std::vector<Mark> marks; // from left to right
    std::vector<Word> words; // parted by blanks
    std::vector<int> units;  // before each byte of the text as it was generated, and after its last
    int cut = 0;             // units in front that are not shown

    /// Where a byte of the generated text is shown; the nearest place where it is not.
    int placeOf(std::size_t byte) const;

    /// Share of the words that stand in a phrase of four or more words that the text has twice or more
    /// (repeatedPhrases); 0 for no words.
    double repeatedShare() const;
    /// How often a phrase stands in the text.
    int occurrences(int phrase) const;
    /// The word at a place, or before it; -1 where there is none.
    int wordAt(int place) const;
};

MarkedText markedText(const std::string& utf8);

/// The texts marked so far: marking takes longer than painting.
class MarkedTexts
{
public:
    const MarkedText& of(const std::string& utf8) const;
    void clear() { m_known.clear(); }

private:
    mutable std::unordered_map<std::string, MarkedText> m_known;
};

} // namespace hareloom::ui
