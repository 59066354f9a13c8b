// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/SweepPlan.h"

#include <chrono>
#include <string>
#include <vector>

namespace hareloom {

/// What a sweep will take. Time is measured on this machine at a few points, the rest is counted.
struct SweepForecast
{
    std::vector<double> secondsOf; // by point: one chain on one core; NaN where nothing was heard of in time
    double memoryBytes = 0;        // of the process, while the largest chain that was measured runs alone
    double chainBytes = 0;         // of that, what the chain itself takes
    double diskBytes = 0;          // of the files of results

    /// How many chains memory lets run at once, at least 1 and at most `threads`; see
    /// SweepOptions::memoryBytes.
    int workers(int threads) const;
    /// All chains, `threads` at a time; NaN where a point is not known.
    double seconds(const SweepPlan& plan, int threads) const;
};

struct SweepForecastOptions
{
    std::string device = "cpu";
    std::chrono::milliseconds probeTime{800}; // at most, at each of the measured points; see EstimateOptions
    StopToken stop;
};

/// `plan` has no problems. Errors: those of estimate(); Stopped.
Result<SweepForecast> forecastSweep(const SweepPlan& plan, const SweepForecastOptions& options = {});

} // namespace hareloom
