// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/ngram/NGramPacking.h"

#include "core/families/ngram/PollEvery.h"

#include <limits>

namespace hareloom {
namespace {

using State = NGramTables::State;
using Entry = NGramTables::Entry;

void put(std::vector<std::uint8_t>& bytes, std::uint64_t number)
{
    for (; number >= 128; number >>= 7)
        bytes.push_back(static_cast<std::uint8_t>(number | 128));
    bytes.push_back(static_cast<std::uint8_t>(number));
}

/// Numbers as put() wrote them; remembers that one was missing or above its limit.
class Numbers
{
public:
    explicit Numbers(std::span<const std::uint8_t> bytes) : m_bytes(bytes) {}

    std::uint64_t next(std::uint64_t most)
    {
        std::uint64_t number = 0;
        for (int shift = 0; m_at < m_bytes.size() && shift < 63; shift += 7) {
            const std::uint8_t byte = m_bytes[m_at++];
            number |= std::uint64_t{byte & 127U} << shift;
            if (byte < 128)
                return number <= most ? number : failed();
        }
        return failed();
    }
    bool isGood() const { return m_isGood; }
    bool isAtEnd() const { return m_at == m_bytes.size(); }
    std::size_t left() const { return m_bytes.size() - m_at; }

private:
    std::uint64_t failed()
    {
        m_isGood = false;
        return 0;
    }

    std::span<const std::uint8_t> m_bytes;
    std::size_t m_at = 0;
    bool m_isGood = true;
};

Error refused()
{
    return invalidFile("found counts of an n-gram model that are damaged, allowed: those of a session that "
                       "Hareloom wrote");
}

/// Adds the continuations of one context; `states`: how many contexts are known so far. False when they are
/// none.
bool readContext(NGramTables& tables, Numbers& numbers, bool isLongest, State& states)
{
    constexpr std::uint64_t kMostCount = std::numeric_limits<std::uint32_t>::max();
    const std::uint64_t count = numbers.next(static_cast<std::uint64_t>(tables.vocabulary));
    if (count == 0 || count > numbers.left())
        return false;
    std::uint64_t cumulated = 0;
    std::int64_t token = -1;
    for (std::uint64_t i = 0; i < count; ++i) {
        token += 1 + static_cast<std::int64_t>(numbers.next(static_cast<std::uint64_t>(tables.vocabulary)));
        const std::uint64_t twice = numbers.next(2 * kMostCount + 1);
        cumulated += twice / 2;
        if (!numbers.isGood() || token >= tables.vocabulary || twice < 2 || cumulated > kMostCount ||
            (isLongest && twice % 2 == 1))
            return false;
        tables.tokens.push_back(static_cast<TokenId>(token));
        tables.cumulated.push_back(static_cast<std::uint32_t>(cumulated));
        tables.next.push_back(twice % 2 == 1 ? states++ : NGramTables::kNowhere);
    }
    tables.first.push_back(static_cast<Entry>(tables.tokens.size()));
    return true;
}

} // namespace

std::vector<std::uint8_t> packed(const NGramTables& tables)
{
    std::vector<std::uint8_t> bytes;
    bytes.reserve(3 * tables.tokens.size());
    State states = 1;
    for (State s = 0; s < tables.states(); ++s) {
        put(bytes, tables.first[s + 1] - tables.first[s]);
        TokenId before = -1;
        for (Entry e = tables.first[s]; e < tables.first[s + 1]; ++e) {
            put(bytes, static_cast<std::uint64_t>(tables.tokens[e] - before - 1));
            before = tables.tokens[e];
            // Contexts of more tokens come in the order of the entries that make them.
            const bool isContext = tables.next[e] == states && states < tables.states();
            states += isContext;
            put(bytes, 2 * std::uint64_t{tables.count(e, s)} + isContext);
        }
    }
    return bytes;
}

Result<NGramTables> unpacked(std::span<const std::uint8_t> bytes, int order, std::int64_t vocabulary,
                             const StopToken& stop)
{
    NGramTables tables;
    tables.order = order;
    tables.vocabulary = vocabulary;
    tables.first = {0};
    tables.depths = {0};
    Numbers numbers(bytes);
    PollEvery poll(stop);
    State states = 1;
    for (int tokens = 0; tokens < order; ++tokens) {
        const State end = states; // of the contexts of so many tokens
        for (State s = tables.depths.back(); s < end; ++s) {
            if (!poll.proceed())
                return stopped();
            if (!readContext(tables, numbers, tokens + 1 == order, states))
                return refused();
        }
        tables.depths.push_back(end);
    }
    if (!numbers.isAtEnd())
        return refused();
    const auto linked = link(tables, stop);
    if (!linked)
        return linked.error();
    return *linked ? Result<NGramTables>(std::move(tables)) : Result<NGramTables>(refused());
}

} // namespace hareloom
