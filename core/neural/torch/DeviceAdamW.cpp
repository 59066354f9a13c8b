// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/torch/DeviceAdamW.h"

#include <torch/version.h>

#include <cmath>

// With a learning rate on the device: from 2.3 on.
#define HARELOOM_FUSED_ADAMW                                                                                 \
    (TORCH_VERSION_MAJOR > 2 || (TORCH_VERSION_MAJOR == 2 && TORCH_VERSION_MINOR >= 3))

namespace hareloom::neural {
namespace {

using at::Tensor;

constexpr double kTiny = 1e-6; // as PyTorch's clip_grad_norm_

} // namespace

DeviceAdamW::DeviceAdamW(const LanguageArchitecture& architecture, const LanguageTrainingPlan& plan,
                         const std::vector<double>& rates, const Tensor& weights)
    : first(at::zeros_like(weights)), second(at::zeros_like(weights)), m_plan(plan)
{
    for (const LanguageTensor& tensor : tensorsOf(architecture)) {
        if (m_runs.empty() || m_runs.back().decays != tensor.decays)
            m_runs.push_back({tensor.offset, 0, tensor.decays});
        m_runs.back().count += tensor.size();
    }
    Tensor table = at::empty({std::ssize(rates), 4}, at::kFloat);
    auto* row = table.data_ptr<float>();
    for (std::size_t i = 0; i < rates.size(); ++i, row += 4) {
        const auto t = static_cast<double>(i + 1);
        row[0] = static_cast<float>(rates[i]);
        row[1] = static_cast<float>(rates[i] / (1 - std::pow(plan.beta1, t)));
        row[2] = static_cast<float>(std::sqrt(1 - std::pow(plan.beta2, t)));
        row[3] = static_cast<float>(t);
    }
    m_table = table.to(weights.device());
    m_now = at::zeros({4}, m_table.options());
}

void DeviceAdamW::setStep(std::int64_t step)
{
    m_now.copy_(m_table.select(0, step));
}

void DeviceAdamW::update(const Tensor& gradient, const Tensor& length, Tensor& weights)
{
    if (HARELOOM_FUSED_ADAMW && weights.is_cuda())
        return updateFused(gradient, length, weights);
    Tensor g = gradient;
    if (m_plan.clipNorm > 0)
        g.mul_((m_plan.clipNorm / (length + kTiny)).clamp_max_(1));
    first.mul_(m_plan.beta1).add_(g, 1 - m_plan.beta1);
    second.mul_(m_plan.beta2).addcmul_(g, g, 1 - m_plan.beta2);
    const Tensor shrink = 1 - m_now.select(0, 0) * m_plan.weightDecay;
    for (const Run& run : m_runs)
        if (run.decays && m_plan.weightDecay > 0)
            weights.narrow(0, run.at, run.count).mul_(shrink);
    const Tensor spread = second.sqrt().div_(m_now.select(0, 2)).add_(m_plan.epsilon);
    weights.sub_((first * m_now.select(0, 1)).div_(spread));
}

void DeviceAdamW::updateFused([[maybe_unused]] const Tensor& gradient, [[maybe_unused]] const Tensor& length,
                              [[maybe_unused]] Tensor& weights)
{
#if HARELOOM_FUSED_ADAMW
    // What the gradient is divided by.
    const Tensor divisor =
        m_plan.clipNorm > 0 ? ((length + kTiny) / m_plan.clipNorm).clamp_min_(1) : at::ones_like(length);
    for (const bool decays : {true, false}) {
        std::vector<Tensor> w, g, m, v, steps;
        for (const Run& run : m_runs)
            if (run.decays == decays) {
                w.push_back(weights.narrow(0, run.at, run.count));
                g.push_back(gradient.narrow(0, run.at, run.count));
                m.push_back(first.narrow(0, run.at, run.count));
                v.push_back(second.narrow(0, run.at, run.count));
                steps.push_back(m_now.select(0, 3));
            }
        at::_fused_adamw_(w, g, m, v, {}, steps, m_now.select(0, 0), m_plan.beta1, m_plan.beta2,
                          decays ? m_plan.weightDecay : 0, m_plan.epsilon, false, false, divisor);
    }
#endif
}

} // namespace hareloom::neural
