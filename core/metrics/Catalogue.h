// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace hareloom {

/// A metric's public identity. docs/metrics.md says the same at length; a test holds the two together.
struct MetricInfo
{
    std::string_view name;     // "w2Squared"; "mean" stands for mean[0], mean[1], ...
    std::string_view title;    // "Squared Wasserstein-2 distance"
    std::string_view unit;     // "nats", "rows", "ms"; empty when it has the data's unit or none
    std::string_view equation; // plain text
    std::string_view source;   // paper, equation or figure
    bool perVariable = false;  // reported once a variable, as name[j]
    bool preferLog = false;    // a logarithmic axis shows it best
    /// What it needs beyond the model: "", "truth", "heldOut", "discrete", "mixture", "images", "labels",
    /// "text", "topics".
    std::string_view needs = {};
};

std::span<const MetricInfo> metricCatalogue();

/// Finds "mean" and also "mean[3]". Null when unknown.
const MetricInfo* findMetric(std::string_view name);

} // namespace hareloom
