// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/Experiment.h"

#include <algorithm>
#include <cmath>

namespace hareloom {

std::int64_t sampleSize(const SampleSchedule& schedule, std::int64_t generation, std::int64_t tableRows)
{
    const std::int64_t first = schedule.size > 0 ? schedule.size : std::max<std::int64_t>(1, tableRows);
    if (schedule.schedule == Growth::Constant)
        return first;
    if (schedule.schedule == Growth::List && !schedule.list.empty())
        return schedule.list[static_cast<std::size_t>(
            std::min<std::int64_t>(generation, std::ssize(schedule.list) - 1))];
    const double exponent = schedule.schedule == Growth::Superlinear ? schedule.exponent : 1;
    const double rows = static_cast<double>(first) * std::pow(static_cast<double>(generation + 1), exponent);
    return static_cast<std::int64_t>(std::llround(std::min(rows, static_cast<double>(kMaxRows))));
}

} // namespace hareloom
