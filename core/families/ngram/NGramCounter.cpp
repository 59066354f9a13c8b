// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/ngram/NGramCounter.h"

#include "core/families/ngram/RunSort.h"

#include <numeric>

namespace hareloom {
namespace {

using State = NGramTables::State;
using Entry = NGramTables::Entry;
using Numbers = std::vector<std::uint32_t>;

constexpr std::uint32_t kNone = 0xFFFFFFFF;

/// Makes the tables of a text, runs of one more token at a time. Runs of k tokens are numbered in the order
/// of their entries: by the run of the first k - 1 tokens, then by the last one.
class TableMaker
{
public:
    TableMaker(const std::vector<TokenId>& text, int order, std::int64_t vocabulary, const StopToken& stop)
        : m_text(text), m_poll(stop)
    {
        m_tables.order = order;
        m_tables.vocabulary = vocabulary;
        m_tables.first = {0};
    }

    Result<NGramTables> made()
    {
        bool goesOn = addTokens();
        for (int length = 2; goesOn && length <= m_tables.order; ++length)
            goesOn = addRuns();
        if (!goesOn || !link())
            return stopped();
        m_tables.depths.push_back(m_states);
        return std::move(m_tables);
    }

private:
    bool addTokens();
    bool sortByToken(const Numbers& begins);
    bool addRuns();
    bool addSorted();
    void beginContext(std::uint32_t run);
    bool link();
    bool isToken(TokenId token) const { return token < m_tables.vocabulary; }

    const std::vector<TokenId>& m_text;
    PollEvery m_poll;
    NGramTables m_tables;
    State m_states = 0;
    Numbers m_byToken;        // places of tokens, by token
    Numbers m_runs, m_longer; // by place: the run that ends there, of the last length and of the next
    std::size_t m_level = 0,
                m_before = 0; // where the entries of these two begin; of the last and the one before
    Numbers m_suffixes;       // by entry: the one of its run without the oldest token
    std::vector<RunPlace> m_places, m_spare; // of the length in the making
};

bool TableMaker::addTokens()
{
    Numbers counts(static_cast<std::size_t>(m_tables.vocabulary) + 1), numbers(counts.size());
    for (const TokenId token : m_text)
        ++counts[static_cast<std::size_t>(token)];
    m_tables.depths.push_back(0);
    m_states = 1;
    std::uint32_t cumulated = 0;
    Numbers begins;
    for (TokenId token = 0; isToken(token); ++token) {
        const std::uint32_t count = counts[static_cast<std::size_t>(token)];
        numbers[static_cast<std::size_t>(token)] = static_cast<std::uint32_t>(m_tables.tokens.size());
        begins.push_back(cumulated);
        if (count == 0)
            continue;
        m_tables.tokens.push_back(token);
        m_tables.cumulated.push_back(cumulated += count);
    }
    m_tables.first.push_back(static_cast<Entry>(m_tables.tokens.size()));
    m_suffixes.assign(m_tables.tokens.size(), kNone);
    m_tables.next.assign(m_tables.tokens.size(), NGramTables::kNowhere);
    if (m_tables.order == 1)
        return true;
    m_runs.resize(m_text.size());
    for (std::size_t at = 0; at < m_text.size(); ++at)
        m_runs[at] = isToken(m_text[at]) ? numbers[static_cast<std::size_t>(m_text[at])] : kNone;
    m_byToken.resize(cumulated);
    return sortByToken(begins);
}

bool TableMaker::sortByToken(const Numbers& begins)
{
    Numbers free = begins;
    for (std::uint32_t at = 0; at < m_text.size(); ++at) {
        if (isToken(m_text[at]))
            m_byToken[free[static_cast<std::size_t>(m_text[at])]++] = at;
        if (!m_poll.proceed())
            return false;
    }
    return true;
}

// The places of all tokens, by the run before each of them, then by token.
bool TableMaker::addRuns()
{
    const auto runs = static_cast<std::uint32_t>(m_tables.tokens.size() - m_level);
    m_places.clear();
    for (const std::uint32_t at : m_byToken) {
        if (at > 0 && m_runs[at - 1] != kNone)
            m_places.push_back({m_runs[at - 1], at});
        if (!m_poll.proceed())
            return false;
    }
    m_tables.depths.push_back(m_states);
    return runs == 0 || (sortByRun(m_places, m_spare, runs, m_poll) && addSorted());
}

bool TableMaker::addSorted()
{
    m_before = m_level;
    m_level = m_tables.tokens.size();
    m_longer.assign(m_text.size(), kNone);
    std::uint32_t run = kNone;
    for (const RunPlace& place : m_places) {
        const TokenId token = m_text[place.at];
        const bool isNewContext = place.run != run;
        if (isNewContext)
            beginContext(run = place.run);
        if (isNewContext || token != m_tables.tokens.back()) {
            m_tables.cumulated.push_back(isNewContext ? 0 : m_tables.cumulated.back());
            m_tables.tokens.push_back(token);
            m_suffixes.push_back(static_cast<std::uint32_t>(m_before + m_runs[place.at]));
        }
        ++m_tables.cumulated.back();
        m_longer[place.at] = static_cast<std::uint32_t>(m_tables.tokens.size() - 1 - m_level);
        if (!m_poll.proceed())
            return false;
    }
    if (!m_places.empty())
        m_tables.first.push_back(static_cast<Entry>(m_tables.tokens.size()));
    m_tables.next.resize(m_tables.tokens.size(), NGramTables::kNowhere);
    m_runs.swap(m_longer);
    return true;
}

// The run is a context: the entry that it ends with says which.
void TableMaker::beginContext(std::uint32_t run)
{
    if (m_tables.tokens.size() > m_level)
        m_tables.first.push_back(static_cast<Entry>(m_tables.tokens.size()));
    m_tables.next[m_before + run] = m_states++;
}

// An entry's suffix has a token less, so that its next context is known.
bool TableMaker::link()
{
    m_tables.shorter.assign(m_states, 0);
    for (std::size_t e = 0; e < m_tables.next.size(); ++e) {
        const State shorter = m_suffixes[e] == kNone ? 0 : m_tables.next[m_suffixes[e]];
        State& next = m_tables.next[e];
        if (next == NGramTables::kNowhere)
            next = shorter;
        else
            m_tables.shorter[next] = shorter;
        if (!m_poll.proceed())
            return false;
    }
    return true;
}

} // namespace

NGramCounter::NGramCounter(int order, std::int64_t vocabulary, std::int64_t blocks, std::int64_t tokens)
    : m_order(order), m_vocabulary(vocabulary)
{
    m_tokens.reserve(static_cast<std::size_t>(blocks + tokens));
}

void NGramCounter::add(std::span<const TokenId> block)
{
    m_tokens.insert(m_tokens.end(), block.begin(), block.end());
    m_tokens.push_back(static_cast<TokenId>(m_vocabulary));
}

Result<NGramTables> NGramCounter::tables(const StopToken& stop) const
{
    return TableMaker(m_tokens, m_order, m_vocabulary, stop).made();
}

} // namespace hareloom
