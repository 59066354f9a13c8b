// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/LanguageTrainer.h"

#include "core/base/Text.h"
#include "core/neural/AdamW.h"
#include "core/neural/LanguagePass.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numeric>

namespace hareloom::neural {
namespace {

using Clock = std::chrono::steady_clock;
// Streams beneath a plan's seed.
enum Stream : std::uint64_t { Order = 0, Drops = 1 };

std::int64_t microBatchOf(const LanguageLayout& layout, const LanguageTrainingPlan& plan, std::int64_t length)
{
    if (plan.microBatch > 0)
        return std::min(plan.batch, plan.microBatch);
    const std::int64_t one = LanguagePass::memoryFor(layout, 1, length);
    return std::clamp<std::int64_t>(plan.memory / one, 1, plan.batch);
}

class Trainer
{
public:
    Trainer(const LanguageLayout& layout, const LanguageWeights& start, const TokenBlocks& training,
            const TokenBlocks& validation, const LanguageTrainingPlan& plan, Precision precision,
            const LanguageTrainingEvents& events, const LanguageWork& work)
        : m_layout(layout),
          m_training(training),
          m_validation(validation),
          m_plan(plan),
          m_events(events),
          m_work(work),
          m_team(work.threads),
          m_weights(events.resume ? events.resume->weights : *start),
          m_forward(layout, m_weights.data(), precision),
          m_adam(layout.architecture, plan),
          m_gradient(static_cast<std::size_t>(layout.size)),
          m_microBatch(microBatchOf(layout, plan, training.length)),
          m_pass(layout, std::min(m_microBatch, training.count()), training.length),
          m_order(static_cast<std::size_t>(training.count()))
    {
        m_perEpoch = (training.count() + plan.batch - 1) / plan.batch;
        m_steps = plan.steps > 0 ? plan.steps : plan.epochs * m_perEpoch;
        if (events.resume)
            takeUp(*events.resume);
    }

    Result<TrainedLanguage> run()
    {
        m_start = Clock::now();
        m_begun = m_step;
        while (m_step < m_steps) {
            if (auto done = step(); !done)
                return done.error();
            const bool endsEpoch = m_step % m_perEpoch == 0 || m_step == m_steps;
            if (endsEpoch)
                if (auto done = endEpoch(); !done)
                    return done.error();
            tell();
            if (m_events.onState && m_events.stateEvery > 0 && m_step % m_events.stateEvery == 0)
                m_events.onState(state());
            if (endsEpoch) {
                m_meanLoss = m_epochLoss / m_epochTokens;
                m_epochLoss = m_epochTokens = 0;
            }
        }
        return finished();
    }

private:
    void takeUp(const LanguageTrainingState& s)
    {
        m_step = s.step;
        m_adam.first = s.firstMoment;
        m_adam.second = s.secondMoment;
        m_best = s.best;
        m_bestNats = s.bestValidationNats;
        m_bestEpoch = s.bestEpoch;
        m_epochLoss = s.epochLoss;
        m_epochTokens = s.epochTokens;
    }

    LanguageTrainingStatePtr state() const
    {
        auto s = std::make_shared<LanguageTrainingState>();
        s->step = m_step;
        s->weights = m_weights;
        s->firstMoment = m_adam.first;
        s->secondMoment = m_adam.second;
        s->best = m_best;
        s->bestValidationNats = m_bestNats;
        s->bestEpoch = m_bestEpoch;
        const bool isEpochOver = m_step % m_perEpoch == 0;
        s->epochLoss = isEpochOver ? 0 : m_epochLoss;
        s->epochTokens = isEpochOver ? 0 : m_epochTokens;
        return s;
    }

    void shuffleFor(std::int64_t epoch)
    {
        if (m_shuffled == epoch)
            return;
        m_shuffled = epoch;
        std::iota(m_order.begin(), m_order.end(), 0);
        Rng rng(childSeed(childSeed(m_plan.seed, Order), static_cast<std::uint64_t>(epoch)));
        for (std::size_t i = m_order.size(); i > 1; --i)
            std::swap(m_order[i - 1], m_order[rng.below(i)]);
    }

