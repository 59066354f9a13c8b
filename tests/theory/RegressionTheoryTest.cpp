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
        const RegressionLoop loop{.noiseVariance = 0.25,
                                  .inputs = 20,
                                  .sizes = std::vector<std::int64_t>(1000, 121),
                                  .ownNoiseVariance = 0.25};
        const Curve replaced = expectedTestError(loop), accumulated = expectedAccumulatedTestError(loop);
        QVERIFY(isClose(replaced[0], 0.05));
        QVERIFY(isClose(replaced[9], 0.5));
        QVERIFY(isClose(accumulated[0], 0.05));
        QVERIFY(isClose(accumulated[1] - accumulated[0], 0.25 * 20 / (2 * (2 * 121 - 21.0))));
        QVERIFY(isClose(accumulatedTestErrorBound(loop), 0.05 * std::numbers::pi * std::numbers::pi / 6));
        QVERIFY(accumulated.back() < accumulatedTestErrorBound(loop));
    }

    void aSumOverManyGenerationsReachesTheCeilingOfManyRows()
    {
        const RegressionLoop loop{.inputs = 1, .sizes = std::vector<std::int64_t>(10'000, 1'000'000), .ownNoiseVariance = 1.0};
        const double ratio = expectedAccumulatedTestError(loop).back() / expectedTestError(loop).front();
        QVERIFY(std::abs(ratio - std::numbers::pi * std::numbers::pi / 6) < 2e-4);
    }

    void fittedNoiseKeepsItsMeanAndLambdaLowersIt()
    {
        const RegressionLoop fitted{.noiseVariance = 4, .inputs = 1, .sizes = {30, 30, 30}, .lambda = 0.5};
        QCOMPARE(expectedResidualVariance(fitted), (Curve{4, 2, 1}));
        RegressionLoop fixed = fitted;
        fixed.ownNoiseVariance = 3;
        QCOMPARE(expectedResidualVariance(fixed), (Curve{4, 1.5, 1.5}));
        QVERIFY(isClose(expectedTestError(fitted)[2], 7.0 / 28));
        QVERIFY(isClose(expectedTestError(fixed)[2], 7.0 / 28));
    }

    // Of a mean alone (d = 0) the leverage is 1/T.
    void anInterceptCostsItsPart()
    {
        QVERIFY(isClose(expectedLeverage({.inputs = 0, .hasIntercept = true}, 50), 0.02));
        QVERIFY(isClose(expectedLeverage({.inputs = 2, .hasIntercept = true}, 10), 0.1 + 2 * 1.1 / 6));
    }

    void tooFewRowsHaveNoFiniteError()
    {
        QVERIFY(std::isnan(expectedTestError({.inputs = 20, .sizes = {21}})[0]));
        QVERIFY(std::isnan(expectedTestError({.inputs = 20, .hasIntercept = true, .sizes = {22}})[0]));
    }
};

HARELOOM_TEST(RegressionTheoryTest)
#include "RegressionTheoryTest.moc"
