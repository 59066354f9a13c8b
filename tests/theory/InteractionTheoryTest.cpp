// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/InteractionTheory.h"
#include "core/theory/AnchoredTheory.h"
#include "core/theory/DiscreteTheory.h"
#include "core/theory/GaussianTheory.h"
#include "tests/TestProgram.h"
#include "tests/metrics/Close.h"

#include <QtTest>

using namespace hareloom;

namespace {

constexpr int kGenerations = 30;

/// m models of the same size.
InteractionLoop loopOf(std::size_t models, std::int64_t rows, Divisor divisor, double variance = 1)
{
    return {variance, std::vector<std::int64_t>(models, rows), std::vector<Divisor>(models, divisor),
            std::vector<double>(models, 1)};
}

InteractionMoments after(const InteractionLoop& loop, const RowsFrom& rows, int generations)
{
    InteractionMoments now = firstMoments(loop);
    for (int g = 0; g < generations; ++g)
        now = nextMoments(loop, now, rows);
    return now;
}

} // namespace

class InteractionTheoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void modelsThatReadThemselvesAreChainsOfTheirOwn_data()
    {
        QTest::addColumn<bool>("isBiased");
        QTest::newRow("unbiased") << false;
        QTest::newRow("biased") << true;
    }
    void modelsThatReadThemselvesAreChainsOfTheirOwn()
    {
        QFETCH(bool, isBiased);
        const Divisor divisor = isBiased ? Divisor::Biased : Divisor::Unbiased;
        const auto moments = after(loopOf(2, 30, divisor, 2), {{30, 0, 0}, {0, 30, 0}}, kGenerations);
        const std::vector<std::int64_t> sizes(kGenerations + 1, 30);
        const GaussianLoop plain{.variance = 2, .sizes = sizes, .divisor = divisor};
        QVERIFY(isClose(moments.variance[0], expectedVariance(plain).back()));
        QVERIFY(isClose(moments.covariance(1, 1), varianceOfMean(plain).back()));
        QCOMPARE(moments.covariance(0, 1), 0.0);
        QVERIFY(isClose(expectedBetweenVariance(moments, {0, 1}), moments.covariance(0, 0) / 2));
    }

    void freshRowsAreThoseOfTheAnchoredTheory()
    {
        InteractionLoop loop = loopOf(1, 30, Divisor::Unbiased, 2);
        loop.lambdas = {0.9};
        const auto moments = after(loop, {{20, 10}}, kGenerations);
        const std::vector<RowCounts> counts(kGenerations, {.fresh = 10, .synthetic = 20});
        const AnchoredMoments anchored =
            anchoredMoments({.variance = 2, .originalRows = 30, .lambda = 0.9}, counts);
        QVERIFY(isClose(moments.variance[0], anchored.variance.back()));
        QVERIFY(isClose(moments.covariance(0, 0), anchored.varianceOfMean.back()));
    }

    void aModelThatReadsItselfLosesStatesAsWrightSays()
    {
        const Categorical truth{Vector{{0.5, 0.3, 0.2}}};
        const double variance = 1 - truth.probabilities.squaredNorm();
        const std::vector<std::int64_t> sizes(kGenerations + 1, 20);
        const auto moments = after(loopOf(1, 20, Divisor::Biased, variance), {{20, 0}}, kGenerations);
        QVERIFY(isClose(moments.variance[0], expectedHeterozygosity(truth, sizes).back()));
    }

    // Whoever reads whom: a row of a model is a row of the source at the end of its descent.
    void whatTheVarianceHasLostTheMeanHasWandered()
    {
        const InteractionLoop loop = loopOf(3, 40, Divisor::Biased, 2);
        const RowsFrom uneven = {{32, 8, 0, 0}, {0, 30, 7, 3}, {1, 20, 19, 0}};
        const auto moments = after(loop, uneven, kGenerations);
        for (Eigen::Index i = 0; i < 3; ++i)
            QVERIFY(isClose(moments.variance[i] + moments.covariance(i, i), 2));
        const double between = expectedBetweenVariance(moments, {0, 1, 2});
        QVERIFY(isClose(moments.variance.mean() + between + moments.covariance.sum() / 9, 2));
    }

    // Two models that share all rows evenly differ only by their newest samples.
    void modelsThatReadAllAlikeHaveOneMean()
    {
        const InteractionLoop loop = loopOf(2, 40, Divisor::Unbiased);
        const auto before = after(loop, {{20, 20, 0}, {20, 20, 0}}, kGenerations - 1);
        const auto moments = nextMoments(loop, before, {{20, 20, 0}, {20, 20, 0}});
        QVERIFY(isClose(expectedBetweenVariance(moments, {0, 1}), before.variance.mean() / 40 / 2));
    }

    void theOtherKeepsAModelWideAndLetsItWander()
    {
        const auto read = after(loopOf(2, 50, Divisor::Biased), {{45, 5, 0}, {5, 45, 0}}, 200);
        const auto alone = after(loopOf(2, 50, Divisor::Biased), {{50, 0, 0}, {0, 50, 0}}, 200);
        QVERIFY(read.variance[0] > 3 * alone.variance[0]);
        QVERIFY(expectedBetweenVariance(read, {0, 1}) < expectedBetweenVariance(alone, {0, 1}));
    }
};

HARELOOM_TEST(InteractionTheoryTest)
#include "InteractionTheoryTest.moc"
