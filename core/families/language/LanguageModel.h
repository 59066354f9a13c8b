// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/StopToken.h"
#include "core/families/language/LanguageArchitecture.h"
#include "core/families/language/LanguageGeneration.h"
#include "core/families/language/LanguageTraining.h"

#include <functional>

namespace hareloom {

/// Logits of some sequences: (rows, length, vocabulary).
struct LanguageLogits
{
    std::int64_t rows = 0, length = 0, vocabulary = 0;
    std::vector<float> values;
};

/// What work on a model may use. Results are the same bytes for every number of threads (and, on the
/// processor, whatever is computed side by side); other instruction sets and devices may differ in the last
/// digits.
struct LanguageWork
{
    StopToken stop; // polled within a step
    int threads = 1;
    /// Of matrix products while scoring and writing; Auto is Bf16 on a card that has it. A processor uses Fp32
    /// always. A training uses its plan's.
    NumberFormat precision = NumberFormat::Fp32;
};

/// A causal language model: scores text, learns from text, writes text. One thread at a time calls it; it
/// divides the work itself. Weights in use are immutable and shared.
class LanguageModel
{
public:
    virtual ~LanguageModel() = default;

    virtual const LanguageArchitecture& architecture() const = 0;
    virtual LanguageWeights weights() const = 0;
    /// Errors: InvalidData when there are not parameterCount() of them.
    virtual Result<void> setWeights(LanguageWeights weights) = 0;

    /// `isToken` is empty, or (rows, length) of 0 where a row is padded: such places are attended to by none
    /// and count for no position, as transformers' attention_mask. Errors: InvalidData (an id out of the
    /// vocabulary, too long a row), Stopped.
    virtual Result<LanguageLogits> logits(const TokenBlocks& rows, const std::vector<std::uint8_t>& isToken,
                                          const LanguageWork& work) const = 0;

    /// Of each block, the mean negative log probability of its tokens but the first, given those before: nats
    /// a token; length >= 2. e^(mean over blocks) is the perplexity. `onProgress` gets the share that is
    /// done; may be empty. Errors: InvalidData, Stopped.
    virtual Result<std::vector<double>> score(const TokenBlocks& blocks, const LanguageWork& work,
                                              const std::function<void(double)>& onProgress) const = 0;

    /// Goes on from weights(), and leaves what was learned there. `validation` may be empty. On an error the
    /// old weights survive. Errors: InvalidInput (the plan), InvalidData (no blocks, ids out of the
    /// vocabulary, a loss that is no longer finite), Stopped, System (memory).
    virtual Result<LanguageTrainingReport> train(const TokenBlocks& training, const TokenBlocks& validation,
                                                 const LanguageTrainingPlan& plan,
                                                 const LanguageTrainingEvents& events,
                                                 const LanguageWork& work) = 0;

    /// `config.returnSequences` for each prompt, best first, in the prompts' order. Prompts may differ in
    /// length; those of equal length are computed side by side. The result for a prompt depends on (prompt,
    /// config, seed, its place among the prompts) alone. Errors: InvalidInput (config; longer than the
    /// positions), InvalidData (an empty prompt, an id out of the vocabulary), Stopped.
    virtual Result<std::vector<GeneratedSequence>>
    generate(const std::vector<std::vector<TokenId>>& prompts, const GenerationConfig& config, Seed seed,
             const LanguageWork& work,
             const std::function<void(const GenerationProgress&)>& onProgress) const = 0;
};

} // namespace hareloom
