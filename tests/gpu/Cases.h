// SPDX-License-Identifier: GPL-3.0-or-later
// What both programs of this folder compute on: models and blocks that need no files.
#pragma once

#include "core/models/NeuralLibrary.h"
#include "tests/bench/LanguageShape.h"

#include <cstdio>
#include <cstdlib>

namespace hareloom::gpu {

/// OPT-125m's shape: arithmetic takes as long on random weights as on real ones.
inline LanguageArchitecture opt125m()
{
    LanguageArchitecture a;
    a.positions = 2048;
    return a;
}

inline LanguageArchitecture smallOpt()
{
    LanguageArchitecture a = bench::smallOpt();
    a.positions = 256;
    return a;
}

/// A program that cannot go on says why.
template<class T>
T orEnd(Result<T> result)
{
    if (result)
        return std::move(*result);
    std::fprintf(stderr, "%s\n", result.error().message.c_str());
    std::exit(1);
}

inline std::unique_ptr<LanguageModel> modelOn(const std::string& device, const LanguageArchitecture& a,
                                              double spread = 1)
{
    auto weights = std::make_shared<std::vector<float>>(*initialWeights(a, 1));
    for (float& w : *weights)
        w *= static_cast<float>(spread); // the larger, the more the model prefers
    return orEnd(orEnd(neuralLibrary())->makeLanguageModel(a, weights, device));
}

/// Blocks that can be learned: every other token follows from the one before.
inline TokenBlocks blocksFor(const LanguageArchitecture& a, std::int64_t count, std::int64_t length = 64)
{
    TokenBlocks blocks{length, {}};
    Rng rng(5);
    const auto tokens = static_cast<std::uint64_t>(a.vocabulary - 3);
    for (std::int64_t i = 0; i < count * length; ++i)
        blocks.ids.push_back(static_cast<TokenId>(
            3 +
            (i % 2 ? (static_cast<std::uint64_t>(blocks.ids.back()) * 31 + 7) % tokens : rng.below(tokens))));
    return blocks;
}

inline std::vector<std::vector<TokenId>> promptsOf(const TokenBlocks& blocks)
{
    std::vector<std::vector<TokenId>> prompts;
    for (std::int64_t r = 0; r < blocks.count(); ++r)
        prompts.emplace_back(blocks[r].begin(), blocks[r].end());
    return prompts;
}

} // namespace hareloom::gpu
