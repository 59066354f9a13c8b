// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/writing/LostWords.h"

#include <algorithm>

namespace hareloom {
namespace {

const WrittenTexts* textsOf(const GenerationPtr& generation)
{
    return generation && generation->snapshot ? generation->snapshot->texts() : nullptr;
}

} // namespace

std::vector<LostWord> lostWords(std::span<const GenerationPtr> chain)
{
    const WrittenTexts* first = chain.empty() ? nullptr : textsOf(chain.front());
    if (!first)
        return {};
    const std::size_t words = first->words.size();
    std::vector<int> lost(words, 0); // the first generation after the last one that writes it
    int made = 0;
    for (const GenerationPtr& generation : chain) {
        const WrittenTexts* texts = textsOf(generation);
        if (!texts || texts->standing.size() != words)
            continue;
        made = generation->index + 1;
        for (std::size_t i = 0; i < words; ++i)
            if (texts->standing[i] != 0)
                lost[i] = made;
    }
    std::vector<LostWord> all;
    for (std::size_t i = 0; i < words; ++i)
        if (lost[i] < made)
            all.push_back({first->words[i], first->wordCounts[i], lost[i]});
    std::stable_sort(all.begin(), all.end(),
                     [](const LostWord& a, const LostWord& b) { return a.generation < b.generation; });
    return all;
}

} // namespace hareloom
