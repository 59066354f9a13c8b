// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/language/LanguageNetworks.h"

namespace hareloom::bench {

/// The small OPT on which language models are compared: 2.6 million parameters.
inline LanguageArchitecture smallOpt()
{
    LanguageArchitecture a;
    a.vocabulary = 4096;
    a.positions = 128;
    a.hidden = 192;
    a.layers = 4;
    a.heads = 6;
    a.ffn = 768;
    return a;
}

/// Random blocks of 64 tokens: arithmetic takes as long on them as on text.
inline TokenBlocks randomBlocks(std::int64_t count, std::int64_t vocabulary)
{
    TokenBlocks blocks;
    Rng rng(5);
    for (std::int64_t i = 0; i < count * blocks.length; ++i)
        blocks.ids.push_back(static_cast<TokenId>(3 + rng.below(static_cast<std::uint64_t>(vocabulary) - 3)));
    return blocks;
}

/// Null, and the benchmark told so, where there is no library for it.
template<class State>
std::unique_ptr<LanguageModel> smallModel(State& state, const LanguageArchitecture& architecture)
{
    const auto networks = languageNetworks("cpu");
    if (!networks) {
        state.SkipWithError(networks.error().message.c_str());
        return nullptr;
    }
    return std::move(*(*networks)->makeModel(architecture, initialWeights(architecture, 1), "cpu"));
}

} // namespace hareloom::bench
