// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/family/RealValues.h"

#include <cmath>
#include <limits>

namespace hareloom {

double realValueOf(const SnapshotPtr& first, std::string_view metric)
{
    const NamedValues* real = first ? first->realValues() : nullptr;
    const auto found = real ? real->find(metric) : NamedValues::const_iterator();
    return real && found != real->end() ? found->second : std::numeric_limits<double>::quiet_NaN();
}

std::vector<double> realPartsOf(const SnapshotPtr& first, const std::string& metric)
{
    std::vector<double> parts;
    for (double part = 0;; parts.push_back(part)) {
        part = realValueOf(first, partName(metric, parts.size()));
        if (std::isnan(part))
            return parts;
    }
}

} // namespace hareloom
