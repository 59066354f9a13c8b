// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/FamilyTeller.h"
#include "core/metrics/CollapseMarks.h"

#include <optional>
#include <vector>

namespace hareloom {

/// The marks of early and late collapse, when they are set and when they are withdrawn. Networks have none.
class MarkTeller
{
public:
    explicit MarkTeller(ToldRunPtr run);

    /// The next generation; those that are left out break a row.
    void hear(const Generation& now, std::vector<Event>& told);
    /// The event that a standing mark is, told or not.
    Event eventOf(const Generation& now, const CollapseMark& mark, bool isEarly) const;
    std::optional<CollapseMark> early() const { return m_finder.early(); }
    std::optional<CollapseMark> late() const { return m_finder.late(); }

private:
    using Standing = std::optional<CollapseMark>;
    void compare(const Generation& now, const Standing& mark, Standing& known, bool isEarly,
                 std::vector<Event>& told);
    Event eventOf(const Generation& now, const CollapseMark& mark, int generation, std::string_view key,
                  Weight weight) const;
    double valueAt(int generation, MarkCause cause) const;
    double movedBy(const Generation& now) const;

    ToldRunPtr m_run;
    bool m_areStates;
    MarkMetrics m_metrics;
    CollapseFinder m_finder;
    std::vector<MarkValues> m_values; // by generation
    std::optional<MeanCovariance> m_first; // of generation 0's model, where it has any
    Standing m_early, m_late;         // as last told
    bool m_hasToldEarly = false, m_hasToldLate = false;
};

} // namespace hareloom
