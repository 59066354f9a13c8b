// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"
#include "core/family/Generation.h"

namespace hareloom {

/// Where a run stands. `doneGenerations` counts finished links of all chains, generation 0 included.
struct Progress
{
    ChainIndex chain = 0;
    int generation = 0;              // the one being made
    double fractionOfGeneration = 0; // in [0, 1], of the one being made
    std::int64_t doneGenerations = 0;
    std::int64_t totalGenerations = 0;
    TrainingProgress training = {}; // within the generation being made, where its family trains in epochs
};

/// Hears what a run does. Calls come from the engine's threads, one at a time, never at once.
class ChainObserver
{
public:
    virtual ~ChainObserver() = default;
    virtual void onProgress(const Progress&) {}
    virtual void onGeneration(const GenerationPtr&) {}
    /// A chain's first model while it learns (FitContext::onDraft), so that there is something to see before
    /// generation 0 is finished.
    virtual void onDraft(ChainIndex, const SnapshotPtr& /*draft*/) {}
    /// Ends the run when it fails: a full disk must not lose what follows.
    virtual Result<void> onCheckpoint() { return {}; }
    virtual void onFinished(std::int64_t /*completedGenerations*/) {} // also after a stop
};

struct RunOptions
{
    int threads = 0;                   // 0: all cores; results are the same for every number
    std::vector<GenerationPtr> resume; // finished generations of an earlier run of the same experiment, any
                                       // order; see Chain::resume()
    std::string device = "cpu";        // "cuda:i" for families that train networks; see FitContext
};

enum class RunEnd { Finished, Stopped };

/// Runs every chain of every variant, side by side, from where `resume` ends. Returns when all are done or
/// `stop` says so, which is heard within 50 ms, but for the time in which a file of data is read. Errors:
/// what validate() refuses; InvalidData, InvalidFile from the source; System.
Result<RunEnd> run(const Experiment& experiment, ChainObserver& observer, const StopToken& stop,
                   const RunOptions& options = {});

/// The links that run() makes when nothing stops it early: chains x variants x (generations + 1).
Result<std::int64_t> totalGenerations(const Experiment& experiment);

/// The rows that this generation's model generates, computed again from its snapshot and seed: what the
/// policy's pool held before any filter. `experiment` is the variant's. `before`: the generations before it in its
/// chain, which count where needsWhatCameBefore() (core/family/SampleNeeds.h) and the snapshot keeps no sample.
Result<DatasetPtr> sampleOf(const Experiment& experiment, const Generation& generation,
                            std::span<const GenerationPtr> before = {});

} // namespace hareloom
