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

} // namespace
