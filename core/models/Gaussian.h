// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/Moments.h"
#include "core/data/PartFold.h"
#include "core/models/Families.h"

namespace hareloom {

/// N(mu, Sigma) in d >= 1 variables by its sample mean and covariance, unbiased 1/(n-1) or biased 1/n:
/// Shumailov et al. 2024, section "Theoretical intuition". Reads its rows once, in blocks.
class Gaussian final : public Generator
{
public:
    Gaussian(const ModelConfig& config, const DataShape& shape);

    Result<FitReport> fit(const DatasetPtr& data, const FitContext& context) override;
    Result<FitReport> fitExactly(std::span<const PopulationPart> population) override;
    DatasetPtr sample(std::int64_t n, Seed seed, const SamplingBias& bias) const override;
    SnapshotPtr snapshot() const override { return m_snapshot; }
    Result<void> restore(const SnapshotPtr& snapshot) override;

private:
    Result<FitReport> fitScalar(const DatasetPtr& data, const FitContext& context);
    Result<FitReport> fitMany(const DatasetPtr& data, const FitContext& context);

    bool m_unbiased;
    int m_dimension;
    PartFold<ScalarMoments> m_scalarFold;
    PartFold<Moments> m_fold;
    std::shared_ptr<const NormalMixtureSnapshot> m_snapshot;
};

} // namespace hareloom
