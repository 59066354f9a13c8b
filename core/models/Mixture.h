// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/Families.h"
#include "core/models/NormalMixtureFit.h"

namespace hareloom {

/// K normals by expectation-maximisation (Dempster, Laird, Rubin 1977) from k-means++ starts; full, diagonal,
/// tied or spherical covariance. No variance falls below `regularisation` in any direction: the maximisation
/// step is the exact constrained one, so the log-likelihood never falls and nothing becomes NaN. Components
/// keep their numbers from one generation to the next, nearest mean to nearest mean.
class Mixture final : public Generator
{
public:
    Mixture(const ModelConfig& config, const DataShape& shape) : m_config(config), m_dimension(shape.dimension) {}

    Result<FitReport> fit(const DatasetPtr& data, const FitContext& context) override;
    Result<FitReport> fitExactly(std::span<const PopulationPart> population) override;
    DatasetPtr sample(std::int64_t n, Seed seed, const SamplingBias& bias) const override { return sampleOf(m_snapshot, n, seed, bias); }
    SnapshotPtr snapshot() const override { return m_snapshot; }
    Result<void> restore(const SnapshotPtr& snapshot) override;

private:
    void publish(NormalMixture mixture);

    ModelConfig m_config;
    int m_dimension;
    NormalMixtureSnapshotPtr m_snapshot;
};

} // namespace hareloom
