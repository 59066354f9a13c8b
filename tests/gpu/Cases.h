// SPDX-License-Identifier: GPL-3.0-or-later
// What both programs of this folder compute on: models and blocks that need no files.
#pragma once

#include "core/families/language/LanguageNetworks.h"
#include "core/recipe/Presets.h"
#include "tests/bench/LanguageShape.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

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
    return orEnd(orEnd(languageNetworks(device))->makeModel(a, weights, device));
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

/// As many images of 28 x 28 as images-quick has, each of two soft discs, as an IDX file: a machine with a
/// card need not have Fashion-MNIST, and arithmetic takes as long on these.
inline std::string writtenImages()
{
    constexpr std::uint32_t kCount = 10'000, kSide = 28;
    const std::string path = (std::filesystem::temp_directory_path() / "hareloom-discs-idx3-ubyte").string();
    std::ofstream file(path, std::ios::binary);
    const auto put = [&](std::uint32_t number) {
        for (int shift = 24; shift >= 0; shift -= 8)
            file.put(static_cast<char>(number >> shift & 0xFF));
    };
    for (const std::uint32_t number : {0x803u, kCount, kSide, kSide})
        put(number);
    Rng rng(8);
    for (std::uint32_t i = 0; i < kCount; ++i) {
        double discs[2][3]; // x, y, radius
        for (auto& [x, y, radius] : discs) {
            x = 6 + 16 * rng.uniform();
            y = 6 + 16 * rng.uniform();
            radius = 2 + 5 * rng.uniform();
        }
        for (std::uint32_t pixel = 0; pixel < kSide * kSide; ++pixel) {
            double light = 0;
            for (const auto& [x, y, radius] : discs)
                light = std::max(
                    light,
                    std::clamp(radius + 0.5 - std::hypot(pixel % kSide - x, pixel / kSide - y), 0.0, 1.0));
            file.put(static_cast<char>(std::lround(255 * light)));
        }
    }
    return path;
}

/// Two generations of a preset, measured by one metric, with `rows` rows a generation.
inline Experiment twoGenerations(const char* preset, const char* metric, std::int64_t rows)
{
    Experiment e = orEnd(loadPreset(preset));
    e.generations = 1;
    e.samples.size = rows;
    e.evaluation.metrics = {metric};
    if (e.family == "image") {
        e.source = {};
        e.source.kind = "idx";
        e.source.path = writtenImages();
    }
    return e;
}

} // namespace hareloom::gpu
