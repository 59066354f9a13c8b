// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/discrete/DiscreteTeller.h"

#include "core/metrics/Discrete.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace hareloom {
namespace {

/// Of many kinds it is told when the first are lost, and when fewer than these shares of them are left.
constexpr std::array kMilestones = {0.75, 0.5, 0.25, 0.1, 0.01};
constexpr double kRare = 0.1; // chances below it are told as "1 in n"

std::int64_t rowsOf(const Generation& generation)
{
    return generation.realRows + generation.freshRows + generation.syntheticRows;
}

/// How many of the kinds that `first` has are in `now`.
std::int64_t leftOf(const Vector& first, const Vector& now)
{
    return (first.array() > 0 && now.array() > 0).count();
}

} // namespace

DiscreteTeller::DiscreteTeller(ToldRunPtr run) : m_run(std::move(run)) {}

void DiscreteTeller::hear(const Generation& now, std::vector<Event>& told)
{
    const Categorical* states = now.snapshot ? now.snapshot->categorical() : nullptr;
    if (!states || (m_first.size() > 0 && states->probabilities.size() != m_first.size()))
        return;
    m_habit = habitOf(*m_run, now.index);
    const Vector& p = states->probabilities;
    if (m_first.size() == 0) {
        m_first = m_before = p;
        m_all = survivingStates(p);
        m_lostSince.assign(static_cast<std::size_t>(p.size()), -1);
        return;
    }
    std::vector<std::int64_t> lost;
    for (Eigen::Index k = 0; k < p.size(); ++k) {
        int& since = m_lostSince[static_cast<std::size_t>(k)];
        if (p[k] == 0 && m_before[k] > 0) {
            since = now.index;
            lost.push_back(k);
            if (m_first[k] > 0)
                m_order.push_back(k);
        } else if (p[k] > 0 && since >= 0) {
            tellBack(now, k, told);
            std::erase(m_order, k);
            since = -1;
        } else if (p[k] > 0 && m_first[k] == 0 && m_before[k] == 0) {
            tellNew(now, k, told);
        }
    }
    if (!lost.empty())
        tellLost(now, lost, told);
    if ((p.array() > 0).count() == 1 && m_all > 1 && !m_isAlone)
        tellAlone(now, told);
    m_before = p;
}

Event DiscreteTeller::eventOf(const Generation& now, std::string_view key, Weight weight) const
{
    return {now.chain,
            now.index,
            key,
            {},
            {{"generation", std::int64_t(now.index)}, {"rows", rowsOf(now)}, {"later", m_habit.returnsFrom}},
            "survivingStates",
            weight};
}

std::string_view DiscreteTeller::reason(bool isOne) const
{
    if (m_habit.mayReturnNow())
        return isOne ? "kindLost.mayReturn" : "kindsLost.mayReturn";
    if (m_habit.mayReturn())
        return isOne ? "kindLost.mayReturnLater" : "kindsLost.mayReturnLater";
    return isOne ? "kindLost.gone" : "kindsLost.gone";
}

void DiscreteTeller::tellLost(const Generation& now, const std::vector<std::int64_t>& lost,
                              std::vector<Event>& told)
{
    if (m_all > kFewKinds) {
        tellMilestone(now, told);
    } else if (lost.size() == 1) {
        tellOne(now, lost.front(), told);
    } else {
        Event event = eventOf(now, "kindsLost", Weight::High);
        event.reason = reason(false);
        event.arguments.insert(event.arguments.end(),
                               {{"count", std::ssize(lost)}, {"kinds", listed(*m_run, lost)}});
        told.push_back(std::move(event));
    }
}

