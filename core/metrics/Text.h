// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Rng.h"
#include "core/data/TokenBlocks.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace hareloom {

/// Ids of tokens that these functions take: [0, kMostTokenId].
inline constexpr int kMostTokenId = (1 << 21) - 1;

/// distinct-n: different n-grams of all blocks together, divided by all their n-grams; an n-gram lies within
/// one block; n in 1 ... 3. In (0, 1]; NaN without any. It falls with the number of blocks, so compare equal
/// numbers. Li et al. 2016 (arXiv 1510.03055), who divide by the number of tokens.
double distinctShare(const TokenBlocks& blocks, int n);

/// Mean over blocks of different tokens divided by tokens, in [1 / length, 1]; NaN without blocks. Johnson's
/// (1944) mean segmental type-token ratio, so it does not depend on the number of blocks.
double typeTokenRatio(const TokenBlocks& blocks);

/// Mean over blocks of 1 - different n-grams / n-grams, in [0, 1); NaN without any. seq-rep-n of Welleck et
/// al. 2020 (arXiv 1908.04319), where n is 4.
double repeatedShare(const TokenBlocks& blocks, int n = 4);

/// How many blocks selfBleu() looks at.
struct SelfBleuSample
{
    int texts = 300, references = 50;
    Seed seed = 0;
};

/// Self-BLEU (Zhu et al. 2018, arXiv 1802.01886) on a sample: mean over `texts` blocks, drawn without
/// replacement, of BLEU-4 against `references` other blocks, drawn for each: exp of the mean over n = 1 ... 4
/// of ln p_n, where p_n is the share of n-grams that a reference has too, each counted at most as often as in
/// the reference that has it most (Papineni et al. 2002); for n > 1 one is added to both sides of the share
/// (Lin and Och 2004), so that a text without a common 4-gram is not 0. All blocks are equally long, so there
/// is no brevity penalty. In [0, 1]; 1: all the same. NaN with fewer than 2 blocks or blocks shorter than 4.
double selfBleu(const TokenBlocks& blocks, const SelfBleuSample& sample = {});

/// Tokens of the real text by how often they stand in it: class j holds those with 10^j <= count < 10^(j +
/// 1).
struct FrequencyClasses
{
    std::vector<std::int64_t> counts; // (vocabulary): in the real text
    std::vector<int> classes;         // (vocabulary): -1 where the count is 0
    std::vector<int> sizes;           // (classes): how many tokens each has; 0 for an empty one
};
FrequencyClasses frequencyClassesOf(std::span<const int> realIds, int vocabulary);

/// The vanishing tail: for each class, the share of its tokens that stand nowhere in `ids`; NaN for an empty
/// class.
Vector vanishedShares(const FrequencyClasses& real, std::span<const int> ids);

/// What vanishedShares() is by chance alone when `drawn` tokens are drawn independently with the real
/// frequencies: mean over the class of (1 - count / N)^drawn.
Vector expectedVanished(const FrequencyClasses& real, std::int64_t drawn);

/// How many of the real text's different tokens stand in `ids`.
std::int64_t survivingTokens(const FrequencyClasses& real, std::span<const int> ids);

/// Shares of topics 0 ... count - 1 among all blocks, then the share of blocks without one (-1): (count + 1).
Vector topicShares(std::span<const int> topics, int count);

/// How many of the topics that `real` speaks of, `topics` speaks of too.
int survivingTopics(std::span<const int> real, std::span<const int> topics);

/// Exp of the entropy of the topics among blocks that have one: how many equally frequent topics are as
/// varied (Hill 1973); NaN when none has.
double effectiveTopics(std::span<const int> topics);

/// A stretch that stands at least twice in one text: places [begin, end), and which phrase it is, from 0 in
/// the order of first appearance.
struct RepeatedPhrase
{
    int begin = 0, end = 0;
    int phrase = 0;
    bool operator==(const RepeatedPhrase&) const = default;
};

/// Repeated phrases of at least `least` ids, from left to right, not overlapping: at each place the longest
/// stretch that stands at another place too, without overlap between the two. Those that begin with the same
/// `least` ids are one phrase. For a text to be looked at: O(n^2) at worst, n up to a few thousand.
std::vector<RepeatedPhrase> repeatedPhrases(std::span<const int> ids, int least = 4);

/// The same on words, parted by blanks; capitals and surrounding punctuation are ignored. Places are byte
/// offsets.
std::vector<RepeatedPhrase> repeatedPhrases(std::string_view text, int leastWords = 4);

} // namespace hareloom
