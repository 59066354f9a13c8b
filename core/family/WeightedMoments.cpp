// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/family/WeightedMoments.h"

#include "core/data/RowsFrom.h"

namespace hareloom {

std::vector<WeighedPart> weighedParts(const DatasetPtr& data, const WeighedRows& rows)
{
    std::vector<WeighedPart> parts;
    if (rows.heavyRows > 0)
        parts.push_back({firstRows(data, rows.heavyRows), rows.heavy});
    if (rows.lightRows > 0)
        parts.push_back({rowsFrom(data, rows.heavyRows), rows.light});
    return parts;
}

Result<WeightedMoments> weightedMomentsOf(const DatasetPtr& data, const RowWeights& weights, int threads,
                                          const StopToken& stop)
{
    const int d = data->dimension();
    WeightedMoments all{{weights, data->rows()}, Vector::Zero(d), Matrix::Zero(d, d), Matrix::Zero(d, d)};
    const WeighedRows& rows = all.rows;
    std::vector<std::pair<Moments, double>> parts; // with the weight of one row
    for (const auto& [part, weight] : weighedParts(data, rows)) {
        const auto moments = momentsOf(*part, threads, stop);
        if (!moments)
            return moments.error();
        parts.emplace_back(*moments, weight);
    }
    for (const auto& [moments, weight] : parts)
        all.mean += weight * static_cast<double>(moments.count) / rows.rows() * moments.mean;
    for (const auto& [moments, weight] : parts) {
        const Vector step = moments.mean - all.mean;
        const Matrix scatter = moments.scatter + static_cast<double>(moments.count) * step * step.transpose();
        all.scatter += weight * scatter;
        all.unweightedScatter += scatter;
    }
    return all;
}

} // namespace hareloom
