// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Rng.h"
#include "core/families/language/LanguageArchitecture.h"
#include "core/families/language/LanguageSettings.h"
#include "core/families/language/LanguageTokens.h"
#include "core/family/NetworkSettings.h"

#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <string>

namespace hareloom {

/// How a language model is trained: AdamW (Loshchilov and Hutter 2019, arXiv 1711.05101) on shuffled batches;
/// decay on matrices alone, neither on biases nor on LayerNorm.
struct LanguageTrainingPlan
{
    std::int64_t epochs = 1;
    std::int64_t steps = 0;      // > 0: exactly so many updates, however many epochs that takes
    std::int64_t batch = 16;     // blocks of one update
    std::int64_t microBatch = 0; // blocks computed at once, gradients added up; 0: chosen by memory
    std::int64_t memory = std::int64_t{1} << 30; // bytes that microBatch 0 lets activations take
    double learningRate = 2e-5;
    double beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8;
    double weightDecay = 0.01;
    double clipNorm = 1;                          // the gradient's greatest length; 0: not clipped
    RateSchedule schedule = RateSchedule::Linear; // linear and cosine fall to 0
    std::int64_t warmupSteps = 0;                 // the rate rises along a line from 0
    std::optional<double> dropout;                // in place of all three of the architecture's
    bool keepsBest = true;          // with validation blocks: ends with the best epoch's weights
    NumberFormat precision = NumberFormat::Fp32; // of the factors of matrix products; Auto: the faster one here
    Seed seed = 0;                               // shuffles and dropout
};

/// Where a training stands after a step. Resuming from it goes on to the same bytes.
struct LanguageTrainingState
{
    std::int64_t step = 0;
    std::vector<float> weights, firstMoment, secondMoment;
    LanguageWeights best; // null: none yet
    double bestValidationNats = std::numeric_limits<double>::infinity();
    std::int64_t bestEpoch = 0;
    double epochLoss = 0, epochTokens = 0; // of the unfinished epoch
};
using LanguageTrainingStatePtr = std::shared_ptr<const LanguageTrainingState>;

struct LanguageTrainingProgress
{
    std::int64_t step = 0, steps = 0;
    std::int64_t epoch = 0, epochs = 0;                         // epoch counts from 1
    double lossNats = std::numeric_limits<double>::quiet_NaN(); // of the newest step, a token
    double validationNats =
        std::numeric_limits<double>::quiet_NaN(); // a token; where this step ended an epoch, else NaN
    double learningRate = 0, gradientNorm = 0;
    double tokensPerSecond = 0;
    double secondsLeft = std::numeric_limits<double>::quiet_NaN();
    std::string remark = {}; // what is not as asked for, in a few words; mostly empty
};

struct LanguageTrainingReport
{
    std::int64_t steps = 0;
    std::int64_t microBatch = 0; // blocks computed at once: fewer than asked for where memory was short
    double lossNats = std::numeric_limits<double>::quiet_NaN();       // mean over the last epoch's tokens
    double validationNats = std::numeric_limits<double>::quiet_NaN(); // of the weights that were kept
    std::int64_t bestEpoch = 0;                                       // counts from 1; 0: no validation
    double seconds = 0, tokensPerSecond = 0;
    NumberFormat precision = NumberFormat::Fp32; // what was used: Fp32 or Bf16
};

/// What a training tells while it goes on; each may be empty. Called by the caller's thread.
struct LanguageTrainingEvents
{
    std::function<void(const LanguageTrainingProgress&)> onStep;
    std::function<void(const LanguageTrainingStatePtr&)> onState; // after every `stateEvery` steps
    /// After every step, with the weights as they are by then, on the processor; a card keeps its own to the end.
    std::function<void(const std::vector<float>&)> onWeights;
    std::int64_t stateEvery = 0;
    LanguageTrainingStatePtr resume; // of the same plan and blocks; null: from the start
};

/// Errors: InvalidInput, with the field, what was found and what is allowed.
Result<void> validate(const LanguageTrainingPlan& plan);

/// The learning rate's factor in update `step` (from 0) of `steps`.
double scheduleFactor(const LanguageTrainingPlan& plan, std::int64_t step, std::int64_t steps);

} // namespace hareloom
