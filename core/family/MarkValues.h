// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/Generation.h"
#include "core/metrics/CollapseMarks.h"

namespace hareloom {

/// What the marks are found in, of one generation.
inline MarkValues markValues(const Generation& generation, const MarkMetrics& metrics)
{
    return {generation.metric(metrics.tail), generation.metric(metrics.spread),
            generation.metric(metrics.groups), generation.metric(metrics.groupSpread),
            generation.metric(metrics.tailSpread)};
}

} // namespace hareloom
