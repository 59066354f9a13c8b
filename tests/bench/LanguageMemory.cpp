// SPDX-License-Identifier: GPL-3.0-or-later
// The greatest memory of a link of a chain on a model of opt-125m's shape, in 32-bit floats: training on
// batches of 8 blocks of 64 tokens with validation, scoring, and five-beam generation, while the base model
// is kept. Prints the process's peak after each, and tokens a second. Random weights take as much as real
// ones.
#include "tests/bench/LanguageShape.h"

#include <chrono>
#include <fstream>
#include <iostream>

namespace {

using namespace hareloom;
using Clock = std::chrono::steady_clock;

void tell(const char* what, std::int64_t tokens, Clock::time_point start)
{
    const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:"))
            std::cout << what << ": peak " << line.substr(6) << ", " << static_cast<double>(tokens) / seconds
                      << " tokens/s" << std::endl;
}

} // namespace

int main()
{
    const LanguageArchitecture a; // its defaults are opt-125m's
    const LanguageWeights base = initialWeights(a, 1);
    const auto networks = languageNetworks("cpu");
    if (!networks) {
        std::cerr << networks.error().message << '\n';
        return 1;
    }
    const auto model = std::move(*(*networks)->makeModel(a, base, "cpu"));
    LanguageWork work;
    work.threads = 2;
    const TokenBlocks blocks = bench::randomBlocks(16, a.vocabulary),
                      few = bench::randomBlocks(4, a.vocabulary);
    LanguageTrainingPlan plan;
    plan.batch = 8;
    plan.epochs = 2;
    auto start = Clock::now();
    if (!model->train(blocks, few, plan, {}, work))
        return 1;
    tell("training", 2 * 16 * 64, start);
    start = Clock::now();
    if (!model->score(blocks, work, {}))
        return 1;
    tell("scoring", 16 * 64, start);
    GenerationConfig config;
    config.beams = 5;
    config.maxNewTokens = config.minNewTokens = 16;
    std::vector<std::vector<TokenId>> prompts;
    for (std::int64_t i = 0; i < blocks.count(); ++i)
        prompts.emplace_back(blocks[i].begin(), blocks[i].end());
    start = Clock::now();
    if (!model->generate(prompts, config, 1, work, {}))
        return 1;
    tell("generation", 16 * 16, start);
}
