// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/LinkDifference.h"

#include "core/recipe/Stretches.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <bit>
#include <cmath>

namespace hareloom {

namespace {

bool isTime(const MetricName& name)
{
    return *name == "elapsedMs";
}

bool isSame(double a, double b)
{
    return std::bit_cast<std::uint64_t>(a + 0.0) == std::bit_cast<std::uint64_t>(b + 0.0) ||
           (std::isnan(a) && std::isnan(b));
}

bool isSameModel(const SnapshotPtr& a, const SnapshotPtr& b)
{
    if (!a || !b)
        return true; // one of them was not kept
    ModelNumbers first, second;
    if (a->toNumbers(first) && b->toNumbers(second))
        return first.sizes == second.sizes && std::equal(first.values.begin(), first.values.end(),
                                                         second.values.begin(), second.values.end(), isSame);
    return toJsonWithoutWeights(*a) == toJsonWithoutWeights(*b);
}

} // namespace

std::string linkDifference(const Generation& held, const Generation& made)
{
    if (held.seed != made.seed)
        return "its seed";
    if (held.realRows != made.realRows || held.freshRows != made.freshRows ||
        held.syntheticRows != made.syntheticRows || held.sampleRows != made.sampleRows)
        return "how many rows it was fitted on or generates";
    if (held.fit.iterations != made.fit.iterations || held.fit.converged != made.fit.converged ||
        !isSame(held.fit.logLikelihood, made.fit.logLikelihood))
        return "how its fit went";
    if (!isSameModel(held.snapshot, made.snapshot))
        return "its model";
    if (held.metrics.size() != made.metrics.size())
        return "which metrics it has";
    for (std::size_t i = 0; i < held.metrics.size(); ++i)
        if (held.metrics[i].name != made.metrics[i].name ||
            (!isTime(held.metrics[i].name) && !isSame(held.metrics[i].value, made.metrics[i].value)))
            return "the metric " + *held.metrics[i].name;
    return held.note == made.note ? std::string() : "its note";
}

Experiment asFarAs(Experiment experiment, const std::vector<int>& lengths)
{
    const int longest = lengths.empty() ? 1 : *std::max_element(lengths.begin(), lengths.end());
    return shortened(std::move(experiment), std::max(0, longest - 1));
}

} // namespace hareloom
