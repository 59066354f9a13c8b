// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/family/MeanMetric.h"

#include <charconv>

namespace hareloom {

std::optional<int> variableOfMean(std::string_view metric, int dimension)
{
    constexpr std::string_view kMean = "mean";
    if (metric == kMean)
        return dimension == 1 ? std::optional(0) : std::nullopt;
    if (!metric.starts_with("mean[") || !metric.ends_with(']'))
        return std::nullopt;
    int variable = -1;
    const char *first = metric.data() + kMean.size() + 1, *last = metric.data() + metric.size() - 1;
    const auto read = std::from_chars(first, last, variable);
    const bool isNumber = read.ec == std::errc() && read.ptr == last;
    return isNumber && variable >= 0 && variable < dimension ? std::optional(variable) : std::nullopt;
}

} // namespace hareloom
