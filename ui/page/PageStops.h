// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <vector>

namespace hareloom::ui {

/// The generations that a page holds.
struct PageStops
{
    std::vector<int> generations; // in order; 0 and the last are among them
    int every = 1;                // every so-many-th of all, beside those that are always there
};

/// At most about `most` of the generations 0 ... count - 1, evenly, and those of `always` that there are.
PageStops stopsOf(int count, int most, const std::set<int>& always);

} // namespace hareloom::ui
