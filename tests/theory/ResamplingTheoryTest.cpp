// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/ResamplingTheory.h"
#include "tests/TestProgram.h"
#include "tests/metrics/Close.h"

#include <QtTest>

using namespace hareloom;

class ResamplingTheoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneStepByHand()
    {
        const std::vector<std::int64_t> sizes = {10, 20};
        const Curve curve = expectedResampledVariance(2, sizes, 0.09);
        QVERIFY(isClose(curve[0], 0.9 * 2 + 0.09));
        QVERIFY(isClose(curve[1], 0.95 * curve[0] + 0.09));
        const Curve ofMean = varianceOfResampledMean(2, sizes, 0.09);
        QVERIFY(isClose(ofMean[0], 0.2));
        QVERIFY(isClose(ofMean[1], 0.2 + curve[0] / 20));
    }

    void withoutAKernelItIsTheBiasedNormal()
    {
        const std::vector<std::int64_t> sizes(11, 10);
        QVERIFY(isClose(expectedResampledVariance(1, sizes, 0)[10], std::pow(0.9, 11)));
    }

    void settlesAtMTimesWhatIsAdded()
    {
        const std::vector<std::int64_t> sizes(2000, 50);
        const double limit = limitOfResampledVariance(50, 0.01);
        QVERIFY(isClose(limit, 0.5));
        QVERIFY(isClose(expectedResampledVariance(3, sizes, 0.01).back(), limit));
        QVERIFY(isClose(expectedResampledVariance(limit, sizes, 0.01).front(), limit));
    }

    void bandwidthRulesWidenGeometrically()
    {
        QVERIFY(isClose(scottFactor(100, 1), std::pow(100, -0.2)));
        QVERIFY(isClose(silvermanFactor(100, 1), std::pow(75, -0.2)));
        QVERIFY(isClose(silvermanFactor(100, 2), scottFactor(100, 2)));
        const std::vector<std::int64_t> sizes(3, 100);
        const std::vector<double> factors(3, 0.4);
        QVERIFY(isClose(expectedKdeVarianceByRule(2, sizes, factors)[2], 2 * std::pow(0.99 + 0.16, 3)));
    }
};

HARELOOM_TEST(ResamplingTheoryTest)
#include "ResamplingTheoryTest.moc"
