// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/family/Prediction.h"

#include "core/data/Moments.h"
#include "core/family/ChainSetup.h"

namespace hareloom {

bool Loop::replaces() const
{
    const Policy& p = setup.experiment.policy;
    return p.pool == Pool::Latest && p.realShare == 0 && p.freshShare == 0 && p.betaPrevious == 0;
}

bool Loop::isAnchored() const
{
    const Policy& p = setup.experiment.policy;
    return p.pool == Pool::Latest && p.betaPrevious == 0 && p.realShare + p.freshShare > 0 &&
           !setup.source->rowCount();
}

bool Loop::accumulates() const
{
    const Policy& p = setup.experiment.policy;
    return p.pool == Pool::All && p.realShare + p.freshShare + p.betaPrevious == 0 &&
           !setup.source->rowCount();
}

Loop loopOf(const ChainSetup& setup)
{
    Loop loop{setup, {}, setup.source->dimension()};
    const Policy& policy = setup.experiment.policy;
    const bool picks = policy.pool == Pool::Latest && policy.subsample > 0;
    for (std::int64_t g = 0; g <= setup.experiment.generations; ++g)
        loop.sizes.push_back(g > 0 && picks ? policy.subsample : setup.size(g));
    if (setup.source->rowCount())
        loop.sizes[0] = kNoSamplingError;
    return loop;
}

double realVariance(const ChainSetup& setup, Divisor divisor)
{
    if (const auto truth = setup.source->normalMixture())
        return covarianceOf(*truth).trace();
    if (!setup.source->rowCount())
        return 0;
    const Moments moments = momentsOf(*setup.source->draw(*setup.source->rowCount(), 0), 1);
    return moments.scatter.trace() /
           static_cast<double>(moments.count - (divisor == Divisor::Unbiased ? 1 : 0));
}

} // namespace hareloom
