// SPDX-License-Identifier: GPL-3.0-or-later
// A device against the processor's own code: logits, losses, texts, and chains of two generations.
// usage: gpu_check [DEVICE] [--tiny]     exit status 1 when anything is out of bounds
#include "core/chain/Run.h"
#include "core/families/language/LanguageSettings.h"
#include "core/family/NetworkSettings.h"
#include "tests/gpu/Cases.h"

#include <cmath>
#include <cstring>
#include <iterator>

namespace {

using namespace hareloom;
using namespace hareloom::gpu;

struct Check
{
    std::string device;
    bool isTiny = false;
    int failures = 0;

    void report(const char* what, double found, double allowed)
    {
        const bool isWithin = found <= allowed; // false for NaN
        failures += !isWithin;
        std::printf("%-52s %10.3g  allowed %-8.3g %s\n", what, found, allowed, isWithin ? "ok" : "FAILED");
        std::fflush(stdout);
    }
};

double relativeError(const std::vector<float>& found, const std::vector<float>& wanted)
{
    double error = 0, size = 0;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        error += std::pow(static_cast<double>(found[i]) - static_cast<double>(wanted[i]), 2);
        size += std::pow(static_cast<double>(wanted[i]), 2);
    }
    return found.size() == wanted.size() ? std::sqrt(error / size) : NAN;
}

void checkLogits(Check& check, const LanguageArchitecture& a)
{
    const auto here = modelOn("cpu", a), there = modelOn(check.device, a);
    const TokenBlocks blocks = blocksFor(a, check.isTiny ? 2 : 8);
    LanguageWork all;
    const auto wanted = orEnd(here->logits(blocks, {}, all));
    check.report("logits, fp32, relative",
                 relativeError(orEnd(there->logits(blocks, {}, all)).values, wanted.values), 1e-3);
    all.precision = NumberFormat::Bf16;
    check.report("logits, bf16, relative",
                 relativeError(orEnd(there->logits(blocks, {}, all)).values, wanted.values), 2e-2);
}

std::vector<double> lossesOn(const std::string& device, const LanguageArchitecture& a, bool isTiny,
                             NumberFormat precision)
{
    const auto model = modelOn(device, a);
    LanguageTrainingPlan plan;
    plan.steps = isTiny ? 6 : 40; // past the step that is recorded
    plan.learningRate = 1e-3;
    plan.dropout = 0;
    plan.precision = precision;
    std::vector<double> losses;
    LanguageTrainingEvents events;
    events.onStep = [&](const LanguageTrainingProgress& p) { losses.push_back(p.lossNats); };
    LanguageWork work;
    work.threads = 16;
    orEnd(model->train(blocksFor(a, 100), {}, plan, events, work));
    return losses;
}

double largestShare(const std::vector<double>& found, const std::vector<double>& wanted)
{
    double most = found.size() == wanted.size() ? 0 : NAN;
    for (std::size_t i = 0; i < wanted.size(); ++i)
        most = std::max(most, std::abs(found[i] - wanted[i]) / wanted[i]);
    return most;
}

void checkTraining(Check& check)
{
    const LanguageArchitecture a = smallOpt();
    const auto wanted = lossesOn("cpu", a, check.isTiny, "fp32");
    check.report("losses of a training, fp32, relative",
                 largestShare(lossesOn(check.device, a, check.isTiny, "fp32"), wanted), 1e-3);
    check.report("losses of a training, bf16, relative",
                 largestShare(lossesOn(check.device, a, check.isTiny, "bf16"), wanted), 2e-2);
}

/// Prompts whose text differs; `beams` 1: the most probable tokens.
double differentTexts(const Check& check, std::int64_t beams, double repetitionPenalty)
{
    const LanguageArchitecture a = smallOpt();
    const auto here = modelOn("cpu", a, 3), there = modelOn(check.device, a, 3);
    const auto prompts = promptsOf(blocksFor(a, check.isTiny ? 6 : 200, 32));
    GenerationConfig config;
    config.maxNewTokens = check.isTiny ? 12 : 64; // more than one recording
    config.beams = beams;
    config.repetitionPenalty = repetitionPenalty;
    LanguageWork work;
    work.threads = 16;
    const auto wanted = orEnd(here->generate(prompts, config, 0, work, {})),
               found = orEnd(there->generate(prompts, config, 0, work, {}));
    double different = 0;
    for (std::size_t i = 0; i < wanted.size(); ++i)
        different += wanted[i].tokens != found[i].tokens;
    return different;
}

class Collector final : public ChainObserver
{
public:
    void onGeneration(const GenerationPtr& generation) override { all.push_back(generation); }
    std::vector<GenerationPtr> all;
};

/// The named metric of the last generation.
double lastMetric(const Experiment& experiment, const std::string& device, const char* metric)
{
    Collector heard;
    orEnd(run(experiment, heard, {}, {16, {}, device}));
    return heard.all.empty() ? NAN : heard.all.back()->metric(metric);
}

/// Two generations of a preset on both; chance grows small differences, so what is compared is what they say.
void checkChain(Check& check, const char* preset, const char* metric, std::int64_t rows,
                std::int64_t tinyRows)
{
    Experiment e = twoGenerations(preset, metric, check.isTiny ? tinyRows : rows);
    e.model.of<NetworkSettings>().epochs = check.isTiny ? 1 : e.model.of<NetworkSettings>().epochs;
    if (e.family == "language") {
        e.model.of<LanguageSettings>().dropout = 0; // each device drops its own
        e.model.of<LanguageSettings>().writing = Writing::Beams; // what is drawn hangs on a logit's last bit
        e.source.articles = check.isTiny ? 60 : 200;
    }
    const double wanted = lastMetric(e, "cpu", metric), found = lastMetric(e, check.device, metric);
    std::printf("  %s, generation 1, %s: %.6g here, %.6g on %s\n", preset, metric, wanted, found,
                check.device.c_str());
    check.report((std::string(preset) + ", two generations, relative").c_str(),
                 std::abs(found - wanted) / std::abs(wanted), 5e-2);
}

} // namespace

int main(int count, char** words)
{
    Check check;
    check.device = "cuda";
    for (int i = 1; i < count; ++i)
        std::strcmp(words[i], "--tiny") == 0 ? void(check.isTiny = true) : void(check.device = words[i]);
    const NeuralLibrary* library = orEnd(torchLibrary());
    if (const auto usable = library->checkDevice(check.device); !usable) {
        std::fprintf(stderr, "device %s: %s\n", check.device.c_str(), usable.error().message.c_str());
        return 1;
    }
    std::printf("%s, %s\n", library->version().c_str(), check.device.c_str());
    for (const NeuralDevice& device : library->devices())
        std::printf("%s: %s\n", device.name.c_str(), device.description.c_str());
    checkLogits(check, check.isTiny ? smallOpt() : opt125m());
    checkTraining(check);
    check.report("texts that differ, 5 beams, fp32", differentTexts(check, 5, 1), 0);
    check.report("texts that differ, 5 beams, repetition penalty 2", differentTexts(check, 5, 2), 0);
    check.report("texts that differ, most probable tokens", differentTexts(check, 1, 1), 0);
    checkChain(check, "images-quick", "reconstructionNats", 10'000, 500);
    checkChain(check, "church-quick", "testPerplexity", 800, 24);
    std::printf("%d checks failed\n", check.failures);
    return check.failures > 0;
}
