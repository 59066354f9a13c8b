// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/kernels/Training.h"

#include "core/base/Text.h"
#include "core/base/VectorMath.h"
#include "core/neural/kernels/ShardTeam.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numeric>

namespace hareloom::neural {
namespace {

constexpr double kBeta1 = kAdamBeta1, kBeta2 = kAdamBeta2;
constexpr auto kEpsilon = static_cast<float>(kAdamEpsilon);
constexpr std::int64_t kChunk = 16'384; // parameters that one thread updates in one go

struct AdamStep
{
    float rate = 0;        // learning rate over the first moment's correction
    float correction2 = 1; // square root of the second moment's correction
    float decay = 0;
};

/// Sums the shards' gradients in their order and takes one step, on numbers [0, n) of each array.
HARELOOM_EVERY_WIDTH
void adam(const AdamStep& step, std::int64_t n, const float* const* gradients, std::size_t shards, float* w,
          float* m, float* v)
{
    constexpr auto kKeep1 = static_cast<float>(kBeta1), kKeep2 = static_cast<float>(kBeta2);
    constexpr auto kTake1 = static_cast<float>(1 - kBeta1), kTake2 = static_cast<float>(1 - kBeta2);
    float sum[256];
    for (std::int64_t first = 0; first < n; first += 256) {
        const std::int64_t count = std::min<std::int64_t>(256, n - first);
        for (std::int64_t i = 0; i < count; ++i)
            sum[i] = gradients[0][first + i];
        for (std::size_t s = 1; s < shards; ++s)
            for (std::int64_t i = 0; i < count; ++i)
                sum[i] += gradients[s][first + i];
        for (std::int64_t i = 0; i < count; ++i) {
            const std::int64_t at = first + i;
            const float g = sum[i] + step.decay * w[at];
            m[at] = kKeep1 * m[at] + kTake1 * g;
            v[at] = kKeep2 * v[at] + kTake2 * g * g;
            w[at] -= step.rate * m[at] / (std::sqrt(v[at]) / step.correction2 + kEpsilon);
        }
    }
}

class Trainer
{
public:
    Trainer(Floats& parameters, const TrainingPlan& plan, const ShardGradient& gradientOf)
        : m_parameters(parameters),
          m_plan(plan),
          m_gradientOf(gradientOf),
          m_team(plan.threads),
          m_first(parameters.size()),
          m_second(parameters.size()),
          m_gradients(static_cast<std::size_t>((plan.batch + plan.shardRows - 1) / plan.shardRows),
                      Floats(parameters.size())),
          m_order(plainOrder(plan.rows))
    {
    }

    Result<Terms> run()
    {
        Terms mean{};
        for (int epoch = 0; epoch < m_plan.epochs; ++epoch) {
            shuffle(m_order, childSeed(m_plan.seed, static_cast<std::uint64_t>(epoch)));
            Terms sum{};
            for (std::int64_t first = 0; first < m_plan.rows; first += m_plan.batch) {
                auto terms = step(epoch, first);
                if (!terms)
                    return terms;
                sum = {sum[0] + (*terms)[0], sum[1] + (*terms)[1]};
            }
            mean = {sum[0] / static_cast<double>(m_plan.rows), sum[1] / static_cast<double>(m_plan.rows)};
        }
        return mean;
    }

private:
    Result<Terms> step(int epoch, std::int64_t first)
    {
        if (!m_plan.stop.proceed())
            return stopped();
        const std::int64_t rows = std::min(m_plan.batch, m_plan.rows - first);
        const std::int64_t shards = (rows + m_plan.shardRows - 1) / m_plan.shardRows;
        std::vector<Terms> terms(static_cast<std::size_t>(shards));
        m_team.run(shards, [&](std::int64_t s) {
            if (m_plan.stop.stopRequested())
                return;
            const std::int64_t begin = first + s * m_plan.shardRows;
            const auto size = static_cast<std::size_t>(std::min(m_plan.shardRows, first + rows - begin));
            const auto at = static_cast<std::size_t>(s);
            terms[at] = m_gradientOf(
                m_parameters.data(),
                {std::span(m_order).subspan(static_cast<std::size_t>(begin), size), epoch, begin},
                m_gradients[at].data());
        });
        if (m_plan.stop.stopRequested())
            return stopped();
        Terms sum{};
        for (const Terms& t : terms)
            sum = {sum[0] + t[0], sum[1] + t[1]};
        if (!std::isfinite(sum[0] + sum[1]))
            return divergedIn(epoch, m_plan);
        update(static_cast<std::size_t>(shards));
        tell(epoch, first + rows, (sum[0] + sum[1]) / static_cast<double>(rows));
        return sum;
    }

