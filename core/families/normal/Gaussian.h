// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/Moments.h"
#include "core/data/PartFold.h"
#include "core/families/normal/NormalMixtureGenerator.h"
#include "core/families/normal/NormalSettings.h"

namespace hareloom {

/// N(mu, Sigma) in d >= 1 variables by its sample mean and covariance, unbiased 1/(n-1) or biased 1/n:
/// Shumailov et al. 2024, section "Theoretical intuition". Weighted rows: WeightedMoments.h. Reads its rows
/// once, in blocks.
class Gaussian final : public NormalMixtureGenerator
{
public:
    Gaussian(const GaussianSettings& settings, int dimension)
        : NormalMixtureGenerator(dimension), m_settings(settings)
    {
    }

    Result<FitReport> fit(const DatasetPtr& data, const FitContext& context) override;
    Result<FitReport> fitExactly(std::span<const PopulationPart> population) override;

private:
    bool accepts(const NormalMixture& mixture) const override { return mixture.components() == 1; }
    Result<FitReport> fitScalar(const DatasetPtr& data, const FitContext& context);
    Result<FitReport> fitMany(const DatasetPtr& data, const FitContext& context);
    Result<FitReport> fitWeighted(const DatasetPtr& data, const FitContext& context);
    /// Publishes the normal and tells the likelihood of n rows whose scatter about this mean is known.
    Result<FitReport> publishOf(const Vector& mean, const Matrix& covariance, double rows,
                                const Matrix& scatter);

    GaussianSettings m_settings;
    PartFold<ScalarMoments> m_scalarFold;
    PartFold<Moments> m_fold;
};

} // namespace hareloom
