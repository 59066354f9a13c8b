// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/discrete/CategoricalSnapshot.h"

#include "core/family/PackedNumbers.h"

#include <algorithm>
#include <cmath>

namespace hareloom {

using nlohmann::json;

json CategoricalSnapshot::toJson(bool) const
{
    const Vector& p = m_distribution.probabilities;
    return {{"kind", kKind}, {"states", p.size()}, {"probabilities", packed(p.data(), p.size())}};
}

bool CategoricalSnapshot::toNumbers(ModelNumbers& into) const
{
    const Vector& p = m_distribution.probabilities;
    into.sizes.clear();
    into.values.assign(p.data(), p.data() + p.size());
    return true;
}

Result<SnapshotPtr> readCategoricalNumbers(std::span<const std::int64_t> sizes,
                                           std::span<const double> values)
{
    const auto isProbability = [](double p) { return std::isfinite(p) && p >= 0; };
    if (!sizes.empty() || values.empty() || !std::all_of(values.begin(), values.end(), isProbability))
        return invalidFile(
            "its snapshot is no distribution over states: its probabilities are missing, negative or "
            "not finite");
    return SnapshotPtr(std::make_shared<CategoricalSnapshot>(
        Categorical{Eigen::Map<const Vector>(values.data(), std::ssize(values))}));
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
