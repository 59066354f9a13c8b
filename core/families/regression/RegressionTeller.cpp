// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/regression/RegressionTeller.h"

#include "core/families/regression/RegressionSettings.h"
#include "core/families/regression/RegressionSnapshot.h"

#include <array>
#include <cmath>

namespace hareloom {
namespace {

constexpr std::array kMilestones = {10.0, 100.0, 1000.0}; // times generation 0's test error
constexpr double kLittleNoise = 0.5;                      // of generation 0's residual variance

std::int64_t rowsOf(const Generation& generation)
{
    return generation.realRows + generation.freshRows + generation.syntheticRows;
}

} // namespace

void RegressionTeller::hear(const Generation& now, std::vector<Event>& told)
{
    const RegressionSnapshot* model = asRegression(now.snapshot.get());
    if (!model)
        return;
    if (now.index == 0) {
        m_firstError = now.metric("testError");
        m_firstNoise = model->residualVariance();
        return;
    }
    tellError(now, told);
    tellNoise(now, told);
}

std::string_view RegressionTeller::reason(const Generation& now) const
{
    const Habit habit = habitOf(*m_run, now.index);
    if (habit.replaces)
        return "testErrorTimes.replaces";
    return {};
}

void RegressionTeller::tellError(const Generation& now, std::vector<Event>& told)
{
    const double error = now.metric("testError");
    bool isPassed = false;
    for (; m_firstError > 0 && m_errors < kMilestones.size() && error >= kMilestones[m_errors] * m_firstError;
         ++m_errors)
        isPassed = true;
    if (!isPassed)
        return;
    told.push_back({now.chain,
                    now.index,
                    "testErrorTimes",
                    reason(now),
                    {{"generation", std::int64_t(now.index)},
                     {"now", error},
                     {"before", m_firstError},
                     {"times", error / m_firstError},
                     {"rows", rowsOf(now)}},
                    "testError",
                    Weight::High});
}

void RegressionTeller::tellNoise(const Generation& now, std::vector<Event>& told)
{
    const auto& settings = m_run->at(now.index).model.of<RegressionSettings>();
    const double noise = asRegression(now.snapshot.get())->residualVariance();
    if (m_hasToldNoise || settings.noise != ResponseNoise::Fitted || !habitOf(*m_run, now.index).replaces ||
        !(noise < kLittleNoise * m_firstNoise))
        return;
    m_hasToldNoise = true;
    told.push_back({now.chain,
                    now.index,
                    "residualsHalf",
                    "residualsHalf.fitted",
                    {{"generation", std::int64_t(now.index)}, {"now", noise}, {"before", m_firstNoise}},
                    "residualVariance",
                    Weight::Middle});
}

std::optional<Outcome> regressionOutcome(const ToldRun&, const Generation& first, const Generation& last)
{
    const double before = first.metric("testError"), after = last.metric("testError");
    if (!std::isfinite(before) || !std::isfinite(after))
        return std::nullopt;
    return Outcome{"end.testError", "", "end.testErrorMany", "testError", before, after};
}

} // namespace hareloom
