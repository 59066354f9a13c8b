// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/DiscreteTheory.h"
#include "tests/TestProgram.h"
#include "tests/metrics/Close.h"

#include <QtTest>

#include <numbers>
#include <numeric>

using namespace hareloom;

class DiscreteTheoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void heterozygosityLosesOneOverMAFit()
    {
        const Categorical truth{Vector{{0.5, 0.5}}};
        const std::vector<std::int64_t> sizes = {10, 20};
        const Curve curve = expectedHeterozygosity(truth, sizes);
        QVERIFY(isClose(curve[0], 0.5 * 0.9));
        QVERIFY(isClose(curve[1], 0.5 * 0.9 * 0.95));
    }

    void oneRowLeavesOneState()
    {
        const std::vector<std::int64_t> one = {1};
        QCOMPARE(expectedHeterozygosity({Vector{{0.5, 0.5}}}, one)[0], 0.0);
    }

    void lossInOneStep()
    {
        QVERIFY(isClose(lossProbability(0.01, 100), std::pow(0.99, 100)));
        QVERIFY(isClose(lossProbability(1e-12, 1'000'000), 1 - 1e-6));
        QCOMPARE(lossProbability(1, 5), 0.0);
        QCOMPARE(lossProbability(0, 5), 1.0);
        QCOMPARE(lossProbability(1, 0), 1.0);
    }

    void survivorsOfOneStep()
    {
        const Categorical p{Vector{{0.7, 0.3, 0.0}}};
        QVERIFY(isClose(expectedSurvivorsAfterOneStep(p, 2), 1 - 0.09 + 1 - 0.49));
        QVERIFY(isClose(expectedSurvivors(p, 2, 0)[0], 1 - 0.09 + 1 - 0.49));
    }

    // P(lost by generation 0 ... 10) of q = 1/20 with 40 rows: powers of the 41 x 41 transition matrix of the
    // Wright-Fisher chain, forwards in time; the curve comes from the ancestry, backwards.
    void lossOverGenerationsIsTheMarkovChains()
    {
        const Curve exact = {0.12851215656510312, 0.2721689982802393, 0.37961867549107176,
                             0.45993965401081194, 0.5216555070940975, 0.5703941893579794,
                             0.6098045583044739,  0.642310469622568,  0.6695721210773818,
                             0.6927604824733008,  0.712723491039879};
        const Curve curve = lossProbabilityCurve(0.05, 40, 10);
        QCOMPARE(curve.size(), exact.size());
        for (std::size_t g = 0; g < exact.size(); ++g)
            QVERIFY(isClose(curve[g], exact[g], 1e-12));
    }

    void everyStateButOneIsLostInTheEnd()
    {
        const Categorical truth{Vector{{0.5, 0.3, 0.2}}};
        QVERIFY(isClose(expectedSurvivors(truth, 10, 2000).back(), 1, 1e-12));
        QVERIFY(isClose(lossProbabilityCurve(0.3, 10, 2000).back(), 1 - fixationProbability(0.3), 1e-12));
    }

    void oneRowKeepsOneState()
    {
        for (const double survivors : expectedSurvivors({Vector{{0.5, 0.5}}}, 1, 3))
            QVERIFY(isClose(survivors, 1));
    }

    // Across the limit of exactness nothing jumps: the approximation is good far below M generations.
    void theApproximationForManyRowsJoinsOn()
    {
        const Curve exact = lossProbabilityCurve(0.002, kExactAncestryRows, 100);
        const Curve approximate = lossProbabilityCurve(0.002, kExactAncestryRows + 1, 100);
        for (std::size_t g = 0; g < exact.size(); ++g)
            QVERIFY(std::abs(approximate[g] - exact[g]) < 0.002);
    }

    void survivorsAreTheSumOverStates()
    {
        const Categorical truth{Vector{{0.9, 0.05, 0.05}}};
        const Curve rare = lossProbabilityCurve(0.05, 40, 10);
        const Curve common = lossProbabilityCurve(0.9, 40, 10);
        const Curve survivors = expectedSurvivors(truth, 40, 10);
        for (std::size_t g = 0; g < survivors.size(); ++g)
            QVERIFY(isClose(survivors[g], 3 - 2 * rare[g] - common[g]));
    }

    void extinctMassIsTheSumOverStates()
    {
        const Categorical truth{Vector{{0.9, 0.05, 0.05}}};
        const Curve rare = lossProbabilityCurve(0.05, 40, 10), common = lossProbabilityCurve(0.9, 40, 10);
        const Curve mass = expectedExtinctMass(truth, 40, 10);
        for (std::size_t g = 0; g < mass.size(); ++g)
            QVERIFY(isClose(mass[g], 2 * 0.05 * rare[g] + 0.9 * common[g]));
    }

    // A state is there in a generation or not: its lifetime is the sum of the chances that it is.
    void lifetimesAreSumsOfChances()
    {
        const Vector shares{{0.9, 0.09, 0.01}};
        const std::vector<Curve> lifetimes = expectedLifetimes(shares, 40, 30);
        for (std::size_t k = 0; k < 3; ++k) {
            const Curve lost = lossProbabilityCurve(shares(static_cast<Eigen::Index>(k)), 40, 30);
            QVERIFY(isClose(lifetimes[k][0], 1 - lost[0]));
            QVERIFY(isClose(lifetimes[k][30], 31 - std::accumulate(lost.begin(), lost.end(), 0.0), 1e-12));
        }
    }

    // The exact lifetimes grow as the diffusion's: nearly twice as long for twice the count.
    void aRareStateLivesAsLongAsTheDiffusionSays()
    {
        constexpr int kEnd = 6000; // by then all is lost or alone
        const Vector shares{{0.01, 0.02, 0.04, 0.08}};
        const std::vector<Curve> lifetimes = expectedLifetimes(shares, 300, kEnd);
        for (std::size_t k = 0; k < 4; ++k) {
            // Those that take over everything are the few that live on.
            const double q = shares(static_cast<Eigen::Index>(k));
            const double expected = meanForgettingTime(q, 300) * (1 - q) + (kEnd + 1) * q;
            const double ratio = lifetimes[k].back() / expected;
            QVERIFY2(std::abs(ratio - 1) < 0.1, qPrintable(QString("%1: %2").arg(q).arg(ratio)));
        }
    }

    void fixationIsItsShare() { QCOMPARE(fixationProbability(0.3), 0.3); }

    // Exact mean times of the chain with 40 rows, from its fundamental matrix: 24.75 from 4 copies, 53.73
    // from 20. The diffusion's are 5% and 3% longer.
    void absorptionTimes()
    {
        QVERIFY(std::abs(meanAbsorptionTime(0.1, 40) / 24.750208 - 1) < 0.06);
        QVERIFY(std::abs(meanAbsorptionTime(0.5, 40) / 53.727893 - 1) < 0.04);
        QVERIFY(isClose(meanAbsorptionTime(0.5, 100), 200 * std::numbers::ln2));
        QCOMPARE(meanAbsorptionTime(0, 40), 0.0);
        QCOMPARE(meanAbsorptionTime(1, 40), 0.0);
    }

    // The mean over both ends is the whole: P(lost) T(lost) + P(fixed) T(fixed), and by symmetry
    // T(fixed) of q is T(lost) of 1 - q.
    void forgettingTimesAddUpToAbsorption()
    {
        for (const double q : {0.01, 0.3, 0.5}) {
            const double whole = (1 - q) * meanForgettingTime(q, 50) + q * meanForgettingTime(1 - q, 50);
            QVERIFY(isClose(whole, meanAbsorptionTime(q, 50)));
        }
        QCOMPARE(meanForgettingTime(0, 50), 0.0);
        QCOMPARE(meanForgettingTime(1, 50), 100.0);
    }
};

HARELOOM_TEST(DiscreteTheoryTest)
#include "DiscreteTheoryTest.moc"
