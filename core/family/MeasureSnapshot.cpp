// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/family/MeasureSnapshot.h"

namespace hareloom {

bool isFinite(const Snapshot& snapshot, const StopToken& stop)
{
    const NormalMixture* mixture = snapshot.normalMixture();
    return mixture ? isFinite(*mixture, stop) : snapshot.isFinite();
}

std::optional<MeanCovariance> momentsOf(const Snapshot& snapshot, const StopToken& stop)
{
    const NormalMixture* mixture = snapshot.normalMixture();
    if (!mixture)
        return snapshot.moments();
    auto [mean, covariance] = momentsOf(*mixture, stop);
    return MeanCovariance{std::move(mean), std::move(covariance)};
}

std::optional<Vector> logDensityOf(const Snapshot& snapshot, MatrixView rows, const StopToken& stop)
{
    const NormalMixture* mixture = snapshot.normalMixture();
    return mixture ? std::optional(logDensity(*mixture, rows, stop)) : snapshot.logDensity(rows);
}

} // namespace hareloom
