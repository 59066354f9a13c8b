// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/data/Categorical.h"
#include "core/data/ImageSet.h"
#include "core/data/NormalMixture.h"
#include "core/data/RowKind.h"
#include "core/data/SourceConfig.h"

#include <optional>
#include <string>
#include <vector>

namespace hareloom {

struct TextSet; // core/text/TextSet.h

struct TrueMoments
{
    Vector mean;       // (d)
    Matrix covariance; // (d, d)
};

/// The real data: an analytic distribution, which gives any number of fresh rows, or a table, which has
/// just those it has. Immutable; any thread.
class Source
{
public:
    virtual ~Source() = default;

    virtual int dimension() const = 0;
    virtual RowKind rowKind() const { return RowKind::Numbers; }

    /// The number of rows there are, or nothing when they are drawn from a distribution without end.
    virtual std::optional<std::int64_t> rowCount() const { return std::nullopt; }

    /// n rows. Of a table: n different rows at random (all of them, in file order, when n is the count);
    /// n must not exceed rowCount(). Same seed, same rows.
    virtual DatasetPtr draw(std::int64_t n, Seed seed) const = 0;

    /// The true distribution, where it is known in closed form, else null.
    virtual std::shared_ptr<const NormalMixture> normalMixture() const { return nullptr; }
    virtual std::shared_ptr<const Categorical> categorical() const { return nullptr; }
    /// Of one variable, where the true distribution is known: the x with P(X <= x) = `below` and P(X > x) = `above`,
    /// both in [0, 1], of which the smaller counts, so that neither tail loses digits.
    virtual std::optional<double> quantile(double /*below*/, double /*above*/) const { return std::nullopt; }
    /// Mean and covariance of the true distribution, where they are known exactly.
    virtual std::optional<TrueMoments> moments() const;
    /// Log of the true density in nats at each row of (n, d), -inf where it is zero; nothing where it is not
    /// known.
    virtual std::optional<Vector> logDensity(MatrixView rows) const;

    /// Names of the variables (d), for axes: "eruptions", or "x1", "x2".
    virtual std::vector<std::string> variableNames() const;

    /// What a file was taken for, and what was left out of a folder, as a line for people. Empty where there is
    /// nothing to say.
    virtual std::string readAs() const { return {}; }

    /// Number of states when rows are states 0 ... K-1 of a discrete distribution, else 0.
    virtual std::int64_t stateCount() const { return 0; }
    /// The images behind the rows when rows are images, else null.
    virtual ImageSetPtr images() const { return nullptr; }
    /// The text behind the rows when rows are blocks of tokens, else null.
    virtual std::shared_ptr<const TextSet> text() const { return nullptr; }
    /// Name of a state, for axes.
    virtual std::string stateName(std::int64_t state) const { return std::to_string(state + 1); }
};

/// Opens a source of such rows: a table is read as numbers, or its one column as names of states.
/// `baseFolder` resolves a relative path. Errors: InvalidInput (also for text, which needs a vocabulary: see
/// makeTextSource()), InvalidFile (with the line).
Result<std::shared_ptr<const Source>> makeSource(const SourceConfig& config, RowKind rows,
                                                 const std::string& baseFolder = {});

} // namespace hareloom
