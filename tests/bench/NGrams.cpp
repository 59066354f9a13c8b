// SPDX-License-Identifier: GPL-3.0-or-later
// A generation of n-gram models on one core: it reads what the model before wrote, which is written then, and
// counts it. Beside it (leastWork) what no such program can do without: to write a token, a random number and
// two places in the model's tables, the second of which the first one names; to count it, for each length of
// run above 1, one pass of a sort that puts equal runs together.
#include "core/families/ngram/NGramGenerator.h"
#include "core/families/ngram/NGramSettings.h"
#include "core/text/Corpus.h"
#include "core/text/FieldGuide.h"
#include "core/text/TextSet.h"
#include "core/text/UnitVocabulary.h"

#include <benchmark/benchmark.h>

#include <array>
#include <cmath>
#include <numeric>

namespace {

using namespace hareloom;

constexpr std::int64_t kLength = 64;

/// Blocks of words of the field guide, or of a text in which most runs of three words are new: 50,000 words
/// by Zipf's law, each drawn by itself.
std::shared_ptr<TextSet> textOf(bool isGuide, std::int64_t tokens)
{
    auto set = std::make_shared<TextSet>();
    auto blocks = std::make_shared<TokenBlocks>();
    blocks->length = kLength;
    const std::string guide = FieldGuide::standard().write(2, 0, isGuide ? tokens / 90 : 100);
    set->tokenizer = *UnitVocabulary::make(TextUnits::Words, guide);
    if (isGuide) {
        blocks->ids = blocksOf(*encodeLines(*set->tokenizer, guide), kLength);
    } else {
        std::string words;
        for (int word = 1; word < 50'000; ++word)
            words += " w" + std::to_string(word);
        set->tokenizer = *UnitVocabulary::make(TextUnits::Words, words);
        std::vector<double> uniforms(static_cast<std::size_t>(tokens / kLength * kLength));
        fillUniforms(1, 0, uniforms);
        for (const double u : uniforms)
            blocks->ids.push_back(static_cast<TokenId>(std::exp(u * std::log(49'000.0))));
    }
    set->training = blocks;
    return set;
}

struct Chain
{
    explicit Chain(const benchmark::State& state)
        : text(textOf(state.range(0) == 1, state.range(1))), rows(std::make_shared<TokenRows>(text->training))
    {
        Experiment experiment;
        experiment.model.of<NGramSettings>().order = state.range(2);
        DataShape shape;
        shape.dimension = static_cast<int>(kLength);
        shape.text = text;
        writer = std::make_unique<NGramGenerator>(experiment, shape);
        counter = std::make_unique<NGramGenerator>(experiment, shape);
        if (!writer->fit(rows, {}))
            std::abort();
    }
    std::shared_ptr<TextSet> text;
    DatasetPtr rows;
    std::unique_ptr<NGramGenerator> writer, counter;
};

void generation(benchmark::State& state)
{
    Chain chain(state);
    Seed seed = 0;
    for (auto _ : state) {
        // Always what generation 0 writes: a chain would lose its variety while it is measured.
        const DatasetPtr written = *chain.writer->sample(chain.rows->rows(), ++seed, {1, chain.rows}, {});
        if (!chain.counter->fit(written, {}))
            std::abort();
    }
    state.SetItemsProcessed(state.iterations() * chain.rows->rows() * kLength);
}

void writing(benchmark::State& state)
{
    Chain chain(state);
    Matrix some(1024, kLength);
    const DatasetPtr written = *chain.writer->sample(1024, 7, {1, chain.rows}, {});
    for (auto _ : state)
        written->read(0, some);
    state.SetItemsProcessed(state.iterations() * some.size());
}

void leastWork(benchmark::State& state)
{
    Chain chain(state);
    const auto model = *asNGram(*chain.writer->snapshot())->model({}, {});
    const NGramTables& tables = model->tables();
    const auto tokens = static_cast<std::size_t>(chain.rows->rows() * kLength);
    std::vector<std::uint64_t> places(tokens), sorted(tokens);
    std::vector<double> uniforms(16 * kLength);
    for (auto _ : state) {
        std::array<NGramTables::State, 16> abreast{};
        for (std::size_t i = 0; i < tokens; ++i) {
            if (i % uniforms.size() == 0)
                fillUniforms(1, i, uniforms);
            NGramTables::State& s = abreast[i % 16];
            const double span = tables.first[s + 1] - tables.first[s];
            s = tables
                    .next[tables.first[s] + static_cast<std::uint32_t>(uniforms[i % uniforms.size()] * span)];
            places[i] = s;
        }
        for (std::int64_t run = 1; run < state.range(2); ++run) {
            std::array<std::uint32_t, 1025> begins{};
            for (const std::uint64_t place : places)
                ++begins[(place & 1023) + 1];
            std::partial_sum(begins.begin(), begins.end(), begins.begin());
            for (const std::uint64_t place : places)
                sorted[begins[place & 1023]++] = place;
            benchmark::DoNotOptimize(sorted.data());
        }
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(tokens));
}

void cases(benchmark::internal::Benchmark* bench)
{
    bench->ArgNames({"guide", "tokens", "order"})->Unit(benchmark::kMillisecond);
    for (const int order : {1, 2, 3, 6})
        bench->Args({1, 1'000'000, order});
    bench->Args({1, 100'000, 3})->Args({0, 1'000'000, 3})->Args({0, 10'000'000, 3});
}
BENCHMARK(generation)->Apply(cases);
BENCHMARK(writing)->Apply(cases);
BENCHMARK(leastWork)->Apply(cases);

} // namespace
