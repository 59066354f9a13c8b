// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/language/LanguageTraining.h"

#include "core/base/Refusal.h"
#include "core/base/Text.h"

#include <cmath>
#include <numbers>

namespace hareloom {
namespace {

struct Bound
{
    const char* field;
    double value, least, most;
};

Result<void> within(std::initializer_list<Bound> bounds)
{
    for (const Bound& b : bounds)
        if (!(b.value >= b.least && b.value <= b.most))
            return invalidInput(mustBe(b.field, shortNumber(b.value), lieBetween(b.least, b.most)));
    return {};
}

} // namespace

Result<void> validate(const LanguageTrainingPlan& plan)
{
    const auto d = [](std::int64_t n) { return static_cast<double>(n); };
    return within({{"epochs", d(plan.epochs), plan.steps > 0 ? 0.0 : 1.0, 1e6},
                          {"steps", d(plan.steps), 0, 1e9},
                          {"batch", d(plan.batch), 1, 1e6},
                          {"microBatch", d(plan.microBatch), 0, 1e6},
                          {"memory", d(plan.memory), 1, 1e15},
                          {"learningRate", plan.learningRate, 0, 10},
                          {"beta1", plan.beta1, 0, 0.9999999},
                          {"beta2", plan.beta2, 0, 0.9999999},
                          {"epsilon", plan.epsilon, 1e-30, 1},
                          {"weightDecay", plan.weightDecay, 0, 10},
                          {"clipNorm", plan.clipNorm, 0, 1e9},
                          {"warmupSteps", d(plan.warmupSteps), 0, 1e9},
                          {"dropout", plan.dropout.value_or(0), 0, 0.99}});
}

double scheduleFactor(const LanguageTrainingPlan& plan, std::int64_t step, std::int64_t steps)
{
    const auto at = static_cast<double>(step), warm = static_cast<double>(plan.warmupSteps);
    if (at < warm)
        return at / warm;
    if (plan.schedule == RateSchedule::Constant)
        return 1;
    const double through = (at - warm) / std::max(1.0, static_cast<double>(steps) - warm);
    if (plan.schedule == RateSchedule::Linear)
        return std::max(0.0, 1 - through);
    return 0.5 * (1 + std::cos(std::numbers::pi * std::min(1.0, through)));
}

} // namespace hareloom
