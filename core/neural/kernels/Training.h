// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/base/Rng.h"
#include "core/base/StopToken.h"
#include "core/family/Generator.h"
#include "core/neural/kernels/Floats.h"

#include <array>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace hareloom::neural {

/// Terms of a loss, each a sum over rows, in nats.
using Terms = std::array<double, 2>;

/// Part of a batch, small enough for one thread.
struct Shard
{
    std::span<const std::int64_t> rows; // of the training rows, in the epoch's order
    int epoch = 0;
    std::int64_t position = 0; // of its first row in the epoch
};

/// Writes the gradient of the summed loss to `gradient` (all of it) and returns the terms. Called from
/// several threads at once.
using ShardGradient = std::function<Terms(const float* parameters, const Shard& shard, float* gradient)>;

/// What is told of a step.
struct TrainingStep
{
    double fraction = 0; // of the training that is done
    int epoch = 0;
    double loss = 0;         // nats a row
    std::string remark = {}; // what is not as asked for, in a few words; mostly empty
};

/// Tells the context of each step, with the time left at the pace so far. `context` outlives it.
std::function<void(const TrainingStep&)> progressOf(const FitContext& context, std::int64_t epochs);

struct TrainingPlan
{
    std::int64_t rows = 0, batch = 256, epochs = 1;
    std::int64_t shardRows = 64; // sums are merged in the shards' order: the result depends on it
    double learningRate = 1e-3, weightDecay = 0;
    bool decays = false; // the learning rate falls to 0 along a line
    Seed seed = 0;
    int threads = 1;
    StopToken stop;
    /// Called after every step by the caller's thread; may be empty.
    std::function<void(const TrainingStep&)> onStep;
};

inline constexpr double kAdamBeta1 = 0.9, kAdamBeta2 = 0.999, kAdamEpsilon = 1e-8;

/// What changes in Adam from step to step, `step` from 0.
struct AdamCorrections
{
    float rate = 0;        // learning rate over the first moment's correction
    float correction2 = 1; // square root of the second moment's correction
};
AdamCorrections correctionsOf(const TrainingPlan& plan, std::int64_t step, std::int64_t steps);

/// Rows as they are; each epoch shuffles them further.
std::vector<std::int64_t> plainOrder(std::int64_t rows);
void shuffle(std::vector<std::int64_t>& order, Seed seed);

Error divergedIn(int epoch, const TrainingPlan& plan);

/// Adam (Kingma and Ba 2015; beta 0.9 and 0.999, epsilon 1e-8) on shuffled batches, weight decay added to the
/// gradient as in PyTorch's Adam. The same bytes for every number of threads. Returns the terms of the last
/// epoch, a mean over its rows. Errors: Stopped (`parameters` are then of no use); InvalidData when the loss
/// is no longer finite.
Result<Terms> train(Floats& parameters, const TrainingPlan& plan, const ShardGradient& gradientOf);

} // namespace hareloom::neural
