// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/Population.h"

#include "core/data/RealWeight.h"
#include "core/data/Source.h"

namespace hareloom {

PopulationPart truthAs(double weight, const Source& source)
{
    return {weight, source.normalMixture(), source.categorical()};
}

PopulationPart biasedAs(double weight, const SnapshotPtr& model, const Policy& policy)
{
    PopulationPart part = partOf(weight, model);
    if (part.mixture && policy.lambda != 1)
        part.mixture = std::make_shared<NormalMixture>(narrowed(*part.mixture, policy.lambda));
    return part;
}

std::vector<PopulationPart> mixedPopulation(const Policy& policy, std::vector<PopulationPart> models,
                                            const Source& source)
{
    const double share = policy.realShare + policy.freshShare;
    const double real = countsRealWeight(policy.realWeight, share, 1) ? policy.realWeight : share;
    for (PopulationPart& part : models)
        part.weight *= 1 - real;
    if (real == 1)
        models.clear();
    if (real > 0)
        models.push_back(truthAs(real, source));
    return models;
}

} // namespace hareloom
