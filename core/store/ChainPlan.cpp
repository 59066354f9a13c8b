// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ChainPlan.h"

#include "core/family/NetworkNeeds.h"
#include "core/recipe/Families.h"
#include "core/recipe/Stretches.h"
#include "core/recipe/Variants.h"

#include <algorithm>

namespace hareloom {

namespace {

std::int64_t leastWeightsEvery(const Experiment& variant)
{
    std::int64_t every = weightsKeptEvery(variant);
    for (const Stretch& stretch : stretchesOf(variant))
        every = std::min(every, weightsKeptEvery(stretch.experiment));
    return every;
}

} // namespace

ChainPlan::ChainPlan(const Experiment& experiment, std::int64_t snapshotEvery, Forks forks,
                     WeightNumbers weights)
    : m_forks(std::move(forks)),
      m_replicates(std::max<std::int64_t>(1, experiment.chains)),
      m_snapshotEvery(snapshotEvery),
      m_weightNumbers(std::move(weights))
{
    auto variants = expandVariants(experiment);
    m_variants = variants && !variants->empty() ? *std::move(variants) : std::vector<Experiment>{experiment};
    m_forks.resize(m_variants.size());
    for (const Experiment& variant : m_variants) {
        const bool all = hareloom::needsEverySample(variant);
        m_needs.push_back({all, all, leastWeightsEvery(variant), {}});
    }
    for (std::size_t v = m_variants.size(); v-- > 0;) // branches stand behind what they branch from
        if (const auto& fork = m_forks[v]) {
            Needs& parent = m_needs[fork->from];
            parent.forksAt.insert(fork->at - 1);
            parent.everySampleOfAny = parent.everySampleOfAny || m_needs[v].everySampleOfAny;
            if (m_needs[v].everySampleOfAny)
                parent.weightsEvery = 1;
        }
}

const Family& ChainPlan::familyOf(ChainIndex chain) const
{
    return *findFamily(variantOf(chain).family);
}

Seed ChainPlan::seedOf(ChainIndex chain, int generation) const
{
    return deriveSeed(variantOf(chain).seed, static_cast<std::uint64_t>(replicateOf(chain)),
                      static_cast<std::uint64_t>(generation), Purpose::Sample);
}

bool ChainPlan::isOfNetworks() const
{
    return std::any_of(m_variants.begin(), m_variants.end(),
                       [](const Experiment& variant) { return findFamily(variant.family)->isNetwork; });
}

std::optional<ChainIndex> ChainPlan::parentOf(ChainIndex chain) const
{
    const auto& fork = m_forks[variantNumber(chain)];
    if (!fork)
        return std::nullopt;
    return static_cast<ChainIndex>(static_cast<std::int64_t>(fork->from) * m_replicates + replicateOf(chain));
}

int ChainPlan::firstOwn(ChainIndex chain) const
{
    const auto& fork = m_forks[variantNumber(chain)];
    return fork ? static_cast<int>(fork->at) : 0;
}

ChainIndex ChainPlan::homeOf(ChainIndex chain, int index) const
{
    while (index < firstOwn(chain))
        chain = *parentOf(chain);
    return chain;
}

std::int64_t ChainPlan::weightNumberOf(ChainIndex chain, int index) const
{
    const ChainIndex home = homeOf(chain, index);
    return m_weightNumbers.of(static_cast<std::int64_t>(variantNumber(home)), replicateOf(home),
                              m_replicates);
}

// Networks keep what a view shows in their snapshots, and few generations; where every model's sample is
// needed again, every model is.
bool ChainPlan::thinsSnapshots(ChainIndex chain) const
{
    return m_snapshotEvery != 1 && !familyOf(chain).isNetwork &&
           !m_needs[variantNumber(chain)].everySampleOfAny;
}

bool ChainPlan::isSnapshotKept(ChainIndex chain, int index) const
{
    return index == 0 || !thinsSnapshots(chain) || isOfEvery(index) ||
           m_needs[variantNumber(chain)].forksAt.contains(index);
}

bool ChainPlan::mustHaveSnapshot(ChainIndex chain, int index) const
{
    const bool areThinned =
        m_snapshotEvery != 1 && !familyOf(chain).isNetwork && !needsEverySample(homeOf(chain, index));
    return index == 0 || !areThinned || isOfEvery(index);
}

bool ChainPlan::areWeightsKept(ChainIndex chain, int index) const
{
    const Needs& needs = m_needs[variantNumber(chain)];
    return index % needs.weightsEvery == 0 || needs.forksAt.contains(index);
}

} // namespace hareloom
