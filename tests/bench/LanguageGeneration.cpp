// SPDX-License-Identifier: GPL-3.0-or-later
// Five-beam generation of 64 tokens after 64, by a language model of 2.6 million parameters: new tokens a
// second. The peer is peers/torch_opt.py. The end of text is never written, so that every text is as long.
// Processor time of all threads; the share of the peak as in LanguageTraining.cpp.
#include "tests/bench/LanguageShape.h"
#include "tests/bench/Peak.h"

#include <benchmark/benchmark.h>

namespace {

using namespace hareloom;

void languageGeneration(benchmark::State& state)
{
    const LanguageArchitecture a = bench::smallOpt();
    const auto model = bench::smallModel(state, a);
    if (!model)
        return;
    const TokenBlocks blocks = bench::randomBlocks(96, a.vocabulary);
    std::vector<std::vector<TokenId>> prompts;
    for (std::int64_t i = 0; i < blocks.count(); ++i)
        prompts.emplace_back(blocks[i].begin(), blocks[i].end());
    GenerationConfig config;
    config.beams = state.range(1);
    config.minNewTokens = config.maxNewTokens;
    LanguageWork work;
    work.threads = static_cast<int>(state.range(0));
    std::int64_t tokens = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(model->generate(prompts, config, 1, work, {}).ok());
        tokens += blocks.count() * config.maxNewTokens;
    }
    state.counters["tokens"] = benchmark::Counter(static_cast<double>(tokens), benchmark::Counter::kIsRate);
    const double d = static_cast<double>(a.hidden), each = 4 * d * d + 2 * d * static_cast<double>(a.ffn),
                 blocksOnly = static_cast<double>(a.layers) * each,
                 head = d * static_cast<double>(a.vocabulary);
    // A beam's step, and the prompt's share of each new token: as many tokens, without logits.
    const double flops = 2 * (static_cast<double>(config.beams) * (blocksOnly + head) + blocksOnly);
    state.counters["shareOfPeak"] = benchmark::Counter(
        static_cast<double>(tokens) * flops / bench::peakFlops(), benchmark::Counter::kIsRate);
}
BENCHMARK(languageGeneration)
    ->ArgNames({"threads", "beams"})
    ->Args({1, 5})
    ->Args({2, 5})
    ->Args({2, 1})
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime();

} // namespace
