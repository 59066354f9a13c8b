// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"
#include "core/family/Generation.h"
#include "core/recipe/Forks.h"
#include "core/store/WeightNumbers.h"

#include <optional>
#include <set>
#include <vector>

namespace hareloom {

struct Family;

/// What a session's experiment says of its chains: how many there are, of which variant each is, how long it
/// can become and which seeds it has; and where a chain that branches from another has its generations.
class ChainPlan
{
public:
    ChainPlan() = default;
    /// `snapshotEvery`: see Session::create(). `forks`: which generations the session keeps once for several
    /// variants; empty: none. `weights`: what their files are called.
    explicit ChainPlan(const Experiment& experiment, std::int64_t snapshotEvery = 1, Forks forks = {},
                       WeightNumbers weights = {});

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

    const Forks& forks() const { return m_forks; }
    /// The chain that this one branches from; none: it has all generations by itself.
    std::optional<ChainIndex> parentOf(ChainIndex chain) const;
    /// The first generation of its own; those before are its parent's.
    int firstOwn(ChainIndex chain) const;
    /// The chain under whose number a generation of this one is kept.
    ChainIndex homeOf(ChainIndex chain, int index) const;

    const WeightNumbers& weightNumbers() const { return m_weightNumbers; }
    WeightNumbers::Shape shape() const { return {std::ssize(m_variants), m_replicates}; }
    /// The number in the name of a generation's weights.
    std::int64_t weightNumberOf(ChainIndex chain, int index) const;

    /// Whether going on with the chain takes all of its models; see core/family/SampleNeeds.h.
    bool needsEverySample(ChainIndex chain) const { return m_needs[variantNumber(chain)].everySample; }
    /// Whether a session keeps the snapshots of only some of a chain's generations.
    bool thinsSnapshots(ChainIndex chain) const;
    /// Whether the record of this generation has its snapshot. That of a chain's last one is kept in any
    /// case.
    bool isSnapshotKept(ChainIndex chain, int index) const;
    /// Whether a session without it is damaged. Fewer than are kept: a branch that was added later may need
    /// more than there are.
    bool mustHaveSnapshot(ChainIndex chain, int index) const;
    /// Of networks: whether the weights of this generation stay beside the session when the next one is
    /// there.
    bool areWeightsKept(ChainIndex chain, int index) const;
    std::int64_t snapshotEvery() const { return m_snapshotEvery; }
    const std::vector<Experiment>& variants() const { return m_variants; }

private:
    /// Of a variant.
    struct Needs
    {
        bool everySample = false;       // of its own
        bool everySampleOfAny = false;  // of its own or a branch's
        std::int64_t weightsEvery = 1;  // 1 also where a branch needs them all
        std::set<std::int64_t> forksAt; // the generations after which branches begin
    };

    bool isOfEvery(int index) const { return m_snapshotEvery > 0 && index % m_snapshotEvery == 0; }

    std::vector<Experiment> m_variants;
    Forks m_forks;              // by variant
    std::vector<Needs> m_needs; // by variant
    std::int64_t m_replicates = 1;
    std::int64_t m_snapshotEvery = 1;
    WeightNumbers m_weightNumbers;
};

} // namespace hareloom
