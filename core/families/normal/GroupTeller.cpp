// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/normal/GroupTeller.h"

#include <algorithm>

namespace hareloom {
namespace {

std::vector<int> componentsOf(const NormalMixture& model, const Groups& groups)
{
    std::vector<int> counts(static_cast<std::size_t>(groups.count()), 0);
    for (const int group : groups.membersOf(model))
        ++counts[static_cast<std::size_t>(group)];
    return counts;
}

} // namespace

void GroupTeller::hear(const Generation& now, std::vector<Event>& told)
{
    const NormalMixture* model = now.snapshot && now.snapshot->isFinite() ? now.snapshot->normalMixture() : nullptr;
    if (!model || (m_groups && model->dimension() != m_groups->means().cols()))
        return;
    if (!m_groups) {
        m_groups.emplace(*model);
        m_components = componentsOf(*model, *m_groups);
        m_before = groupShares(*model, *m_groups);
        m_standings.resize(static_cast<std::size_t>(m_groups->count()));
        return;
    }
    if (m_groups->count() < 2)
        return;
    const Vector shares = groupShares(*model, *m_groups);
    for (int group = 0; group < m_groups->count(); ++group)
        watch(group, now, *model, shares, told);
    m_before = shares;
}

void GroupTeller::watch(int group, const Generation& now, const NormalMixture& model, const Vector& shares,
                        std::vector<Event>& told)
{
    Standing& standing = m_standings[static_cast<std::size_t>(group)];
    const bool isThere = shares[group] >= kLeastGroupShare;
    if (isThere != standing.isLost) {
        standing.other = 0;
        return;
    }
    if (standing.other++ == 0) {
        standing.since = now.index;
        standing.held = m_before[group];
        standing.rows = now.realRows + now.freshRows + now.syntheticRows;
        const std::vector<int> counts = componentsOf(model, *m_groups);
        standing.joined = -1;
        int most = 0;
        for (std::size_t other = 0; other < counts.size(); ++other)
            if (counts[other] - m_components[other] > most) {
                most = counts[other] - m_components[other];
                standing.joined = static_cast<int>(other);
                standing.components = counts[other];
            }
    }
    if (standing.other < kPersistence)
        return;
    standing.isLost = !standing.isLost;
    standing.other = 0;
    if (standing.isLost) {
        m_order.push_back(group);
        tellLost(group, now, told);
        return;
    }
    std::erase(m_order, group);
    told.push_back({now.chain, standing.since, "groupBack", {},
                    {{"generation", std::int64_t(standing.since)}, {"place", placeOf(group)}},
                    "survivingGroups", Weight::Middle});
}

void GroupTeller::tellLost(int group, const Generation& now, std::vector<Event>& told)
{
    const Standing& standing = m_standings[static_cast<std::size_t>(group)];
    const Habit habit = habitOf(*m_run, now.index);
    Event event{now.chain, standing.since, "groupLost", {}, {}, "survivingGroups", Weight::High};
    if (habit.mayReturnNow())
        event.reason = "groupLost.mayReturn";
    else if (habit.mayReturn())
        event.reason = "groupLost.mayReturnLater";
    else if (habit.replaces)
        event.reason = standing.joined >= 0 ? "groupLost.joined" : "groupLost.gone";
    event.arguments = {{"generation", std::int64_t(standing.since)},
                       {"place", placeOf(group)},
                       {"before", std::int64_t(standing.since - 1)},
                       {"percent", 100 * standing.held},
                       {"held", standing.held * static_cast<double>(standing.rows)},
                       {"rows", standing.rows},
                       {"components", std::int64_t(standing.components)},
                       {"other", placeOf(std::max(0, standing.joined))},
                       {"later", habit.returnsFrom}};
    told.push_back(std::move(event));
}

// "eruptions 2.04, waiting 54.5": where generation 0 had it.
std::string GroupTeller::placeOf(int group) const
{
    std::string place;
    for (Eigen::Index j = 0; j < m_groups->means().cols(); ++j) {
        const auto v = static_cast<std::size_t>(j);
        const std::string name = v < m_run->names.size() ? m_run->names[v] : "x" + std::to_string(j + 1);
        place += (j == 0 ? "" : ", ") + name + " " + toldNumber(m_groups->means()(group, j));
    }
    return place;
}

std::string GroupTeller::lostInOrder() const
{
    std::string list;
    for (const int group : m_order)
        list += (list.empty() ? "" : "; ") + placeOf(group);
    return list;
}

std::optional<Outcome> groupOutcome(const ToldRun&, const Generation& first, const Generation& last)
{
    const NormalMixture* before = first.snapshot ? first.snapshot->normalMixture() : nullptr;
    const NormalMixture* after = last.snapshot ? last.snapshot->normalMixture() : nullptr;
    if (!before || !after || before->dimension() != after->dimension() || !first.snapshot->isFinite() ||
        !last.snapshot->isFinite())
        return std::nullopt;
    const Groups groups(*before);
    const int left = survivingGroups(*after, groups);
    if (groups.count() < 2 || left == groups.count())
        return std::nullopt; // the variance says more
    return Outcome{"end.groups",      "end.groupsLost",
                   "end.groupsMany",  "survivingGroups",
                   static_cast<double>(groups.count()), static_cast<double>(left)};
}

} // namespace hareloom
