// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/store/Session.h"

#include <string>
#include <vector>

namespace hareloom {

/// One variant's line in a chart: at each generation, over its chains that are finite there.
struct SnippetLine
{
    std::string title; // of the variant, or of an experiment without
    std::int64_t chains = 1;
    std::vector<int> generations;          // ascending; of a branch, from the last one that it shares on
    std::vector<double> low, median, high; // the 10%, 50% and 90% points (type 7)
    std::string statistic;                 // of the chains, that theory describes; empty: theory says nothing
    std::vector<int> theoryGenerations;    // at most kMostTheory of them
    std::vector<double> theory;
};

/// A metric's chart as the window draws it, in numbers.
struct SnippetChart
{
    std::string metric;             // "mean[0]"
    std::string title;              // "Mean, variable 1"
    bool isLog = false;             // the vertical axis
    std::vector<SnippetLine> lines; // by variant
};

inline constexpr std::size_t kMostTheory = 60;

/// Errors: InvalidInput (no such metric, or nothing measured yet); those of Session::forEach().
Result<SnippetChart> snippetChart(const Session& session, const std::string& metric);

/// As many places among `count`, evenly apart, the first and the last among them; all where there are no more
/// than `most`.
std::vector<std::size_t> evenly(std::size_t count, std::size_t most);

} // namespace hareloom