    LanguageDropout dropout() const
    {
        const LanguageArchitecture& a = m_layout.architecture;
        LanguageDropout d;
        d.embedding = a.kind == "opt" ? 0 : m_plan.dropout.value_or(a.embeddingDropout);
        d.residual = m_plan.dropout.value_or(a.dropout);
        d.attention = m_plan.dropout.value_or(a.attentionDropout);
        d.seed = childSeed(childSeed(m_plan.seed, Drops), static_cast<std::uint64_t>(m_step));
        return d;
    }

    Result<void> step()
    {
        if (!m_work.stop.proceed())
            return stopped();
        const std::int64_t epoch = m_step / m_perEpoch, first = m_step % m_perEpoch * m_plan.batch,
                           rows = std::min(m_plan.batch, m_training.count() - first);
        shuffleFor(epoch);
        m_validationNats = std::numeric_limits<double>::quiet_NaN();
        if (m_layout.size <= kPackedParameters)
            m_forward.pack(m_team);
        const double loss = gradientOf(first, rows);
        if (m_work.stop.stopRequested())
            return stopped();
        const double tokens = static_cast<double>(rows * (m_training.length - 1));
        m_lossNats = loss / tokens;
        m_norm = lengthOf(m_team, m_gradient.data(), m_layout.size);
        if (!std::isfinite(loss) || !std::isfinite(m_norm))
            return diverged();
        m_epochLoss += loss;
        m_epochTokens += tokens;
        // The small number is PyTorch's clip_grad_norm_'s.
        const double share = m_plan.clipNorm > 0 ? std::min(1.0, m_plan.clipNorm / (m_norm + 1e-6)) : 1;
        m_rate = m_plan.learningRate * scheduleFactor(m_plan, m_step, m_steps);
        m_adam.update(m_team, m_step, m_rate, static_cast<float>(share), m_gradient.data(), m_weights.data());
        ++m_step;
        return {};
    }

    /// Sums up the gradient of rows [first, first + rows) of this epoch's order; returns the summed loss.
    double gradientOf(std::int64_t first, std::int64_t rows)
    {
        const std::int64_t length = m_training.length;
        const auto scale = static_cast<float>(1.0 / static_cast<double>(rows * (length - 1)));
        const LanguageDropout drops = dropout();
        double loss = 0;
        for (std::int64_t at = 0; at < rows && !m_work.stop.stopRequested(); at += m_microBatch) {
            const std::int64_t count = std::min(m_microBatch, rows - at);
            m_ids.resize(static_cast<std::size_t>(count * length));
            for (std::int64_t r = 0; r < count; ++r) {
                const auto row = m_training[m_order[static_cast<std::size_t>(first + at + r)]];
                std::copy(row.begin(), row.end(), m_ids.begin() + r * length);
            }
            loss += m_pass.lossAndGradient(m_forward, {count, length, m_ids.data(), nullptr}, at, drops,
                                           scale, at == 0, m_team, m_work.stop, m_gradient.data());
        }
        return loss;
    }

    Error diverged() const
    {
        return invalidData("training diverged in step " + std::to_string(m_step + 1) + " of " +
                           std::to_string(m_steps) +
                           ": the loss is no longer finite; a smaller learningRate (now " +
                           shortNumber(m_plan.learningRate) + ") may help");
    }

    Result<void> endEpoch()
    {
        if (m_validation.count() == 0)
            return {};
        const auto means = scoreBlocks(m_layout, m_weights.data(), m_validation, m_work, {});
        if (!means)
            return means.error();
        m_validationNats =
            std::accumulate(means->begin(), means->end(), 0.0) / static_cast<double>(means->size());
        if (m_plan.keepsBest && m_validationNats < m_bestNats) {
            m_bestNats = m_validationNats;
            m_bestEpoch = (m_step + m_perEpoch - 1) / m_perEpoch;
            // The last epoch's weights are handed out as they are.
            m_best = m_step < m_steps ? std::make_shared<const std::vector<float>>(m_weights) : nullptr;
        }
        return {};
    }

