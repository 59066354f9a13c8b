// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/image/DeviceVae.h"

#include "core/base/Rng.h"
#include "core/neural/language/train/ShrinkingBatch.h"
#include "core/neural/torch/Card.h"
#include "core/neural/torch/DeviceWeights.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>

namespace hareloom::neural {
namespace {

using at::Tensor;

constexpr std::int64_t kHeard = 16; // steps whose losses are read together

class VaeTrainer
{
public:
    VaeTrainer(const at::Device& device, const VaeMath& math, Floats& parameters, const TrainingPlan& plan,
               std::int64_t atOnce, const float* rows, double beta, Seed noiseSeed)
        : m_device(device),
          m_math(math),
          m_plan(plan),
          m_atOnce(atOnce),
          m_beta(beta),
          m_noiseSeed(noiseSeed),
          m_latent(math.architecture().latent),
          m_parameters(parameters),
          m_weights(flatOn(device, std::ssize(parameters), parameters.data())),
          m_gradient(at::zeros_like(m_weights)),
          m_part(atOnce < std::min(plan.batch, plan.rows) ? at::zeros_like(m_weights) : m_gradient),
          m_first(at::zeros_like(m_weights)),
          m_second(at::zeros_like(m_weights)),
          m_images(flatOn(device, plan.rows * math.architecture().pixels(), rows).view({plan.rows, -1})),
          m_noise(at::zeros({plan.rows, m_latent}, m_weights.options())),
          m_order(at::zeros({plan.rows}, m_weights.options().dtype(at::kLong))),
          m_batch(at::zeros({std::min(plan.batch, plan.rows), m_images.size(1)}, m_weights.options())),
          m_batchNoise(at::zeros({m_batch.size(0), m_latent}, m_weights.options())),
          m_rates(rates()),
          m_now(at::zeros({2}, m_weights.options())),
          m_terms(at::zeros({2}, m_weights.options().dtype(at::kDouble))),
          m_heard(at::zeros({kHeard, 2}, m_terms.options())),
          m_shuffled(plainOrder(plan.rows))
    {
    }

    Result<Terms> run()
    {
        Terms mean{};
        for (int epoch = 0; epoch < m_plan.epochs; ++epoch) {
            layEpoch(epoch);
            m_sum = {};
            for (std::int64_t first = 0; first < m_plan.rows; first += m_plan.batch) {
                if (!m_plan.stop.proceed())
                    return stopped();
                issue(first);
                if (std::ssize(m_pending) == kHeard || first + m_plan.batch >= m_plan.rows)
                    if (auto heard = hear(epoch); !heard)
                        return heard.error();
            }
            mean = {m_sum[0] / static_cast<double>(m_plan.rows), m_sum[1] / static_cast<double>(m_plan.rows)};
        }
        at::from_blob(m_parameters.data(), m_weights.sizes(), at::kFloat).copy_(m_weights);
        return mean;
    }

private:
    /// Of every step: rate over the first moment's correction, root of the second's.
    Tensor rates() const
    {
        const std::int64_t steps = m_plan.epochs * ((m_plan.rows + m_plan.batch - 1) / m_plan.batch);
        Tensor table = at::empty({steps, 2}, at::kFloat);
        auto* row = table.data_ptr<float>();
        for (std::int64_t step = 0; step < steps; ++step, row += 2) {
            const AdamCorrections c = correctionsOf(m_plan, step, steps);
            row[0] = c.rate;
            row[1] = c.correction2;
        }
        return table.to(m_device);
    }

    void layEpoch(int epoch)
    {
        shuffle(m_shuffled, childSeed(m_plan.seed, static_cast<std::uint64_t>(epoch)));
        m_order.copy_(at::from_blob(m_shuffled.data(), m_order.sizes(), at::kLong));
        std::vector<double> drawn(static_cast<std::size_t>(m_plan.rows * m_latent));
        fillNormals(childSeed(m_noiseSeed, static_cast<std::uint64_t>(epoch)), 0, drawn);
        const std::vector<float> noise(drawn.begin(), drawn.end());
        m_noise.copy_(at::from_blob(const_cast<float*>(noise.data()), m_noise.sizes(), at::kFloat));
    }

    /// Hands the step on rows [first, first + batch) of the epoch to the device.
    void issue(std::int64_t first)
    {
        const std::int64_t rows = std::min(m_plan.batch, m_plan.rows - first);
        Tensor batch = m_batch.narrow(0, 0, rows);
        at::index_select_out(batch, m_images, 0, m_order.narrow(0, first, rows));
        m_batchNoise.narrow(0, 0, rows).copy_(m_noise.narrow(0, first, rows));
        m_now.copy_(m_rates.select(0, m_step++));
        const auto step = [this, rows] { compute(rows); };
        rows == m_batch.size(0) ? m_graph.run(m_device, step) : step();
        m_heard.select(0, std::ssize(m_pending)).copy_(m_terms);
        m_pending.push_back(first + rows);
    }