    void update(std::size_t shards)
    {
        const AdamCorrections corrections = correctionsOf(m_plan, m_steps++, allSteps());
        AdamStep step;
        step.rate = corrections.rate;
        step.correction2 = corrections.correction2;
        step.decay = static_cast<float>(m_plan.weightDecay);
        const std::int64_t all = std::ssize(m_parameters);
        m_team.run((all + kChunk - 1) / kChunk, [&](std::int64_t c) {
            const std::int64_t first = c * kChunk;
            std::vector<const float*> gradients;
            for (std::size_t s = 0; s < shards; ++s)
                gradients.push_back(m_gradients[s].data() + first);
            adam(step, std::min(kChunk, all - first), gradients.data(), shards, m_parameters.data() + first,
                 m_first.data() + first, m_second.data() + first);
        });
    }

    std::int64_t allSteps() const
    {
        return m_plan.epochs * ((m_plan.rows + m_plan.batch - 1) / m_plan.batch);
    }

    void tell(int epoch, std::int64_t done, double loss) const
    {
        const double inEpoch = static_cast<double>(done) / static_cast<double>(m_plan.rows);
        if (m_plan.onStep)
            m_plan.onStep({(epoch + inEpoch) / static_cast<double>(m_plan.epochs), epoch, loss});
    }

    Floats& m_parameters;
    const TrainingPlan& m_plan;
    const ShardGradient& m_gradientOf;
    ShardTeam m_team;
    Floats m_first, m_second; // Adam's moments
    std::vector<Floats> m_gradients;
    std::vector<std::int64_t> m_order;
    std::int64_t m_steps = 0;
};

} // namespace

std::function<void(const TrainingStep&)> progressOf(const FitContext& context, std::int64_t epochs)
{
    using Clock = std::chrono::steady_clock;
    return [&context, epochs, start = Clock::now()](const TrainingStep& step) {
        const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
        if (context.onTraining) {
            TrainingProgress progress{step.epoch + 1, static_cast<int>(epochs), step.loss,
                                      seconds * (1 - step.fraction) / step.fraction};
            progress.remark = step.remark;
            context.onTraining(step.fraction, progress);
        } else if (context.onProgress) {
            context.onProgress(step.fraction);
        }
    };
}

AdamCorrections correctionsOf(const TrainingPlan& plan, std::int64_t step, std::int64_t steps)
{
    const auto t = static_cast<double>(step + 1);
    const double left = plan.decays ? 1 - (t - 1) / static_cast<double>(steps) : 1;
    return {static_cast<float>(plan.learningRate * left / (1 - std::pow(kBeta1, t))),
            static_cast<float>(std::sqrt(1 - std::pow(kBeta2, t)))};
}

std::vector<std::int64_t> plainOrder(std::int64_t rows)
{
    std::vector<std::int64_t> order(static_cast<std::size_t>(rows));
    std::iota(order.begin(), order.end(), 0);
    return order;
}

void shuffle(std::vector<std::int64_t>& order, Seed seed)
{
    Rng rng(seed);
    for (std::size_t i = order.size(); i > 1; --i)
        std::swap(order[i - 1], order[rng.below(i)]);
}

Error divergedIn(int epoch, const TrainingPlan& plan)
{
    return invalidData("training diverged in epoch " + std::to_string(epoch + 1) + " of " +
                       std::to_string(plan.epochs) +
                       ": the loss is no longer finite; a smaller model.learningRate (now " +
                       shortNumber(plan.learningRate) + ") may help");
}

Result<Terms> train(Floats& parameters, const TrainingPlan& plan, const ShardGradient& gradientOf)
{
    return Trainer(parameters, plan, gradientOf).run();
}

} // namespace hareloom::neural
