// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/BpeTraining.h"

#include "core/base/Refusal.h"
#include "core/base/Utf8.h"
#include "core/text/ByteAlphabet.h"
#include "core/text/PreTokenizer.h"

#include <algorithm>
#include <queue>
#include <unordered_map>

namespace hareloom {
namespace {

using Pair = std::uint64_t; // left id above, right id below: ordered by left, then right

Pair pairOf(int left, int right)
{
    return static_cast<Pair>(left) << 32 | static_cast<std::uint32_t>(right);
}

int leftOf(Pair pair)
{
    return static_cast<int>(pair >> 32);
}

int rightOf(Pair pair)
{
    return static_cast<int>(pair & 0xFFFFFFFFU);
}

/// A different word of the text, as the pieces that it is made of so far.
struct Word
{
    std::vector<int> ids;
    std::int64_t count = 0;
};

struct PairPlaces
{
    std::int64_t count = 0;
    std::vector<std::uint32_t> words; // that held it once; maybe twice, maybe no longer
};

struct Candidate
{
    std::int64_t count;
    Pair pair;
    bool operator<(const Candidate& other) const
    {
        return count != other.count ? count < other.count : pair > other.pair;
    }
};

class Learner
{
public:
    explicit Learner(const BpeTraining& training) : m_minimum(training.minimumCount)
    {
        for (const std::string& piece : training.special)
            add(piece);
        m_firstByte = static_cast<int>(m_parts.pieces.size());
        for (int byte = 0; byte < 256; ++byte)
            add(toByteAlphabet(std::string(1, static_cast<char>(byte))));
    }

    void read(std::string_view text)
    {
        std::unordered_map<std::string_view, std::uint32_t> seen;
        PreTokenizer words(text);
        for (auto word = words.next(); !word.empty(); word = words.next()) {
            const auto [place, isNew] = seen.emplace(word, static_cast<std::uint32_t>(m_words.size()));
            if (isNew)
                m_words.push_back(spelled(word));
            ++m_words[place->second].count;
        }
        for (std::uint32_t i = 0; i < m_words.size(); ++i)
            for (std::size_t k = 0; k + 1 < m_words[i].ids.size(); ++k)
                change(pairOf(m_words[i].ids[k], m_words[i].ids[k + 1]), m_words[i].count, i);
        for (const auto& [pair, places] : m_pairs)
            m_queue.push({places.count, pair});
        m_changed.clear();
    }

    /// One merge; false when no pair is frequent enough.
    bool step()
    {
        while (!m_queue.empty()) {
            const Candidate best = m_queue.top();
            m_queue.pop();
            PairPlaces& places = m_pairs[best.pair];
            if (places.count != best.count)
                continue; // outdated: a newer one is in the queue
            if (best.count < m_minimum)
                return false;
            merge(best.pair, std::move(places.words));
            return true;
        }
        return false;
    }

    std::size_t size() const { return m_parts.pieces.size(); }
    TokenizerParts take() { return std::move(m_parts); }

private:
    int add(const std::string& piece)
    {
        const auto [place, isNew] = m_ids.emplace(piece, static_cast<int>(m_parts.pieces.size()));
        if (isNew)
            m_parts.pieces.push_back(piece);
        return place->second;
    }

    Word spelled(std::string_view word) const
    {
        Word parts;
        for (const char c : word)
            parts.ids.push_back(m_firstByte + static_cast<unsigned char>(c));
        return parts;
    }

    void change(Pair pair, std::int64_t by, std::uint32_t word)
    {
        PairPlaces& places = m_pairs[pair];
        places.count += by;
        if (by > 0 && (places.words.empty() || places.words.back() != word))
            places.words.push_back(word);
        m_changed.push_back(pair);
    }

    void merge(Pair pair, std::vector<std::uint32_t> words)
    {
        const std::string left = m_parts.pieces[static_cast<std::size_t>(leftOf(pair))],
                          right = m_parts.pieces[static_cast<std::size_t>(rightOf(pair))];
        m_parts.merges.emplace_back(left, right);
        const int merged = add(left + right); // two ways to one piece are possible
        std::sort(words.begin(), words.end());
        words.erase(std::unique(words.begin(), words.end()), words.end());
        for (const std::uint32_t word : words)
            mergeWithin(word, pair, merged);
        std::sort(m_changed.begin(), m_changed.end());
        m_changed.erase(std::unique(m_changed.begin(), m_changed.end()), m_changed.end());
        for (const Pair changed : m_changed)
            if (const auto found = m_pairs.find(changed); found->second.count > 0)
                m_queue.push({found->second.count, changed});
            else
                m_pairs.erase(found);
        m_changed.clear();
    }

    void mergeWithin(std::uint32_t index, Pair pair, int merged)
    {
        Word& word = m_words[index];
        std::vector<int> ids;
        bool isFound = false;
        for (std::size_t i = 0; i < word.ids.size(); ++i) {
            const bool isHere = i + 1 < word.ids.size() && pairOf(word.ids[i], word.ids[i + 1]) == pair;
            ids.push_back(isHere ? merged : word.ids[i]);
            i += isHere ? 1 : 0;
            isFound |= isHere;
        }
        if (!isFound)
            return;
        for (std::size_t i = 0; i + 1 < word.ids.size(); ++i)
            change(pairOf(word.ids[i], word.ids[i + 1]), -word.count, index);
        word.ids = std::move(ids);
        for (std::size_t i = 0; i + 1 < word.ids.size(); ++i)
            change(pairOf(word.ids[i], word.ids[i + 1]), word.count, index);
    }

    std::int64_t m_minimum;
    TokenizerParts m_parts;
    std::unordered_map<std::string, int> m_ids;
    int m_firstByte = 0;
    std::vector<Word> m_words;
    std::unordered_map<Pair, PairPlaces> m_pairs;
    std::priority_queue<Candidate> m_queue;
    std::vector<Pair> m_changed; // by the merge being made
};

Result<void> check(std::string_view utf8, const BpeTraining& training)
{
    const auto least = std::ssize(training.special) + 256;
    if (training.size < least || static_cast<std::size_t>(training.size) > kMaxPieces)
        return invalidInput(mustBe("size of the vocabulary", std::to_string(training.size),
                                   lieBetween(static_cast<double>(least), kMaxPieces)));
    if (const auto at = invalidUtf8At(utf8))
        return invalidData("the byte at offset " + std::to_string(*at) +
                           " is no UTF-8. Save the text as UTF-8.");
    return {};
}

} // namespace

Result<TokenizerPtr> trainTokenizer(std::string_view utf8, const BpeTraining& training, const StopToken& stop)
{
    if (auto checked = check(utf8, training); !checked)
        return checked.error();
    Learner learner(training);
    learner.read(utf8);
    while (learner.size() < static_cast<std::size_t>(training.size) && learner.step())
        if (!stop.proceed())
            return stopped();
    TokenizerParts parts = learner.take();
    decideSpecialPieces(parts);
    return Tokenizer::make(std::move(parts));
}

} // namespace hareloom
