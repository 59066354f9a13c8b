// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/diffusion/DiffusionTeller.h"

#include <cmath>

namespace hareloom {

void DiffusionTeller::hear(const Generation& now, std::vector<Event>& told)
{
    hearModes(now, told);
    hearNovelty(now, told);
    hearCopies(now, told);
}

void DiffusionTeller::hearModes(const Generation& now, std::vector<Event>& told)
{
    const double measured = now.metric("survivingModes");
    if (std::isnan(measured))
        return;
    const auto modes = static_cast<std::int64_t>(measured);
    if (now.index == 0)
        m_all = m_fewest = modes;
    if (modes >= m_fewest)
        return;
    m_fewest = modes;
    const std::int64_t rows = now.realRows + now.freshRows + now.syntheticRows;
    Event event{now.chain,
                now.index,
                "modesLost",
                {},
                {{"generation", std::int64_t(now.index)}, {"modes", modes}, {"all", m_all}, {"rows", rows}},
                "survivingModes",
                Weight::High};
    if (habitOf(*m_run, now.index).replaces && now.syntheticRows == rows)
        event.reason = "modesLost.copies";
    told.push_back(std::move(event));
}

// Half of generation 0's generalization score (arXiv 2509.16499), which is measured beside the entropy.
void DiffusionTeller::hearNovelty(const Generation& now, std::vector<Event>& told)
{
    const double novelty = now.metric("noveltyDistance"), entropy = now.metric("trainingEntropyNats");
    if (now.index == 0) {
        m_novelty = novelty;
        m_entropy = entropy;
    }
    if (m_inventsLess || !(novelty < m_novelty / 2))
        return;
    m_inventsLess = true;
    Event event{now.chain,
                now.index,
                "inventsLess",
                {},
                {{"generation", std::int64_t(now.index)},
                 {"now", novelty},
                 {"before", m_novelty},
                 {"entropy", entropy},
                 {"entropyBefore", m_entropy}},
                "noveltyDistance",
                Weight::Most};
    if (entropy < m_entropy && std::isfinite(entropy))
        event.reason = "inventsLess.entropy";
    told.push_back(std::move(event));
}

void DiffusionTeller::hearCopies(const Generation& now, std::vector<Event>& told)
{
    const double copied = now.metric("copiedShare");
    if (m_hasCopied || !(copied > kMostCopies))
        return;
    m_hasCopied = true;
    const std::int64_t rows = now.realRows + now.freshRows + now.syntheticRows;
    told.push_back({now.chain,
                    now.index,
                    "inventsNoMore",
                    "inventsNoMore.rows",
                    {{"generation", std::int64_t(now.index)}, {"percent", 100 * copied}, {"rows", rows}},
                    "copiedShare",
                    Weight::Most});
}

std::optional<Outcome> diffusionOutcome(const ToldRun&, const Generation& first, const Generation& last)
{
    const double before = first.metric("survivingModes"), after = last.metric("survivingModes");
    if (after < before)
        return Outcome{"end.modes", {}, "end.modesMany", "survivingModes", before, after};
    return std::nullopt;
}

} // namespace hareloom