    double seconds() const { return std::chrono::duration<double>(Clock::now() - m_start).count(); }
    double tokensPerSecond() const
    {
        return static_cast<double>((m_step - m_begun) * m_plan.batch * m_training.length) / seconds();
    }

    void tell() const
    {
        if (!m_events.onStep)
            return;
        LanguageTrainingProgress p;
        p.step = m_step;
        p.steps = m_steps;
        p.epoch = (m_step + m_perEpoch - 1) / m_perEpoch;
        p.epochs = (m_steps + m_perEpoch - 1) / m_perEpoch;
        p.lossNats = m_lossNats;
        p.validationNats = m_validationNats;
        p.learningRate = m_rate;
        p.gradientNorm = m_norm;
        p.tokensPerSecond = tokensPerSecond();
        p.secondsLeft =
            seconds() / static_cast<double>(m_step - m_begun) * static_cast<double>(m_steps - m_step);
        m_events.onStep(p);
    }

    TrainedLanguage finished()
    {
        TrainedLanguage t;
        t.report.steps = m_steps;
        t.report.microBatch = m_microBatch;
        t.report.precision = precisionName(m_forward.precision());
        t.report.lossNats = m_meanLoss;
        t.report.bestEpoch = m_bestEpoch;
        t.report.validationNats = m_bestEpoch > 0 ? m_bestNats : m_validationNats;
        t.report.seconds = seconds();
        t.report.tokensPerSecond = m_step > m_begun ? tokensPerSecond() : 0;
        t.weights = m_best ? m_best : std::make_shared<const std::vector<float>>(std::move(m_weights));
        return t;
    }

    const LanguageLayout& m_layout;
    const TokenBlocks &m_training, &m_validation;
    const LanguageTrainingPlan& m_plan;
    const LanguageTrainingEvents& m_events;
    const LanguageWork& m_work;
    ShardTeam m_team;
    std::vector<float> m_weights;
    ForwardWeights m_forward;
    AdamW m_adam;
    Floats m_gradient;
    std::int64_t m_microBatch;
    LanguagePass m_pass;
    std::vector<std::int64_t> m_order;
    std::vector<TokenId> m_ids;
    std::int64_t m_shuffled = -1, m_perEpoch = 0, m_steps = 0, m_step = 0, m_begun = 0;
    double m_lossNats = 0, m_norm = 0, m_rate = 0, m_epochLoss = 0, m_epochTokens = 0, m_meanLoss = 0;
    double m_validationNats = std::numeric_limits<double>::quiet_NaN();
    LanguageWeights m_best;
    double m_bestNats = std::numeric_limits<double>::infinity();
    std::int64_t m_bestEpoch = 0;
    Clock::time_point m_start;
};

} // namespace

Result<TrainedLanguage> trainLanguage(const LanguageLayout& layout, const LanguageWeights& start,
                                      const TokenBlocks& training, const TokenBlocks& validation,
                                      const LanguageTrainingPlan& plan, Precision precision,
                                      const LanguageTrainingEvents& events, const LanguageWork& work)
{
    // Too little memory: half as many rows at once, which changes nothing but the time.
    LanguageTrainingPlan smaller = plan;
    smaller.microBatch = std::min(microBatchOf(layout, plan, training.length), training.count());
    for (;; smaller.microBatch = (smaller.microBatch + 1) / 2)
        try {
            return Trainer(layout, start, training, validation, smaller, precision, events, work).run();
        } catch (const std::bad_alloc&) {
            if (smaller.microBatch == 1)
                return systemError(
                    "There is not enough memory to train this model, even on one block at a time.");
        }
}

} // namespace hareloom::neural
