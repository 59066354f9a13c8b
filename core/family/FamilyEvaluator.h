// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/References.h"

#include <chrono>
#include <string_view>
#include <vector>

namespace hareloom {

/// One finished fit, to be measured.
struct Measured
{
    SnapshotPtr snapshot; // of the fit; afterwards with what views draw of it
    const FitReport& fit;
    DatasetPtr sample;  // rows of the model, as many as were wanted; null: none were
    DatasetPtr prompts; // what they go on from, see SampleRequest; null where the family takes none
    std::int64_t fittedRows = 0;
    Seed sampleSeed = 0;
    std::chrono::steady_clock::time_point start; // of the work on this generation

    /// The first of the sample's rows in memory.
    Matrix rows(std::int64_t count) const;
};

/// Measures what only one family has: images, texts. One chain, one thread at a time.
class FamilyEvaluator
{
public:
    virtual ~FamilyEvaluator() = default;

    /// What takes long and is done once, before the first look(). Errors: Stopped, InvalidData, Unsupported.
    virtual Result<void> prepare(const FitContext& context) = 0;
    /// Rows of the model that look() wants of a generation that was fitted on `fittedRows` and generates
    /// `sampleRows` for the next; 0 of the last one.
    virtual std::int64_t rowsWanted(std::int64_t fittedRows, std::int64_t sampleRows) const = 0;
    /// Looks at one generation; `first` is generation 0's snapshot. Errors: Stopped.
    virtual Result<void> look(const Snapshot& first, Measured& measured, const FitContext& context) = 0;

    /// Of what look() saw; `index` numbers the parts of a metric that is reported for each. NaN where it is
    /// not defined.
    virtual double value(std::string_view metric, int index) const = 0;
    /// How many parts such a metric has: classes of images, kinds of topics, ...
    virtual int parts(std::string_view metric) const = 0;
    /// The class of each row, for policies that filter by it; prepare() came before. Families without classes
    /// have none.
    virtual std::vector<int> classesOf(MatrixView /*rows*/) const { return {}; }
};

} // namespace hareloom
