// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/References.h"

#include <chrono>
#include <memory>
#include <string_view>
#include <vector>

namespace hareloom {

/// One finished fit, to be measured.
struct Measured
{
    const Snapshot& snapshot;
    const FitReport& fit;
    const Generator& generator; // of the fit
    std::int64_t fittedRows = 0;
    std::int64_t sampleRows = 0; // that it generates for the next; 0 when there is none
    Seed sampleSeed = 0;
    std::chrono::steady_clock::time_point start; // of the work on this generation
};

/// Measures what only one family has: images, texts. One chain, one thread at a time.
class FamilyEvaluator
{
public:
    virtual ~FamilyEvaluator() = default;

    /// What takes long and is done once, before the first look(). Errors: Stopped, InvalidData, Unsupported.
    virtual Result<void> prepare(const FitContext& context) = 0;
    /// Looks at one generation; `first` is generation 0's snapshot. Errors: Stopped.
    virtual Result<void> look(const Snapshot& first, const Measured& measured, const FitContext& context) = 0;

    /// Of what look() saw; `index` numbers the parts of a metric that is reported for each. NaN where it is
    /// not defined.
    virtual double value(std::string_view metric, int index) const = 0;
    /// How many parts such a metric has: classes of images, kinds of topics, ...
    virtual int parts(std::string_view metric) const = 0;
    /// The class of each row, for policies that filter by it; prepare() came before. Families without classes
    /// have none.
    virtual std::vector<int> classesOf(MatrixView /*rows*/) const { return {}; }
    /// The snapshot just looked at, with what views draw of it.
    virtual SnapshotPtr drawn(const SnapshotPtr& now) const = 0;
};

/// The family's own; null where every metric is a closed form of the snapshot.
std::unique_ptr<FamilyEvaluator> makeFamilyEvaluator(const References& references);

} // namespace hareloom
