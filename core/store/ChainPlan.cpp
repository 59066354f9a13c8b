// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ChainPlan.h"

#include "core/family/SampleNeeds.h"
#include "core/recipe/Families.h"
#include "core/recipe/Variants.h"

#include <algorithm>

namespace hareloom {

ChainPlan::ChainPlan(const Experiment& experiment, std::int64_t snapshotEvery)
    : m_replicates(std::max<std::int64_t>(1, experiment.chains)), m_snapshotEvery(snapshotEvery)
{
    auto variants = expandVariants(experiment);
    m_variants = variants && !variants->empty() ? *std::move(variants) : std::vector<Experiment>{experiment};
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

// Networks keep what a view shows in their snapshots, and few generations; where every model's sample is
// needed again, every model is.
bool ChainPlan::thinsSnapshots(ChainIndex chain) const
{
    return m_snapshotEvery != 1 && !familyOf(chain).isNetwork && 
           !needsEverySample(variantOf(chain).policy, familyOf(chain));
}

bool ChainPlan::isSnapshotKept(ChainIndex chain, int index) const
{
    return index == 0 || !thinsSnapshots(chain) || (m_snapshotEvery > 0 && index % m_snapshotEvery == 0);
}

} // namespace hareloom
