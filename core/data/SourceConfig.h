// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/CsvFormat.h"

#include <cstdint>
#include <string>
#include <vector>

namespace hareloom {

/// Where real rows come from. Only the fields of the chosen kind count; core/recipe/ExperimentFields.cpp says
/// which.
struct SourceConfig
{
    /// One of core/data/SourceKinds.h.
    std::string kind = "normal";
    std::vector<double> mean = {0};                       // normal: (d)
    std::vector<std::vector<double>> covariance = {{1}};  // normal: (d, d); linear: of the inputs
    std::vector<double> weights = {0.5, 0.5};             // mixture: (K); categories: (K); scaled to sum 1
    std::vector<std::vector<double>> means = {{-2}, {2}}; // mixture: (K, d)
    std::vector<std::vector<std::vector<double>>> covariances = {{{1}}}; // mixture: one shared or K, (d, d)
    std::vector<std::string> names;          // categories: (K), what they are called; empty: "1", "2", ...
    double low = 0, high = 1;                // uniform, each variable; curve: the ends of its axis
    std::int64_t dimension = 1;              // uniform
    std::int64_t inputs = 1;                 // linear: variables before the response, each of mean 0
    std::vector<double> coefficients;        // linear: of the inputs, the last one repeats; empty: drawn, always the same
    std::vector<double> heights = {0, 1, 0}; // curve: density at even steps from low to high, up to a factor
    double noise = 0.1;                      // shapes in the plane, linear: standard deviation around the curve
    std::int64_t states = 1000;              // zipf: number of states
    double exponent = 1.0;                   // zipf: p_k proportional to (k + 1)^-exponent
    std::vector<std::vector<double>> points; // points: (n, d), given in the file itself
    std::string path;                        // csv: absolute, or relative to the experiment's file; idx: a
                                             // file of images or a folder; imageFolder: a folder
    CsvFormat table;                         // csv: how it is written
    std::vector<std::string> columns;        // csv, faithful: names or 1-based numbers; empty: all
    std::string labels;                      // idx, when path is a file: its labels; empty for none
    std::int64_t rareClass = -1;             // images: the class made rare; -1: none
    std::int64_t blockTokens = 64;           // text: tokens of a row
    std::int64_t articles = 1500;            // fieldGuide
    double rareShare = 1;                    // images: share of that class that is kept
};

} // namespace hareloom
