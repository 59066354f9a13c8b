// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/family/ChainSetup.h"

#include "core/data/Moments.h"

#include <algorithm>
#include <cmath>

namespace hareloom {
namespace {

std::int64_t share(std::int64_t rows, double fraction)
{
    if (fraction == 0)
        return 0;
    return std::llround(static_cast<double>(rows) * fraction);
}

} // namespace

Result<MeanCovariance> sourceMomentsOf(const Source& source, const StopToken& stop)
{
    if (source.rowKind() != RowKind::Numbers)
        return MeanCovariance();
    if (const auto truth = source.moments())
        return MeanCovariance{truth->mean, truth->covariance};
    return momentsOf(*source.draw(*source.rowCount(), 0), 1, stop).transform([](const Moments& moments) {
        return meanCovarianceOf(moments);
    });
}

RowShares sharesOf(const ChainSetup& setup, int generation)
{
    const Policy& policy = setup.experiment.policy;
    const std::int64_t rows = policy.subsample > 0 ? policy.subsample : setup.size(generation);
    RowShares shares;
    shares.real = std::min(rows, share(rows, policy.realShare));
    shares.fresh = std::min(rows - shares.real, share(rows, policy.freshShare));
    shares.previous = std::min(rows - shares.real - shares.fresh, share(rows, policy.betaPrevious));
    shares.pool = rows - shares.real - shares.fresh - shares.previous;
    return shares;
}

} // namespace hareloom
