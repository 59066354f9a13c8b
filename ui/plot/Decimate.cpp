// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/Decimate.h"

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

void addExtremes(std::vector<std::size_t>& indices, const std::vector<double>& values, std::size_t begin,
                 std::size_t end)
{
    std::size_t least = end, greatest = end;
    for (std::size_t i = begin; i < end; ++i) {
        if (!std::isfinite(values[i]))
            continue;
        least = least == end || values[i] < values[least] ? i : least;
        greatest = greatest == end || values[i] > values[greatest] ? i : greatest;
    }
    if (least == end) {
        indices.push_back(begin);
        return;
    }
    indices.push_back(std::min(least, greatest));
    if (least != greatest)
        indices.push_back(std::max(least, greatest));
}

} // namespace

std::vector<std::size_t> tellingIndices(const std::vector<double>& values, std::size_t from, std::size_t to,
                                        std::size_t buckets)
{
    std::vector<std::size_t> indices;
    if (values.empty() || from >= values.size() || to < from)
        return indices;
    to = std::min(to, values.size() - 1);
    const std::size_t count = to - from + 1;
    buckets = std::max<std::size_t>(1, buckets);
    if (count <= 2 * buckets) {
        for (std::size_t i = from; i <= to; ++i)
            indices.push_back(i);
        return indices;
    }
    indices.push_back(from);
    for (std::size_t b = 0; b < buckets; ++b)
        addExtremes(indices, values, from + b * count / buckets, from + (b + 1) * count / buckets);
    indices.push_back(to);
    indices.erase(std::unique(indices.begin(), indices.end()), indices.end());
    return indices;
}

} // namespace hareloom::ui
