// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/Generation.h"
#include "core/training/TrainingRows.h"

namespace hareloom {

/// The rows that a generation was fitted on, each with its origin: found again from the seeds and the
/// snapshots of the generations before it. `variant` is the experiment of its chain; `before` holds the
/// chain's generations 0 ... g - 1, in order; `replicate` is the chain's number within the variant. Errors:
/// InvalidInput where each fit is as from infinitely many rows, or the chain's model learns from others;
/// InvalidFile where the rows are not those that `generation` counts (the data have changed); those of
/// restoring a model whose weights were not kept; Stopped.
Result<TrainingSet> trainingSetOf(const Experiment& variant, int replicate, const Generation& generation,
                                  std::span<const GenerationPtr> before, const StopToken& stop = {});

/// The same of a model that learns from others. `before` holds the generations 0 ... g - 1 of each model of
/// its replicate, in the order of the models; those of models that it is not connected with may be missing.
Result<TrainingSet> trainingSetOf(const Experiment& model, int replicate, const Generation& generation,
                                  std::span<const std::vector<GenerationPtr>> before,
                                  const StopToken& stop = {});

} // namespace hareloom
