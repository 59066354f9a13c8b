// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/StopToken.h"

#include <algorithm>

namespace hareloom {

/// Does `work(StopSource&)` again and again, each time with the stop at a later poll, until one time it ends
/// before the stop comes. Polls 1 to 40 are all tried, later ones in steps that grow by a tenth. Returns how
/// often the work was stopped; `work` checks what it must leave behind, and returns false to give up.
template<class Work>
int stopEverywhere(const Work& work)
{
    int stops = 0;
    for (int polls = 1;; polls += std::max(1, polls / 10 - 3)) {
        StopSource stop;
        stop.stopAfterPolls(polls);
        if (!work(stop) || !stop.stopRequested())
            return stops;
        ++stops;
    }
}

} // namespace hareloom
