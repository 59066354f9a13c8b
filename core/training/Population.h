// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Policy.h"
#include "core/family/Generator.h"

namespace hareloom {

class Source;

/// The true distribution as a part of a population; of no form where it is not known.
PopulationPart truthAs(double weight, const Source& source);
inline bool hasForm(const PopulationPart& part)
{
    return part.mixture || part.states;
}

/// A model as the policy's bias lets it be sampled.
PopulationPart biasedAs(double weight, const SnapshotPtr& model, const Policy& policy);

/// What an exact refit after generation 0 is fitted on: infinitely many rows of what the policy mixes.
/// `models`: what stands for the newest model's rows, of weight 1 in all.
std::vector<PopulationPart> mixedPopulation(const Policy& policy, std::vector<PopulationPart> models,
                                            const Source& source);

} // namespace hareloom
