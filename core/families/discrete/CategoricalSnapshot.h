// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/Snapshot.h"

#include <span>

namespace hareloom {

/// What the discrete family fits.
class CategoricalSnapshot final : public Snapshot
{
public:
    static constexpr std::string_view kKind = "categorical";

    explicit CategoricalSnapshot(Categorical distribution) : m_distribution(std::move(distribution)) {}

    std::string_view kind() const override { return kKind; }
    bool isFinite() const override { return m_distribution.probabilities.allFinite(); }
    const Categorical* categorical() const override { return &m_distribution; }
    const Categorical& distribution() const { return m_distribution; }
    nlohmann::json toJson(bool withWeights) const override;
    /// No sizes. Values: the probabilities.
    bool toNumbers(ModelNumbers& into) const override;

private:
    Categorical m_distribution;
};

/// Errors: InvalidFile (probabilities that are missing, of the wrong size, negative or not finite).
Result<SnapshotPtr> readCategoricalSnapshot(const nlohmann::json& object);
/// Of CategoricalSnapshot::toNumbers(). Errors: InvalidFile (no probabilities, negative ones, or such as are
/// not finite).
Result<SnapshotPtr> readCategoricalNumbers(std::span<const std::int64_t> sizes,
                                           std::span<const double> values);

} // namespace hareloom
