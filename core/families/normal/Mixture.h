// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/normal/NormalMixtureGenerator.h"
#include "core/families/normal/NormalSettings.h"

namespace hareloom {

/// K normals by expectation-maximisation (Dempster, Laird, Rubin 1977) from k-means++ starts; full, diagonal,
/// tied or spherical covariance. No variance falls below `regularisation` in any direction: the maximisation
/// step is the exact constrained one, so the log-likelihood never falls and nothing becomes NaN. Components
/// keep their numbers from one generation to the next, nearest mean to nearest mean.
class Mixture final : public NormalMixtureGenerator
{
public:
    Mixture(const MixtureSettings& settings, int dimension)
        : NormalMixtureGenerator(dimension), m_settings(settings)
    {
    }

    Result<FitReport> fit(const DatasetPtr& data, const FitContext& context) override;
    Result<FitReport> fitExactly(std::span<const PopulationPart> population) override;

private:
    void publishMatched(NormalMixture mixture);

    MixtureSettings m_settings;
};

} // namespace hareloom
