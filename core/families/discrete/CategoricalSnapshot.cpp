// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/discrete/CategoricalSnapshot.h"

#include "core/family/PackedNumbers.h"

namespace hareloom {

using nlohmann::json;

json CategoricalSnapshot::toJson(bool) const
{
    const Vector& p = m_distribution.probabilities;
    return {{"kind", kKind}, {"states", p.size()}, {"probabilities", packed(p.data(), p.size())}};
}

Result<SnapshotPtr> readCategoricalSnapshot(const json& object)
{
    Unpacker unpack(object);
    const Eigen::Index states = unpack.size("states");
    Categorical distribution{unpack.matrix("probabilities", states, 1)};
    if (!unpack.ok() || distribution.probabilities.minCoeff() < 0)
        return invalidFile(
            "found a categorical snapshot whose probabilities are missing, of the wrong size or negative");
    return SnapshotPtr(std::make_shared<CategoricalSnapshot>(std::move(distribution)));
}

} // namespace hareloom
