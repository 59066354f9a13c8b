// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/family/Snapshot.h"

#include <nlohmann/json.hpp>

namespace hareloom {

bool Snapshot::isAlike(const Snapshot& other) const
{
    const NormalMixture *mixture = normalMixture(), *otherMixture = other.normalMixture();
    const Categorical *states = categorical(), *otherStates = other.categorical();
    return kind() == other.kind() && !mixture == !otherMixture && !states == !otherStates &&
           (!mixture || mixture->dimension() == otherMixture->dimension()) &&
           (!states || states->probabilities.size() == otherStates->probabilities.size());
}

std::optional<MeanCovariance> Snapshot::moments() const
{
    const NormalMixture* mixture = normalMixture();
    return mixture ? std::optional(MeanCovariance{meanOf(*mixture), covarianceOf(*mixture)}) : std::nullopt;
}

std::optional<Vector> Snapshot::logDensity(MatrixView rows) const
{
    if (const NormalMixture* mixture = normalMixture())
        return hareloom::logDensity(*mixture, rows);
    const Categorical* states = categorical();
    return states ? std::optional(logProbability(*states, rows)) : std::nullopt;
}

Result<void> Snapshot::writeWeights(const std::string& place) const
{
    return unsupported(place + ": this model has no weights beside its session");
}

Result<SnapshotPtr> Snapshot::withWeightsFrom(const std::string& place) const
{
    return unsupported(place + ": this model has no weights beside its session");
}

nlohmann::json toJson(const Snapshot& snapshot)
{
    return snapshot.toJson(true);
}

nlohmann::json toJsonWithoutWeights(const Snapshot& snapshot)
{
    return snapshot.toJson(false);
}

} // namespace hareloom
