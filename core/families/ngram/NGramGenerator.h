// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/ngram/NGramRows.h"
#include "core/families/ngram/NGramSnapshot.h"
#include "core/family/Family.h"

namespace hareloom {

/// Family ngram: counts which token follows which in blocks of text, and writes by these counts (NGramModel).
/// A block of its sample goes on from a block of the prompting text, or begins anew.
class NGramGenerator final : public Generator
{
public:
    /// `shape` has the text.
    NGramGenerator(const Experiment& experiment, const DataShape& shape);

    /// Errors beside Generator's: none. 2^32 tokens or more are InvalidData.
    Result<FitReport> fit(const DatasetPtr& data, const FitContext& context) override;
    Result<FitReport> fitExactly(std::span<const PopulationPart> population) override;
    /// Errors beside Generator's: InvalidFile where there are no prompts and it needs some.
    Result<DatasetPtr> sample(std::int64_t n, Seed seed, const SampleRequest& request,
                              const FitContext& context) const override;

    SnapshotPtr snapshot() const override { return m_snapshot; }
    Result<void> restore(const SnapshotPtr& snapshot) override;

private:
    /// The contexts after which the rows of a sample begin: those that the prompts end in, or the empty one.
    /// Errors: InvalidData.
    Result<std::shared_ptr<const NGramRows::Starts>> startsAfter(const Dataset& prompts,
                                                                 const FitContext& context) const;

    int m_order;
    bool m_isPrompted;
    NGramPlan m_plan;
    std::int64_t m_vocabulary, m_length;
    NGramModelPtr m_model;
    SnapshotPtr m_snapshot;
};

} // namespace hareloom
