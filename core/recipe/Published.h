// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"

#include <string>
#include <string_view>
#include <vector>

namespace hareloom {

/// A curve as a paper printed it: resources/published/*.json. Drawn beside what is measured here, never
/// mixed with it.
struct PublishedCurve
{
    std::string label;          // what tells it from others of its source: "10% real data kept"
    std::string source;         // the paper, and where in it
    std::string note;           // how the numbers were taken from it
    std::vector<double> values; // entry g belongs to generation g; NaN where the paper has none

    bool operator==(const PublishedCurve&) const = default;
};

/// The curves whose metric this is and whose settings ("when": JSON path to value) all agree with the
/// experiment's. `variant` is one of expandVariants().
std::vector<PublishedCurve> publishedCurves(const Experiment& variant, const std::string& metric);

/// The same from the text of one file. Errors: InvalidFile, naming `origin`.
Result<std::vector<PublishedCurve>> publishedCurves(const Experiment& variant, const std::string& metric,
                                                    std::string_view text, const std::string& origin);

} // namespace hareloom
