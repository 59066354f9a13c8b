// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/PageStops.h"

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

/// The least of 1, 2, 5, 10, 20, 50 ... that is not smaller.
int roundStep(int step)
{
    for (int power = 1;; power *= 10)
        for (const int factor : {1, 2, 5})
            if (factor * power >= step)
                return factor * power;
}

} // namespace

PageStops stopsOf(int count, int most, const std::set<int>& always)
{
    PageStops stops;
    const int steps = std::max(1, most - 1);
    stops.every = roundStep((std::max(1, count - 1) + steps - 1) / steps);
    std::set<int> all;
    for (int g = 0; g < count; g += stops.every)
        all.insert(g);
    all.insert(std::max(0, count - 1));
    for (const int g : always)
        if (g >= 0 && g < count)
            all.insert(g);
    stops.generations.assign(all.begin(), all.end());
    return stops;
}

} // namespace hareloom::ui
