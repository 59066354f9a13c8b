// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Policy.h"

namespace hareloom {

/// Whether later generations learn from this one's sample, and not from the newest model's alone: to go on with a chain
/// takes all of its models then.
inline bool needsEverySample(const Policy& policy)
{
    return policy.pool == Pool::All || policy.betaPrevious > 0;
}

} // namespace hareloom
