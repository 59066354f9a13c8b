// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson/RunRecord.h"

#include <limits>

namespace hareloom {

RunRecord::RunRecord(const Experiment& experiment, bool keepsStates)
    : m_chains(static_cast<int>(experiment.chains)), m_keepsStates(keepsStates)
{
    for (const Variant& variant : experiment.variants)
        m_titles.push_back(variant.title);
    if (m_titles.empty())
        m_titles.emplace_back();
    m_links.resize(m_titles.size() * static_cast<std::size_t>(m_chains));
}

void RunRecord::add(const Generation& generation)
{
    Link& link = m_links.at(static_cast<std::size_t>(generation.chain));
    link.last = generation.index;
    const auto length = static_cast<std::size_t>(generation.index) + 1;
    for (const MetricValue& metric : generation.metrics) {
        auto& series = link.metrics[*metric.name];
        series.resize(length, std::numeric_limits<double>::quiet_NaN());
        series.back() = metric.value;
    }
    const Categorical* states =
        m_keepsStates && generation.snapshot ? generation.snapshot->categorical() : nullptr;
    if (!states)
        return;
    link.states.resize(length);
    const auto& p = states->probabilities;
    link.states.back().assign(p.data(), p.data() + p.size());
}

const RunRecord::Link& RunRecord::at(int variant, int chain) const
{
    return m_links.at(static_cast<std::size_t>(variant * m_chains + chain));
}

int RunRecord::last(int variant, int chain) const
{
    return at(variant, chain).last;
}

const std::vector<double>& RunRecord::series(int variant, int chain, std::string_view metric) const
{
    static const std::vector<double> s_none;
    const Link& link = at(variant, chain);
    const auto found = link.metrics.find(metric);
    return found == link.metrics.end() ? s_none : found->second;
}

double RunRecord::state(int variant, int chain, int generation, int state) const
{
    const Link& link = at(variant, chain);
    const auto g = static_cast<std::size_t>(generation), s = static_cast<std::size_t>(state);
    if (generation < 0 || g >= link.states.size() || state < 0 || s >= link.states[g].size())
        return std::numeric_limits<double>::quiet_NaN();
    return link.states[g][s];
}

} // namespace hareloom
