// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/AnchoredTheory.h"
#include "core/theory/GaussianTheory.h"
#include "tests/TestProgram.h"
#include "tests/metrics/Close.h"

#include <QtTest>

using namespace hareloom;

class AnchoredTheoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAnchorsItIsReplacement_data()
    {
        QTest::addColumn<bool>("isBiased");
        QTest::newRow("unbiased") << false;
        QTest::newRow("biased") << true;
    }

    void withoutAnchorsItIsReplacement()
    {
        QFETCH(bool, isBiased);
        const Divisor divisor = isBiased ? Divisor::Biased : Divisor::Unbiased;
        const std::vector<RowCounts> counts(20, {.synthetic = 30});
        const AnchoredLoop loop{.variance = 2, .originalRows = 30, .divisor = divisor, .lambda = 0.9};
        const AnchoredMoments moments = anchoredMoments(loop, counts);
        const std::vector<std::int64_t> sizes(21, 30);
        const GaussianLoop plain{.variance = 2, .sizes = sizes, .divisor = divisor, .lambda = 0.9};
        const Curve variance = expectedVariance(plain);
        const Curve ofMean = varianceOfMean(plain);
        for (std::size_t g = 0; g < sizes.size(); ++g) {
            QVERIFY(isClose(moments.variance[g], variance[g]));
            QVERIFY(isClose(moments.varianceOfMean[g], ofMean[g]));
        }
    }

    void onlyRealRowsRefitGeneration0()
    {
        const std::vector<RowCounts> counts(3, {.real = 30});
        const AnchoredMoments moments = anchoredMoments({.variance = 2, .originalRows = 30}, counts);
        for (std::size_t g = 0; g < 4; ++g) {
            QVERIFY(isClose(moments.variance[g], 2));
            QVERIFY(isClose(moments.varianceOfMean[g], 2.0 / 30));
        }
    }

    void settlesInItsSteadyState_data()
    {
        QTest::addColumn<int>("real");
        QTest::addColumn<int>("fresh");
        QTest::addColumn<double>("lambda");
        QTest::newRow("10% real") << 10 << 0 << 1.0;
        QTest::newRow("10% fresh") << 0 << 10 << 1.0;
        QTest::newRow("both, biased sampling") << 10 << 20 << 0.7;
        QTest::newRow("lambda above 1, held by real rows") << 30 << 0 << 1.2;
    }

    void settlesInItsSteadyState()
    {
        QFETCH(int, real);
        QFETCH(int, fresh);
        QFETCH(double, lambda);
        const RowCounts counts{.real = real, .fresh = fresh, .synthetic = 100 - real - fresh};
        const AnchoredLoop loop{.variance = 3, .originalRows = 100, .lambda = lambda};
        const AnchoredMoments moments = anchoredMoments(loop, std::vector<RowCounts>(2000, counts));
        const SteadyState state = anchoredSteadyState(loop, counts);
        QVERIFY(isClose(moments.variance.back(), state.variance, 1e-10));
        QVERIFY(isClose(moments.varianceOfMean.back(), state.varianceOfMean, 1e-10));
    }

    // Half the rows fresh, half synthetic, many rows: the variance stays and the mean hardly moves.
    void freshRowsHoldTheVariance()
    {
        const RowCounts counts{.fresh = 5000, .synthetic = 5000};
        const SteadyState state = anchoredSteadyState({.originalRows = 10000}, counts);
        QVERIFY(std::abs(state.variance - 1) < 1e-3);
        QVERIFY(state.varianceOfMean < 2e-4);
    }

    // The variance of a fitted variance is handed on as the mean's is, with 2 for the variance of each row.
    void theVarianceIsCarriedLikeTheMean_data()
    {
        QTest::addColumn<double>("weight");
        QTest::newRow("alike") << 0.0;
        QTest::newRow("weighted") << 0.6;
    }
    void theVarianceIsCarriedLikeTheMean()
    {
        QFETCH(double, weight);
        const std::vector<RowCounts> counts(30, {.real = 0, .fresh = 40, .synthetic = 60});
        const AnchoredLoop loop{.variance = 3, .originalRows = 100, .realWeight = weight};
        const Curve u = relativeVarianceOfVariance(loop, counts);
        // A mean of rows whose variance is known to be 2: v stays, and with it the recursion of the mean.
        const double w = weight > 0 ? weight : 0.4;
        double expected = 2.0 / 100;
        for (std::size_t g = 0; g < u.size(); ++g) {
            QVERIFY(isClose(u[g], expected));
            expected = w * w / 40 * 2 + (1 - w) * (1 - w) * (2.0 / 60 + expected);
        }
        const Curve risk = anchoredRisk(loop, counts);
        QVERIFY(isClose(risk[30], anchoredMoments(loop, counts).varianceOfMean[30] + 3 * u[30] / 4));
    }

    // All original rows and nothing else: each generation is generation 0 again.
    void onlyOriginalRowsKeepTheirVariance()
    {
        for (const double u :
             relativeVarianceOfVariance({.originalRows = 30}, std::vector<RowCounts>(4, {.real = 30})))
            QVERIFY(isClose(u, 2.0 / 30));
        QVERIFY(std::isnan(relativeVarianceOfVariance({.lambda = 0.9}, {}).front()));
    }

    void nothingHoldsALoopWithoutAnchors()
    {
        QVERIFY(std::isnan(anchoredSteadyState({}, {.synthetic = 10}).variance));
        QVERIFY(std::isnan(anchoredSteadyState({.lambda = 3}, {.fresh = 10, .synthetic = 90}).variance));
    }
};

HARELOOM_TEST(AnchoredTheoryTest)
#include "AnchoredTheoryTest.moc"
