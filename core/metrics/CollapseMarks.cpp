// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/CollapseMarks.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hareloom {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

double at(std::span<const double> series, std::size_t g)
{
    return g < series.size() ? series[g] : kNone;
}

using Cause = std::pair<const LastingFall*, MarkCause>;

/// The earliest mark of several series.
std::optional<CollapseMark> earliest(std::initializer_list<Cause> causes)
{
    std::optional<CollapseMark> found;
    for (const auto& [fall, cause] : causes)
        if (fall->mark() && (!found || *fall->mark() < found->generation))
            found = {*fall->mark(), cause};
    return found;
}

} // namespace

MarkMetrics markMetrics(RowKind rows)
{
    return rows == RowKind::States
               ? MarkMetrics{"rareSurvivors", "heterozygosity", {}, {}}
               : MarkMetrics{"tailMass", "variance", "survivingGroups", "groupVariance", "variance"};
}

void LastingFall::add(double value, bool mayReturn)
{
    const int index = m_count++;
    if (index == 0)
        m_first = value;
    const bool isKnown = std::isfinite(m_first) && m_first > 0 && std::isfinite(value);
    m_below = isKnown && value < m_fall * m_first ? m_below + 1 : 0;
    m_above = isKnown && mayReturn && value > m_back * m_first ? m_above + 1 : 0;
    if (!m_mark && m_below >= m_persistence)
        m_mark = index - m_below + 1;
    else if (m_mark && m_above >= m_persistence)
        m_mark.reset();
}

// Counts of groups are whole: one is lost as soon as the count is below the first one, and back when it is that again.
CollapseFinder::CollapseFinder(const CollapseCriteria& c)
    : m_tail(c.tailFraction, c.tailReturn, c.persistence),
      m_anyGroup(1, std::nextafter(1.0, 0.0), c.persistence),
      m_spread(c.spreadFraction, c.spreadReturn, c.persistence),
      m_halfOfGroups(c.groupFraction, c.groupFraction, c.persistence),
      m_groupSpread(c.spreadFraction, c.spreadReturn, c.persistence),
      m_tailSpread(c.tailSpread)
{
}

void CollapseFinder::add(int generation, const MarkValues& values)
{
    if (generation < m_next)
        return;
    for (; m_next < generation; ++m_next)
        hear({kNone, kNone, kNone, kNone});
    hear(values);
    ++m_next;
}

void CollapseFinder::hear(const MarkValues& values)
{
    if (m_next == 0)
        m_firstTailSpread = values.tailSpread;
    m_tail.add(values.tail, !(values.tailSpread <= m_tailSpread * m_firstTailSpread));
    m_anyGroup.add(values.groups);
    m_spread.add(values.spread);
    m_halfOfGroups.add(values.groups);
    m_groupSpread.add(values.groupSpread);
}

std::optional<CollapseMark> CollapseFinder::late() const
{
    return earliest({{&m_halfOfGroups, MarkCause::Groups},
                     {&m_spread, MarkCause::Spread},
                     {&m_groupSpread, MarkCause::GroupSpread}});
}

std::optional<CollapseMark> CollapseFinder::early() const
{
    const auto found = earliest({{&m_tail, MarkCause::Tail}, {&m_anyGroup, MarkCause::Groups}});
    const auto end = late();
    return found && end && found->generation > end->generation ? std::nullopt : found;
}

CollapseMarks CollapseFinder::marks() const
{
    const auto generationOf = [](const std::optional<CollapseMark>& mark) {
        return mark ? std::optional(mark->generation) : std::nullopt;
    };
    return {generationOf(early()), generationOf(late())};
}

CollapseMarks findCollapse(const CollapseSeries& series, const CollapseCriteria& criteria)
{
    CollapseFinder finder(criteria);
    const std::size_t generations = std::max(
        {series.tail.size(), series.spread.size(), series.groups.size(), series.groupSpread.size()});
    for (std::size_t g = 0; g < generations; ++g)
        finder.add(static_cast<int>(g), {at(series.tail, g), at(series.spread, g), at(series.groups, g),
                                         at(series.groupSpread, g), at(series.spread, g)});
    return finder.marks();
}

} // namespace hareloom
