// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/base/StopToken.h"
#include "core/experiment/Experiment.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace hareloom {

/// What a run will take. Time is measured on this machine, the rest is counted.
struct Estimate
{
    std::int64_t generations = 0; // links of all chains
    std::int64_t chains = 0;      // of all variants
    double fittedRows = 0;        // rows that all fits see, together
    std::int64_t largestFit = 0;  // rows of the largest fit
    double seconds = 0;           // NaN: nothing was heard of while it was measured
    double memoryBytes = 0;
    double chainBytes = 0;         // of the memory: what one chain takes, the largest
    double diskBytes = 0;          // of the session; 0 of it is needed without --out
    double probeSeconds = 0;       // how long was measured
    bool wholeRunMeasured = false; // the run is so short that it was done
    /// Of a network on a card: what is taken with as large a batch as fits, what it cannot do without, and
    /// what is free there; 0 on the processor, or where it is not known.
    double deviceBytes = 0, deviceLeastBytes = 0, deviceFreeBytes = 0;

    std::vector<std::string> readAs;  // what files were taken for: a line each, see Remarks.h
    std::vector<std::string> remarks; // what will not be as it looks: see Remarks.h

    bool fitsDevice() const { return deviceFreeBytes == 0 || deviceLeastBytes <= deviceFreeBytes; }
};

struct EstimateOptions
{
    int threads = 0; // 0: all cores
    /// How long the beginning is run; twice that when nothing is heard of in time, four times for families
    /// with a pace.
    std::chrono::milliseconds probeTime{1500};
    /// Measures the processor's time of one thread and shares it among `threads`, no chain among several,
    /// instead of looking at the clock: right on a busy machine, too.
    bool countsProcessorTime = false;
    StopToken stop;             // seen within 100 ms
    std::string device = "cpu"; // as RunOptions has it
};

/// Only what can be counted without running: no time, no disk. Errors: what run() refuses of the source.
Result<Estimate> counted(const Experiment& experiment, int threads = 0, const std::string& device = "cpu");

/// Runs the experiment's beginning for a while and counts the rest from its rows.
/// Errors: what run() refuses; Stopped.
Result<Estimate> estimate(const Experiment& experiment, EstimateOptions options = {});

/// What each generation of a variant costs beside the others, 0 ... experiment.generations, in rows: those
/// that its fit sees, those that are held out, and what a generation takes beside them. `tableRows`: of a
/// source that is a table. Counted, nothing runs.
std::vector<double> plannedWork(const Experiment& variant, std::int64_t tableRows);

} // namespace hareloom
