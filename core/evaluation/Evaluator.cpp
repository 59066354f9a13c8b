// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/Evaluator.h"

#include "core/family/MeasureSnapshot.h"
#include "core/metrics/Catalogue.h"
#include "core/metrics/Discrete.h"

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace hareloom {
namespace {

constexpr std::int64_t kDistanceRows = 10'000; // at most, on each side of an empirical distance, unless said

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

// Into `moments`, whose memory serves again. NaN where they are not known.
void takeMoments(MeanCovariance& moments, const Snapshot& snapshot, int dimension, const StopToken& stop)
{
    const NormalMixture* mixture = snapshot.normalMixture();
    if (mixture && mixture->components() == 1) {
        moments.mean = mixture->means.row(0).transpose();
        moments.covariance = mixture->covariances.front();
        return;
    }
    moments = momentsOf(snapshot, stop)
                  .value_or(MeanCovariance{Vector::Constant(dimension, kNone),
                                           Matrix::Constant(dimension, dimension, kNone)});
}

} // namespace

Evaluator::Evaluator(References references) : m_references(std::move(references))
{
    if (const auto make = m_references.setup->family->evaluator)
        m_ofFamily = make(m_references);
    for (const std::string& metric : m_references.setup->experiment.evaluation.metrics) {
        const MetricInfo* info = findMetric(metric);
        m_isTimed = m_isTimed || info->name == "elapsedMs";
        m_comparesRows = m_comparesRows || (info->name == "w2Squared" && !knowsQuantiles(m_references));
        m_samplesHeldOutRows =
            m_samplesHeldOutRows || info->name == "reverseKlNats" || info->name == "jsNats";
        const Value value = functionFor(info->name); // null: of the family
        const bool all = info->perVariable && metric == info->name;
        const int variables =
            m_ofFamily ? m_ofFamily->parts(info->name) : m_references.setup->source->dimension();
        for (int j = 0; j < (all ? variables : 1); ++j) {
            const bool one = info->perVariable && !all;
            const int variable = one ? std::atoi(metric.c_str() + info->name.size() + 1) : j;
            const MetricName name(all ? partName(metric, static_cast<std::size_t>(j)) : metric);
            if (variable < std::max(1, variables))
                m_entries.push_back({name, value, variable, info->name});
        }
    }
}

const TailLimits& Evaluator::tails()
{
    if (!m_tails)
        m_tails = tailLimitsOf(*m_references.first->normalMixture(), m_stop);
    return *m_tails;
}

const Groups& Evaluator::groups()
{
    if (!m_groups)
        m_groups.emplace(*m_references.first->normalMixture());
    return *m_groups;
}

const std::vector<int>& Evaluator::rareStates()
{
    if (!m_rareStates)
        m_rareStates = rareStatesOf(*m_references.first->categorical());
    return *m_rareStates;
}

std::int64_t Evaluator::rowsWanted(std::int64_t fittedRows, std::int64_t sampleRows) const
{
    std::int64_t rows = m_ofFamily ? m_ofFamily->rowsWanted(fittedRows, sampleRows) : 0;
    if (m_comparesRows)
        rows = std::max(rows, distanceRows(fittedRows));
    if (m_samplesHeldOutRows && m_references.heldOut)
        rows = std::max<std::int64_t>(rows, m_references.heldOut->rows());
    return rows;
}

Result<std::vector<MetricValue>> Evaluator::measure(Measured& measured, const FitContext& context)
{
    m_nowOf = nullptr;
    if (m_ofFamily) {
        auto looked = m_ofFamily->prepare(context);
        if (looked)
            looked = m_ofFamily->look(*m_references.first, measured, context);
        if (!looked)
            return looked.error();
    }
    m_stop = context.stop;
    std::vector<MetricValue> values;
    values.reserve(m_entries.size());
    for (const Entry& entry : m_entries)
        values.push_back({entry.name, entry.value ? entry.value(*this, measured, entry.variable)
                                                  : m_ofFamily->value(entry.metric, entry.variable)});
    m_stop = {};
    if (context.stop.stopRequested()) // what was being measured may be no number
        return stopped();
    return values;
}

const MeanCovariance& Evaluator::moments(const Measured& measured)
{
    if (m_nowOf != measured.snapshot.get()) {
        takeMoments(m_now, *measured.snapshot, m_references.setup->source->dimension(), m_stop);
        m_nowOf = measured.snapshot.get();
    }
    return m_now;
}

std::int64_t Evaluator::distanceRows(std::int64_t fittedRows) const
{
    const std::int64_t chosen = m_references.setup->experiment.evaluation.distanceRows;
    return chosen > 0 ? chosen : std::min(kDistanceRows, fittedRows);
}

} // namespace hareloom
