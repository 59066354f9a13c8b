// SPDX-License-Identifier: GPL-3.0-or-later
// DiscreteStage: what its axes span.
#include "ui/families/discrete/DiscreteStage.h"

#include <algorithm>

namespace hareloom::ui {

std::vector<AxisRange> DiscreteStage::lockedAxes() const
{
    const Extent extent = originExtent(m_order.size());
    return {{extent.least, extent.most, false}};
}

AxisRange DiscreteStage::xRange(const ZoomWindow& zoom) const
{
    return zoom.ofX({0, double(m_order.size()), false});
}

DiscreteStage::Extent DiscreteStage::originExtent(std::size_t most) const
{
    if (const auto known = m_extents.find(most); known != m_extents.end())
        return known->second;
    Extent extent;
    const auto take = [&](const GenerationPtr& origin) {
        for (const Bar& bar : bars({origin, origin, 1, 0, nullptr, nullptr, 0}, {}, most)) {
            extent.most = std::max(extent.most, bar.now);
            if (bar.now > 0)
                extent.least = std::min(extent.least, bar.now);
        }
    };
    take(m_origin.axesFrom());
    if (!m_origin.atLeast.empty()) {
        take(m_origin.generation);
        if (most >= m_order.size()) { // a bar is a state, as it is there
            extent.most = std::max(extent.most, m_origin.atLeast[0].high);
            extent.least = std::min(extent.least, m_origin.atLeast[0].low);
        }
    }
    m_extents.emplace(most, extent);
    return extent;
}

// Of all states, whatever part of them is looked at.
AxisRange DiscreteStage::wholeY(const StageFrame& frame, double width, const StageOptions& options) const
{
    const auto most = static_cast<std::size_t>(std::max(1.0, width / kNarrowest));
    const Extent origin = originExtent(most);
    double top = std::min(1.02, kHeadroom * origin.most);
    if (!options.axesLocked) {
        top = 1.1 * origin.most;
        for (const Bar& bar : bars(frame, {}, most))
            top = std::max(top, 1.1 * bar.now);
    }
    if (!options.logScale)
        return {0, top, false};
    return {origin.least / 3, std::max(top, origin.least * 3), true};
}

} // namespace hareloom::ui
