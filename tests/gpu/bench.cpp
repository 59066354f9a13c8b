// SPDX-License-Identifier: GPL-3.0-or-later
// What a device does in a second, and what the paper's whole chain would take on it.
// usage: gpu_bench [DEVICE] [--tiny] [--peak TFLOPS] [--json FILE]
// --peak: the device's dense bf16 products, as measured; without it no share of the peak is printed.
#include "core/chain/Run.h"
#include "core/family/NetworkSettings.h"
#include "tests/gpu/Cases.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <cmath>
#include <cstring>
#include <fstream>

namespace {

using namespace hareloom;
using namespace hareloom::gpu;

struct Bench
{
    std::string device = "cuda", file;
    bool isTiny = false;
    double peak = NAN; // FLOP/s
    LanguageArchitecture shape = opt125m();
    std::int64_t blocks = 38'400, epochs = 5,
                 links = 10; // WikiText-2 in blocks of 64; real and nine generations
    nlohmann::ordered_json results;

    void say(const std::string& what, double value, const char* unit)
    {
        std::printf("%-58s %12.4g %s\n", what.c_str(), value, unit);
        std::fflush(stdout);
        results[what] = {{"value", value}, {"unit", unit}};
    }
};

template<class F>
double secondsOf(F work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Multiplications and additions in matrix products for one token, forward once and back twice.
double trainingFlops(const LanguageArchitecture& a, double length)
{
    const auto d = static_cast<double>(a.hidden), ffn = static_cast<double>(a.ffn);
    const double layer = 4 * d * d + 2 * d * ffn + d * length; // attention looks at half of the others
    return 6 * (static_cast<double>(a.layers) * layer + d * static_cast<double>(a.vocabulary));
}

/// Tokens a second of a training's steps, the first third left out: there the step is recorded.
double trainingSpeed(const Bench& bench, std::int64_t batch, NumberFormat precision, double dropout)
{
    const auto model = modelOn(bench.device, bench.shape);
    LanguageTrainingPlan plan;
    plan.batch = batch;
    plan.steps = bench.isTiny ? 6 : std::max<std::int64_t>(48, 96 * 16 / batch);
    plan.precision = precision;
    plan.dropout = dropout;
    std::chrono::steady_clock::time_point begun;
    const std::int64_t first = plan.steps / 3;
    LanguageTrainingEvents events;
    events.onStep = [&](const LanguageTrainingProgress& p) {
        if (p.step == first)
            begun = std::chrono::steady_clock::now();
    };
    // Losses are heard of in bursts: an epoch's end after the first third makes one there.
    orEnd(model->train(blocksFor(bench.shape, first * batch), {}, plan, events, {}));
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    return static_cast<double>((plan.steps - first) * batch * 64) / seconds;
}

double benchTraining(Bench& bench)
{
    double best = 0, atSixteen = 0;
    for (const NumberFormat precision : {NumberFormat::Bf16, NumberFormat::Fp32})
        for (const std::int64_t batch : {16, 64, 256}) {
            if (bench.isTiny && (batch != 16 || precision == NumberFormat::Bf16))
                continue;
            const double speed = trainingSpeed(bench, batch, precision, 0.1);
            bench.say("training, " + std::string(wordOf(kNumberFormats, precision)) + ", " + std::to_string(batch) + " blocks", speed,
                      "tokens/s");
            if (precision == NumberFormat::Bf16 && std::isfinite(bench.peak))
                bench.say("  its share of the measured peak",
                          speed * trainingFlops(bench.shape, 64) / bench.peak, "");
            best = std::max(best, speed);
            if (batch == 16 && atSixteen == 0)
                atSixteen = speed;
        }
    bench.say("training, best", best, "tokens/s");
    return atSixteen;
}

double benchWriting(Bench& bench)
{
    const auto model = modelOn(bench.device, bench.shape, 3);
    GenerationConfig config;
    config.maxNewTokens = bench.isTiny ? 8 : 64;
    config.beams = 5;
    config.minNewTokens = config.maxNewTokens;
    double brief = 0;
    for (const NumberFormat precision : {NumberFormat::Bf16, NumberFormat::Fp32}) {
        LanguageWork work;
        work.precision = precision;
        work.threads = 16;
        const auto prompts = promptsOf(blocksFor(bench.shape, bench.isTiny ? 4 : 2048));
        const auto some = std::vector(prompts.begin(), prompts.begin() + 2);
        orEnd(model->generate(some, config, 0, work, {}));
        const double seconds = secondsOf([&] { orEnd(model->generate(prompts, config, 0, work, {})); });
        const double speed = static_cast<double>(std::ssize(prompts) * config.maxNewTokens) / seconds;
        bench.say("5-beam writing, " + std::string(wordOf(kNumberFormats, precision)), speed, "tokens/s");
        brief = brief > 0 ? brief : speed;
    }
    return brief;
}

double benchScoring(Bench& bench)
{
    const auto model = modelOn(bench.device, bench.shape);
    LanguageWork work;
    work.precision = NumberFormat::Auto;
    const TokenBlocks blocks = blocksFor(bench.shape, bench.isTiny ? 8 : 8192);
    orEnd(model->score(blocksFor(bench.shape, 8), work, {}));
    const double seconds = secondsOf([&] { orEnd(model->score(blocks, work, {})); });
    const double speed = static_cast<double>(std::ssize(blocks.ids)) / seconds;
    bench.say("scoring", speed, "tokens/s");
    return speed;
}

/// One generation by phase, from the rates above: every block is seen `epochs` times, continued once, and
/// scored by generation 0; the test set, a tenth of it, by its own model.
void project(Bench& bench, double training, double writing, double scoring)
{
    const auto tokens = static_cast<double>(bench.blocks * 64);
    const double fit = static_cast<double>(bench.epochs) * tokens / training, text = tokens / writing,
                 score = 1.1 * tokens / scoring;
    bench.say("a generation's training, 16 blocks a step, projected", fit, "s");
    bench.say("a generation's writing, projected", text, "s");
    bench.say("a generation's scoring, projected", score, "s");
    bench.say("the chain of ten models, projected",
              static_cast<double>(bench.links) * (fit + text + score) / 60, "min");
}

class Silent final : public ChainObserver
{
};

void benchImages(Bench& bench)
{
    Experiment e = twoGenerations("images-quick", "reconstructionNats", bench.isTiny ? 500 : 10'000);
    e.model.of<NetworkSettings>().epochs = bench.isTiny ? 1 : 10;
    Silent nobody;
    const auto on = [&](const std::string& device) {
        return secondsOf([&] { orEnd(run(e, nobody, {}, {2, {}, device})); });
    };
    const double here = on("cpu"), there = on(bench.device);
    bench.say("images-quick, two generations, 2 threads of the processor", here, "s");
    bench.say("images-quick, two generations, the device", there, "s");
}

} // namespace

int main(int count, char** words)
{
    Bench bench;
    for (int i = 1; i < count; ++i) {
        const std::string word = words[i];
        if (word == "--tiny")
            bench.isTiny = true;
        else if (word == "--peak" && i + 1 < count)
            bench.peak = std::atof(words[++i]) * 1e12;
        else if (word == "--json" && i + 1 < count)
            bench.file = words[++i];
        else
            bench.device = word;
    }
    if (bench.isTiny)
        bench.shape = smallOpt();
    const NeuralLibrary* library = orEnd(torchLibrary());
    if (const auto usable = library->checkDevice(bench.device); !usable) {
        std::fprintf(stderr, "device %s: %s\n", bench.device.c_str(), usable.error().message.c_str());
        return 1;
    }
    std::printf("%s, %s\n", library->version().c_str(), bench.device.c_str());
    for (const NeuralDevice& device : library->devices())
        std::printf("%s: %s\n", device.name.c_str(), device.description.c_str());
    const double training = benchTraining(bench), writing = benchWriting(bench),
                 scoring = benchScoring(bench);
    project(bench, training, writing, scoring);
    benchImages(bench);
    if (!bench.file.empty())
        std::ofstream(bench.file) << bench.results.dump(2) << "\n";
    return 0;
}
