// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/StopToken.h"
#include "tests/TestProgram.h"

#include <QtTest>

#include <thread>

using namespace hareloom;

class StopTokenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void defaultTokenNeverStops()
    {
        QVERIFY(StopToken().proceed());
        QVERIFY(!StopToken().stopRequested());
    }

    void goesOnUntilAskedToStop()
    {
        StopSource source;
        const StopToken token = source.token();
        QVERIFY(token.proceed() && !token.stopRequested() && !source.stopRequested());
        source.requestStop();
        QVERIFY(!token.proceed() && token.stopRequested() && source.stopRequested());
    }

    void stopIsFinal()
    {
        StopSource source;
        source.requestStop();
        source.pause();
        QVERIFY(!source.isPaused());
        source.resume();
        QVERIFY(source.stopRequested() && !source.token().proceed());
    }

    // The worker cannot have passed before resume(): it would have set `passed` first.
    void pauseHoldsTheWorkerUntilResumed()
    {
        StopSource source;
        source.pause();
        QVERIFY(source.isPaused());
        std::atomic<bool> resumed = false, passedTooEarly = false, wentOn = false;
        std::jthread worker([&, token = source.token()] {
            wentOn = token.proceed();
            passedTooEarly = !resumed.load();
        });
        resumed = true;
        source.resume();
        worker.join();
        QVERIFY(wentOn && !passedTooEarly);
        QVERIFY(!source.isPaused());
    }

    void stopWinsOverPause()
    {
        StopSource source;
        source.pause();
        std::atomic<bool> wentOn = true;
        std::jthread worker([&, token = source.token()] { wentOn = token.proceed(); });
        source.requestStop();
        worker.join();
        QVERIFY(!wentOn);
    }

    void aCountedStopComesAtItsPoll()
    {
        for (int n = 1; n < 5; ++n) {
            StopSource source;
            const StopToken token = source.token(), other = token;
            source.stopAfterPolls(n);
            for (int poll = 1; poll < n; ++poll) {
                QVERIFY(poll % 2 ? token.proceed() : !other.stopRequested());
                QVERIFY(!source.stopRequested());
            }
            QVERIFY(n % 2 ? !token.proceed() : other.stopRequested());
            QVERIFY(source.stopRequested() && token.stopRequested() && !other.proceed());
        }
    }

    void tokensOutliveTheirSource()
    {
        StopToken token;
        {
            StopSource source;
            token = source.token();
            source.requestStop();
        }
        QVERIFY(token.stopRequested());
    }
};

HARELOOM_TEST(StopTokenTest)
#include "StopTokenTest.moc"
