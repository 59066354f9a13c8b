// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/Generation.h"
#include "core/sweep/SweepPlan.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace hareloom {

/// What one chain of a sweep measured. Immutable once published.
struct ChainValues
{
    std::int64_t point = 0;
    std::int64_t replicate = 0;
    std::vector<MetricName> metrics; // in the order in which they are measured; never elapsedMs
    std::vector<double> values;      // (generations, metrics), row-major; NaN where not defined
    std::string note;                // why a collapsed model could not be fitted; empty when all is well

    /// Links that the chain has: generation 0 and those after it.
    std::int64_t generations() const
    {
        return metrics.empty() ? 0 : std::ssize(values) / std::ssize(metrics);
    }
    /// NaN for a metric or a generation that is not there. `generation`: kLastGeneration is the last one.
    double value(std::string_view metric, std::int64_t generation) const;
};
using ChainValuesPtr = std::shared_ptr<const ChainValues>;

/// Hears what a sweep does. Calls come from the engine's threads, one at a time, never at once.
class SweepObserver
{
public:
    virtual ~SweepObserver() = default;
    /// A chain is finished. An error ends the sweep: a full disk must not lose what follows.
    virtual Result<void> onChain(const ChainValuesPtr&) { return {}; }
    /// All that was heard is to be safe now: the session of a long chain is about to be removed.
    virtual Result<void> onKept() { return {}; }
    /// A chain could not be made or went wrong; the others go on. Errors as onChain()'s.
    virtual Result<void> onFailed(std::int64_t /*point*/, std::int64_t /*replicate*/, const Error& /*why*/)
    {
        return {};
    }
};

struct SweepOptions
{
    int threads = 0; // 0: all cores; results are the same for every number
    /// What chains may take at once: a worker waits until its chain's share is free, as it is counted before
    /// it runs (core/forecast). 0: memoryForChains().
    double memoryBytes = 0;
    std::string device = "cpu"; // "cuda:i" for families that train networks
    /// Whether this chain is to run; empty: all of them.
    std::function<bool(std::int64_t point, std::int64_t replicate)> isWanted;
    /// Hears which chain a worker, from 0, begins with, once there is memory for it; a point of -1: it is at
    /// rest. Called from the worker's thread.
    std::function<void(int worker, std::int64_t point, std::int64_t replicate)> onBegun;
    /// Where a long chain keeps its session, so that it goes on after a kill: a path, or empty for none. The
    /// file is removed when the chain is finished. Called from any of the engine's threads.
    std::function<std::string(std::int64_t point, std::int64_t replicate)> sessionFor;
};

/// Bytes that the chains of a sweep may take at once on this machine now: what is free, less a reserve;
/// infinite where the system does not say.
double memoryForChains();

enum class SweepEnd { Finished, Stopped };

/// Runs the chains of every point, one chain a core as far as memory holds them, in the order of their points
/// and replicates; a chain that fails ends no other. Returns when all are done or `stop` says so, which is
/// heard within 50 ms, but for the time in which a file of data is read. `plan` outlives it. Errors: what
/// check() refuses; the observer's.
Result<SweepEnd> runSweep(const SweepPlan& plan, SweepObserver& observer, const StopToken& stop,
                          const SweepOptions& options = {});

} // namespace hareloom
