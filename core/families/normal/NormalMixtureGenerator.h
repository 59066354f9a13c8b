// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/normal/NormalMixtureSnapshot.h"
#include "core/family/Generator.h"

namespace hareloom {

/// What gaussian, kde and mixture share: their fit is a NormalMixtureSnapshot.
class NormalMixtureGenerator : public Generator
{
public:
    explicit NormalMixtureGenerator(int dimension) : m_dimension(dimension) {}

    Result<DatasetPtr> sample(std::int64_t n, Seed seed, const SampleRequest& request,
                              const FitContext& context) const final;
    SnapshotPtr snapshot() const final { return m_snapshot; }
    Result<void> restore(const SnapshotPtr& snapshot) final;

protected:
    /// Whether restore() may take this mixture; its dimension is right.
    virtual bool accepts(const NormalMixture&) const { return true; }
    int dimension() const { return m_dimension; }
    void publish(NormalMixture mixture)
    {
        m_snapshot = std::make_shared<NormalMixtureSnapshot>(std::move(mixture));
    }
    /// Null before the first fit.
    const NormalMixture* fitted() const { return m_snapshot ? &m_snapshot->mixture() : nullptr; }

private:
    int m_dimension;
    std::shared_ptr<const NormalMixtureSnapshot> m_snapshot;
};

} // namespace hareloom
