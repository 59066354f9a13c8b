// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/teller/MarkTeller.h"

#include "core/family/MarkValues.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace hareloom {
namespace {

constexpr double kFar = 0.5; // standard deviations of generation 0, from which on a mean has come near a tail
constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

/// The sentences of one cause, of numbers and of states.
struct Words
{
    MarkCause cause;
    bool isEarly;
    std::string_view set, back;
};
constexpr std::array kWords = {Words{MarkCause::Tail, true, "early.tail", "early.tailBack"},
                               Words{MarkCause::Groups, true, "early.groups", "early.groupsBack"},
                               Words{MarkCause::Spread, false, "late.spread", "late.spreadBack"},
                               Words{MarkCause::Groups, false, "late.groups", "late.groupsBack"},
                               Words{MarkCause::GroupSpread, false, "late.groupSpread", "late.groupSpreadBack"}};
constexpr Words kEarlyStates = {MarkCause::Tail, true, "early.rare", "early.rareBack"};
constexpr Words kLateStates = {MarkCause::Spread, false, "late.states", "late.statesBack"};

const Words& wordsFor(MarkCause cause, bool isEarly, bool areStates)
{
    if (areStates)
        return isEarly ? kEarlyStates : kLateStates;
    for (const Words& words : kWords)
        if (words.cause == cause && words.isEarly == isEarly)
            return words;
    return kWords.front();
}

std::string_view metricOf(const MarkMetrics& metrics, MarkCause cause)
{
    switch (cause) {
    case MarkCause::Tail:
        return metrics.tail;
    case MarkCause::Groups:
        return metrics.groups;
    case MarkCause::Spread:
        return metrics.spread;
    case MarkCause::GroupSpread:
        break;
    }
    return metrics.groupSpread;
}

} // namespace

MarkTeller::MarkTeller(ToldRunPtr run)
    : m_run(std::move(run)),
      m_areStates(m_run->family->rows == RowKind::States),
      m_metrics(markMetrics(m_run->family->rows))
{
}

void MarkTeller::hear(const Generation& now, std::vector<Event>& told)
{
    if (m_run->family->isNetwork || now.index < std::ssize(m_values))
        return;
    m_values.resize(static_cast<std::size_t>(now.index), {kNone, kNone, kNone, kNone});
    m_values.push_back(markValues(now, m_metrics));
    if (now.index == 0 && now.snapshot)
        m_first = now.snapshot->moments();
    m_finder.add(now.index, m_values.back());
    const Standing early = m_finder.early(), late = m_finder.late();
    compare(now, late, m_late, false, told);
    compare(now, early, m_early, true, told);
}

// A mark that shows itself long after its generation was hidden behind another one: what it says is no news.
void MarkTeller::compare(const Generation& now, const Standing& mark, Standing& known, bool isEarly,
                         std::vector<Event>& told)
{
    const int persistence = CollapseCriteria().persistence;
    if (mark && !known && now.index - mark->generation < persistence) {
        Event event = eventOf(now, *mark, isEarly);
        if (std::exchange(isEarly ? m_hasToldEarly : m_hasToldLate, true)) // and withdrawn since
            event.weight = Weight::Low;
        told.push_back(std::move(event));
    } else if (!mark && known) {
        const Words& words = wordsFor(known->cause, isEarly, m_areStates);
        Event event = eventOf(now, *known, now.index, words.back, Weight::Middle);
        event.arguments.emplace_back("count", std::int64_t(persistence));
        if (const double away = movedBy(now); known->cause == MarkCause::Tail && away > kFar) {
            event.reason = "tail.moved";
            event.arguments.emplace_back("away", away);
        }
        told.push_back(std::move(event));
    }
    known = mark;
}

/// How far the mean is from generation 0's, in its standard deviations, in the variable that moved furthest;
/// 0 where nobody knows.
double MarkTeller::movedBy(const Generation& now) const
{
    const auto moments = now.snapshot ? now.snapshot->moments() : std::nullopt;
    if (!m_first || !moments || moments->mean.size() != m_first->mean.size())
        return 0;
    double most = 0;
    for (Eigen::Index j = 0; j < moments->mean.size(); ++j)
        if (const double variance = m_first->covariance(j, j); variance > 0)
            most = std::max(most, std::abs(moments->mean[j] - m_first->mean[j]) / std::sqrt(variance));
    return most;
}

Event MarkTeller::eventOf(const Generation& now, const CollapseMark& mark, bool isEarly) const
{
    const Words& words = wordsFor(mark.cause, isEarly, m_areStates);
    Event event = eventOf(now, mark, mark.generation, words.set, isEarly ? Weight::High : Weight::Most);
    event.reason = lossReason(*m_run, now);
    return event;
}

Event MarkTeller::eventOf(const Generation& now, const CollapseMark& mark, int generation, std::string_view key,
                          Weight weight) const
{
    Event event{now.chain,
                generation,
                key,
                {},
                lossArguments(*m_run, now),
                std::string(metricOf(m_metrics, mark.cause)),
                weight};
    event.arguments.emplace_back("generation", std::int64_t(generation));
    event.arguments.emplace_back("now", valueAt(generation, mark.cause));
    event.arguments.emplace_back("before", valueAt(0, mark.cause));
    return event;
}

double MarkTeller::valueAt(int generation, MarkCause cause) const
{
    const MarkValues& values = m_values[static_cast<std::size_t>(generation)];
    switch (cause) {
    case MarkCause::Tail:
        return values.tail;
    case MarkCause::Groups:
        return values.groups;
    case MarkCause::Spread:
        return values.spread;
    case MarkCause::GroupSpread:
        break;
    }
    return values.groupSpread;
}

} // namespace hareloom
