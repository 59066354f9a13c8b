// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/CollapseMarks.h"
#include "tests/TestProgram.h"

#include <QtTest>

#include <cmath>
#include <vector>

using namespace hareloom;

namespace {
using Series = std::vector<double>;
const Series kSteady(12, 1.0);
} // namespace

class CollapseMarksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSteadyChainHasNoMarks()
    {
        const CollapseMarks marks = findCollapse(kSteady, kSteady);
        QVERIFY(!marks.early && !marks.late);
    }

    void tailsGoFirstThenTheSpread()
    {
        const Series tail = {0.02, 0.015, 0.009, 0.008, 0.007, 0, 0, 0, 0};
        const Series spread = {2, 1.8, 1.5, 1, 0.5, 0.19, 0.1, 0.05, 0};
        const CollapseMarks marks = findCollapse(tail, spread);
        QCOMPARE(marks.early, std::optional<int>(2));
        QCOMPARE(marks.late, std::optional<int>(5));
    }

    void exactlyTheFractionIsNotBelowIt() { QVERIFY(!findCollapse(Series{2, 1, 1, 1, 1}, kSteady).early); }

    void aDipShorterThanThePersistenceIsNoise()
    {
        const Series tail = {1, 0.4, 0.4, 1, 0.4, 0.4, 0.4};
        QCOMPARE(findCollapse(tail, kSteady).early, std::optional<int>(4));
        QCOMPARE(findCollapse(tail, kSteady, {.persistence = 1}).early, std::optional<int>(1));
        QVERIFY(!findCollapse(tail, kSteady, {.persistence = 4}).early);
    }

    void aMarkNeverMovesAsTheChainGrows()
    {
        const Series tail = {1, 0.4, 0.3, 0.2, 0.9, 0.4, 0.3, 0.2, 0.1};
        for (std::size_t n = 4; n <= tail.size(); ++n)
            QCOMPARE(findCollapse(std::span(tail).first(n), kSteady).early, std::optional<int>(1));
        QVERIFY(!findCollapse(std::span(tail).first(3), kSteady).early);
    }

    void withoutAnEarlyPhaseThereIsOnlyALateMark()
    {
        // The mean drifted out first, so the mass beyond generation 0's limits rose while the spread fell.
        const Series tail = {0.02, 0.5, 1, 1, 1, 0, 0, 0};
        const Series spread = {1, 0.09, 0.09, 0.09, 0.09, 0, 0, 0};
        const CollapseMarks marks = findCollapse(tail, spread);
        QVERIFY(!marks.early);
        QCOMPARE(marks.late, std::optional<int>(1));
    }

    void aValueThatIsNotFiniteEndsARun()
    {
        QVERIFY(!findCollapse(Series{1, 0, 0, std::nan(""), 0, 0}, kSteady).early);
    }

    void nothingCanBeToldWithoutAReference()
    {
        QVERIFY(!findCollapse({}, {}).early);
        QVERIFY(!findCollapse(Series{0, 0, 0, 0}, Series{0, 0, 0, 0}).late);
        QVERIFY(!findCollapse(Series{std::nan(""), 0, 0, 0}, kSteady).early);
        QVERIFY(!findCollapse(Series{INFINITY, 0, 0, 0}, kSteady).early);
    }
};

HARELOOM_TEST(CollapseMarksTest)
#include "CollapseMarksTest.moc"
