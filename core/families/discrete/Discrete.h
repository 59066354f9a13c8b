// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/PartFold.h"
#include "core/families/discrete/CategoricalSnapshot.h"
#include "core/family/Generator.h"

#include <vector>

namespace hareloom {

/// How often each state occurred.
struct StateCounts
{
    std::vector<std::int64_t> counts; // (K), or empty
    void append(const StateCounts& other);
};

/// States with their empirical frequencies, the maximum-likelihood refit: a Markov chain whose states once
/// lost never return (Shumailov et al. 2024, "Discrete distributions with exact approximation"). Of weighted
/// rows a state has the share of the weight that its rows have together.
class Discrete final : public Generator
{
public:
    /// Over states 0 ... `states` - 1.
    explicit Discrete(std::int64_t states) : m_states(states) {}

    Result<FitReport> fit(const DatasetPtr& data, const FitContext& context) override;
    Result<FitReport> fitExactly(std::span<const PopulationPart> population) override;
    Result<DatasetPtr> sample(std::int64_t n, Seed seed, const SampleRequest& request,
                              const FitContext& context) const override;
    SnapshotPtr snapshot() const override { return m_snapshot; }
    Result<void> restore(const SnapshotPtr& snapshot) override;

private:
    Result<FitReport> fitWeighted(const DatasetPtr& data, const FitContext& context);
    /// `shares`: of each state; `counts`: how many rows have it.
    FitReport publish(Vector shares, const Vector& counts);

    std::int64_t m_states;
    PartFold<StateCounts> m_fold;
    std::shared_ptr<const CategoricalSnapshot> m_snapshot;
};

} // namespace hareloom
