// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/Text.h"

#include "core/base/Text.h"

#include <algorithm>
#include <map>
#include <string>

namespace hareloom {
namespace {

using Ids = std::span<const int>;

/// Where each stretch of `least` ids stands.
std::map<std::vector<int>, std::vector<int>> placesOf(Ids ids, int least)
{
    std::map<std::vector<int>, std::vector<int>> places;
    for (int i = 0; i + least <= static_cast<int>(ids.size()); ++i)
        places[std::vector<int>(ids.begin() + i, ids.begin() + i + least)].push_back(i);
    return places;
}

/// How long the two places agree, without the earlier one reaching the later.
int commonLength(Ids ids, int a, int b)
{
    const int most = std::min(std::abs(a - b), static_cast<int>(ids.size()) - std::max(a, b));
    int length = 0;
    while (length < most &&
           ids[static_cast<std::size_t>(a + length)] == ids[static_cast<std::size_t>(b + length)])
        ++length;
    return length;
}

bool isBlank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

bool isInWord(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// A word's place without the punctuation around it.
struct Word
{
    int begin, end;
};

std::vector<Word> wordsOf(std::string_view text)
{
    std::vector<Word> words;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && !isBlank(text[end]))
            ++end;
        std::size_t first = at, last = end;
        while (first < last && !isInWord(text[first]))
            ++first;
        while (last > first && !isInWord(text[last - 1]))
            --last;
        if (first < last)
            words.push_back({static_cast<int>(first), static_cast<int>(last)});
        at = std::max(end, at + 1);
    }
    return words;
}

std::vector<int> numbersOf(std::string_view text, const std::vector<Word>& words)
{
    std::map<std::string, int> numbers;
    std::vector<int> ids;
    for (const Word& word : words) {
        const std::string small = lowerAscii(text.substr(static_cast<std::size_t>(word.begin),
                                                         static_cast<std::size_t>(word.end - word.begin)));
        ids.push_back(numbers.emplace(small, static_cast<int>(numbers.size())).first->second);
    }
    return ids;
}

} // namespace

std::vector<RepeatedPhrase> repeatedPhrases(std::span<const int> ids, int least)
{
    std::vector<RepeatedPhrase> found;
    if (least < 1)
        return found;
    const auto places = placesOf(ids, least);
    std::map<std::vector<int>, int> phrases;
    for (int i = 0; i + least <= static_cast<int>(ids.size());) {
        const std::vector<int> start(ids.begin() + i, ids.begin() + i + least);
        int longest = 0;
        for (const int other : places.at(start))
            if (other != i)
                longest = std::max(longest, commonLength(ids, i, other));
        if (longest < least) {
            ++i;
            continue;
        }
        const int phrase = phrases.emplace(start, static_cast<int>(phrases.size())).first->second;
        found.push_back({i, i + longest, phrase});
        i += longest;
    }
    return found;
}

std::vector<RepeatedPhrase> repeatedPhrases(std::string_view text, int leastWords)
{
    const std::vector<Word> words = wordsOf(text);
    std::vector<RepeatedPhrase> found = repeatedPhrases(numbersOf(text, words), leastWords);
    for (RepeatedPhrase& phrase : found) {
        phrase.begin = words[static_cast<std::size_t>(phrase.begin)].begin;
        phrase.end = words[static_cast<std::size_t>(phrase.end - 1)].end;
    }
    return found;
}

} // namespace hareloom
