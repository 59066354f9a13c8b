// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/base/StopToken.h"
#include "core/data/TokenBlocks.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace hareloom {

/// How often each token followed each context: all runs of up to `order` tokens, as an automaton that writes
/// and scores without looking anything up. A context is up to order - 1 tokens that at least one token
/// followed; it is a state. A state's continuations are entries. Every suffix of a context is a context, too
/// (whatever followed the whole followed the suffix), so that backing off always ends at state 0, the empty
/// context. Immutable once linked; any thread.
struct NGramTables
{
    using State = std::uint32_t;
    using Entry = std::uint32_t;
    static constexpr State kNowhere = 0xFFFFFFFF;

    int order = 1;
    std::int64_t vocabulary = 0; // tokens are 0 ... vocabulary - 1

    // By state. States of fewer tokens come first; depths[k] is the first one of k tokens, and depths[order]
    // is their number.
    std::vector<State> depths;
    std::vector<Entry> first;   // (states + 1): entries first[s] ... first[s + 1] - 1 are its continuations
    std::vector<State> shorter; // (states): without its oldest token; 0 of state 0

    // By entry; within a state ascending by token.
    std::vector<TokenId> tokens;
    std::vector<std::uint32_t> cumulated; // counts, up to and including this one, within its state
    std::vector<State> next;              // the longest context that the text then ends in

    State states() const { return static_cast<State>(shorter.size()); }
    /// How many tokens followed it; at least 1.
    std::uint32_t total(State s) const { return cumulated[first[s + 1] - 1]; }
    std::uint32_t count(Entry e, State s) const
    {
        return cumulated[e] - (e == first[s] ? 0 : cumulated[e - 1]);
    }

    /// The entry of a token, or nothing where it never followed.
    std::optional<Entry> find(State s, TokenId token) const;
    /// The longest context that a text ends in which was in `s` and got this token.
    State after(State s, TokenId token) const;
    /// ... which ends in these tokens.
    State after(std::span<const TokenId> text) const;

    bool operator==(const NGramTables&) const = default;
};

/// Fills `shorter` and `next`, of which `next` holds, for an entry that with its context is a context, that
/// state, and kNowhere for others. False where a suffix of a context is missing: such tables are not of
/// counts. Errors: Stopped.
Result<bool> link(NGramTables& tables, const StopToken& stop);

} // namespace hareloom
