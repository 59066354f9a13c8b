// SPDX-License-Identifier: GPL-3.0-or-later
// Regressions beside Gaussians of as many variables, through run(): rows drawn and refitted a second. Their
// ratio is what counts: both are measured in one run of this program.
#include "tests/bench/Silence.h"

#include <benchmark/benchmark.h>

namespace {

using namespace hareloom;

// Arguments: rows a generation, inputs.
void chainsOf(benchmark::State& state, const std::string& family, const std::string& metric)
{
    Experiment experiment =
        bench::experimentFrom(R"({"schema": 1, "source": {"kind": "linear", "coefficients": [], "inputs": )" +
                              std::to_string(state.range(1)) + R"(}, "generations": 49, "family": ")" +
                              family + R"(", "evaluation": {"metrics": [")" + metric + R"("]}})");
    experiment.samples.size = state.range(0);
    experiment.chains = 100'000 / state.range(0);
    for (auto _ : state)
        bench::runToTheEnd(experiment, 1);
    state.SetItemsProcessed(state.iterations() * 100'000 * 50);
}

void regressionChains(benchmark::State& state)
{
    chainsOf(state, "regression", "testError");
}

void gaussianChainsOfAsManyVariables(benchmark::State& state)
{
    chainsOf(state, "gaussian", "variance");
}

void sizes(benchmark::internal::Benchmark* benchmark)
{
    benchmark->ArgNames({"M", "inputs"})
        ->Args({100, 1})
        ->Args({100'000, 1})
        ->Args({100, 10})
        ->Args({100'000, 10});
    benchmark->Unit(benchmark::kMillisecond)->UseRealTime();
}
BENCHMARK(gaussianChainsOfAsManyVariables)->Apply(sizes);
BENCHMARK(regressionChains)->Apply(sizes);

} // namespace
