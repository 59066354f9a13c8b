// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forecast/RunPlan.h"

#include "core/chain/OpenSource.h"
#include "core/recipe/Families.h"
#include "core/text/TextSet.h"

#include <algorithm>
#include <numeric>

namespace hareloom {
namespace {

constexpr double kRowsOfOverhead = 500; // what one generation costs beside its rows, in rows
constexpr double kRowBytesPerValue = 8;
constexpr std::int64_t kDrawnImages = 64; // a snapshot's wall
constexpr double kTokenBytes = 4;         // of text in a session

TextAmounts amountsOf(const TextSet& text)
{
    const auto tokens = [](const TokenBlocksPtr& blocks) { return blocks ? std::ssize(blocks->ids) : 0; };
    return {text.training->length, tokens(text.validation), tokens(text.test)};
}

} // namespace

Result<RunPlan> RunPlan::make(const Experiment& variant, const std::string& device)
{
    const auto source = openSource(variant);
    if (!source)
        return source.error();
    RunPlan plan(variant, (*source)->rowCount().value_or(variant.samples.size));
    plan.m_dimension = (*source)->dimension();
    if ((*source)->text())
        plan.m_text = amountsOf(*(*source)->text());
    if (findFamily(variant.family)->isNetwork) {
        auto needs = networkNeeds(variant, **source, plan.largest(), device);
        if (!needs)
            return needs.error();
        plan.m_needs = *needs;
    }
    return plan;
}

RunPlan::RunPlan(Experiment variant, std::int64_t tableRows) : m_variant(std::move(variant))
{
    std::int64_t all = 0;
    for (std::int64_t g = 0; g <= m_variant.generations; ++g) {
        const std::int64_t own = sampleSize(m_variant.samples, g, tableRows);
        all += own;
        const std::int64_t pool = m_variant.policy.pool == "all" ? all : own;
        const bool fixed = g > 0 && m_variant.policy.subsample > 0;
        m_fitRows.push_back(fixed ? m_variant.policy.subsample : pool);
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
    const double passes =
        findFamily(m_variant.family)->isNetwork ? static_cast<double>(m_variant.model.epochs) : 1;
    return kRowsOfOverhead + static_cast<double>(fitRows(generation)) * passes +
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
    if (m_variant.family == "image") // as bytes in the source, and as the network needs them
        return static_cast<double>(largest()) * m_dimension + static_cast<double>(m_needs.memory.machine);
    if (isNetwork())
        return static_cast<double>(m_needs.memory.machine);
    if (m_variant.family != "mixture" && m_variant.family != "kde")
        return 0;
    const double values =
        m_dimension + (m_variant.family == "mixture" ? static_cast<double>(m_variant.model.components) : 0);
    return static_cast<double>(largest()) * values * kRowBytesPerValue;
}

double RunPlan::snapshotBytes(double measured) const
{
    const double links = static_cast<double>(generations()),
                 weights = keptNetworks() * m_needs.checkpointBytes;
    if (m_variant.family == "image")
        return weights + links * std::max(measured, static_cast<double>(kDrawnImages * m_dimension));
    if (m_variant.family == "language")
        return weights + links * measured + allRows() * static_cast<double>(m_text.blockTokens) * kTokenBytes;
    return m_variant.family == "kde" ? allRows() * m_dimension * kRowBytesPerValue : links * measured;
}

double RunPlan::keptNetworks() const
{
    const std::int64_t every = weightsKeptEvery(m_variant);
    return static_cast<double>(m_variant.generations / every + 1 +
                               (m_variant.generations % every > 0 ? 1 : 0));
}

} // namespace hareloom
