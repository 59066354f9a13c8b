// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/RowKind.h"

#include <array>
#include <limits>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace hareloom {

/// The program's one definition of early and late collapse. Nature 631 describes the two in words: early,
/// information about the tails goes while averages may still look fine; late, little of the original is left
/// and the variance is much reduced. The literature has at least eight definitions that disagree (arXiv
/// 2503.03150), so these numbers are a convention, and are shown wherever a mark is. docs/metrics.md says how
/// often they mark a chain that does not collapse.
struct CollapseCriteria
{
    double tailFraction = 0.25;  // early: the tail is below this fraction of generation 0's
    double tailReturn = 0.5;     // ... and the mark is withdrawn when it is above this one
    double tailSpread = 0.5; // ... and the spread, where it is known, above this fraction of generation 0's
    double spreadFraction = 0.1; // late: a spread is below this fraction of generation 0's
    double spreadReturn = 0.2;
    double groupFraction = 0.5; // late: fewer than this fraction of generation 0's groups are left
    int persistence = 5;        // ... each in so many generations in a row
};

/// Which series set a mark. In this order where several do so in the same generation.
enum class MarkCause { Tail, Groups, Spread, GroupSpread };

/// A mark that stands.
struct CollapseMark
{
    int generation = 0;
    MarkCause cause = MarkCause::Tail;
    bool operator==(const CollapseMark&) const = default;
};

/// Generations, counted from 0. Absent when it has not happened, was taken back, or cannot be told.
struct CollapseMarks
{
    std::optional<int> early;
    std::optional<int> late;
};

/// The metrics whose series the marks are found in; empty: there is none of that kind.
struct MarkMetrics
{
    std::string_view tail, spread, groups, groupSpread;
    std::string_view tailSpread = {}; // without which a tail has not returned
};
/// Numbers: tailMass and variance, survivingGroups and groupVariance; their tails need the variance. States:
/// rareSurvivors and heterozygosity; a rare kind that is there is there, whatever the others have.
MarkMetrics markMetrics(RowKind rows);

/// What markMetrics() has in one generation; NaN where it was not measured.
struct MarkValues
{
    double tail, spread, groups, groupSpread;
    double tailSpread = std::numeric_limits<double>::quiet_NaN();
};

/// Where a series is below a threshold for good: hears its values one by one, from generation 0 on.
///
/// A mark stands at the first of `persistence` values in a row below `fall` times the first one. It is withdrawn by
/// as many in a row above `back` times the first. A value that is not finite ends a row. A series whose first value
/// is not positive is never marked.
class LastingFall
{
public:
    LastingFall(double fall, double back, int persistence)
        : m_fall(fall), m_back(back), m_persistence(persistence)
    {
    }

    /// `mayReturn`: whether the value counts towards a withdrawal.
    void add(double value, bool mayReturn = true);
    /// Where the mark stands that is there now.
    const std::optional<int>& mark() const { return m_mark; }
    double first() const { return m_first; }

private:
    double m_fall, m_back;
    int m_persistence;
    double m_first = 0;
    int m_count = 0, m_below = 0, m_above = 0;
    std::optional<int> m_mark;
};

/// Finds a chain's marks as its generations come, in order, each once. A mark may be withdrawn later: when
/// its tail returns, or when the late one turns out to be earlier. A narrow model whose mean has drifted to
/// where a tail was has much of its mass there and no tail: without its spread a tail has not returned. The
/// early mark is dropped while it lies behind the late one: a chain that lost its variance without first
/// losing its tails (its mean drifted out into them) had no early phase.
class CollapseFinder
{
public:
    explicit CollapseFinder(const CollapseCriteria& criteria = {});

    /// Generations that are left out break a row; one that is not after the last is ignored.
    void add(int generation, const MarkValues& values);
    /// As far as has been heard.
    std::optional<CollapseMark> early() const;
    std::optional<CollapseMark> late() const;
    CollapseMarks marks() const;

private:
    void hear(const MarkValues& values);

    LastingFall m_tail, m_anyGroup, m_spread, m_halfOfGroups, m_groupSpread;
    double m_tailSpread, m_firstTailSpread = 0;
    int m_next = 0;
};

/// The same of whole series of numbers, entry g belonging to generation g; those that are shorter have no
/// more values.
struct CollapseSeries
{
    std::span<const double> tail, spread, groups = {}, groupSpread = {};
};
CollapseMarks findCollapse(const CollapseSeries& series, const CollapseCriteria& criteria = {});

} // namespace hareloom
