// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"

namespace hareloom {

/// How the values of an axis follow each other: any list, or a range with even steps or even ratios.
enum class Spacing { List, Linear, Log };
inline constexpr std::array<Word<Spacing>, 3> kSpacings = {
    {{Spacing::List, "list"}, {Spacing::Linear, "linear"}, {Spacing::Log, "log"}}};

/// One value of an axis.
struct SweepValue
{
    std::string title; // as tables and figures call it: "0.1", "all"; unique on its axis
    SettingList set;   // one setting; several where the axis changes settings together
};

/// What a sweep varies.
struct SweepAxis
{
    std::string name; // the setting's path; of settings that change together, a name of the author's own
    Spacing spacing = Spacing::List;
    std::vector<SweepValue> values; // of a range, its numbers
    std::string written;            // the values as the experiment file has them, JSON
    bool isSetting = true;          // `name` is a path, and each value sets that one setting
};

/// What a table says of the replicates of a point, beside their number.
struct SweepStatistic
{
    enum class Kind { Mean, Median, Quantile };
    Kind kind = Kind::Mean;
    double share = 0.5; // of a quantile, in [0, 1]

    bool operator==(const SweepStatistic&) const = default;
};

/// Stands for the last generation that each chain has reached.
inline constexpr std::int64_t kLastGeneration = -1;

struct SweepSummary
{
    std::vector<std::string> metrics;      // empty: all that are measured; "mean" is every mean[j]
    std::vector<std::int64_t> generations; // or kLastGeneration; empty: all
    std::vector<SweepStatistic> statistics = {{SweepStatistic::Kind::Mean, 0.5},
                                              {SweepStatistic::Kind::Median, 0.5},
                                              {SweepStatistic::Kind::Quantile, 0.05},
                                              {SweepStatistic::Kind::Quantile, 0.95}};
};

/// The same experiment at many settings. A point is one choice of a value on each axis, of each variant; the
/// first axis changes slowest. "sweep" in an experiment file; core/recipe/SweepJson.h reads it, core/sweep
/// runs it.
struct Sweep
{
    std::vector<SweepAxis> grid;   // crossed: every value of one with every value of the others
    std::vector<SettingList> also; // single points beside the grid
    std::int64_t replicates = 1;   // chains at each point; in [1, kMostReplicates]
    SweepSummary summary;
};

inline constexpr std::int64_t kMostReplicates = 100'000;
/// Points of one sweep, variants counted.
inline constexpr std::int64_t kMostPoints = 100'000;

} // namespace hareloom
