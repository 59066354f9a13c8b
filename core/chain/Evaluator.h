// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/FamilyEvaluator.h"
#include "core/family/Generation.h"
#include "core/metrics/Tails.h"

#include <optional>

namespace hareloom {

/// Measures the metrics that an experiment asks for. One chain, one thread at a time.
class Evaluator
{
public:
    explicit Evaluator(References references);

    /// Generation 0's model, before the first measure().
    void rememberFirst(const SnapshotPtr& first) { m_references.first = first; }
    /// What measure() begins with, for who needs it before. Errors: as measure().
    Result<void> prepare(const FitContext& context)
    {
        return m_ofFamily ? m_ofFamily->prepare(context) : Result<void>();
    }
    /// Errors: those of FamilyEvaluator; none where the family has no evaluator of its own.
    Result<std::vector<MetricValue>> measure(const Measured& measured, const FitContext& context);
    /// The snapshot just measured, with what views draw of it.
    SnapshotPtr drawn(SnapshotPtr snapshot) const
    {
        return m_ofFamily ? m_ofFamily->drawn(snapshot) : std::move(snapshot);
    }
    /// What images are taken for, where the policy filters by classes. prepare() came before.
    std::vector<int> classesOf(MatrixView images) const { return m_ofFamily->classesOf(images); }
    /// Whether Measured::start counts.
    bool isTimed() const { return m_isTimed; }

private:
    struct Entry
    {
        MetricName name;
        double (*value)(Evaluator&, const Measured&, int variable); // null: m_ofFamily knows it
        int variable = 0;
        std::string_view metric; // as in the catalogue
    };
    struct Functions;

    const MeanCovariance& moments(const Measured& measured);
    const TailLimits& tails();
    const std::vector<int>& rareStates();
    Matrix modelRows(const Measured& measured) const;
    double wasserstein(const Measured& measured, bool truthInModelsPlace);

    References m_references;
    std::unique_ptr<FamilyEvaluator> m_ofFamily; // see makeFamilyEvaluator()
    std::vector<Entry> m_entries;
    bool m_isTimed = false;
    MeanCovariance m_now; // of the snapshot being measured
    const Snapshot* m_nowOf = nullptr;
    // Made when first needed:
    std::optional<TailLimits> m_tails;
    std::optional<std::vector<int>> m_rareStates;
    Matrix m_directions;           // of the sliced distance
    std::int64_t m_floorRows = -1; // rows for which the noise floor is known
    double m_floor = 0;
};

} // namespace hareloom