// Draws are independent, so a kind of probability p is missed by n of them with probability (1 - p)^n.
void DiscreteTeller::tellOne(const Generation& now, std::int64_t kind, std::vector<Event>& told) const
{
    Event event = eventOf(now, "kindLost", Weight::Middle);
    event.arguments.emplace_back("kind", nameOf(*m_run, kind));
    event.reason = reason(true);
    const bool isAsDrawn = m_habit.replaces && m_habit.isSampled && now.syntheticRows == rowsOf(now);
    if (isAsDrawn) {
        const double missed = std::exp(static_cast<double>(now.syntheticRows) * std::log1p(-m_before[kind]));
        event.reason = missed < kRare ? "kindLost.rare" : "kindLost.likely";
        event.arguments.emplace_back("percent", 100 * missed);
        event.arguments.emplace_back("oneIn", missed < kRare ? std::round(1 / std::max(missed, 1e-15)) : 0.0);
    }
    told.push_back(std::move(event));
}

void DiscreteTeller::tellMilestone(const Generation& now, std::vector<Event>& told)
{
    const std::int64_t left = leftOf(m_first, now.snapshot->categorical()->probabilities);
    const bool isFirst = !std::exchange(m_hasTold, true);
    bool isPassed = false;
    while (m_milestone < kMilestones.size() &&
           static_cast<double>(left) < kMilestones[m_milestone] * static_cast<double>(m_all)) {
        ++m_milestone;
        isPassed = true;
    }
    if (!isFirst && !isPassed)
        return;
    Event event = eventOf(now, isPassed ? "kindsBelow" : "kindsFirst", Weight::High);
    event.reason = reason(false);
    event.arguments.insert(event.arguments.end(),
                           {{"lost", isPassed ? m_all - left : std::ssize(m_order)},
                            {"all", m_all},
                            {"left", left}});
    told.push_back(std::move(event));
}

// Of many kinds nobody was told that this one was lost.
void DiscreteTeller::tellBack(const Generation& now, std::int64_t kind, std::vector<Event>& told)
{
    if (m_all > kFewKinds)
        return;
    Event event = eventOf(now, "kindBack", Weight::Middle);
    if (m_habit.mayReturnNow())
        event.reason = "kindBack.real";
    event.arguments.emplace_back("kind", nameOf(*m_run, kind));
    event.arguments.emplace_back("since", std::int64_t(m_lostSince[static_cast<std::size_t>(kind)]));
    told.push_back(std::move(event));
}

// A sample may lack a kind that the real data have, and later rows may bring it.
void DiscreteTeller::tellNew(const Generation& now, std::int64_t kind, std::vector<Event>& told) const
{
    if (m_all > kFewKinds)
        return;
    Event event = eventOf(now, "kindNew", Weight::Middle);
    if (m_habit.mayReturnNow())
        event.reason = "kindBack.real";
    event.arguments.emplace_back("kind", nameOf(*m_run, kind));
    told.push_back(std::move(event));
}

// The share of each kind is a martingale: where a chain ends with one, it is each with its share in
// generation 0.
void DiscreteTeller::tellAlone(const Generation& now, std::vector<Event>& told)
{
    m_isAlone = true;
    Eigen::Index kind = 0;
    now.snapshot->categorical()->probabilities.maxCoeff(&kind);
    const bool isForGood = m_habit.replaces;
    Event event = eventOf(now, isForGood ? "kindAlone" : "kindAloneNow", Weight::Most);
    event.isEnd = isForGood;
    event.arguments.emplace_back("kind", nameOf(*m_run, kind));
    event.arguments.emplace_back("percent", 100 * m_first[kind]);
    if (isForGood && m_habit.isSampled)
        event.reason = "kindAlone.share";
    told.push_back(std::move(event));
}

std::string DiscreteTeller::lostInOrder() const
{
    return listed(*m_run, m_order);
}

std::optional<Outcome> discreteOutcome(const ToldRun&, const Generation& first, const Generation& last)
{
    const Categorical* before = first.snapshot ? first.snapshot->categorical() : nullptr;
    const Categorical* after = last.snapshot ? last.snapshot->categorical() : nullptr;
    if (!before || !after || before->probabilities.size() != after->probabilities.size())
        return std::nullopt;
    return Outcome{"end.kinds",
                   "end.kindsLost",
                   "end.kindsMany",
                   "survivingStates",
                   static_cast<double>(survivingStates(before->probabilities)),
                   static_cast<double>(leftOf(before->probabilities, after->probabilities))};
}

} // namespace hareloom
