// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/StopToken.h"
#include "core/text/Tokenizer.h"

#include <cstdint>

namespace hareloom {

/// How a vocabulary is learnt from a text.
struct BpeTraining
{
    int size = 4096;               // pieces, the special ones among them; special + 256 to kMaxPieces
    std::int64_t minimumCount = 2; // a pair met less often is not merged
    /// The first ids; OPT's, so that </s> is 2 and stands in front of every text.
    std::vector<std::string> special = {"<s>", "<pad>", "</s>", "<unk>"};
};

/// Byte-pair encoding learnt from the words of `utf8` (Sennrich et al. 2016, arXiv 1508.07909): the special
/// pieces, the 256 bytes, then the most frequent pair of neighbours, again and again; of equally frequent
/// ones that whose left, then right piece came first. Same text, same vocabulary. It is smaller than `size`
/// when no pair is left. Errors: InvalidInput (size), InvalidData (no UTF-8, with the byte offset), Stopped.
Result<TokenizerPtr> trainTokenizer(std::string_view utf8, const BpeTraining& training,
                                    const StopToken& stop = {});

} // namespace hareloom
