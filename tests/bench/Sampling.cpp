// SPDX-License-Identifier: GPL-3.0-or-later
// The parts: what the samplers alone can do.
#include "core/base/Rng.h"
#include "core/base/SamplingWithoutReplacement.h"
#include "core/data/Categorical.h"
#include "core/data/Moments.h"
#include "core/data/NormalMixture.h"

#include <benchmark/benchmark.h>

namespace {

using namespace hareloom;

void normals(benchmark::State& state)
{
    std::vector<double> out(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state)
        fillNormals(1, 0, out);
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(normals)->Arg(100)->Arg(1024)->Arg(1 << 20);

void normalsAndMoments(benchmark::State& state)
{
    const auto truth =
        std::make_shared<NormalMixture>(NormalMixture::single(Vector::Zero(1), Matrix::Identity(1, 1)));
    const DatasetPtr rows = sampleOf(truth, state.range(0), 1);
    for (auto _ : state)
        benchmark::DoNotOptimize(scalarMomentsOf(*rows, 1));
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(normalsAndMoments)->Arg(100)->Arg(1 << 20);

void states(benchmark::State& state)
{
    const auto truth = std::make_shared<Categorical>(Categorical{Vector::Constant(1000, 1e-3)});
    const DatasetPtr rows = sampleOf(truth, 1 << 16, 1);
    Matrix out(1 << 16, 1);
    for (auto _ : state)
        rows->read(0, out);
    state.SetItemsProcessed(state.iterations() * (1 << 16));
}
BENCHMARK(states);

void picks(benchmark::State& state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(sampleWithoutReplacement(1 << 16, state.range(0), 1));
    state.SetItemsProcessed(state.iterations() * (1 << 16));
}
BENCHMARK(picks)->Arg(1 << 17)->Arg(1 << 28);

} // namespace
