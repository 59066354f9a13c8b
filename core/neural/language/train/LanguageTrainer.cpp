// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/language/train/LanguageTrainer.h"

#include "core/neural/language/train/AdamW.h"
#include "core/neural/language/train/LanguagePass.h"
#include "core/neural/language/train/ShrinkingBatch.h"
#include "core/neural/language/train/TrainingCourse.h"

#include <algorithm>
#include <cmath>
#include <new>
#include <numeric>

namespace hareloom::neural {
namespace {

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
          m_course(training.count(), training.length, plan, events),
          m_team(work.threads),
          m_weights(events.resume ? events.resume->weights : *start),
          m_forward(layout, m_weights.data(), precision),
          m_adam(layout.architecture, plan),
          m_gradient(static_cast<std::size_t>(layout.size)),
          m_microBatch(microBatchOf(layout, plan, training.length)),
          m_pass(layout, std::min(m_microBatch, training.count()), training.length)
    {
        if (events.resume) {
            m_adam.first = events.resume->firstMoment;
            m_adam.second = events.resume->secondMoment;
            m_best = events.resume->best;
        }
    }

    Result<TrainedLanguage> run()
    {
        while (!m_course.isOver()) {
            if (auto done = step(); !done)
                return done.error();
            if (m_course.endsEpoch(m_course.step() - 1))
                if (auto done = endEpoch(); !done)
                    return done.error();
            m_course.tell();
            if (m_events.onWeights)
                m_events.onWeights(m_weights);
            if (m_course.wantsState())
                m_events.onState(state());
        }
        TrainedLanguage t;
        t.report = m_course.report(m_microBatch, formatOf(m_forward.precision()));
        t.weights = m_best ? m_best : std::make_shared<const std::vector<float>>(std::move(m_weights));
        return t;
    }

private:
    LanguageTrainingStatePtr state() const
    {
        auto s = std::make_shared<LanguageTrainingState>(m_course.state());
        s->weights = m_weights;
        s->firstMoment = m_adam.first;
        s->secondMoment = m_adam.second;
        s->best = m_best;
        return s;
    }

    Result<void> step()
    {
        if (!m_work.stop.proceed())
            return stopped();
        const std::int64_t step = m_course.step();
        const auto blocks = m_course.blocksOf(step);
        if (m_layout.size <= kPackedParameters)
            m_forward.pack(m_team);
        const double loss = gradientOf(blocks);
        if (m_work.stop.stopRequested())
            return stopped();
        const double norm = lengthOf(m_team, m_gradient.data(), m_layout.size);
        if (auto sound = m_course.took(std::ssize(blocks), loss, norm); !sound)
            return sound;
        // The small number is PyTorch's clip_grad_norm_'s.
        const double share = m_plan.clipNorm > 0 ? std::min(1.0, m_plan.clipNorm / (norm + 1e-6)) : 1;
        m_adam.update(m_team, step, m_course.rateOf(step), static_cast<float>(share), m_gradient.data(),
                      m_weights.data());
        return {};
    }

    /// Sums up the gradient of these blocks; returns the summed loss.
    double gradientOf(std::span<const std::int64_t> blocks)
    {
        const std::int64_t length = m_training.length, rows = std::ssize(blocks);
        const auto scale = static_cast<float>(1.0 / static_cast<double>(m_course.lossTokens(rows)));
        const LanguageDropout drops = dropoutOf(m_layout.architecture, m_plan, m_course.step());
        double loss = 0;
        for (std::int64_t at = 0; at < rows && !m_work.stop.stopRequested(); at += m_microBatch) {
            const std::int64_t count = std::min(m_microBatch, rows - at);
            m_ids.resize(static_cast<std::size_t>(count * length));
            for (std::int64_t r = 0; r < count; ++r) {
                const auto row = m_training[blocks[static_cast<std::size_t>(at + r)]];
                std::copy(row.begin(), row.end(), m_ids.begin() + r * length);
            }
            loss += m_pass.lossAndGradient(m_forward, {count, length, m_ids.data(), nullptr}, at, drops,
                                           scale, at == 0, m_team, m_work.stop, m_gradient.data());
        }
        return loss;
    }

    Result<void> endEpoch()
    {
        if (m_validation.count() == 0)
            return {};
        const auto means = scoreBlocks(m_layout, m_weights.data(), m_validation, m_work, {});
        if (!means)
            return means.error();
        // The last epoch's weights are handed out as they are.
        if (m_course.measured(std::accumulate(means->begin(), means->end(), 0.0) /
                              static_cast<double>(means->size())))
            m_best = m_course.isOver() ? nullptr : std::make_shared<const std::vector<float>>(m_weights);
        return {};
    }

    const LanguageLayout& m_layout;
    const TokenBlocks &m_training, &m_validation;
    const LanguageTrainingPlan& m_plan;
    const LanguageTrainingEvents& m_events;
    const LanguageWork& m_work;
    TrainingCourse m_course;
    ShardTeam m_team;
    std::vector<float> m_weights;
    ForwardWeights m_forward;
    AdamW m_adam;
    Floats m_gradient;
    std::int64_t m_microBatch;
    LanguagePass m_pass;
    std::vector<TokenId> m_ids;
    LanguageWeights m_best;
};

} // namespace

std::int64_t trainingMemory(const LanguageLayout& layout, const LanguageTrainingPlan& plan,
                            std::int64_t length, bool validates)
{
    // The start, the weights, their gradient, two moments; a rearranged copy; the best so far.
    const std::int64_t copies = 5 + (layout.size <= kPackedParameters ? 1 : 0) +
                                (validates && plan.keepsBest && plan.epochs > 1 ? 1 : 0);
    return copies * layout.size * static_cast<std::int64_t>(sizeof(float)) +
           LanguagePass::memoryFor(layout, microBatchOf(layout, plan, length), length);
}

Result<TrainedLanguage> trainLanguage(const LanguageLayout& layout, const LanguageWeights& start,
                                      const TokenBlocks& training, const TokenBlocks& validation,
                                      const LanguageTrainingPlan& plan, Precision precision,
                                      const LanguageTrainingEvents& events, const LanguageWork& work)
{
    return trainWithShrinkingBatch<std::bad_alloc>(
        plan, std::min(microBatchOf(layout, plan, training.length), training.count()), events,
        "There is not enough memory to train this model, even on one block at a time.",
        [&](const LanguageTrainingPlan& fitting, const LanguageTrainingEvents& told) {
            return Trainer(layout, start, training, validation, fitting, precision, told, work).run();
        });
}

} // namespace hareloom::neural
