// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/CollapseMarks.h"
#include "tests/TestProgram.h"

#include <QtTest>

#include <cmath>
#include <vector>

using namespace hareloom;

namespace {
using Series = std::vector<double>;
const Series kSteady(14, 1.0);

CollapseMarks found(const Series& tail, const Series& spread, const CollapseCriteria& criteria = {})
{
    return findCollapse({tail, spread}, criteria);
}

/// The first value, and then so many of each.
Series runs(double first, const std::vector<std::pair<double, int>>& rest)
{
    Series series = {first};
    for (const auto& [value, count] : rest)
        series.insert(series.end(), static_cast<std::size_t>(count), value);
    return series;
}

} // namespace

class CollapseMarksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSteadyChainHasNoMarks()
    {
        const CollapseMarks marks = found(kSteady, kSteady);
        QVERIFY(!marks.early && !marks.late);
    }

    void tailsGoFirstThenTheSpread()
    {
        const Series tail = {0.02, 0.015, 0.0049, 0.004, 0.004, 0, 0, 0, 0, 0};
        const Series spread = {2, 1.8, 1.5, 1, 0.5, 0.19, 0.1, 0.05, 0, 0};
        const CollapseMarks marks = found(tail, spread);
        QCOMPARE(marks.early, std::optional<int>(2));
        QCOMPARE(marks.late, std::optional<int>(5));
    }

    void exactlyTheFractionIsNotBelowIt()
    {
        QVERIFY(!found(runs(4, {{1, 9}}), kSteady).early);
        QVERIFY(found(runs(4, {{0.99, 9}}), kSteady).early);
    }

    void aDipShorterThanThePersistenceIsNoise()
    {
        const Series tail = runs(1, {{0.2, 4}, {1, 1}, {0.2, 5}});
        QCOMPARE(found(tail, kSteady).early, std::optional<int>(6));
        QCOMPARE(found(tail, kSteady, {.persistence = 1}).early, std::optional<int>(6)); // set at 1, withdrawn at 5
        QVERIFY(!found(tail, kSteady, {.persistence = 6}).early);
    }

    void aMarkStandsWhileItsSeriesStaysLow()
    {
        const Series tail = runs(1, {{0.2, 5}, {0.4, 3}, {0.6, 4}, {0.1, 5}});
        for (std::size_t n = 6; n <= tail.size(); ++n)
            QCOMPARE(findCollapse({std::span(tail).first(n), kSteady}).early, std::optional<int>(1));
        QVERIFY(!findCollapse({std::span(tail).first(5), kSteady}).early);
    }

    // And one that comes again stands where it came again.
    void aMarkIsWithdrawnWhenItsSeriesReturns()
    {
        const Series back = runs(1, {{0.2, 6}, {0.6, 5}}), again = runs(1, {{0.2, 6}, {0.6, 5}, {0.2, 5}});
        QVERIFY(!found(back, kSteady).early);
        QCOMPARE(found(again, kSteady).early, std::optional<int>(12));
        QVERIFY(found(runs(1, {{0.2, 6}, {0.49, 50}}), kSteady).early);
        QVERIFY(!found(kSteady, runs(1, {{0.05, 5}, {0.3, 5}})).late);
        QVERIFY(found(kSteady, runs(1, {{0.05, 5}, {0.19, 5}})).late);
    }

    // What lies beyond the old limits came with the mean; a spread that nobody measured is no objection.
    void aTailNeedsItsSpreadToReturn()
    {
        const Series tail = runs(1, {{0.2, 6}, {0.9, 9}}), narrow = runs(1, {{0.5, 15}}),
                     wide = runs(1, {{0.51, 15}});
        QCOMPARE(found(tail, narrow).early, std::optional<int>(1));
        QVERIFY(!found(tail, wide).early);
        QVERIFY(!found(tail, {}).early);
    }

    void withoutAnEarlyPhaseThereIsOnlyALateMark()
    {
        // The mean drifted out first, so the mass beyond generation 0's limits rose while the spread fell.
        const Series tail = runs(0.02, {{1, 5}, {0, 5}});
        const Series spread = runs(1, {{0.09, 5}, {0, 5}});
        const CollapseMarks marks = found(tail, spread);
        QVERIFY(!marks.early);
        QCOMPARE(marks.late, std::optional<int>(1));
    }

    // Eight clouds that become three specks far apart: the variance hardly changes.
    void groupsCountToo()
    {
        const Series groups = runs(8, {{7, 5}, {4, 5}, {3, 5}});
        const CollapseMarks marks = findCollapse({{}, runs(10, {{9, 15}}), groups, {}});
        QCOMPARE(marks.early, std::optional<int>(1));
        QCOMPARE(marks.late, std::optional<int>(11));
        QVERIFY(!findCollapse({{}, {}, runs(8, {{7, 5}, {8, 5}}), {}}).early);
    }

    // Two clouds that become two lines.
    void theVarianceWithinGroupsCountsToo()
    {
        const CollapseMarks marks = findCollapse({{}, kSteady, {}, runs(1, {{0.5, 2}, {0.09, 5}})});
        QCOMPARE(marks.late, std::optional<int>(3));
    }

    void theFinderSaysWhichSeriesItWas()
    {
        CollapseFinder finder;
        for (int g = 0; g < 8; ++g)
            finder.add(g, {g == 0 ? 1.0 : 0.2, 1, g < 2 ? 8.0 : 3.0, 1});
        QCOMPARE(finder.early(), std::optional(CollapseMark{1, MarkCause::Tail}));
        QCOMPARE(finder.late(), std::optional(CollapseMark{2, MarkCause::Groups}));
    }

    void aGenerationThatIsLeftOutEndsARun()
    {
        CollapseFinder finder;
        finder.add(0, {1, 1, 1, 1});
        for (const int g : {1, 2, 3, 5, 6, 6, 7, 8})
            finder.add(g, {0, 1, 1, 1});
        QVERIFY(!finder.early());
        finder.add(9, {0, 1, 1, 1});
        QCOMPARE(finder.early(), std::optional(CollapseMark{5, MarkCause::Tail}));
    }

    void aValueThatIsNotFiniteEndsARun()
    {
        QVERIFY(!found(Series{1, 0, 0, 0, 0, std::nan(""), 0, 0, 0, 0}, kSteady).early);
    }

    void nothingCanBeToldWithoutAReference()
    {
        QVERIFY(!findCollapse({}).early);
        QVERIFY(!found(runs(0, {{0, 9}}), runs(0, {{0, 9}})).late);
        QVERIFY(!found(runs(std::nan(""), {{0, 9}}), kSteady).early);
        QVERIFY(!found(runs(INFINITY, {{0, 9}}), kSteady).early);
    }
};

HARELOOM_TEST(CollapseMarksTest)
#include "CollapseMarksTest.moc"
