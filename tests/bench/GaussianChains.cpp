// SPDX-License-Identifier: GPL-3.0-or-later
// Whole chains through run(): samples drawn and refitted a second, with the paper's three numbers measured of
// every generation. The peer is peers/numpy_chains.py.
#include "tests/bench/Silence.h"

#include <benchmark/benchmark.h>

namespace {

using namespace hareloom;

// Arguments: rows a generation, chains, generations, threads.
void gaussianChains(benchmark::State& state)
{
    Experiment experiment =
        bench::experimentFrom(R"({"schema": 1, "family": "gaussian", "source": {"kind": "normal"},
        "evaluation": {"metrics": ["mean", "variance", "risk"]}})");
    experiment.samples.size = state.range(0);
    experiment.chains = state.range(1);
    experiment.generations = state.range(2) - 1;
    for (auto _ : state)
        bench::runToTheEnd(experiment, static_cast<int>(state.range(3)));
    state.SetItemsProcessed(state.iterations() * state.range(0) * state.range(1) * state.range(2));
}
BENCHMARK(gaussianChains)
    ->ArgNames({"M", "chains", "generations", "threads"})
    ->Args({100, 2000, 50, 1})
    ->Args({100, 2000, 50, 2})
    ->Args({10'000, 100, 50, 1})
    ->Args({10'000, 100, 50, 2})
    ->Args({1'000'000, 1, 50, 1})
    ->Args({1'000'000, 1, 50, 2})
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

// Two models; isCoupled: each takes a tenth of its rows from the other. The ratio of the two is what that
// costs.
void gaussianModels(benchmark::State& state)
{
    Experiment experiment =
        bench::experimentFrom(R"({"schema": 1, "family": "gaussian", "source": {"kind": "normal"},
        "evaluation": {"metrics": ["mean", "variance", "risk"]},
        "variants": [{"title": "a", "set": {}}, {"title": "b", "set": {}}],
        "interaction": {"matrix": [[0.9, 0.1], [0.1, 0.9]]}})");
    if (state.range(3) == 0)
        experiment.interaction = nullptr;
    experiment.samples.size = state.range(0);
    experiment.chains = state.range(1);
    experiment.generations = state.range(2) - 1;
    for (auto _ : state)
        bench::runToTheEnd(experiment, 1);
    state.SetItemsProcessed(state.iterations() * 2 * state.range(0) * state.range(1) * state.range(2));
}
BENCHMARK(gaussianModels)
    ->ArgNames({"M", "chains", "generations", "isCoupled"})
    ->Args({100, 1000, 50, 0})
    ->Args({100, 1000, 50, 1})
    ->Args({10'000, 50, 50, 0})
    ->Args({10'000, 50, 50, 1})
    ->Args({1'000'000, 1, 20, 0})
    ->Args({1'000'000, 1, 20, 1})
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

} // namespace
