// SPDX-License-Identifier: GPL-3.0-or-later
// Two generations of diffusion models, with what is measured of them: 2,000 points in the plane, and the digits. Each must
// stay below 2 s and 5 s a generation on two cores.
#include "tests/bench/Silence.h"

#include <benchmark/benchmark.h>

namespace {

using namespace hareloom;

// Arguments: 0 points, 1 digits; threads.
void diffusionChain(benchmark::State& state)
{
    Experiment experiment = bench::experimentFrom(R"({"schema": 1, "family": "diffusion",
        "source": {"kind": "eightGaussians"}, "samples": {"size": 2000}, "generations": 1,
        "evaluation": {"metrics": ["variance", "copiedShare", "survivingModes"]}})");
    if (state.range(0) == 1) {
        experiment.source.kind = "digits";
        experiment.samples.size = 0;
    }
    for (auto _ : state) {
        bench::runToTheEnd(experiment, static_cast<int>(state.range(1)));
        ++experiment.seed;
    }
    state.SetItemsProcessed(state.iterations() * 2);
}
BENCHMARK(diffusionChain)
    ->ArgNames({"digits", "threads"})
    ->ArgsProduct({{0, 1}, {1, 2}})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

} // namespace
