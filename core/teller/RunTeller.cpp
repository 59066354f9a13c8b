// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/teller/RunTeller.h"

#include "core/teller/Contrast.h"
#include "core/teller/ToldRunOf.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hareloom {

RunTeller::RunTeller(const std::vector<Experiment>& variants, const std::vector<std::vector<std::string>>& names)
{
    for (std::size_t v = 0; v < variants.size(); ++v) {
        m_chains = std::max<std::int64_t>(1, variants[v].chains);
        m_tellers.emplace_back(toldRunOf(
            variants[v], v < names.size() ? names[v] : std::vector<std::string>(), variants.size() > 1));
    }
}

void RunTeller::add(const GenerationPtr& generation)
{
    const auto variant = static_cast<std::size_t>(generation->chain / m_chains);
    if (generation->chain < 0 || variant >= m_tellers.size())
        return;
    if (generation->chain % m_chains == 0)
        m_tellers[variant].add(generation);
    ChainEnds& ends = m_ends[generation->chain];
    if (!ends.first)
        ends.first = generation;
    if (generation->note.empty() || !ends.last)
        ends.last = generation;
}

std::vector<Event> RunTeller::summary(std::size_t variant) const
{
    if (m_chains == 1)
        return m_tellers[variant].summary();
    std::vector<ChainEnds> chains;
    const auto first = static_cast<ChainIndex>(static_cast<std::int64_t>(variant) * m_chains);
    for (auto found = m_ends.lower_bound(first);
         found != m_ends.end() && found->first < first + static_cast<ChainIndex>(m_chains); ++found)
        if (found->second.last->index > 0)
            chains.push_back(found->second);
    return summaryOf(m_tellers[variant].run(), chains);
}

std::optional<Event> RunTeller::contrast() const
{
    if (m_tellers.size() < 2 || m_ends.empty())
        return std::nullopt;
    int generation = std::numeric_limits<int>::max();
    for (const auto& [chain, ends] : m_ends)
        generation = std::min(generation, ends.last->index);
    const std::string metric = contrastMetric(m_tellers.front().run().experiment.evaluation.metrics);
    std::vector<ContrastSide> sides;
    for (const Teller& teller : m_tellers)
        sides.push_back({teller.run().experiment.title, &teller.run().experiment, {}, {}});
    for (const auto& [chain, ends] : m_ends) {
        const double before = ends.first->metric(metric), after = ends.last->metric(metric);
        if (ends.last->index != generation || !std::isfinite(before) || !std::isfinite(after))
            continue; // it has gone further
        ContrastSide& side = sides[static_cast<std::size_t>(chain / m_chains)];
        side.before.push_back(before);
        side.after.push_back(after);
    }
    return contrastOf(sides, metric, generation);
}

} // namespace hareloom
