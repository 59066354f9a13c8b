// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/family/Generation.h"

#include <limits>

namespace hareloom {

double Generation::metric(std::string_view name) const
{
    for (const MetricValue& measured : metrics)
        if (*measured.name == name)
            return measured.value;
    return std::numeric_limits<double>::quiet_NaN();
}

} // namespace hareloom
