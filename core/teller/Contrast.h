// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"
#include "core/family/Event.h"

#include <optional>
#include <string>
#include <vector>

namespace hareloom {

/// One of several variants or runs that stand side by side, with what its chains measured in generation 0 and
/// in a later one.
struct ContrastSide
{
    std::string title;
    const Experiment* experiment = nullptr; // with the settings of generation 0; outlives the call
    std::vector<double> before, after;      // by chain, as many of both, all finite
};

/// The answer of a comparison: what a metric was and is with each, with which it changed most and with which
/// least, and as the reason what the settings that differ do. A spread changes by its ratio, any other metric
/// by its difference. Of several chains medians are told. Nothing where fewer than two were measured, or
/// where all changed alike.
std::optional<Event> contrastOf(const std::vector<ContrastSide>& sides, const std::string& metric,
                                int generation);

/// The first metric of the list of the first experiment that can answer: not a time, not one for each
/// variable, not a logarithm of another; empty where there is none.
std::string contrastMetric(const std::vector<std::string>& metrics);

} // namespace hareloom
