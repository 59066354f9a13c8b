// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/normal/NormalMixtureSnapshot.h"

#include "core/family/PackedNumbers.h"

#include <algorithm>

namespace hareloom {

using nlohmann::json;

bool NormalMixtureSnapshot::isFinite() const
{
    return m_mixture.weights.allFinite() && m_mixture.means.allFinite() &&
           std::all_of(m_mixture.covariances.begin(), m_mixture.covariances.end(),
                       [](const Matrix& covariance) { return covariance.allFinite(); });
}

json NormalMixtureSnapshot::toJson(bool) const
{
    const Eigen::Index d = m_mixture.dimension(), shared = std::ssize(m_mixture.covariances);
    Matrix covariances(d, d * shared);
    for (Eigen::Index k = 0; k < shared; ++k)
        covariances.middleCols(k * d, d) = m_mixture.covariances[static_cast<std::size_t>(k)];
    return {{"kind", kKind},
            {"components", m_mixture.components()},
            {"dimension", d},
            {"covarianceCount", shared},
            {"weights", packed(m_mixture.weights.data(), m_mixture.weights.size())},
            {"means", packed(m_mixture.means.data(), m_mixture.means.size())},
            {"covariances", packed(covariances.data(), covariances.size())}};
}

Result<SnapshotPtr> readNormalMixtureSnapshot(const json& object)
{
    Unpacker unpack(object);
    const Eigen::Index components = unpack.size("components"), d = unpack.size("dimension"),
                       shared = unpack.size("covarianceCount");
    NormalMixture mixture;
    mixture.weights = unpack.matrix("weights", components, 1);
    mixture.means = unpack.matrix("means", components, d);
    const bool isShape = unpack.ok() && (shared == 1 || shared == components); // now d * shared is small
    const Matrix covariances = unpack.matrix("covariances", d, isShape ? d * shared : 1);
    if (!isShape || !unpack.ok())
        return invalidFile(
            "found a normalMixture snapshot whose arrays are missing, of the wrong size or not finite");
    for (Eigen::Index k = 0; k < shared; ++k)
        mixture.covariances.push_back(covariances.middleCols(k * d, d));
    return SnapshotPtr(std::make_shared<NormalMixtureSnapshot>(std::move(mixture)));
}

} // namespace hareloom
