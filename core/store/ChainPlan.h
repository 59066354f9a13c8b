// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"
#include "core/family/Generation.h"

#include <vector>

namespace hareloom {

struct Family;

/// What a session's experiment says of its chains: how many there are, of which variant each is, how long it
/// can become and which seeds it has.
class ChainPlan
{
public:
    ChainPlan() = default;
    /// `snapshotEvery`: see Session::create().
    explicit ChainPlan(const Experiment& experiment, std::int64_t snapshotEvery = 1);

    std::int64_t chains() const { return m_replicates * std::ssize(m_variants); }
    /// `chain` lies in [0, chains()) here and below.
    std::size_t variantNumber(ChainIndex chain) const
    {
        return static_cast<std::size_t>(chain / m_replicates);
    }
    std::int64_t replicateOf(ChainIndex chain) const { return chain % m_replicates; }
    const Experiment& variantOf(ChainIndex chain) const { return m_variants[variantNumber(chain)]; }
    const Family& familyOf(ChainIndex chain) const;
    /// Of the generation's sample.
    Seed seedOf(ChainIndex chain, int generation) const;
    bool isOfNetworks() const;
    /// Whether a session keeps the snapshots of only some of a chain's generations.
    bool thinsSnapshots(ChainIndex chain) const;
    /// Whether the record of this generation has its snapshot. That of a chain's last one is kept in any
    /// case.
    bool isSnapshotKept(ChainIndex chain, int index) const;
    std::int64_t snapshotEvery() const { return m_snapshotEvery; }
    const std::vector<Experiment>& variants() const { return m_variants; }

private:
    std::vector<Experiment> m_variants;
    std::int64_t m_replicates = 1;
    std::int64_t m_snapshotEvery = 1;
};

} // namespace hareloom
