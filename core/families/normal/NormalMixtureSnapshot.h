// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/Snapshot.h"

#include <span>

namespace hareloom {

/// What gaussian, kde and mixture fit.
class NormalMixtureSnapshot final : public Snapshot
{
public:
    static constexpr std::string_view kKind = "normalMixture";

    explicit NormalMixtureSnapshot(NormalMixture mixture) : m_mixture(std::move(mixture)) {}

    std::string_view kind() const override { return kKind; }
    bool isFinite() const override;
    const NormalMixture* normalMixture() const override { return &m_mixture; }
    const NormalMixture& mixture() const { return m_mixture; }
    nlohmann::json toJson(bool withWeights) const override;
    /// Sizes: components, variables, covariances, weights. Values: weights, means, covariances, matrices
    /// column by column; no weights where each is 1 / components.
    bool toNumbers(ModelNumbers& into) const override;

private:
    NormalMixture m_mixture;
};

/// Errors: InvalidFile (arrays that are missing, of the wrong size or not finite).
Result<SnapshotPtr> readNormalMixtureSnapshot(const nlohmann::json& object);
/// Of NormalMixtureSnapshot::toNumbers(). Errors: InvalidFile (sizes and values that do not fit each other,
/// or values that are not finite).
Result<SnapshotPtr> readNormalMixtureNumbers(std::span<const std::int64_t> sizes,
                                             std::span<const double> values);

} // namespace hareloom
