// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/FieldGuide.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hareloom {

/// What a stretch of text speaks of: indices into the guide's topics() and kinds(), -1: none is recognised.
struct TopicReading
{
    int topic = -1, kind = -1;
};

/// Tells the topic of any stretch of text, as a block of 64 tokens, by a fixed rule:
/// 1. The text is cut where a line begins with "= ", a heading. Each part belongs to the topic whose key (its
/// name
///    within sentences, word for word, capitals ignored) stands in it most often, of two the one met first.
/// 2. The topic to which most bytes belong is the text's; its kind is the topic's.
/// 3. Where no key is met, there is no topic; the kind is the one that most words speak for, among the words
/// of four
///    letters or more that the grammar uses for one kind only: two words at least, and more than for any
///    other.
/// Keys are unique, and no sentence names another topic's. tests/text measures the accuracy. Immutable; any
/// thread.
class TopicReader
{
public:
    /// The guide must live as long.
    explicit TopicReader(const FieldGuide& guide);

    TopicReading read(std::string_view text) const;

private:
    struct Key
    {
        std::vector<std::string> words;
        int topic;
    };
    void addKey(int topic);
    void addWords();
    int topicOf(const std::vector<std::string>& words) const;
    int kindOf(std::string_view text) const;

    const FieldGuide& m_guide;
    std::unordered_map<std::string, std::vector<Key>> m_keys; // by their first word
    std::unordered_map<std::string, int> m_kinds;             // of the words that belong to one only
};

} // namespace hareloom
