// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Policy.h"
#include "core/family/Family.h"

namespace hareloom {

/// Whether later generations learn from this one's sample, and not from the newest model's alone.
inline bool learnsFromEverySample(const Policy& policy)
{
    return policy.pool == Pool::All || policy.betaPrevious > 0;
}

/// Whether to go on with a chain takes all of its models: their samples are learnt from, or models go on from them when they
/// write and they must be made again for that.
inline bool needsEverySample(const Policy& policy, const Family& family)
{
    const bool isPrompt = family.takesPrompts && !family.keepsSamples && policy.prompts == Prompts::Training &&
                          policy.pool != Pool::First;
    return learnsFromEverySample(policy) || isPrompt;
}

} // namespace hareloom
