// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/RowKind.h"

#include <array>
#include <span>
#include <string>
#include <string_view>

namespace hareloom {

/// What a metric needs beyond the model's parameters.
enum class MetricNeed {
    Nothing,
    Truth,      // the true distribution, and rows to compare at
    HeldOut,    // real rows that no model saw
    Likelihood, // of the rows that the model was fitted on
    Mixture,    // a model that is a mixture of normals
    Family,     // a family that names it as its own
    Labels,     // images with classes
    Topics,     // text whose topics are known
    Facts,      // text whose facts are known
    Models,     // several models that learn from each other
};

inline constexpr std::array kOfNumbers = {RowKind::Numbers};
inline constexpr std::array kOfStates = {RowKind::States};
inline constexpr std::array kOfDistributions = {RowKind::Numbers, RowKind::States};
inline constexpr std::array kOfImages = {RowKind::Images};
inline constexpr std::array kOfText = {RowKind::Text};
inline constexpr std::array kOfAnyRows = {RowKind::Numbers, RowKind::States, RowKind::Images, RowKind::Text};

/// A metric's public identity. docs/metrics.md says the same at length; a test holds the two together.
struct MetricInfo
{
    std::string_view name;     // "w2Squared"; "mean" stands for mean[0], mean[1], ...
    std::string_view title;    // "Squared Wasserstein-2 distance"
    std::string_view unit;     // "nats", "rows", "ms"; empty when it has none, or the data's
    std::string_view equation; // plain text
    std::string_view source;   // paper, equation or figure
    bool perVariable = false;  // reported once a variable, as name[j]
    bool preferLog = false;    // a logarithmic axis shows it best
    std::span<const RowKind> rows = kOfNumbers; // of what data it is defined
    MetricNeed needs = MetricNeed::Nothing;
    bool followsData = false; // of which part it is (the rarest class) the real data decide
    std::string_view dataUnit = {}; // where the data's unit counts: "data", "data^2", "1/data^d"
};

std::span<const MetricInfo> metricCatalogue();

/// Finds "mean" and also "mean[3]". Null when unknown.
const MetricInfo* findMetric(std::string_view name);

} // namespace hareloom
