// SPDX-License-Identifier: GPL-3.0-or-later
// Training of the image family's networks: images a second of processor time, one thread. The peer is
// peers/torch_vae.py. Processor time, so that other work on the machine counts against neither.
#include "core/families/image/ImageNetworks.h"
#include "core/families/image/VaeSnapshot.h"
#include "core/recipe/Families.h"

#include <benchmark/benchmark.h>

namespace {

using namespace hareloom;

// Arguments: 0 dense, 1 convolutional; bits of a product's factors, 16 where they pay.
void imageTraining(benchmark::State& state)
{
    const bool isDense = state.range(0) == 0;
    ImageSettings settings;
    settings.network = isDense ? ImageNetwork::Dense : ImageNetwork::Convolutional;
    NetworkSettings training;
    training.epochs = isDense ? 6 : 1; // beside them the rows' first copy, which the peer has made, is small
    training.precision = state.range(1) == 16 ? NumberFormat::Auto : NumberFormat::Fp32;
    Rng rng(1);
    Matrix rows(isDense ? 10'000 : 2'048, 784);
    for (double& pixel : rows.reshaped())
        pixel = rng.uniform();
    const DatasetPtr data = std::make_shared<Table>(std::move(rows));
    const auto networks = imageNetworks();
    if (!networks)
        return state.SkipWithError(networks.error().message.c_str());
    const auto generator = (*networks)->makeGenerator(settings, training, {784, 0, 28, 28});
    for (auto _ : state)
        benchmark::DoNotOptimize(generator->fit(data, {}).ok());
    if (const VaeSnapshot* made = generator->snapshot() ? asVae(*generator->snapshot()) : nullptr)
        state.SetLabel(std::string(wordOf(kNumberFormats, made->view().precision.value())));
    state.counters["images"] =
        benchmark::Counter(static_cast<double>(state.iterations() * training.epochs * data->rows()),
                           benchmark::Counter::kIsRate);
}
BENCHMARK(imageTraining)
    ->ArgNames({"convolutional", "bits"})
    ->ArgsProduct({{0, 1}, {32, 16}})
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime();

} // namespace
