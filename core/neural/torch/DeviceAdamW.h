// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/language/LanguageTraining.h"

#include <ATen/ATen.h>

namespace hareloom::neural {

/// AdamW as core/neural/language/train/AdamW.h, on one flat array on a device; every number that changes from
/// step to step lies there too, so that a recorded step can be replayed. LibTorch's fused one where it has
/// it.
class DeviceAdamW
{
public:
    /// `rates`: of every step of the training.
    DeviceAdamW(const LanguageArchitecture& architecture, const LanguageTrainingPlan& plan,
                const std::vector<double>& rates, const at::Tensor& weights);

    /// What update() takes from now on is that of `step`, from 0.
    void setStep(std::int64_t step);
    /// Clips `gradient`, whose length is `length`, and moves `weights`.
    void update(const at::Tensor& gradient, const at::Tensor& length, at::Tensor& weights);

    at::Tensor first, second; // moments

private:
    struct Run
    {
        std::int64_t at, count;
        bool decays;
    };
    void updateFused(const at::Tensor& gradient, const at::Tensor& length, at::Tensor& weights);

    LanguageTrainingPlan m_plan;
    std::vector<Run> m_runs; // neighbours that decay or do not
    at::Tensor m_table; // (steps, 4): rate, rate over the first moment's correction, root of the second's,
                        // number of the step
    at::Tensor m_now;   // (4): the present step's
};

} // namespace hareloom::neural
