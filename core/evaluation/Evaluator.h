// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/FamilyEvaluator.h"
#include "core/family/Generation.h"
#include "core/metrics/Groups.h"
#include "core/metrics/Tails.h"

#include <optional>

namespace hareloom {

/// Measures the metrics that an experiment asks for. One chain, one thread at a time.
class Evaluator
{
public:
    explicit Evaluator(References references);

    const References& references() const { return m_references; }
    /// Generation 0's model, before the first measure().
    void rememberFirst(const SnapshotPtr& first) { m_references.first = first; }
    /// The slow first part of measure(), for callers that need it earlier. Errors: as measure().
    Result<void> prepare(const FitContext& context)
    {
        return m_ofFamily ? m_ofFamily->prepare(context) : Result<void>();
    }
    /// Rows of the model that measure() wants; see FamilyEvaluator.
    std::int64_t rowsWanted(std::int64_t fittedRows, std::int64_t sampleRows) const;
    /// Errors: those of FamilyEvaluator; Stopped.
    Result<std::vector<MetricValue>> measure(Measured& measured, const FitContext& context);
    /// What images are taken for, where the policy filters by classes. prepare() came before.
    std::vector<int> classesOf(MatrixView images) const { return m_ofFamily->classesOf(images); }
    /// Whether Measured::start counts.
    bool isTimed() const { return m_isTimed; }

private:
    using Value = double (*)(Evaluator&, const Measured&, int variable);
    struct Entry
    {
        MetricName name;
        Value value; // null: m_ofFamily knows it
        int variable = 0;
        std::string_view metric; // as in the catalogue
    };
    struct Functions; // core/evaluation/EvaluatorFunctions.cpp
    /// Of the catalogue's metrics; null: only m_ofFamily knows it.
    static Value functionFor(std::string_view metric);
    static bool knowsQuantiles(const References& references);

    const MeanCovariance& moments(const Measured& measured);
    const TailLimits& tails();
    const std::vector<int>& rareStates();
    const Groups& groups();
    std::int64_t distanceRows(std::int64_t fittedRows) const;
    double wasserstein(const Measured& measured, bool truthInModelsPlace);

    References m_references;
    std::unique_ptr<FamilyEvaluator> m_ofFamily; // null: every metric follows from the snapshot
    std::vector<Entry> m_entries;
    bool m_isTimed = false;
    bool m_comparesRows = false;       // w2Squared: between rows of truth and model
    bool m_samplesHeldOutRows = false; // reverseKlNats, jsNats: as many rows of the model as are held out
    MeanCovariance m_now;              // of the snapshot being measured
    const Snapshot* m_nowOf = nullptr;
    StopToken m_stop; // of the measuring at work
    // Made when first needed:
    std::optional<TailLimits> m_tails;
    std::optional<std::vector<int>> m_rareStates;
    std::optional<Groups> m_groups;
    Matrix m_directions;           // of the sliced distance
    std::int64_t m_floorRows = -1; // rows for which the noise floor is known
    double m_floor = 0;
};

} // namespace hareloom
