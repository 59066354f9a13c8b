// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/RowKind.h"

#include <optional>
#include <span>
#include <string_view>

namespace hareloom {

/// The program's one definition of early and late collapse. Nature 631 describes the two in words: early,
/// information about the tails goes while averages may still look fine; late, little of the original is left
/// and the variance is much reduced. The literature has at least eight definitions that disagree (arXiv
/// 2503.03150), so these numbers are a convention, and are shown wherever a mark is.
struct CollapseCriteria
{
    double tailFraction = 0.5;   // early: the tail is below this fraction of generation 0's
    double spreadFraction = 0.1; // late: the spread is below this fraction of generation 0's
    int persistence = 3;         // ... in this many generations in a row
};

/// Generations, counted from 0. Absent when it has not happened, or cannot be told.
struct CollapseMarks
{
    std::optional<int> early;
    std::optional<int> late;
};

/// The metrics whose series the marks are found in.
struct MarkMetrics
{
    std::string_view tail, spread;
};
/// Numbers: tailMass and variance. States: rareSurvivors and heterozygosity.
MarkMetrics markMetrics(RowKind rows);

/// `tail` and `spread` are series of one chain, of markMetrics(), entry g belonging to generation g.
///
/// Each mark is the first generation of the first run of `persistence` generations whose value lies below the
/// fraction. The early mark is dropped when it would come after the late one: a chain that lost its
/// variance without first losing its tails (its mean drifted out into them) had no early phase.
/// A mark once found never moves as the series grow. A value that is not finite ends a run. A series
/// whose generation 0 is not positive gets no mark.
CollapseMarks findCollapse(std::span<const double> tail, std::span<const double> spread,
                           const CollapseCriteria& criteria = {});

} // namespace hareloom
