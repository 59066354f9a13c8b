// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"
#include "core/families/normal/NormalMixtureSnapshot.h"
#include "core/family/Family.h"

namespace hareloom {

/// What gaussian, kde and mixture share: their fit is a NormalMixtureSnapshot.
class NormalMixtureGenerator : public Generator
{
public:
    NormalMixtureGenerator(const ModelConfig& config, const DataShape& shape)
        : m_config(config), m_dimension(shape.dimension)
    {
    }

    Result<DatasetPtr> sample(std::int64_t n, Seed seed, const SamplingBias& bias,
                              const FitContext& context) const final;
    SnapshotPtr snapshot() const final { return m_snapshot; }
    Result<void> restore(const SnapshotPtr& snapshot) final;

protected:
    /// Whether restore() may take this mixture; its dimension is right.
    virtual bool accepts(const NormalMixture&) const { return true; }
    const ModelConfig& config() const { return m_config; }
    int dimension() const { return m_dimension; }
    void publish(NormalMixture mixture)
    {
        m_snapshot = std::make_shared<NormalMixtureSnapshot>(std::move(mixture));
    }
    /// Null before the first fit.
    const NormalMixture* fitted() const { return m_snapshot ? &m_snapshot->mixture() : nullptr; }

private:
    ModelConfig m_config;
    int m_dimension;
    std::shared_ptr<const NormalMixtureSnapshot> m_snapshot;
};

} // namespace hareloom
