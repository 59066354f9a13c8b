// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chain/Generation.h"
#include "core/chain/References.h"

namespace hareloom {

/// One finished fit, to be measured.
struct Measured
{
    const Snapshot& snapshot;
    const FitReport& fit;
    const Generator& generator;  // of the fit
    std::int64_t fittedRows = 0;
    Seed sampleSeed = 0;
    double elapsedMs = 0;
};

/// Measures the metrics that an experiment asks for. One chain, one thread at a time.
class Evaluator
{
public:
    explicit Evaluator(References references);

    /// Generation 0's model, before the first measure().
    void rememberFirst(const SnapshotPtr& first) { hareloom::rememberFirst(m_references, first); }
    std::vector<MetricValue> measure(const Measured& measured);

private:
    struct Entry
    {
        std::shared_ptr<const std::string> name;
        double (*value)(Evaluator&, const Measured&, int variable);
        int variable = 0;
    };
    struct Functions;

    const MeanCovariance& moments(const Measured& measured);
    Matrix modelRows(const Measured& measured) const;
    double wasserstein(const Measured& measured, std::uint64_t truthDraw, bool truthInModelsPlace);

    References m_references;
    std::vector<Entry> m_entries;
    MeanCovariance m_now;         // of the snapshot being measured
    const Snapshot* m_nowOf = nullptr;
    Matrix m_directions;          // of the sliced distance, made when first needed
    std::int64_t m_floorRows = -1; // rows for which the noise floor is known
    double m_floor = 0;
};

} // namespace hareloom
