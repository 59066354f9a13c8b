// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/Snapshot.h"

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

private:
    NormalMixture m_mixture;
};

/// Errors: InvalidFile (arrays that are missing, of the wrong size or not finite).
Result<SnapshotPtr> readNormalMixtureSnapshot(const nlohmann::json& object);

} // namespace hareloom
