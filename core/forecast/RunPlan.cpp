// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forecast/RunPlan.h"

#include "core/recipe/Families.h"
#include "core/recipe/Stretches.h"
#include "core/training/PrepareChains.h"

#include <algorithm>
#include <numeric>

namespace hareloom {
namespace {

constexpr double kRowsOfOverhead = 500; // what one generation costs beside its rows, in rows
constexpr double kBytesPerValue = 8;

/// Of a pool that grows, the sums over the rows before are at hand.
bool readsNewRowsAlone(const Experiment& experiment)
{
    const Policy& policy = experiment.policy;
    return findFamily(experiment.family)->keepsSums && policy.pool == Pool::All && !policy.filter.isActive();
}

} // namespace

Result<RunPlan> RunPlan::make(const Experiment& variant, const std::string& device, const StopToken& stop)
{
    const auto setup = prepareChains(variant, stop); // all that a run would refuse before it begins
    if (!setup)
        return setup.error();
    return make(variant, (*setup)->source, device);
}

Result<RunPlan> RunPlan::make(const Experiment& variant, std::shared_ptr<const Source> source,
                              const std::string& device)
{
    RunPlan plan(variant, source->rowCount().value_or(variant.samples.size));
    if (plan.m_family->needs) {
        auto needs = plan.m_family->needs(variant, *source, plan.largest(), device);
        if (!needs)
            return needs.error();
        plan.m_needs = *needs;
    }
    plan.m_source = std::move(source);
    return plan;
}

RunPlan::RunPlan(Experiment variant, std::int64_t tableRows)
    : m_variant(std::move(variant)), m_family(findFamily(m_variant.family))
{
    const std::vector<Stretch> stretches = stretchesOf(m_variant);
    auto stretch = stretches.begin();
    std::int64_t all = 0;
    for (std::int64_t g = 0; g <= m_variant.generations; ++g) {
        if (const auto next = std::next(stretch); next != stretches.end() && next->from <= g)
            stretch = next;
        const Experiment& now = stretch->experiment;
        const std::int64_t own = sampleSize(now.samples, g, tableRows);
        all += own;
        const std::int64_t pool = now.policy.pool == Pool::All ? all : own;
        const bool fixed = g > 0 && now.policy.subsample > 0;
        m_fitRows.push_back(fixed ? now.policy.subsample : pool);
        m_readRows.push_back(fixed || !readsNewRowsAlone(now) ? m_fitRows.back() : own);
    }
}

double RunPlan::allRows() const
{
    return std::accumulate(m_fitRows.begin(), m_fitRows.end(), 0.0);
}

std::int64_t RunPlan::largest() const
{
    return *std::max_element(m_fitRows.begin(), m_fitRows.end());
}

double RunPlan::work(std::int64_t generation) const
{
    if (generation < m_shared)
        return 0;
    const double passes = m_family->passes ? m_family->passes(m_variant) : 1;
    return kRowsOfOverhead + static_cast<double>(m_readRows[static_cast<std::size_t>(generation)]) * passes +
           static_cast<double>(m_variant.evaluation.heldOut);
}

double RunPlan::allWork() const
{
    double sum = 0;
    for (std::int64_t g = 0; g < generations(); ++g)
        sum += work(g);
    return sum;
}

double RunPlan::fitBytes() const
{
    const double held = m_family->heldPerRow ? m_family->heldPerRow(m_variant, m_source->dimension()) : 0;
    return static_cast<double>(m_needs.memory.machine) +
           static_cast<double>(largest()) * held * kBytesPerValue;
}

double RunPlan::snapshotBytes(double measured) const
{
    const double snapshots = m_family->snapshotBytes ? m_family->snapshotBytes(workload(), measured)
                                                     : static_cast<double>(generations()) * measured;
    return snapshots + keptNetworks() * m_needs.checkpointBytes;
}

double RunPlan::keptNetworks() const
{
    const std::int64_t every = weightsKeptEvery(m_variant);
    return static_cast<double>(m_variant.generations / every + 1 +
                               (m_variant.generations % every > 0 ? 1 : 0));
}

} // namespace hareloom
