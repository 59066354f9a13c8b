// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/Interaction.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace hareloom {

std::vector<std::int64_t> rowsFromEach(std::span<const double> shares, std::int64_t rows)
{
    std::vector<std::int64_t> counts;
    std::vector<double> remainders;
    for (const double share : shares) {
        const double wanted = share * static_cast<double>(rows);
        counts.push_back(static_cast<std::int64_t>(std::floor(wanted)));
        remainders.push_back(wanted - std::floor(wanted));
    }
    std::vector<std::size_t> order(shares.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
    std::int64_t left = rows - std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
    for (std::size_t i = 0; left > 0; i = (i + 1) % order.size(), --left)
        ++counts[order[i]];
    return counts;
}

std::vector<int> groupsOf(const Interaction& interaction)
{
    const std::size_t models = interaction.matrix.size();
    std::vector<int> groups(models, -1);
    int found = 0;
    for (std::size_t first = 0; first < models; ++first) {
        if (groups[first] >= 0)
            continue;
        std::vector<std::size_t> reached = {first};
        groups[first] = found;
        while (!reached.empty()) {
            const std::size_t at = reached.back();
            reached.pop_back();
            for (std::size_t other = 0; other < models; ++other)
                if (groups[other] < 0 &&
                    (interaction.matrix[at][other] > 0 || interaction.matrix[other][at] > 0)) {
                    groups[other] = found;
                    reached.push_back(other);
                }
        }
        ++found;
    }
    return groups;
}

namespace {

constexpr double kSteps = 1e6; // shares that are computed are whole millionths

double rounded(double share)
{
    return std::round(share * kSteps) / kSteps;
}

/// Of the others in proportion to what they have; `fallback` of them alike where they have nothing.
void shareRest(std::vector<double>& row, std::size_t fixed, const std::vector<std::size_t>& fallback)
{
    const double rest = 1 - row[fixed];
    double others = 0;
    for (std::size_t j = 0; j < row.size(); ++j)
        others += j == fixed ? 0 : row[j];
    std::size_t last = fallback.front();
    double given = 0;
    for (std::size_t j = 0; j < row.size(); ++j) {
        if (j == fixed)
            continue;
        const bool isFallback = std::find(fallback.begin(), fallback.end(), j) != fallback.end();
        row[j] = rounded(others > 0   ? row[j] / others * rest
                         : isFallback ? rest / static_cast<double>(fallback.size())
                                      : 0);
        given += row[j];
        if (row[j] > row[last])
            last = j;
    }
    row[last] = std::clamp(row[last] + rest - given, 0.0, 1.0); // what rounding has left
}

} // namespace

Interaction eachFromItself(std::size_t models)
{
    Interaction interaction;
    interaction.matrix.assign(models, std::vector<double>(models, 0.0));
    for (std::size_t i = 0; i < models; ++i)
        interaction.matrix[i][i] = 1;
    return interaction;
}

Interaction withShare(const Interaction& interaction, std::size_t reader, std::size_t writer, double share)
{
    Interaction changed{interaction.matrix};
    std::vector<double>& row = changed.matrix[reader];
    std::vector<std::size_t> fallback;
    for (std::size_t j = 0; j < row.size(); ++j)
        if (j != writer && (writer == reader || j == reader))
            fallback.push_back(j);
    row[writer] = std::clamp(share, 0.0, 1.0);
    if (!fallback.empty())
        shareRest(row, writer, fallback);
    return changed;
}

Interaction withOneMore(const Interaction& interaction)
{
    Interaction changed{interaction.matrix};
    for (auto& row : changed.matrix)
        row.push_back(0);
    changed.matrix.emplace_back(changed.matrix.size() + 1, 0.0).back() = 1;
    return changed;
}

Interaction withoutModel(const Interaction& interaction, std::size_t model)
{
    Interaction changed;
    for (std::size_t i = 0; i < interaction.matrix.size(); ++i) {
        if (i == model)
            continue;
        auto row = withShare(interaction, i, model, 0).matrix[i];
        row.erase(row.begin() + static_cast<std::ptrdiff_t>(model));
        changed.matrix.push_back(std::move(row));
    }
    return changed;
}

} // namespace hareloom
