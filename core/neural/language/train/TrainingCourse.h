// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/families/language/LanguageTraining.h"

#include <chrono>
#include <span>
#include <vector>

namespace hareloom::neural {

/// The course of a language model's training, whatever device takes its steps: which blocks an update sees
/// and at what rate, what its losses come to, which epoch's weights are best, and what is told of it.
class TrainingCourse
{
public:
    /// Of `blocks` blocks of `length` tokens; goes on from events.resume.
    TrainingCourse(std::int64_t blocks, std::int64_t length, const LanguageTrainingPlan& plan,
                   const LanguageTrainingEvents& events);

    std::int64_t step() const { return m_step; } // updates that are done
    std::int64_t steps() const { return m_steps; }
    std::int64_t perEpoch() const { return m_perEpoch; }
    bool isOver() const { return m_step >= m_steps; }
    /// After update `step` (from 0) is done, an epoch is.
    bool endsEpoch(std::int64_t step) const { return (step + 1) % m_perEpoch == 0 || step + 1 == m_steps; }

    /// All blocks in the order of the epoch of update `step`; valid until another epoch's is asked for.
    std::span<const std::int64_t> orderOf(std::int64_t step);
    /// Of these, the ones that update `step` sees.
    std::span<const std::int64_t> blocksOf(std::int64_t step);
    double rateOf(std::int64_t step) const;
    /// Tokens of an update that have a loss.
    std::int64_t lossTokens(std::int64_t blocks) const { return blocks * (m_length - 1); }

    /// Update step() was done on so many blocks: their summed loss in nats, the gradient's length. Errors:
    /// InvalidData when either is no longer finite.
    Result<void> took(std::int64_t blocks, double loss, double gradientLength);
    /// The weights at an epoch's end scored so much on the validation blocks. True: they are the best so far.
    bool measured(double validationNats);
    /// Tells what took() and measured() took in; at an epoch's end its sums begin anew.
    void tell();
    bool wantsState() const;
    /// Fills in all but weights, moments and best.
    LanguageTrainingState state() const;

    LanguageTrainingReport report(std::int64_t microBatch, NumberFormat precision) const;

private:
    double seconds() const;
    double tokensPerSecond() const;
    void takeUp(const LanguageTrainingState& state);

    const LanguageTrainingPlan& m_plan;
    const LanguageTrainingEvents& m_events;
    std::int64_t m_length;
    std::vector<std::int64_t> m_order;
    std::int64_t m_shuffled = -1, m_perEpoch = 0, m_steps = 0, m_step = 0, m_begun = 0;
    double m_lossNats = 0, m_norm = 0, m_epochLoss = 0, m_epochTokens = 0;
    double m_meanLoss = std::numeric_limits<double>::quiet_NaN();
    double m_validationNats = std::numeric_limits<double>::quiet_NaN();
    double m_bestNats = std::numeric_limits<double>::infinity();
    std::int64_t m_bestEpoch = 0;
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

} // namespace hareloom::neural
