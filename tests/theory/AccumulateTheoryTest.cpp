// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/AccumulateTheory.h"
#include "tests/TestProgram.h"
#include "tests/metrics/Close.h"

#include <QtTest>

using namespace hareloom;

class AccumulateTheoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalBatchesGiveEulersFactors()
    {
        const std::vector<std::int64_t> rows(3, 10);
        const Curve curve = expectedAccumulatedVariance({.variance = 2, .newRows = rows});
        QVERIFY(isClose(curve[0], 2 * 0.9));
        QVERIFY(isClose(curve[2], 2 * 0.9 * (1 - 1 / 40.0) * (1 - 1 / 90.0)));
    }

    // sin(pi/sqrt 5)/(pi/sqrt 5) = 0.70199796427008493 (mpmath); the tail of the product is about 1/(M n).
    void theProductTendsToSinc()
    {
        QVERIFY(isClose(limitOfAccumulatedVariance(1, 5), 0.70199796427008493));
        QVERIFY(isClose(limitOfAccumulatedVariance(3, 100), 3 * 0.98363164308346597));
        QVERIFY(isClose(limitOfAccumulatedVariance(1, 1), 0, 1e-15));
        const std::vector<std::int64_t> rows(100'000, 5);
        QVERIFY(isClose(expectedAccumulatedVariance({.newRows = rows}).back(), 0.70199796427008493, 3e-6));
    }

    void biasedVarianceAndWanderingAddUp()
    {
        const std::vector<std::int64_t> rows = {10, 3, 50, 7};
        const AccumulateLoop loop{.variance = 2, .newRows = rows};
        const Curve variance = expectedAccumulatedVariance(loop);
        const Curve ofMean = varianceOfAccumulatedMean(loop);
        for (std::size_t g = 0; g < rows.size(); ++g)
            QVERIFY(isClose(variance[g] + ofMean[g], 2));
    }

    void aSampleOfTheWholePoolIsThePool()
    {
        const std::vector<std::int64_t> rows = {10, 10, 10};
        const AccumulateLoop whole{.newRows = rows, .divisor = Divisor::Unbiased};
        const AccumulateLoop sampled{.newRows = rows, .divisor = Divisor::Unbiased, .fitRows = 30};
        QVERIFY(expectedAccumulatedVariance(whole) == expectedAccumulatedVariance(sampled));
        QVERIFY(varianceOfAccumulatedMean(whole) == varianceOfAccumulatedMean(sampled));
    }

    // Fitting on ten rows of a growing pool: the fits' means scatter by sigma^2/10 for ever, and their
    // variances lose less and less.
    void aSampleOfThePoolSlowsCollapseDown()
    {
        const std::vector<std::int64_t> rows(200, 10);
        const AccumulateLoop loop{.newRows = rows, .divisor = Divisor::Unbiased, .fitRows = 10};
        const Curve variance = expectedAccumulatedVariance(loop);
        QVERIFY(isClose(variance[0], 1) && isClose(varianceOfAccumulatedMean(loop)[0], 0.1));
        QVERIFY(varianceOfAccumulatedMean(loop)[199] > 0.1);
        QVERIFY(std::abs(variance[199] - variance[100]) < std::abs(variance[20] - variance[1]));
    }

    // Two real rows, then one drawn from N(m, s^2): E of the unbiased variance of the three is
    // (s^2 + s^2 - s^2/3) / 2 = 5/6 s^2 by hand.
    void unbiasedByHand()
    {
        const std::vector<std::int64_t> rows = {2, 1};
        const Curve curve = expectedAccumulatedVariance({.newRows = rows, .divisor = Divisor::Unbiased});
        QVERIFY(isClose(curve[0], 1) && isClose(curve[1], 5.0 / 6));
        const std::vector<std::int64_t> one = {1, 1};
        QVERIFY(std::isnan(expectedAccumulatedVariance({.newRows = one, .divisor = Divisor::Unbiased})[1]));
        QCOMPARE(expectedAccumulatedVariance({.newRows = one})[1], 0.0);
    }
};

HARELOOM_TEST(AccumulateTheoryTest)
#include "AccumulateTheoryTest.moc"
