// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/TokenBlocks.h"
#include "core/text/Tokenizer.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace hareloom {

/// A corpus in tokens. Immutable once shared; any thread.
struct TextSet
{
    TokenizerPtr tokenizer;
    std::string tokenizerFolder; // where its files are
    /// What models learn from, what chooses the best epoch, and what perplexity is measured on. The latter two
    /// may be empty.
    TokenBlocksPtr training, validation, test;

    std::vector<std::string> topicNames; // what its articles speak of; empty: not known
    /// What a stretch of text speaks of: an index of topicNames, or -1. Empty without topicNames.
    std::function<int(std::string_view)> topicOf;
    /// The first paragraph of the corpus in which a phrase stands; "" when there is none.
    std::function<std::string(std::string_view phrase)> paragraphWith;
};
using TextSetPtr = std::shared_ptr<const TextSet>;

} // namespace hareloom