    void compute(std::int64_t rows)
    {
        m_terms.zero_();
        for (std::int64_t first = 0; first < rows; first += m_atOnce) {
            const std::int64_t count = std::min(m_atOnce, rows - first);
            m_math.addLossAndGradient(m_weights, m_batch.narrow(0, first, count),
                                      m_batchNoise.narrow(0, first, count), m_beta,
                                      first == 0 ? m_gradient : m_part, m_terms);
            if (first > 0)
                m_gradient.add_(m_part);
        }
        if (m_plan.weightDecay > 0)
            m_gradient.add_(m_weights, m_plan.weightDecay);
        m_first.mul_(kAdamBeta1).add_(m_gradient, 1 - kAdamBeta1);
        m_second.mul_(kAdamBeta2).addcmul_(m_gradient, m_gradient, 1 - kAdamBeta2);
        const Tensor spread = m_second.sqrt().div_(m_now.select(0, 1)).add_(kAdamEpsilon);
        m_weights.sub_((m_first * m_now.select(0, 0)).div_(spread));
    }

    /// Reads what the steps handed over came to, and tells of them.
    Result<void> hear(int epoch)
    {
        const Tensor told = m_heard.cpu();
        const auto* terms = told.data_ptr<double>();
        std::int64_t before = m_heardRows % m_plan.rows;
        for (const std::int64_t done : m_pending) {
            if (!std::isfinite(terms[0] + terms[1]))
                return divergedIn(epoch, m_plan);
            m_sum = {m_sum[0] + terms[0], m_sum[1] + terms[1]};
            if (m_plan.onStep)
                m_plan.onStep({(epoch + static_cast<double>(done) / static_cast<double>(m_plan.rows)) /
                                   static_cast<double>(m_plan.epochs),
                               epoch, (terms[0] + terms[1]) / static_cast<double>(done - before)});
            before = done;
            terms += 2;
        }
        m_heardRows = before;
        m_pending.clear();
        return {};
    }

    at::Device m_device;
    const VaeMath& m_math;
    const TrainingPlan& m_plan;
    std::int64_t m_atOnce;
    double m_beta;
    Seed m_noiseSeed;
    std::int64_t m_latent;
    Floats& m_parameters;
    Tensor m_weights, m_gradient, m_part; // a later part's gradient, before it is added
    Tensor m_first, m_second;
    Tensor m_images, m_noise, m_order;    // all rows; this epoch's noise and order
    Tensor m_batch, m_batchNoise;         // this step's
    Tensor m_rates, m_now;                // (steps, 2), (2)
    Tensor m_terms, m_heard;              // (2), (kHeard, 2)
    std::vector<std::int64_t> m_shuffled; // the order again, here
    std::vector<std::int64_t> m_pending;  // where in the epoch the steps not heard of ended
    std::int64_t m_step = 0, m_heardRows = 0;
    Terms m_sum{};
    StepGraph m_graph;
};

} // namespace

std::int64_t vaeMemoryOn(const VaeArchitecture& a, std::int64_t rows, std::int64_t atOnce)
{
    // Weights, gradient, two moments, and two arrays that a step makes of them.
    const std::int64_t numbers = 6 * parameterCount(a);
    const std::int64_t data = rows * (a.pixels() + a.latent + 2); // an order is as wide as two
    // Of a pass, both ways: what lies between the layers, with its gradient. Convolutions have 64 maps of a
    // quarter of the pixels and 128 of a sixteenth, on either side.
    const std::int64_t between =
        a.network == ImageNetwork::Convolutional ? 2 * (64 / 4 + 128 / 16) * a.pixels() : 2 * a.hidden;
    const std::int64_t pass = atOnce * 2 * (4 * a.pixels() + between + 4 * a.latent);
    return (numbers + data + pass) * static_cast<std::int64_t>(sizeof(float));
}

Result<Terms> trainVaeInParts(const std::string& device, const VaeMath& math, Floats& parameters,
                              const TrainingPlan& plan, std::int64_t atOnce, const float* rows, double beta,
                              Seed noiseSeed)
{
    const at::Device there = torchDevice(device);
    const OnDevice here(there);
    try {
        return VaeTrainer(there, math, parameters, plan, atOnce, rows, beta, noiseSeed).run();
    } catch (const c10::OutOfMemoryError&) {
        throw;
    } catch (const c10::Error& unexpected) {
        return systemError(device + ": " + unexpected.what_without_backtrace());
    }
}

Result<Terms> trainVaeOn(const std::string& device, const VaeMath& math, Floats& parameters,
                         const TrainingPlan& plan, const float* rows, double beta, Seed noiseSeed)
{
    return trainWithShrinkingBatch<c10::OutOfMemoryError>(
        std::min(plan.batch, plan.rows), "images",
        "There is not enough memory on " + device +
            " to train this image model, even on one image at a time; --device cpu has the machine's own.",
        [&](std::int64_t atOnce, const std::string& remark) {
            TrainingPlan telling = plan;
            if (plan.onStep)
                telling.onStep = [&](TrainingStep step) {
                    step.remark = remark;
                    plan.onStep(step);
                };
            return trainVaeInParts(device, math, parameters, telling, atOnce, rows, beta, noiseSeed);
        });
}

} // namespace hareloom::neural
