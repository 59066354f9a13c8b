// SPDX-License-Identifier: GPL-3.0-or-later
// Training of a language model of 2.6 million parameters, 16 blocks of 64 tokens a step, AdamW and dropout:
// tokens a second. The peer is peers/torch_opt.py. The share of the peak is that of the library's own
// products in 32 bits on as many threads, measured in the same run.
#include "tests/bench/LanguageShape.h"
#include "tests/bench/Peak.h"

#include <benchmark/benchmark.h>

namespace {

using namespace hareloom;

void languageTraining(benchmark::State& state)
{
    const LanguageArchitecture a = bench::smallOpt();
    const auto model = bench::smallModel(state, a);
    if (!model)
        return;
    const TokenBlocks blocks = bench::randomBlocks(256, a.vocabulary);
    LanguageTrainingPlan plan;
    plan.steps = 16;
    plan.dropout = static_cast<double>(state.range(1)) / 100;
    plan.precision = state.range(2) == 16 ? NumberFormat::Auto : NumberFormat::Fp32;
    LanguageWork work;
    work.threads = static_cast<int>(state.range(0));
    std::int64_t tokens = 0;
    for (auto _ : state) {
        const auto report = model->train(blocks, {}, plan, {}, work);
        state.SetLabel(report ? std::string(wordOf(kNumberFormats, report->precision)) : report.error().message);
        tokens += plan.steps * plan.batch * blocks.length;
    }
    state.counters["tokens"] = benchmark::Counter(static_cast<double>(tokens), benchmark::Counter::kIsRate);
    // Multiplications and additions in matrix products, forward once and back twice.
    const double d = static_cast<double>(a.hidden), each = 4 * d * d + 2 * d * static_cast<double>(a.ffn);
    const double flops = 6 * (static_cast<double>(a.layers) * each + d * static_cast<double>(a.vocabulary));
    state.counters["shareOfPeak"] = benchmark::Counter(
        static_cast<double>(tokens) * flops / bench::peakFlops(), benchmark::Counter::kIsRate);
}
BENCHMARK(languageTraining)
    ->ArgNames({"threads", "dropout", "bits"}) // 16: where they pay
    ->ArgsProduct({{1, 2}, {0, 10}, {32, 16}})
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime();

} // namespace
