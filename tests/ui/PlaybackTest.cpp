// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/TestProgram.h"
#include "ui/playback/GenerationCursor.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QThread>
#include <QtTest>

using hareloom::ui::GenerationCursor;

class PlaybackTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void followsTheNewestWhileARunGoesOn()
    {
        GenerationCursor cursor;
        cursor.setSpeed(1000);
        cursor.follow();
        cursor.setCount(5);
        QTRY_COMPARE(cursor.shown(), 4);
        cursor.setCount(9);
        QTRY_COMPARE(cursor.shown(), 8);
        QTRY_COMPARE(cursor.position(), 8.0);
    }

    /// A machine so busy that every frame comes several generations late.
    void theEyeFollowsHoweverRareTheFrames()
    {
        GenerationCursor cursor;
        cursor.setSpeed(60);
        cursor.follow();
        cursor.setCount(1000);
        for (int frame = 0; frame < 12; ++frame) {
            const int before = cursor.shown();
            QThread::msleep(60);
            QCoreApplication::processEvents();
            QVERIFY2(cursor.position() >= before,
                     qPrintable(QStringLiteral("at %1 of %2").arg(cursor.position()).arg(before)));
        }
        QVERIFY(cursor.shown() > 30);
    }

    /// However far the run is ahead: what happens first is what is to be seen.
    void theFirstRunKeepsTheSpeed()
    {
        GenerationCursor cursor;
        cursor.setSpeed(20);
        cursor.follow();
        QElapsedTimer clock;
        clock.start();
        cursor.setCount(5000);
        QTRY_VERIFY(cursor.shown() >= 5);
        const double seconds = double(clock.elapsed()) / 1000;
        QVERIFY2(cursor.shown() <= 20 * seconds + 1,
                 qPrintable(QStringLiteral("%1 after %2 s").arg(cursor.shown()).arg(seconds)));
        QVERIFY(cursor.isFollowing());
    }

    void playingPausesAtEvents()
    {
        GenerationCursor cursor;
        cursor.setReducedMotion(true);
        cursor.setSpeed(1000);
        cursor.setCount(60);
        cursor.show(0);
        cursor.setStops({7, 30});
        QSignalSpy stopped(&cursor, &GenerationCursor::stopped);
        for (const int stop : {7, 30}) {
            cursor.play();
            QTRY_VERIFY(!cursor.isPlaying());
            QCOMPARE(cursor.shown(), stop);
        }
        QCOMPARE(stopped.count(), 2);
        cursor.play();
        QTRY_VERIFY(!cursor.isPlaying());
        QCOMPARE(cursor.shown(), 59);
        cursor.show(0);
        cursor.follow(); // a run as well
        QTRY_COMPARE(cursor.shown(), 7);
        QTRY_VERIFY(!cursor.isFollowing());
    }

    void staysWhereSomeoneTookIt()
    {
        GenerationCursor cursor;
        cursor.setSpeed(1000);
        cursor.setCount(10);
        QTRY_COMPARE(cursor.shown(), 9);
        cursor.show(3);
        cursor.setCount(20);
        QTest::qWait(60);
        QCOMPARE(cursor.shown(), 3);
        cursor.show(19);
        cursor.setCount(25);
        QTRY_COMPARE(cursor.shown(), 24);
    }

    void showIsClamped()
    {
        GenerationCursor cursor;
        cursor.show(7);
        QCOMPARE(cursor.shown(), 0);
        cursor.setCount(4);
        cursor.show(99);
        QCOMPARE(cursor.shown(), 3);
        cursor.stepBy(-99);
        QCOMPARE(cursor.shown(), 0);
    }

    void movesThereWithinTheTransition()
    {
        GenerationCursor cursor;
        cursor.setCount(10);
        cursor.show(0);
        QTRY_COMPARE(cursor.position(), 0.0);
        QSignalSpy moved(&cursor, &GenerationCursor::positionChanged);
        cursor.show(1);
        QCOMPARE(cursor.position(), 0.0);
        QTRY_COMPARE_WITH_TIMEOUT(cursor.position(), 1.0, 1500);
        QVERIFY2(moved.count() > 3, "no positions in between");
        for (int i = 1; i < moved.count(); ++i)
            QVERIFY(moved[i][0].toDouble() >= moved[i - 1][0].toDouble());
    }

    void reducedMotionJumps()
    {
        GenerationCursor cursor;
        cursor.setReducedMotion(true);
        cursor.setCount(10);
        cursor.show(0);
        cursor.show(6);
        QCOMPARE(cursor.position(), 6.0);
    }

    void playsToTheEndAndStops()
    {
        GenerationCursor cursor;
        cursor.setSpeed(500);
        cursor.setCount(6);
        cursor.show(0);
        QSignalSpy playing(&cursor, &GenerationCursor::playingChanged);
        cursor.play();
        QVERIFY(cursor.isPlaying());
        QTRY_VERIFY(!cursor.isPlaying());
        QCOMPARE(cursor.shown(), 5);
        QCOMPARE(playing.count(), 2);
    }

    void loopsUntilPaused()
    {
        GenerationCursor cursor;
        cursor.setLoops(true);
        cursor.setSpeed(500);
        cursor.setCount(4);
        cursor.show(3);
        QSignalSpy shown(&cursor, &GenerationCursor::shownChanged);
        cursor.play();
        QTRY_VERIFY(shown.count() > 12);
        QVERIFY(cursor.isPlaying());
        cursor.pause();
        QVERIFY(!cursor.isPlaying());
    }

    void aStrideVisitsMultiplesAndTheLast()
    {
        GenerationCursor cursor;
        cursor.setReducedMotion(true);
        cursor.setCount(24);
        cursor.show(3);
        cursor.setStride(10);
        cursor.stepBy(1);
        QCOMPARE(cursor.shown(), 10);
        cursor.stepBy(1);
        cursor.stepBy(1);
        QCOMPARE(cursor.shown(), 23);
        cursor.stepBy(-1);
        QCOMPARE(cursor.shown(), 20);
        cursor.show(13);
        cursor.stepBy(-1);
        QCOMPARE(cursor.shown(), 10);
        QList<int> visited;
        connect(&cursor, &GenerationCursor::shownChanged, this, [&](int shown) { visited << shown; });
        cursor.show(0);
        cursor.setSpeed(200);
        cursor.play();
        QTRY_VERIFY(!cursor.isPlaying());
        QCOMPARE(visited.last(), 23);
        for (const int shown : visited)
            QVERIFY2(shown % 10 == 0 || shown == 23, qPrintable(QString::number(shown)));
    }

    void aRangeIsPlayedAndLooped()
    {
        GenerationCursor cursor;
        cursor.setReducedMotion(true);
        cursor.setSpeed(500);
        cursor.setCount(100);
        cursor.show(50);
        cursor.setRange(20, 12);
        QCOMPARE(cursor.rangeFirst(), 12);
        cursor.play();
        QCOMPARE(cursor.shown(), 12);
        QTRY_VERIFY(!cursor.isPlaying());
        QCOMPARE(cursor.shown(), 20);
        QVERIFY(cursor.isAtEnd());
        cursor.setLoops(true);
        int wraps = 0, greatest = 0;
        connect(&cursor, &GenerationCursor::shownChanged, this, [&](int shown) {
            wraps += shown == 12 ? 1 : 0;
            greatest = std::max(greatest, shown);
        });
        cursor.play();
        QTRY_VERIFY(wraps > 2);
        QVERIFY(greatest <= 20);
        cursor.clearRange();
        QCOMPARE(cursor.rangeLast(), 99);
    }

    void saysWhenItMovesAndWhenItIsAtTheEnd()
    {
        GenerationCursor cursor;
        QSignalSpy standing(&cursor, &GenerationCursor::standingChanged);
        cursor.setSpeed(1);
        cursor.follow();
        cursor.setCount(500);
        QVERIFY(cursor.isMoving() && !cursor.isAtEnd());
        QCOMPARE(standing.count(), 1);
        cursor.pause();
        QVERIFY(!cursor.isMoving());
        QCOMPARE(standing.count(), 2);
        cursor.setSpeed(100000);
        cursor.play();
        QTRY_VERIFY(!cursor.isMoving());
        QVERIFY(cursor.isAtEnd());
        QVERIFY(standing.count() >= 4);
    }

    void fewerGenerationsTakeItBack()
    {
        GenerationCursor cursor;
        cursor.setCount(10);
        cursor.show(8);
        cursor.setCount(0);
        QCOMPARE(cursor.shown(), 0);
        QCOMPARE(cursor.position(), 0.0);
    }
};

HARELOOM_UI_TEST(PlaybackTest)
#include "PlaybackTest.moc"
