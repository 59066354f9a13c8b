// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/data/Categorical.h"
#include "core/data/NormalMixture.h"

#include <nlohmann/json_fwd.hpp>

#include <memory>
#include <string_view>

namespace hareloom {

/// What one generation's model is, as a value: enough to draw it, to measure it, to store it and to
/// sample from it again. Immutable once published; any thread.
class Snapshot
{
public:
    virtual ~Snapshot() = default;
    /// "normalMixture", "categorical", "vae" or "language"; a family of another shape adds its own.
    virtual std::string_view kind() const = 0;
    /// Whether a generator can go on from it: false for a network whose weights were not kept.
    virtual bool isComplete() const { return true; }
};
using SnapshotPtr = std::shared_ptr<const Snapshot>;

/// Families gaussian, kde and mixture.
class NormalMixtureSnapshot final : public Snapshot
{
public:
    static constexpr std::string_view kKind = "normalMixture";
    explicit NormalMixtureSnapshot(NormalMixture mixture) : m_mixture(std::move(mixture)) {}
    std::string_view kind() const override { return kKind; }
    const NormalMixture& mixture() const { return m_mixture; }

private:
    NormalMixture m_mixture;
};

/// Family discrete.
class CategoricalSnapshot final : public Snapshot
{
public:
    static constexpr std::string_view kKind = "categorical";
    explicit CategoricalSnapshot(Categorical distribution) : m_distribution(std::move(distribution)) {}
    std::string_view kind() const override { return kKind; }
    const Categorical& distribution() const { return m_distribution; }

private:
    Categorical m_distribution;
};

/// The value behind a snapshot, or null when it is of another kind.
const NormalMixture* asNormalMixture(const Snapshot& snapshot);
const Categorical* asCategorical(const Snapshot& snapshot);

/// {"kind": ..., arrays as little-endian binary doubles}: exact, and small as CBOR.
nlohmann::json toJson(const Snapshot& snapshot);
/// As a session keeps it, which has the weights of networks beside it.
nlohmann::json toJsonWithoutWeights(const Snapshot& snapshot);
/// Errors: InvalidFile (unknown kind, wrong shape, not finite).
Result<SnapshotPtr> snapshotFromJson(const nlohmann::json& json);

} // namespace hareloom
