// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/Tails.h"
#include "tests/TestProgram.h"
#include "tests/metrics/Close.h"

#include <QtTest>

using namespace hareloom;

namespace {

NormalMixture normal(double mean, double deviation)
{
    return NormalMixture::single(Vector::Constant(1, mean), Matrix::Constant(1, 1, deviation * deviation));
}

const TailLimits kStandard = tailLimitsOf(normal(0, 1));

} // namespace

class TailsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void limitsAreTheOnePercentPoints()
    {
        QVERIFY(isClose(kStandard.low(0), -2.3263478740408411, 1e-9));
        QVERIFY(isClose(kStandard.high(0), 2.3263478740408411, 1e-9));
    }

    void generation0HasTwoPercentByConstruction()
    {
        const NormalMixture mixture{Vector{{0.2, 0.8}},
                                    Matrix{{-3.0, 0.0}, {2.0, 5.0}},
                                    {Matrix::Identity(2, 2), Matrix{{2.0, 0.3}, {0.3, 0.5}}}};
        QVERIFY(isClose(tailMass(mixture, tailLimitsOf(mixture)), 0.02, 1e-9));
    }

    // Q((z + 0.3) / 0.5) + Q((z - 0.3) / 0.5) with z the 99% point; mpmath.
    void aShiftedNarrowerModelHasLess()
    {
        QVERIFY(std::abs(tailMass(normal(0.3, 0.5), kStandard) / 2.5390359292817855e-5 - 1) < 1e-8);
    }

    // 2 Q(10 z): far below what 1 - cdf could tell from 0.
    void tinyTailsStayAccurate()
    {
        QVERIFY(std::abs(tailMass(normal(0, 0.1), kStandard) / 1.0391355267927614e-119 - 1) < 1e-6);
    }

    void aCollapsedModelIsInsideOrOutside()
    {
        QCOMPARE(tailMass(normal(0, 0), kStandard), 0.0);
        QCOMPARE(tailMass(normal(3, 0), kStandard), 1.0);
        QCOMPARE(tailMass(normal(-3, 0), kStandard), 1.0);
        QCOMPARE(tailMass(normal(5, 0), tailLimitsOf(normal(5, 0))), 0.0);
    }

    void anotherDimensionIsNaN()
    {
        const auto plane = NormalMixture::single(Vector::Zero(2), Matrix::Identity(2, 2));
        QVERIFY(std::isnan(tailMass(plane, kStandard)));
    }

    void rareStatesHoldAtMostATenth()
    {
        // Ascending: 0.02, 0.03, 0.05 fill the tenth exactly; the extinct state is not rare but dead.
        const Categorical p{Vector{{0.05, 0.5, 0.0, 0.03, 0.02, 0.4}}};
        QCOMPARE(rareStatesOf(p), (std::vector<int>{0, 3, 4}));
    }

    void theRarestStateCountsEvenWhenItIsCommon()
    {
        QCOMPARE(rareStatesOf({Vector{{0.4, 0.6}}}), std::vector<int>{0});
        QCOMPARE(rareStatesOf({Vector{{0.5, 0.5}}}), std::vector<int>{1}); // of equal ones, the later
        QVERIFY(rareStatesOf({Vector{{0.0, 1.0}}}).empty());
    }

    void equalStatesGiveATenthOfThem()
    {
        const Categorical p{Vector::Constant(20, 0.05)};
        QCOMPARE(rareStatesOf(p), (std::vector<int>{18, 19}));
    }

    void rareMassAndSurvivors()
    {
        const std::vector<int> rare = {0, 3, 4};
        const Categorical later{Vector{{0.1, 0.5, 0.0, 0.0, 0.0, 0.4}}};
        QVERIFY(isClose(tailMass(later, rare), 0.1));
        QCOMPARE(rareSurvivors(later, rare), 1);
        QCOMPARE(rareSurvivors(later, {}), 0);
    }
};

HARELOOM_TEST(TailsTest)
#include "TailsTest.moc"
