// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Parallel.h"
#include "tests/TestProgram.h"

#include <QtTest>

#include <atomic>
#include <stdexcept>
#include <vector>

using namespace hareloom;

class ParallelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void visitsEachIndexOnce_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("threads");
        for (const int count : {0, 1, 2, 7, 1000})
            for (const int threads : {0, 1, 2, 5})
                QTest::addRow("%d, %d threads", count, threads) << count << threads;
    }
    void visitsEachIndexOnce()
    {
        QFETCH(int, count);
        QFETCH(int, threads);
        std::vector<std::atomic<int>> visits(static_cast<std::size_t>(count));
        parallelFor(count, threads, [&](std::int64_t i) { ++visits[static_cast<std::size_t>(i)]; });
        for (const auto& visit : visits)
            QCOMPARE(visit.load(), 1);
    }

    void passesAnExceptionOn()
    {
        for (const int threads : {1, 3}) {
            std::atomic<int> begun = 0;
            QVERIFY_EXCEPTION_THROWN(parallelFor(100'000, threads,
                                                 [&](std::int64_t i) {
                                                     ++begun;
                                                     if (i == 3)
                                                         throw std::runtime_error("three");
                                                 }),
                                     std::runtime_error);
            QVERIFY(begun.load() >= 4);
        }
    }

    void thereIsAlwaysAThread() { QVERIFY(availableThreads() >= 1); }
};

HARELOOM_TEST(ParallelTest)
#include "ParallelTest.moc"
