// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chain/Generation.h"
#include "core/chain/References.h"
#include "core/metrics/Tails.h"

#include <chrono>
#include <optional>

namespace hareloom {

/// One finished fit, to be measured.
struct Measured
{
    const Snapshot& snapshot;
    const FitReport& fit;
    const Generator& generator; // of the fit
    std::int64_t fittedRows = 0;
    Seed sampleSeed = 0;
    std::chrono::steady_clock::time_point start; // of the work on this generation
};

/// Measures the metrics that an experiment asks for. One chain, one thread at a time.
class Evaluator
{
public:
    explicit Evaluator(References references);

    /// Generation 0's model, before the first measure().
    void rememberFirst(const SnapshotPtr& first) { m_references.first = first; }
    std::vector<MetricValue> measure(const Measured& measured);
    /// Whether Measured::start counts.
    bool isTimed() const { return m_isTimed; }

private:
    struct Entry
    {
        MetricName name;
        double (*value)(Evaluator&, const Measured&, int variable);
        int variable = 0;
    };
    struct Functions;

    const MeanCovariance& moments(const Measured& measured);
    const TailLimits& tails();
    const std::vector<int>& rareStates();
    Matrix modelRows(const Measured& measured) const;
    double wasserstein(const Measured& measured, bool truthInModelsPlace);

    References m_references;
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
