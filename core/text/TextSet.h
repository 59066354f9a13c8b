// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/TokenBlocks.h"
#include "core/text/FactStatement.h"
#include "core/text/Vocabulary.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace hareloom {

/// A corpus in tokens. Immutable once shared; any thread.
struct TextSet
{
    VocabularyPtr tokenizer;
    std::string tokenizerFolder; // where its files are; "" where it has none
    /// What models learn from, what chooses the best epoch, and what perplexity is measured on. The latter
    /// two may be empty.
    TokenBlocksPtr training, validation, test;

    /// What its articles speak of, and of which kind each is (an index of kindNames); empty: not known.
    std::vector<std::string> topicNames, kindNames;
    std::vector<int> topicKinds;
    /// What a stretch of text speaks of: topic and kind, each -1 when it cannot be told. Empty without
    /// topicNames.
    struct About
    {
        int topic = -1, kind = -1;
    };
    std::function<About(std::string_view)> about;
    /// What a text says that can be held against the corpus's own facts; empty where nothing is known.
    std::function<std::vector<FactStatement>(std::string_view)> facts;
    /// The first paragraph of the corpus in which a phrase stands; "" when there is none.
    std::function<std::string(std::string_view phrase)> paragraphWith;
    std::string readAs = {}; // what was left out of a folder, as a line for people; or empty
};
using TextSetPtr = std::shared_ptr<const TextSet>;

} // namespace hareloom
