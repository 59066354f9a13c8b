// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/teller/SpreadTeller.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace hareloom {
namespace {

struct Milestone
{
    double fraction; // of generation 0's variance
    std::string_view key;
    Weight weight;
};
constexpr double kTenth = 0.1;
constexpr std::array kFalls = {Milestone{0.5, "varianceHalf", Weight::Middle},
                               Milestone{kTenth, "varianceTenth", Weight::High},
                               Milestone{0.01, "varianceHundredth", Weight::Middle},
                               Milestone{1e-6, "variancePoint", Weight::High}};
constexpr std::array kRises = {Milestone{2, "varianceTwice", Weight::Middle},
                               Milestone{10, "varianceTenfold", Weight::Middle}};
constexpr double kFewExpected = 0.05; // rows: in nineteen samples of twenty there is none

std::int64_t rowsOf(const Generation& generation)
{
    return generation.realRows + generation.freshRows + generation.syntheticRows;
}

} // namespace

SpreadTeller::SpreadTeller(ToldRunPtr run) : m_run(std::move(run))
{
    const auto& metrics = m_run->experiment.evaluation.metrics;
    m_marksTenth = std::find(metrics.begin(), metrics.end(), "variance") != metrics.end();
}

void SpreadTeller::hear(const Generation& now, std::vector<Event>& told)
{
    const auto moments = now.snapshot ? now.snapshot->moments() : std::nullopt;
    if (!moments || !moments->covariance.allFinite() || !moments->mean.allFinite())
        return;
    if (!m_first) {
        m_first = moments;
        m_firstTails = now.metric("tailMass");
        return;
    }
    if (moments->mean.size() != m_first->mean.size() || !(m_first->covariance.trace() > 0))
        return;
    hearVariance(now, moments->covariance.trace(), told);
    hearMean(now, moments->mean, told);
    hearTails(now, told);
}

Event SpreadTeller::eventOf(const Generation& now, std::string_view key, Weight weight) const
{
    Event event{now.chain, now.index, key, {}, lossArguments(*m_run, now), "variance", weight};
    event.arguments.emplace_back("generation", std::int64_t(now.index));
    return event;
}

// The relative standard error of a normal's variance from n rows is the root of 2 / (n - 1).
std::string_view SpreadTeller::reason(const Generation& now, bool isLoss) const
{
    const Habit habit = habitOf(*m_run, now.index);
    const bool isPlainNormal = m_run->family->isNormal && m_first->mean.size() == 1 && habit.replaces &&
                               habit.isSampled && m_run->at(now.index).policy.lambda == 1 && rowsOf(now) > 1;
    if (isPlainNormal)
        return "spread.error";
    return isLoss ? lossReason(*m_run, now) : std::string_view();
}

void SpreadTeller::hearVariance(const Generation& now, double variance, std::vector<Event>& told)
{
    const double first = m_first->covariance.trace();
    const Milestone* passed = nullptr;
    for (; m_fall < kFalls.size() && variance < kFalls[m_fall].fraction * first; ++m_fall)
        passed = &kFalls[m_fall];
    const bool isLoss = passed != nullptr;
    for (; m_rise < kRises.size() && variance > kRises[m_rise].fraction * first; ++m_rise)
        passed = &kRises[m_rise];
    if (!passed || (passed->fraction == kTenth && m_marksTenth))
        return;
    Event event = eventOf(now, passed->key, passed->weight);
    event.reason = reason(now, isLoss);
    event.arguments.emplace_back("now", variance);
    event.arguments.emplace_back("before", first);
    event.arguments.emplace_back("percent",
                                 100 * std::sqrt(2.0 / static_cast<double>(std::max<std::int64_t>(1, rowsOf(now) - 1))));
    told.push_back(std::move(event));
}

// Told once, of the variable that has moved furthest.
void SpreadTeller::hearMean(const Generation& now, const Vector& mean, std::vector<Event>& told)
{
    if (m_hasMoved)
        return;
    const Vector deviation = m_first->covariance.diagonal().cwiseMax(0).cwiseSqrt();
    Eigen::Index j = 0;
    // A column of one value has no deviation, and its mean is rounded.
    const Vector rounding = 1e-9 * m_first->mean.cwiseAbs();
    const Vector away = (mean - m_first->mean).cwiseAbs() - deviation - rounding;
    if (!(away.maxCoeff(&j) > 0))
        return;
    m_hasMoved = true;
    const bool isOnlyOne = mean.size() == 1;
    Event event = eventOf(now, isOnlyOne ? "meanMoved" : "meanOfMoved", Weight::Middle);
    const Habit habit = habitOf(*m_run, now.index);
    if (habit.replaces && habit.isSampled)
        event.reason = "mean.steps";
    event.metric = partName("mean", static_cast<std::size_t>(j));
    const auto v = static_cast<std::size_t>(j);
    event.arguments.emplace_back("variable", v < m_run->names.size() ? m_run->names[v]
                                                                     : "x" + std::to_string(j + 1));
    event.arguments.emplace_back("now", mean[j]);
    event.arguments.emplace_back("before", m_first->mean[j]);
    told.push_back(std::move(event));
}

void SpreadTeller::hearTails(const Generation& now, std::vector<Event>& told)
{
    const double tails = now.metric("tailMass"), rows = static_cast<double>(rowsOf(now));
    if (m_hasNoTails || !(tails * rows < kFewExpected) || !(m_firstTails * rows >= 1))
        return;
    m_hasNoTails = true;
    Event event = eventOf(now, "tailsGone", Weight::Middle);
    event.reason = lossReason(*m_run, now);
    event.metric = "tailMass";
    event.arguments.emplace_back("expected", tails * rows);
    event.arguments.emplace_back("before", m_firstTails * rows);
    told.push_back(std::move(event));
}

} // namespace hareloom
