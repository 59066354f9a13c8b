// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace hareloom {

/// A metric in plain words, for readers who do not know the field's term. docs/metrics.md shows the same.
struct MetricWords
{
    std::string_view name;    // as in the catalogue: "variance"
    std::string_view plain;   // a name that needs no explanation: "Spread"
    std::string_view meaning; // one or two sentences: what it tells, and what a small or large value means
};

/// Finds "mean" and also "mean[3]", as findMetric does. Null when unknown: the whole catalogue has words.
const MetricWords* findMetricWords(std::string_view name);

} // namespace hareloom
