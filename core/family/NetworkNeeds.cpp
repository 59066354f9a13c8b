// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/family/NetworkNeeds.h"

#include "core/family/NetworkSettings.h"

namespace hareloom {

std::int64_t weightsKeptEvery(const Experiment& variant)
{
    const bool isEvery = variant.policy.pool == Pool::All || variant.policy.betaPrevious > 0;
    return isEvery ? 1 : variant.model.of<NetworkSettings>().keepEvery;
}

} // namespace hareloom
