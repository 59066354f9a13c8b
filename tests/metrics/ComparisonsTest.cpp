// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/Comparisons.h"
#include "core/base/Rng.h"
#include "tests/TestProgram.h"
#include "tests/metrics/Close.h"

#include <QtTest>

#include <cmath>
#include <vector>

using namespace hareloom;

class ComparisonsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // One degree of freedom is Cauchy's law, two have a closed form: t = (2p - 1) sqrt(2 / (4 p (1 - p))).
    void quantilesOfClosedForms()
    {
        for (const double p : {0.01, 0.3, 0.5, 0.9, 0.975, 0.9999}) {
            QVERIFY(isClose(studentQuantile(p, 1), std::tan(M_PI * (p - 0.5)), 1e-9) || p == 0.5);
            const double two = (2 * p - 1) * std::sqrt(2 / (4 * p * (1 - p)));
            QVERIFY(isClose(studentQuantile(p, 2), two, 1e-9) || p == 0.5);
        }
        QVERIFY(std::abs(studentQuantile(0.5, 7)) < 1e-12);
    }

    // Of printed tables.
    void quantilesOfTables()
    {
        QVERIFY(std::abs(studentQuantile(0.975, 10) - 2.228139) < 1e-6);
        QVERIFY(std::abs(studentQuantile(0.975, 30) - 2.042272) < 1e-6);
        QVERIFY(std::abs(studentQuantile(0.995, 5) - 4.032143) < 1e-6);
        QVERIFY(std::abs(studentQuantile(0.975, 1e7) - 1.959964) < 1e-5);
    }

    void pairedIsOneSampleOfDifferences()
    {
        const std::vector<double> a{5, 7, 6, 9}, b{4, 5, 6, 6};
        const auto found = pairedDifference(a, b);
        QVERIFY(found && found->isPaired);
        // Differences 1, 2, 0, 3: mean 1.5, variance 5/3.
        const double reach = 3.182446305284263 * std::sqrt(5.0 / 3 / 4);
        QVERIFY(isClose(found->estimate, 1.5) && isClose(found->low, 1.5 - reach, 1e-9) &&
                isClose(found->high, 1.5 + reach, 1e-9));
        QCOMPARE(found->degrees, 3.0);
    }

    void welchsDegreesOfFreedom()
    {
        const std::vector<double> a{1, 2, 3, 4}, b{10, 30};
        const auto found = welchDifference(a, b);
        const double va = 5.0 / 3 / 4, vb = 200.0 / 2;
        QVERIFY(found && !found->isPaired);
        QVERIFY(isClose(found->estimate, -17.5));
        QVERIFY(isClose(found->degrees, (va + vb) * (va + vb) / (va * va / 3 + vb * vb)));
    }

    void whatCannotBeComparedIsNothing()
    {
        const std::vector<double> one{1}, two{1, 2}, three{1, 2, 3}, broken{1, std::nan("")};
        QVERIFY(!pairedDifference(one, one) && !pairedDifference(two, three) &&
                !pairedDifference(two, broken));
        QVERIFY(!welchDifference(one, two) && !welchDifference(two, broken));
        const auto same = pairedDifference(two, two);
        QVERIFY(same && same->low == 0 && same->high == 0 && same->p == 1);
    }

    // 20,000 pairs of groups without a difference: 5% of the intervals miss 0, up to 6 standard errors of a
    // binomial count (0.00154 each), which one run in 10^8 exceeds. Welch's is approximate: of 8 and 15
    // values within another 0.003.
    void nineteenOfTwentyIntervalsHold()
    {
        constexpr int kTrials = 20'000;
        Rng rng(20261201);
        int pairedMisses = 0, welchMisses = 0;
        for (int i = 0; i < kTrials; ++i) {
            std::vector<double> a(8), b(8), wide(15);
            for (std::size_t k = 0; k < a.size(); ++k) {
                const double common = 3 * rng.normal();
                a[k] = common + rng.normal();
                b[k] = common + rng.normal();
            }
            for (double& value : wide)
                value = 5 * rng.normal();
            const auto misses = [](const MeanDifference& d) { return d.low > 0 || d.high < 0; };
            const MeanDifference paired = *pairedDifference(a, b), welch = *welchDifference(a, wide);
            pairedMisses += misses(paired);
            welchMisses += misses(welch);
            QCOMPARE(misses(paired), paired.p < 0.05);
        }
        QVERIFY2(std::abs(pairedMisses / double(kTrials) - 0.05) < 0.0093,
                 qPrintable(QString::number(pairedMisses)));
        QVERIFY2(std::abs(welchMisses / double(kTrials) - 0.05) < 0.0123,
                 qPrintable(QString::number(welchMisses)));
    }
};

HARELOOM_TEST(ComparisonsTest)
#include "ComparisonsTest.moc"
