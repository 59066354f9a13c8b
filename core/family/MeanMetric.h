// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace hareloom {

/// Whose mean the metric "mean" is of, among `dimension` variables from 0: "mean[2]" is that of variable 2,
/// "mean" alone that of the only one. Nothing for other metrics, and for a variable that is not there.
std::optional<int> variableOfMean(std::string_view metric, int dimension);

} // namespace hareloom
