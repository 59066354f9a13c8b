// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/ngram/NGramTables.h"

namespace hareloom {

/// Counts the runs of tokens in blocks of text. A run lies within one block: what stands before and behind a
/// block is another text. It keeps the tokens and sorts their places by what stands before them, a token
/// further back at a time, which takes as long for a text that never says the same as for one that always
/// does. One thread.
class NGramCounter
{
public:
    /// Bytes that tables() takes for each token, at most: beside the tables, 20 for each entry of theirs.
    static constexpr double kBytesOfToken = 32, kBytesOfEntry = 20;

    /// `order` in 1 ... kMaxOrder; `blocks`, `tokens`: how many will be added.
    NGramCounter(int order, std::int64_t vocabulary, std::int64_t blocks = 0, std::int64_t tokens = 0);

    /// Tokens in [0, vocabulary). In all fewer tokens than 2^32 less the number of blocks.
    void add(std::span<const TokenId> block);
    /// The tables of all that was added, at least one token: the same for every order of the blocks. Errors:
    /// Stopped.
    Result<NGramTables> tables(const StopToken& stop) const;

private:
    int m_order;
    std::int64_t m_vocabulary;
    std::vector<TokenId> m_tokens; // behind each block m_vocabulary, which is no token
};

} // namespace hareloom
