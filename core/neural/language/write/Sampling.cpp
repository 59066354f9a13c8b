// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/language/write/Sampling.h"

#include "core/neural/kernels/CrossEntropy.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace hareloom::neural {
namespace {

struct Choice
{
    TokenId token;
    float logProbability;
    double probability;
};

void normalise(std::vector<Choice>& choices)
{
    double sum = 0;
    for (const Choice& c : choices)
        sum += c.probability;
    for (Choice& c : choices) {
        c.probability /= sum;
        c.logProbability -= static_cast<float>(std::log(sum));
    }
}

constexpr std::int64_t kFewest = 256; // ranked at first where a share is wanted, then four times as many

bool isBefore(const Choice& a, const Choice& b)
{
    return a.logProbability != b.logProbability ? a.logProbability > b.logProbability : a.token < b.token;
}

/// The `most` most probable ones (0: all) first, in order, then the others in any.
void rank(std::vector<Choice>& choices, std::int64_t most)
{
    const auto middle = most > 0 && most < std::ssize(choices) ? choices.begin() + most : choices.end();
    if (middle != choices.end())
        std::nth_element(choices.begin(), middle, choices.end(), isBefore);
    std::sort(choices.begin(), middle, isBefore);
}

std::vector<Choice> allOf(std::span<const float> logProbabilities)
{
    std::vector<Choice> choices;
    for (std::size_t i = 0; i < logProbabilities.size(); ++i)
        if (std::isfinite(logProbabilities[i]))
            choices.push_back({static_cast<TokenId>(i), logProbabilities[i],
                               std::exp(static_cast<double>(logProbabilities[i]))});
    return choices;
}

/// The fewest, in their order, that together have at least this probability.
void keepShare(std::vector<Choice>& choices, double share)
{
    double sum = 0;
    std::size_t count = 0;
    while (count < choices.size() && sum < share)
        sum += choices[count++].probability;
    choices.resize(std::max<std::size_t>(1, count));
    normalise(choices);
}

/// As keepShare(), ranking no more of them than it takes.
void keepNucleus(std::vector<Choice>& choices, double share)
{
    for (std::int64_t most = kFewest;; most *= 4) {
        rank(choices, most);
        const auto end = choices.begin() + std::min(most, std::ssize(choices));
        double sum = 0;
        for (auto c = choices.begin(); c != end && sum < share; ++c)
            sum += c->probability;
        if (sum >= share || end == choices.end())
            return keepShare(choices, share);
    }
}

/// The tokens whose surprise is nearest to the expected one.
void keepTypical(std::vector<Choice>& choices, double share)
{
    double entropy = 0;
    for (const Choice& c : choices)
        entropy -= c.probability * static_cast<double>(c.logProbability);
    std::stable_sort(choices.begin(), choices.end(), [entropy](const Choice& a, const Choice& b) {
        return std::abs(-static_cast<double>(a.logProbability) - entropy) <
               std::abs(-static_cast<double>(b.logProbability) - entropy);
    });
    keepShare(choices, share);
}

} // namespace

TokenId mostProbable(std::span<const float> logits)
{
    return static_cast<TokenId>(std::max_element(logits.begin(), logits.end()) - logits.begin());
}

TokenId sampleToken(const GenerationConfig& config, std::span<float> logits, double uniform)
{
    if (config.temperature != 1)
        for (float& value : logits)
            value /= static_cast<float>(config.temperature);
    logSoftmax(logits.data(), std::ssize(logits));
    std::vector<Choice> choices = allOf(logits);
    if (choices.empty())
        return mostProbable(logits);
    if (config.topK > 0 && config.topK < std::ssize(choices)) {
        rank(choices, config.topK);
        choices.resize(static_cast<std::size_t>(config.topK));
        normalise(choices);
    }
    if (config.topP < 1)
        keepNucleus(choices, config.topP);
    if (config.typicalP < 1) {
        rank(choices, 0);
        keepTypical(choices, config.typicalP);
    }
    double left = uniform;
    for (const Choice& c : choices) {
        left -= c.probability;
        if (left < 0)
            return c.token;
    }
    return choices.back().token;
}

} // namespace hareloom::neural
