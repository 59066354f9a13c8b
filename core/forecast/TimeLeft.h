// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"
#include "core/family/Generation.h"

#include <chrono>
#include <optional>
#include <vector>

namespace hareloom {

/// How far a run has come and how long it will take. A generation counts by the rows that its fit sees: where
/// data accumulate, or one variant has a thousand times the rows of another, the number of generations tells
/// nothing. What a row costs is measured for each variant while it runs, for small generations cost more
/// beside their rows; the time that a run is paused does not count. One thread.
class TimeLeft
{
public:
    /// Another run; what was made of it before is handed to add() next.
    void begin(const std::vector<Experiment>& variants, std::int64_t chains);
    /// What is added from now on is made on the clock.
    void startClock();
    void pause();
    void resume();
    void add(const Generation& generation);
    /// Seconds of a processor that went into a chain on the clock. Without any all variants' rows cost the
    /// same.
    void spend(ChainIndex chain, double seconds);

    /// Of the whole run's work, in [0, 1].
    double shareDone() const;
    /// What one generation adds to it; 0 for one that is not of this run.
    double shareOf(ChainIndex chain, int generation) const;
    /// Negative while too little is known.
    double seconds() const;
    /// The same, for a given time on the clock.
    double secondsAfter(double elapsedSeconds) const;

private:
    /// Of one variant, all chains of it.
    struct Part
    {
        std::vector<double> work; // by generation
        double total = 0, done = 0, onClock = 0;
        double spent = 0; // seconds of a processor, on the clock
    };

    void plan(std::size_t variant, std::int64_t tableRows);
    double sum(double Part::*what) const;
    double secondsOnClock() const;
    double largestRate() const;

    std::vector<Experiment> m_variants;
    std::int64_t m_chains = 1;
    std::vector<Part> m_parts;                                    // by variant
    std::vector<std::size_t> m_shared; // by variant: generations that are another's
    std::int64_t m_made = 0;                                      // generations on the clock
    std::optional<std::chrono::steady_clock::time_point> m_clock; // none while paused
    double m_elapsedBefore = 0;                                   // up to the last pause, in seconds
};

} // namespace hareloom
