// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/ngram/NGramTables.h"

#include "core/families/ngram/PollEvery.h"

#include <algorithm>

namespace hareloom {
namespace {

using State = NGramTables::State;
using Entry = NGramTables::Entry;

/// Finds continuations of state 0, which are most of all that is looked for, at once.
class RootPlaces
{
public:
    explicit RootPlaces(const NGramTables& tables)
        : m_tables(tables), m_places(static_cast<std::size_t>(tables.vocabulary), NGramTables::kNowhere)
    {
        for (Entry e = tables.first[0]; e < tables.first[1]; ++e)
            m_places[static_cast<std::size_t>(tables.tokens[e])] = e;
    }
    /// kNowhere where there is none.
    Entry find(State s, TokenId token) const
    {
        return s == 0 ? m_places[static_cast<std::size_t>(token)]
                      : m_tables.find(s, token).value_or(NGramTables::kNowhere);
    }

private:
    const NGramTables& m_tables;
    std::vector<Entry> m_places;
};

} // namespace

std::optional<Entry> NGramTables::find(State s, TokenId token) const
{
    const auto begin = tokens.begin() + first[s], end = tokens.begin() + first[s + 1];
    const auto found = std::lower_bound(begin, end, token);
    return found != end && *found == token ? std::optional(static_cast<Entry>(found - tokens.begin()))
                                           : std::nullopt;
}

State NGramTables::after(State s, TokenId token) const
{
    for (;; s = shorter[s]) {
        if (const auto entry = find(s, token))
            return next[*entry];
        if (s == 0)
            return 0;
    }
}

State NGramTables::after(std::span<const TokenId> text) const
{
    State s = 0;
    for (const TokenId token : text.last(std::min(text.size(), static_cast<std::size_t>(order - 1))))
        s = after(s, token);
    return s;
}

// Shorter contexts come first, so that theirs are known.
Result<bool> link(NGramTables& tables, const StopToken& stop)
{
    const RootPlaces places(tables);
    PollEvery poll(stop);
    tables.shorter.assign(tables.first.size() - 1, 0);
    std::size_t depth = 0; // tokens of context s
    for (State s = 0; s < tables.states(); ++s) {
        while (s >= tables.depths[depth + 1])
            ++depth;
        for (Entry e = tables.first[s]; e < tables.first[s + 1]; ++e) {
            if (!poll.proceed())
                return stopped();
            const bool isContext = tables.next[e] != NGramTables::kNowhere;
            if (s == 0) {
                tables.next[e] = isContext ? tables.next[e] : 0; // whose suffix is the empty one
                continue;
            }
            const Entry suffix = places.find(tables.shorter[s], tables.tokens[e]);
            if (suffix == NGramTables::kNowhere)
                return false;
            if (!isContext) {
                tables.next[e] = tables.next[suffix];
                continue;
            }
            const State found = tables.next[suffix]; // of as many tokens as s
            if (found < tables.depths[depth] || found >= tables.depths[depth + 1])
                return false;
            tables.shorter[tables.next[e]] = found;
        }
    }
    return true;
}

} // namespace hareloom
