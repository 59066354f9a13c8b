// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Word.h"
#include "core/theory/Curve.h"

#include <string>

namespace hareloom {

struct ChainSetup;

/// What over chains a curve of theory describes: a mean may be far from a median.
enum class Statistic { Mean, RootMeanSquare, Median };
inline constexpr std::array<Word<Statistic>, 3> kStatistics = {{{Statistic::Mean, "mean"},
                                                                {Statistic::RootMeanSquare, "root mean square"},
                                                                {Statistic::Median, "median"}}};

/// What theory says of one metric, to be drawn beside it.
struct Prediction
{
    Curve values; // entry g belongs to generation g; empty: there is none
    Statistic statistic = Statistic::Mean;
    bool exact = false; // else an approximation to the order that docs/theory.md states
    /// How far one chain strays from it: the standard deviation over chains, by generation; empty: not known.
    Curve deviation = {};
};

/// An experiment as theory sees it.
struct Loop
{
    const ChainSetup& setup;
    std::vector<std::int64_t> sizes; // rows of each fit; of a pool that grows, the rows that join it
    int dimension = 1;

    /// Each generation learns from the one before it alone.
    bool replaces() const;
    /// A share of each generation's rows comes from the source, which never runs out.
    bool isAnchored() const;
    /// Each generation learns from all rows before it; the first come from a source that never runs out.
    bool accumulates() const;
};
Loop loopOf(const ChainSetup& setup);

/// Rows of a generation 0 that is the same in every replicate: as if fitted on a population.
inline constexpr std::int64_t kNoSamplingError = 1'000'000'000'000'000;

/// The trace of the covariance that generation 0's rows are drawn from: the truth's, or a table's own with divisor
/// n - 1 or n. 0 where it is not known.
double realVariance(const ChainSetup& setup, Divisor divisor);

/// What a sum over all states costs at most, in steps: beyond it a prediction takes longer than a second.
inline constexpr double kMostPredictionSteps = 2e7;

} // namespace hareloom
