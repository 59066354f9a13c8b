// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/family/Prediction.h"

#include "core/data/Moments.h"
#include "core/family/ChainSetup.h"

namespace hareloom {

namespace {

/// The rows of all generations that do not come from the pool. A share may round to no row: chains that are
/// the same have the same theory.
RowShares rowsInAll(const ChainSetup& setup)
{
    RowShares all;
    for (int g = 1; g <= setup.experiment.generations; ++g) {
        const RowShares shares = sharesOf(setup, g);
        all.real += shares.real;
        all.fresh += shares.fresh;
        all.previous += shares.previous;
    }
    return all;
}

bool takesPoolAlone(const ChainSetup& setup)
{
    const RowShares all = rowsInAll(setup);
    return all.real + all.fresh + all.previous == 0;
}

} // namespace

bool Loop::replaces() const
{
    return setup.experiment.policy.pool == Pool::Latest && takesPoolAlone(setup);
}

bool Loop::isAnchored() const
{
    if (setup.experiment.policy.pool != Pool::Latest || setup.source->rowCount())
        return false;
    const RowShares all = rowsInAll(setup);
    return all.previous == 0 && all.real + all.fresh > 0;
}

bool Loop::accumulates() const
{
    return setup.experiment.policy.pool == Pool::All && !setup.source->rowCount() && takesPoolAlone(setup);
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
