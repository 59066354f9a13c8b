// SPDX-License-Identifier: GPL-3.0-or-later
// The paper's mixture chain (Fig. 7): fits a second, EM to the same tolerance. The peer is
// peers/sklearn_mixture.py.
#include "tests/bench/Silence.h"

#include <benchmark/benchmark.h>

namespace {

using namespace hareloom;

// Arguments: rows a generation, threads.
void mixtureChain(benchmark::State& state)
{
    Experiment experiment = bench::experimentFrom(R"({"schema": 1, "family": "mixture",
        "source": {"kind": "normal", "mean": [0, 0], "covariance": [[1, 0], [0, 1]]},
        "model": {"components": 2, "tolerance": 1e-5, "maxIterations": 2000},
        "evaluation": {"metrics": ["variance"]}})");
    experiment.samples.size = state.range(0);
    experiment.generations = 199;
    for (auto _ : state) {
        bench::runToTheEnd(experiment, static_cast<int>(state.range(1)));
        ++experiment.seed;
    }
    state.SetItemsProcessed(state.iterations() * 200);
}
BENCHMARK(mixtureChain)
    ->ArgNames({"M", "threads"})
    ->Args({500, 1})
    ->Args({1000, 1})
    ->Args({10'000, 1})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

} // namespace
