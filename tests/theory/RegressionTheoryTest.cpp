// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/RegressionTheory.h"
#include "tests/TestProgram.h"
#include "tests/metrics/Close.h"

#include <QtTest>

#include <numbers>

using namespace hareloom;

class RegressionTheoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replacingGrowsLinearlyAccumulatingIsBounded()
    {
        const RegressionLoop loop{.noiseVariance = 0.25, .features = 20, .rows = 121};
        QVERIFY(isClose(replaceTestError(loop, 1), 0.05));
        QVERIFY(isClose(replaceTestError(loop, 10), 0.5));
        QVERIFY(isClose(accumulateTestErrorBound(loop), 0.05 * std::numbers::pi * std::numbers::pi / 6));
    }

    void tooFewRowsHaveNoFiniteError()
    {
        QVERIFY(std::isnan(replaceTestError({.features = 20, .rows = 21}, 1)));
        QVERIFY(std::isnan(accumulateTestErrorBound({.features = 20, .rows = 21})));
    }
};

HARELOOM_TEST(RegressionTheoryTest)
#include "RegressionTheoryTest.moc"
