// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/family/NetworkNeeds.h"

namespace hareloom {

std::int64_t weightsKeptEvery(const Experiment& variant)
{
    const bool isEvery = variant.policy.pool == "all" || variant.policy.betaPrevious > 0;
    return isEvery ? 1 : variant.model.keepEvery;
}

} // namespace hareloom
