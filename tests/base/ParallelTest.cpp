// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Parallel.h"
#include "tests/TestProgram.h"
#include "tests/base/FewThreads.h"

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

    void fewerThreadsDoAllOfIt()
    {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("sanitizers take more address space than there is to limit");
#endif
        QVERIFY(test::worksWithFewThreads([] {
            std::atomic<int> visits = 0;
            parallelFor(1000, 64, [&](std::int64_t) { ++visits; });
            return visits == 1000;
        }));
    }

    void thereIsAlwaysAThread()
    {
        QVERIFY(availableThreads() >= 1);
    }
};

HARELOOM_TEST(ParallelTest)
#include "ParallelTest.moc"
