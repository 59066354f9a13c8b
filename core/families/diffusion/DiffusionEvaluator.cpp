// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/diffusion/DiffusionEvaluator.h"

#include "core/families/diffusion/DiffusionSnapshot.h"

#include <algorithm>

namespace hareloom {
namespace {

constexpr std::int64_t kModeRows = 1000;

bool asksForModes(const Experiment& experiment)
{
    const auto& metrics = experiment.evaluation.metrics;
    return std::any_of(metrics.begin(), metrics.end(), [](const std::string& metric) {
        return metric == "survivingModes" || metric.starts_with("modeShare");
    });
}

} // namespace

DiffusionEvaluator::DiffusionEvaluator(const References& references)
    : m_dimension(references.setup->source->dimension()),
      m_modes(asksForModes(references.setup->experiment) ? DiffusionModes::of(*references.setup->source)
                                                         : nullptr)
{
}

std::int64_t DiffusionEvaluator::rowsWanted(std::int64_t, std::int64_t) const
{
    return m_modes ? kModeRows : 0;
}

Result<void> DiffusionEvaluator::look(const Snapshot&, Measured& measured, const FitContext& context)
{
    m_values = asDiffusion(*measured.snapshot)->view().values;
    if (!m_modes)
        return {};
    const Vector shares = m_modes->sharesOf(measured.rows(kModeRows));
    if (context.stop.stopRequested())
        return stopped();
    for (Eigen::Index k = 0; k < shares.size(); ++k)
        m_values[partName("modeShare", static_cast<std::size_t>(k))] = shares[k];
    m_values["survivingModes"] = static_cast<double>((shares.array() >= DiffusionModes::kLeastShare).count());
    return {};
}

double DiffusionEvaluator::value(std::string_view metric, int index) const
{
    return valueIn(m_values, metric, static_cast<std::size_t>(index));
}

int DiffusionEvaluator::parts(std::string_view metric) const
{
    if (metric == "modeShare")
        return m_modes ? m_modes->count() : 0;
    return m_dimension;
}

} // namespace hareloom
