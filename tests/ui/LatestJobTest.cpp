// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/TestProgram.h"
#include "ui/jobs/LatestJob.h"

#include <QThread>
#include <QtTest>

#include <atomic>
#include <semaphore>

using namespace hareloom;
using namespace hareloom::ui;

namespace {

constexpr int kPatienceMs = 30'000;

/// A job that tells when it has begun and ends when it is let go, whatever it is asked; outlives its owner.
struct Held
{
    std::binary_semaphore begun{0}, mayEnd{0}, ended{0};
};
using HeldPtr = std::shared_ptr<Held>;

LatestJob<int>::Work hold(HeldPtr held, int value)
{
    return [held, value](const StopToken&) -> Result<int> {
        held->begun.release();
        held->mayEnd.acquire();
        held->ended.release();
        return value;
    };
}

LatestJob<int>::Work give(int value)
{
    return [value](const StopToken&) -> Result<int> { return value; };
}

bool waitFor(std::binary_semaphore& semaphore)
{
    return semaphore.try_acquire_for(std::chrono::milliseconds(kPatienceMs));
}

} // namespace

class LatestJobTest : public QObject
{
    Q_OBJECT

private:
    QList<Result<int>> m_found;
    QThread* m_thread = nullptr; // where the last result came in

    LatestJob<int>::Done collect()
    {
        return [this](const Result<int>& found) {
            m_found << found;
            m_thread = QThread::currentThread();
        };
    }

private Q_SLOTS:
    void initTestCase()
    {
        QThreadPool::globalInstance()->setMaxThreadCount(4); // a job that is held must not hold up the next
    }
    void init() { m_found.clear(); }
    void cleanup() { QVERIFY(QThreadPool::globalInstance()->waitForDone(kPatienceMs)); }

    void resultsComeOnTheThreadThatAsked()
    {
        LatestJob<int> job("It failed", collect());
        std::atomic<QThread*> worker{nullptr};
        job.start([&worker](const StopToken&) -> Result<int> {
            worker = QThread::currentThread();
            return 7;
        });
        QVERIFY(job.isAtWork());
        QVERIFY(m_found.isEmpty()); // not before the event loop is back
        QTRY_COMPARE_WITH_TIMEOUT(m_found.size(), 1, kPatienceMs);
        QCOMPARE(*m_found.front(), 7);
        QCOMPARE(m_thread, QThread::currentThread());
        QVERIFY(worker != nullptr && worker != QThread::currentThread());
        QVERIFY(!job.isAtWork());
    }

    void whatIsSupersededIsDropped()
    {
        LatestJob<int> job("It failed", collect());
        const auto held = std::make_shared<Held>();
        job.start(hold(held, 1));
        QVERIFY(waitFor(held->begun));
        job.start(give(2));
        QTRY_COMPARE_WITH_TIMEOUT(m_found.size(), 1, kPatienceMs);
        held->mayEnd.release();
        QVERIFY(waitFor(held->ended));
        QVERIFY(QThreadPool::globalInstance()->waitForDone(kPatienceMs));
        QCoreApplication::processEvents();
        QCOMPARE(m_found.size(), 1);
        QCOMPARE(*m_found.front(), 2);
    }

    // What was found waits for the event loop when the next job begins.
    void whatIsOnItsWayIsDropped()
    {
        LatestJob<int> job("It failed", collect());
        for (int i = 0; i < 20; ++i) {
            job.start(give(i));
            QVERIFY(QThreadPool::globalInstance()->waitForDone(kPatienceMs));
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_found.size(), 1, kPatienceMs);
        QCoreApplication::processEvents();
        QCOMPARE(m_found.size(), 1);
        QCOMPARE(*m_found.front(), 19);
    }

    void cancellingStopsTheJobAndSaysNothing()
    {
        LatestJob<int> job("It failed", collect());
        std::binary_semaphore begun{0};
        std::atomic<bool> isStopped{false};
        job.start([&](const StopToken& stop) -> Result<int> {
            begun.release();
            while (!stop.stopRequested())
                std::this_thread::yield();
            isStopped = true;
            return 1;
        });
        QVERIFY(waitFor(begun));
        job.cancel();
        QVERIFY(!job.isAtWork());
        QVERIFY(QThreadPool::globalInstance()->waitForDone(kPatienceMs));
        QVERIFY(isStopped);
        QCoreApplication::processEvents();
        QVERIFY(m_found.isEmpty());
    }

    // The job does not listen, and would hold up a destructor that waits for ever.
    void destructionWaitsForNobody()
    {
        const auto held = std::make_shared<Held>();
        {
            LatestJob<int> job("It failed", collect());
            job.start(hold(held, 1));
            QVERIFY(waitFor(held->begun));
        }
        held->mayEnd.release();
        QVERIFY(QThreadPool::globalInstance()->waitForDone(kPatienceMs));
        QCoreApplication::processEvents();
        QVERIFY(m_found.isEmpty());
    }

    void destructionDropsWhatIsOnItsWay()
    {
        {
            LatestJob<int> job("It failed", collect());
            job.start(give(1));
            QVERIFY(QThreadPool::globalInstance()->waitForDone(kPatienceMs));
        }
        QCoreApplication::processEvents();
        QVERIFY(m_found.isEmpty());
    }

    void whatIsThrownBecomesAnError()
    {
        LatestJob<int> job("The table could not be read", collect());
        job.start([](const StopToken&) -> Result<int> { throw std::runtime_error("too long"); });
        QTRY_COMPARE_WITH_TIMEOUT(m_found.size(), 1, kPatienceMs);
        QVERIFY(!m_found.front());
        QCOMPARE(m_found.front().error().message, std::string("The table could not be read: too long"));
        job.start([](const StopToken&) -> Result<int> { throw 1; });
        QTRY_COMPARE_WITH_TIMEOUT(m_found.size(), 2, kPatienceMs);
        QCOMPARE(m_found.back().error().message, std::string("The table could not be read."));
    }

    void errorsArePassedOn()
    {
        LatestJob<int> job("It failed", collect());
        job.start([](const StopToken&) -> Result<int> { return invalidInput("It is empty."); });
        QTRY_COMPARE_WITH_TIMEOUT(m_found.size(), 1, kPatienceMs);
        QCOMPARE(m_found.front().error().message, std::string("It is empty."));
    }

    void waitingHandsOverWithoutAnEventLoop()
    {
        LatestJob<int> job("It failed", collect());
        job.wait(); // nothing to wait for
        QVERIFY(m_found.isEmpty());
        job.start(give(3));
        job.wait();
        QCOMPARE(m_found.size(), 1);
        QCoreApplication::processEvents();
        QCOMPARE(m_found.size(), 1);
        QVERIFY(!job.isAtWork());
    }

    void aResultMayAskForMore()
    {
        LatestJob<int>* next = nullptr;
        QList<int> values;
        LatestJob<int> job("It failed", [&](const Result<int>& found) {
            values << *found;
            if (*found < 3)
                next->start(give(*found + 1));
        });
        next = &job;
        job.start(give(1));
        QTRY_COMPARE_WITH_TIMEOUT(values, QList<int>({1, 2, 3}), kPatienceMs);
    }
};

HARELOOM_UI_TEST(LatestJobTest)
#include "LatestJobTest.moc"
