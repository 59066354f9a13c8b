// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/normal/NormalMixtureGenerator.h"
#include "core/families/normal/NormalSettings.h"
#include "core/families/normal/Regularisation.h"

#include <optional>

namespace hareloom {

/// K normals by expectation-maximisation (Dempster, Laird, Rubin 1977) from k-means++ starts; full, diagonal,
/// tied or spherical covariance. With a floor the maximisation step is the exact constrained one, so the
/// log-likelihood never falls; with an added regularisation it may, and EM stops when it moves less than the
/// tolerance, as scikit-learn's does. Nothing becomes NaN. Components keep their numbers from one generation
/// to the next, nearest mean to nearest mean. With weighted rows each counts by its weight in every step; the
/// starts, which are clusters, weigh all alike.
class Mixture final : public NormalMixtureGenerator
{
public:
    /// `realRows`: what generation 0 learns from, to which a relative floor refers; null: the first rows that
    /// are fitted.
    Mixture(const MixtureSettings& settings, int dimension, DatasetPtr realRows)
        : NormalMixtureGenerator(dimension), m_settings(settings), m_realRows(std::move(realRows))
    {
    }

    Result<FitReport> fit(const DatasetPtr& data, const FitContext& context) override;
    Result<FitReport> fitExactly(std::span<const PopulationPart> population) override;

private:
    Result<void> readRegularisation(const DatasetPtr& data, const FitContext& context);
    void publishMatched(NormalMixture mixture);

    MixtureSettings m_settings;
    DatasetPtr m_realRows; // null when m_regularisation is there
    std::optional<detail::Regularisation> m_regularisation;
};

} // namespace hareloom
