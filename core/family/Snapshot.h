// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/data/Categorical.h"
#include "core/data/NormalMixture.h"
#include "core/family/NamedValues.h"
#include "core/family/WrittenTexts.h"
#include "core/metrics/Gaussian.h"

#include <nlohmann/json_fwd.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hareloom {

/// A model that is nothing but numbers: its sizes, then its values, in an order that its family knows.
struct ModelNumbers
{
    std::vector<std::int64_t> sizes; // none is negative
    std::vector<double> values;
};

class Snapshot;
using SnapshotPtr = std::shared_ptr<const Snapshot>;

/// What one generation's model is, as a value: enough to draw it, to measure it, to store it and to
/// sample from it again. Immutable once published; any thread. It says of itself what it can tell; a family
/// whose models can tell more overrides more.
class Snapshot
{
public:
    virtual ~Snapshot() = default;

    /// Its name in sessions, which is never changed: "normalMixture".
    virtual std::string_view kind() const = 0;
    /// Whether a generator can go on from it: false for a network whose weights were not kept.
    virtual bool isComplete() const { return true; }
    /// Whether all parameters are finite numbers.
    virtual bool isFinite() const { return true; }

    /// Whether it is a model of the same data as `other`: of the same kind, with as many variables, states,
    /// pixels or tokens. All models of a chain are.
    virtual bool isAlike(const Snapshot& other) const;

    /// The model as a distribution of a form for which formulas are known; null where it has none. Lives as
    /// long as the snapshot.
    virtual const NormalMixture* normalMixture() const { return nullptr; }
    virtual const Categorical* categorical() const { return nullptr; }
    /// Mean (d) and covariance (d, d); usually those of the mixture. Nothing where they are not known.
    virtual std::optional<MeanCovariance> moments() const;
    /// Log density, or log probability of the state, in nats at each row of (n, d); usually of the two forms
    /// above. Nothing where the model has no density.
    virtual std::optional<Vector> logDensity(MatrixView rows) const;

    /// What the model generated, where the snapshot keeps it because it takes long to make again; else null.
    virtual DatasetPtr keptSample() const { return nullptr; }
    /// What the real data have of metrics that any data have, measured beside generation 0; null: nothing.
    virtual const NamedValues* realValues() const { return nullptr; }
    /// What the model wrote, where it writes; else null.
    virtual const WrittenTexts* texts() const { return nullptr; }

    /// {"kind": ..., arrays as little-endian binary}: exact, and small as CBOR. A session keeps weights that
    /// are large beside it, and asks for the rest.
    virtual nlohmann::json toJson(bool withWeights) const = 0;
    /// The same as plain numbers, which a session of millions of small models keeps instead;
    /// Family::readNumbers reads them. False where the snapshot holds more than numbers; `into` is then left
    /// as it was.
    virtual bool toNumbers(ModelNumbers& /*into*/) const { return false; }
    /// The name of the file or folder in which its weights lie beside a session, made of `stem`; empty: the
    /// session itself holds all of it.
    virtual std::string weightsName(const std::string& /*stem*/) const { return {}; }
    /// Writes its weights to `place`. isComplete(), and weightsName() has a name. Errors: System.
    virtual Result<void> writeWeights(const std::string& place) const;
    /// The same snapshot with the weights that lie at `place`. Errors: InvalidFile, naming the place.
    virtual Result<SnapshotPtr> withWeightsFrom(const std::string& place) const;
};

/// All of it, and without the weights that a session keeps beside it.
nlohmann::json toJson(const Snapshot& snapshot);
nlohmann::json toJsonWithoutWeights(const Snapshot& snapshot);

} // namespace hareloom
