// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/normal/NormalMixtureGenerator.h"

namespace hareloom {

Result<DatasetPtr> NormalMixtureGenerator::sample(std::int64_t n, Seed seed, const SampleRequest& request,
                                                  const FitContext& context) const
{
    return sampleOf(std::shared_ptr<const NormalMixture>(m_snapshot, &m_snapshot->mixture()), n, seed,
                    request.lambda, context.stop);
}

Result<void> NormalMixtureGenerator::restore(const SnapshotPtr& snapshot)
{
    auto found = std::dynamic_pointer_cast<const NormalMixtureSnapshot>(snapshot);
    if (!found || found->mixture().dimension() != m_dimension)
        return invalidFile("found a snapshot that is no mixture of normals in " +
                           std::to_string(m_dimension) + " variables");
    if (!accepts(found->mixture()))
        return invalidFile("found a snapshot of " + std::to_string(found->mixture().components()) +
                           " normals, which this family does not fit");
    m_snapshot = std::move(found);
    return {};
}

} // namespace hareloom
