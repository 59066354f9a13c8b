// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/SamplingWithoutReplacement.h"
#include "tests/TestProgram.h"
#include "tests/base/Statistics.h"

#include <QtTest>

#include <map>

using namespace hareloom;

class SamplingWithoutReplacementTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesDifferentNumbersInOrder_data()
    {
        QTest::addColumn<qint64>("count");
        QTest::addColumn<qint64>("population");
        for (const auto& [count, population] : std::vector<std::pair<qint64, qint64>>{{0, 0},
                                                                                      {0, 1},
                                                                                      {1, 1},
                                                                                      {0, 5},
                                                                                      {5, 5},
                                                                                      {1, 8},
                                                                                      {1, 9},
                                                                                      {2, 16},
                                                                                      {3, 17},
                                                                                      {999, 1000},
                                                                                      {1000, 1000},
                                                                                      {1024, 2048},
                                                                                      {1025, 5000},
                                                                                      {100, 1'000'000},
                                                                                      {125'000, 1'000'000},
                                                                                      {125'001, 1'000'000},
                                                                                      {10, qint64{1} << 51}})
            QTest::addRow("%lld of %lld", static_cast<long long>(count), static_cast<long long>(population))
                << count << population;
    }
    void givesDifferentNumbersInOrder()
    {
        QFETCH(qint64, count);
        QFETCH(qint64, population);
        const auto picked = sampleWithoutReplacement(count, population, 7);
        QCOMPARE(std::ssize(picked), count);
        for (std::size_t i = 0; i < picked.size(); ++i) {
            QVERIFY(picked[i] >= 0 && picked[i] < population);
            QVERIFY(i == 0 || picked[i - 1] < picked[i]);
        }
        QCOMPARE(sampleWithoutReplacement(count, population, 7), picked);
    }

    void allOfThemIsAllOfThem()
    {
        const auto picked = sampleWithoutReplacement(3000, 3000, 1);
        for (std::size_t i = 0; i < picked.size(); ++i)
            QCOMPARE(picked[i], static_cast<std::int64_t>(i));
    }

    // One in eight or fewer are found by rejection, more by selection. False alarm 1e-7 each.
    void everySetIsEquallyLikely_data()
    {
        QTest::addColumn<qint64>("count");
        QTest::addColumn<qint64>("population");
        QTest::addColumn<int>("sets");
        QTest::newRow("selection, 3 of 6") << qint64{3} << qint64{6} << 20;
        QTest::newRow("selection, 2 of 15") << qint64{2} << qint64{15} << 105;
        QTest::newRow("rejection, 2 of 16") << qint64{2} << qint64{16} << 120;
        QTest::newRow("rejection, 3 of 24") << qint64{3} << qint64{24} << 2024;
        QTest::newRow("rejection, 1 of 8") << qint64{1} << qint64{8} << 8;
    }
    void everySetIsEquallyLikely()
    {
        QFETCH(qint64, count);
        QFETCH(qint64, population);
        QFETCH(int, sets);
        std::map<std::vector<std::int64_t>, double> seen;
        const int draws = 50 * sets;
        for (int seed = 0; seed < draws; ++seed)
            ++seen[sampleWithoutReplacement(count, population,
                                            childSeed(99, static_cast<std::uint64_t>(seed)))];
        std::vector<double> counts;
        for (const auto& [set, times] : seen)
            counts.push_back(times);
        counts.resize(static_cast<std::size_t>(sets), 0.0);
        QCOMPARE(std::ssize(seen) <= sets, true);
        QVERIFY(fitsExpected(counts, std::vector<double>(counts.size(), 50.0)));
    }

    // Many rounds of rejection still favour nobody: each tenth of the population gets its share. The counts
    // of a set without repeats scatter less than multinomial ones, so the false alarm is below 1e-7.
    void largeSetsAreEven()
    {
        std::vector<double> tenths(10, 0.0);
        for (const std::int64_t i : sampleWithoutReplacement(120'000, 1'000'000, 3))
            ++tenths[static_cast<std::size_t>(i / 100'000)];
        QVERIFY(fitsExpected(tenths, std::vector<double>(10, 12'000.0)));
    }
};

HARELOOM_TEST(SamplingWithoutReplacementTest)
#include "SamplingWithoutReplacementTest.moc"
