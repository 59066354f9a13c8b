// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/family/WeightedMoments.h"

#include "core/data/RowsFrom.h"

namespace hareloom {

Result<WeightedMoments> weightedMomentsOf(const DatasetPtr& data, const RowWeights& weights, int threads,
                                          const StopToken& stop)
{
    const int d = data->dimension();
    WeightedMoments all{{weights, data->rows()}, Vector::Zero(d), Matrix::Zero(d, d), Matrix::Zero(d, d)};
    const WeighedRows& rows = all.rows;
    std::vector<std::pair<Moments, double>> parts; // with the weight of one row
    const auto add = [&](const DatasetPtr& part, double weight) {
        const auto moments = momentsOf(*part, threads, stop);
        if (moments)
            parts.emplace_back(*moments, weight);
        return moments ? Result<void>() : Result<void>(moments.error());
    };
    if (rows.heavyRows > 0)
        if (auto done = add(firstRows(data, rows.heavyRows), rows.heavy); !done)
            return done.error();
    if (rows.lightRows > 0)
        if (auto done = add(rowsFrom(data, rows.heavyRows), rows.light); !done)
            return done.error();
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
