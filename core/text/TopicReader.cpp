// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/TopicReader.h"

#include "core/base/Text.h"

#include <algorithm>
#include <map>

namespace hareloom {
namespace {

constexpr std::size_t kLeastLetters = 4;
constexpr int kLeastWords = 2;

bool isWordCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
}

/// Runs of letters, digits and hyphens, in small letters.
std::vector<std::string> wordsOf(std::string_view text)
{
    std::vector<std::string> words;
    bool isWithin = false;
    for (const char c : text) {
        const bool isPart = isWordCharacter(c);
        if (isPart && !isWithin)
            words.emplace_back();
        if (isPart)
            words.back() += lowerAscii(c);
        isWithin = isPart;
    }
    return words;
}

std::vector<std::string_view> partsAtHeadings(std::string_view text)
{
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    for (std::size_t at = text.find("\n= "); at != std::string_view::npos; at = text.find("\n= ", at + 1)) {
        parts.push_back(text.substr(begin, at + 1 - begin));
        begin = at + 1;
    }
    parts.push_back(text.substr(begin));
    return parts;
}

/// The key with the largest value; of equal ones the one that came first into `order`. -1 without any.
int largest(const std::map<int, std::size_t>& counts, const std::vector<int>& order)
{
    int best = -1;
    for (const int candidate : order)
        if (best < 0 || counts.at(candidate) > counts.at(best))
            best = candidate;
    return best;
}

} // namespace

TopicReader::TopicReader(const FieldGuide& guide) : m_guide(guide)
{
    for (int topic = 0; topic < static_cast<int>(guide.topics().size()); ++topic)
        addKey(topic);
    addWords();
}

void TopicReader::addKey(int topic)
{
    auto words = wordsOf(m_guide.topics()[static_cast<std::size_t>(topic)].key);
    auto& keys = m_keys[words.front()];
    keys.push_back({std::move(words), topic});
}

void TopicReader::addWords()
{
    for (int kind = 0; kind < static_cast<int>(m_guide.kinds().size()); ++kind) {
        const GuideKind& grammar = m_guide.kinds()[static_cast<std::size_t>(kind)];
        std::vector<std::string> texts = grammar.openings;
        texts.insert(texts.end(), grammar.sentences.begin(), grammar.sentences.end());
        for (const auto& fact : grammar.facts)
            texts.push_back(fact.second);
        for (const std::string& text : texts)
            for (const std::string& word : wordsOf(text))
                if (word.size() >= kLeastLetters)
                    if (const auto [place, isNew] = m_kinds.emplace(word, kind);
                        !isNew && place->second != kind)
                        place->second = -1;
    }
    std::erase_if(m_kinds, [](const auto& word) { return word.second < 0; });
}

int TopicReader::topicOf(const std::vector<std::string>& words) const
{
    std::map<int, std::size_t> mentions;
    std::vector<int> order;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto found = m_keys.find(words[i]);
        if (found == m_keys.end())
            continue;
        for (const Key& key : found->second)
            if (key.words.size() <= words.size() - i &&
                std::equal(key.words.begin(), key.words.end(),
                           words.begin() + static_cast<std::ptrdiff_t>(i)) &&
                ++mentions[key.topic] == 1)
                order.push_back(key.topic);
    }
    return largest(mentions, order);
}

int TopicReader::kindOf(std::string_view text) const
{
    std::vector<int> counts(m_guide.kinds().size());
    for (const std::string& word : wordsOf(text))
        if (const auto found = m_kinds.find(word); found != m_kinds.end())
            ++counts[static_cast<std::size_t>(found->second)];
    const auto best = std::max_element(counts.begin(), counts.end());
    const bool isAlone = std::count(counts.begin(), counts.end(), *best) == 1;
    return *best >= kLeastWords && isAlone ? static_cast<int>(best - counts.begin()) : -1;
}

TopicReading TopicReader::read(std::string_view text) const
{
    std::map<int, std::size_t> bytes;
    std::vector<int> order;
    for (const std::string_view part : partsAtHeadings(text))
        if (const int topic = topicOf(wordsOf(part)); topic >= 0) {
            if (bytes.find(topic) == bytes.end())
                order.push_back(topic);
            bytes[topic] += part.size();
        }
    const int topic = largest(bytes, order);
    if (topic >= 0)
        return {topic, m_guide.topics()[static_cast<std::size_t>(topic)].kind};
    return {-1, kindOf(text)};
}

} // namespace hareloom
