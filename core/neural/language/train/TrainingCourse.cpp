// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/language/train/TrainingCourse.h"

#include "core/base/Text.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace hareloom::neural {
namespace {

enum Stream : std::uint64_t { Order = 0 }; // beneath a plan's seed; 1 is dropout's

} // namespace

TrainingCourse::TrainingCourse(std::int64_t blocks, std::int64_t length, const LanguageTrainingPlan& plan,
                               const LanguageTrainingEvents& events)
    : m_plan(plan),
      m_events(events),
      m_length(length),
      m_order(static_cast<std::size_t>(blocks)),
      m_perEpoch((blocks + plan.batch - 1) / plan.batch),
      m_steps(plan.steps > 0 ? plan.steps : plan.epochs * m_perEpoch)
{
    if (events.resume)
        takeUp(*events.resume);
    m_begun = m_step;
}

void TrainingCourse::takeUp(const LanguageTrainingState& s)
{
    m_step = s.step;
    m_bestNats = s.bestValidationNats;
    m_bestEpoch = s.bestEpoch;
    m_epochLoss = s.epochLoss;
    m_epochTokens = s.epochTokens;
}

std::span<const std::int64_t> TrainingCourse::orderOf(std::int64_t step)
{
    if (const std::int64_t epoch = step / m_perEpoch; m_shuffled != epoch) {
        m_shuffled = epoch;
        std::iota(m_order.begin(), m_order.end(), 0);
        Rng rng(childSeed(childSeed(m_plan.seed, Order), static_cast<std::uint64_t>(epoch)));
        for (std::size_t i = m_order.size(); i > 1; --i)
            std::swap(m_order[i - 1], m_order[rng.below(i)]);
    }
    return m_order;
}

std::span<const std::int64_t> TrainingCourse::blocksOf(std::int64_t step)
{
    const std::int64_t first = step % m_perEpoch * m_plan.batch;
    return orderOf(step).subspan(
        static_cast<std::size_t>(first),
        static_cast<std::size_t>(std::min(m_plan.batch, std::ssize(m_order) - first)));
}

double TrainingCourse::rateOf(std::int64_t step) const
{
    return m_plan.learningRate * scheduleFactor(m_plan, step, m_steps);
}

Result<void> TrainingCourse::took(std::int64_t blocks, double loss, double gradientLength)
{
    const auto tokens = static_cast<double>(lossTokens(blocks));
    m_lossNats = loss / tokens;
    m_norm = gradientLength;
    m_validationNats = std::numeric_limits<double>::quiet_NaN();
    if (!std::isfinite(loss) || !std::isfinite(gradientLength))
        return invalidData("training diverged in step " + std::to_string(m_step + 1) + " of " +
                           std::to_string(m_steps) +
                           ": the loss is no longer finite; a smaller learningRate (now " +
                           shortNumber(m_plan.learningRate) + ") may help");
    m_epochLoss += loss;
    m_epochTokens += tokens;
    ++m_step;
    return {};
}

bool TrainingCourse::measured(double validationNats)
{
    m_validationNats = validationNats;
    if (!m_plan.keepsBest || !(validationNats < m_bestNats))
        return false;
    m_bestNats = validationNats;
    m_bestEpoch = (m_step + m_perEpoch - 1) / m_perEpoch;
    return true;
}

void TrainingCourse::tell()
{
    if (m_events.onStep) {
        LanguageTrainingProgress p;
        p.step = m_step;
        p.steps = m_steps;
        p.epoch = (m_step + m_perEpoch - 1) / m_perEpoch;
        p.epochs = (m_steps + m_perEpoch - 1) / m_perEpoch;
        p.lossNats = m_lossNats;
        p.validationNats = m_validationNats;
        p.learningRate = rateOf(m_step - 1);
        p.gradientNorm = m_norm;
        p.tokensPerSecond = tokensPerSecond();
        p.secondsLeft =
            seconds() / static_cast<double>(m_step - m_begun) * static_cast<double>(m_steps - m_step);
        m_events.onStep(p);
    }
    if (endsEpoch(m_step - 1)) {
        m_meanLoss = m_epochLoss / m_epochTokens;
        m_epochLoss = m_epochTokens = 0;
    }
}

bool TrainingCourse::wantsState() const
{
    return m_events.onState && m_events.stateEvery > 0 && m_step % m_events.stateEvery == 0;
}

LanguageTrainingState TrainingCourse::state() const
{
    LanguageTrainingState s;
    s.step = m_step;
    s.bestValidationNats = m_bestNats;
    s.bestEpoch = m_bestEpoch;
    s.epochLoss = m_epochLoss;
    s.epochTokens = m_epochTokens;
    return s;
}

double TrainingCourse::seconds() const
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count();
}

double TrainingCourse::tokensPerSecond() const
{
    return static_cast<double>((m_step - m_begun) * m_plan.batch * m_length) / seconds();
}

LanguageTrainingReport TrainingCourse::report(std::int64_t microBatch, NumberFormat precision) const
{
    LanguageTrainingReport r;
    r.steps = m_steps;
    r.microBatch = microBatch;
    r.lossNats = m_meanLoss;
    r.bestEpoch = m_bestEpoch;
    r.validationNats = m_bestEpoch > 0 ? m_bestNats : m_validationNats;
    r.seconds = seconds();
    r.tokensPerSecond = m_step > m_begun ? tokensPerSecond() : 0;
    r.precision = precision;
    return r;
}

} // namespace hareloom::neural
