// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/page/Page.h"

#include <algorithm>
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

/// The steps in which a page is made.
class PageSteps
{
public:
    /// `goesOn` outlives this; `count` of them in all, about.
    PageSteps(const PageProgress& goesOn, std::size_t count) : m_goesOn(goesOn), m_count(count) {}

    /// One more is done. Whether to go on.
    bool next()
    {
        ++m_done;
        m_isStopped = m_isStopped || !m_goesOn(std::min(1.0, double(m_done) / double(m_count)));
        return !m_isStopped;
    }
    bool isStopped() const { return m_isStopped; }

private:
    const PageProgress& m_goesOn;
    std::size_t m_count, m_done = 0;
    bool m_isStopped = false;
};

} // namespace hareloom::ui
