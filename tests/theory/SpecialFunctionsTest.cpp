// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/SpecialFunctions.h"
#include "tests/TestProgram.h"
#include "tests/metrics/Close.h"

#include <QtTest>

#include <numbers>

using namespace hareloom;

// Reference values: mpmath at 30 digits.
class SpecialFunctionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void polygammas_data()
    {
        QTest::addColumn<double>("x");
        QTest::addColumn<double>("first");
        QTest::addColumn<double>("second");
        QTest::addColumn<double>("third");
        QTest::newRow("1/2") << 0.5 << -1.9635100260214235 << 4.9348022005446793 << -16.82879664423432;
        QTest::newRow("1") << 1.0 << -0.57721566490153286 << 1.6449340668482264 << -2.4041138063191886;
        QTest::newRow("5/2") << 2.5 << 0.70315664064524319 << 0.49035775610023486 << -0.2362040516417274;
        QTest::newRow("M = 100") << 49.5 << 3.8918376507263718 << 0.020407455046879992
                                 << -0.00041644977176325688;
        QTest::newRow("M = 1000") << 499.5 << 6.2126062630867397 << 0.0020040073453502867
                                  << -4.0160440961695736e-6;
    }

    void polygammas()
    {
        QFETCH(double, x);
        QFETCH(double, first);
        QFETCH(double, second);
        QFETCH(double, third);
        QVERIFY(std::abs(digamma(x) / first - 1) < 1e-13);
        QVERIFY(std::abs(trigamma(x) / second - 1) < 1e-13);
        QVERIFY(std::abs(tetragamma(x) / third - 1) < 1e-13);
    }

    void polygammasEndAtZero()
    {
        for (const double x : {0.0, -1.0, std::nan("")}) {
            QVERIFY(std::isnan(digamma(x)));
            QVERIFY(std::isnan(trigamma(x)));
            QVERIFY(std::isnan(tetragamma(x)));
        }
    }

    void c4_data()
    {
        QTest::addColumn<double>("rows");
        QTest::addColumn<double>("expected");
        QTest::newRow("2: sqrt(2/pi)") << 2.0 << std::sqrt(2 / std::numbers::pi);
        QTest::newRow("3: sqrt(pi)/2") << 3.0 << std::sqrt(std::numbers::pi) / 2;
        QTest::newRow("10") << 10.0 << 0.97265927412158824;
        QTest::newRow("100") << 100.0 << 0.99747797607126351;
        QTest::newRow("1001") << 1001.0 << 0.9997500312890522;
        QTest::newRow("10^6") << 1e6 << 0.99999974999978125;
    }

    void c4()
    {
        QFETCH(double, rows);
        QFETCH(double, expected);
        QVERIFY(isClose(hareloom::c4(rows), expected, 1e-14));
    }

    // c4(M) c4(M + 1) = sqrt((M - 1) / M), from Gamma(x + 1) = x Gamma(x); also where the series takes over.
    void c4OfNeighbours()
    {
        for (const double m : {2.0, 50.0, 299.0, 300.0, 301.0, 5000.0})
            QVERIFY(isClose(hareloom::c4(m) * hareloom::c4(m + 1), std::sqrt((m - 1) / m), 1e-13));
        QVERIFY(std::isnan(hareloom::c4(1)));
    }

    void sincHasItsLimit()
    {
        QCOMPARE(sinc(0), 1.0);
        QVERIFY(isClose(sinc(std::numbers::pi / 10), 0.98363164308346597));
    }
};

HARELOOM_TEST(SpecialFunctionsTest)
#include "SpecialFunctionsTest.moc"
