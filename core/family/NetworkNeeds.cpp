// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/family/NetworkNeeds.h"

#include "core/family/NetworkSettings.h"
#include "core/family/SampleNeeds.h"

namespace hareloom {

std::int64_t weightsKeptEvery(const Experiment& variant)
{
    return learnsFromEverySample(variant.policy) ? 1 : variant.model.of<NetworkSettings>().keepEvery;
}

} // namespace hareloom
