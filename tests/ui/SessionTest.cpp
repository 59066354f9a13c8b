// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/Fixtures.h"
#include "ui/session/LabSession.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QtTest>

using namespace hareloom;
using namespace hareloom::ui;

// Pause and stop answer within 100 ms; a test on a busy machine allows for the machine.
constexpr int kPatienceMs = 2000;

class SessionTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { fixtures::isolate(); }

    void runsToTheEndAndIsRecorded()
    {
        LabSession session;
        session.setExperiment(fixtures::normalExperiment(20, 3));
        session.start();
        QTRY_COMPARE(session.state(), RunState::Finished);
        for (int chain = 0; chain < 3; ++chain)
            QCOMPARE(session.history().count(chain), 21);
        const auto contents = readSession(session.recordingPath());
        QVERIFY(contents.ok());
        QCOMPARE(contents->generations.size(), std::size_t(63));
    }

    void generationsComeInBatches()
    {
        LabSession session;
        QSignalSpy batches(&session, &LabSession::generationsReady);
        session.setExperiment(fixtures::normalExperiment(2000));
        session.start();
        QTRY_COMPARE(session.state(), RunState::Finished);
        QVERIFY2(batches.count() < 1000, "one signal for each generation");
        QCOMPARE(session.history().count(0), 2001);
    }

    void stepMakesExactlyOneMoreOfEachChain()
    {
        LabSession session;
        session.setExperiment(fixtures::normalExperiment(3, 4));
        for (int made = 1; made <= 3; ++made) {
            session.step();
            QTRY_COMPARE(session.state(), RunState::Paused);
            for (int chain = 0; chain < 4; ++chain)
                QCOMPARE(session.history().count(chain), made);
        }
        session.step();
        QTRY_COMPARE(session.state(), RunState::Finished);
        QCOMPARE(session.history().longest(), 4);
    }

    void steppedAndFreeRunsAreTheSame()
    {
        LabSession stepped, free;
        stepped.setExperiment(fixtures::normalExperiment(8));
        free.setExperiment(fixtures::normalExperiment(8));
        stepped.step();
        QTRY_COMPARE(stepped.state(), RunState::Paused);
        stepped.start();
        free.start();
        QTRY_COMPARE(stepped.state(), RunState::Finished);
        QTRY_COMPARE(free.state(), RunState::Finished);
        for (int g = 0; g <= 8; ++g)
            QCOMPARE(stepped.history().at(0, g)->metric("variance"),
                     free.history().at(0, g)->metric("variance"));
    }

    void pauseHoldsAndStartGoesOn()
    {
        LabSession session;
        session.setExperiment(fixtures::normalExperiment(1'000'000, 1, 2000));
        session.start();
        QTRY_VERIFY(session.history().longest() > 3);
        session.pause();
        QCOMPARE(session.state(), RunState::Paused);
        QTest::qWait(150);
        const int held = session.history().longest();
        QTest::qWait(200);
        QCOMPARE(session.history().longest(), held);
        session.start();
        QTRY_VERIFY(session.history().longest() > held);
        QElapsedTimer clock;
        clock.start();
        session.stop();
        QTRY_COMPARE_WITH_TIMEOUT(session.state(), RunState::Stopped, kPatienceMs);
        QVERIFY(session.history().longest() > held);
    }

    void stoppedRunsGoOn()
    {
        LabSession session;
        session.setExperiment(fixtures::normalExperiment(3000));
        session.start();
        QTRY_VERIFY(session.history().longest() > 2);
        session.stop();
        QTRY_VERIFY(session.state() == RunState::Stopped || session.state() == RunState::Finished);
        session.start();
        QTRY_COMPARE(session.state(), RunState::Finished);
        QCOMPARE(session.history().longest(), 3001);
    }

    void closingWhileRunningLosesNothing()
    {
        QString path;
        int seen = 0;
        {
            LabSession session;
            session.setExperiment(fixtures::normalExperiment(1'000'000, 1, 500));
            session.start();
            QTRY_VERIFY(session.history().longest() > 50);
            seen = session.history().longest();
            path = session.recordingPath();
        }
        const auto contents = readSession(path);
        QVERIFY(contents.ok());
        QVERIFY(static_cast<int>(contents->generations.size()) >= seen);
    }

    void errorsAreSaidAndNotThrown()
    {
        LabSession session;
        QSignalSpy failed(&session, &LabSession::failed);
        Experiment experiment = fixtures::normalExperiment(5);
        experiment.source.kind = "csv";
        experiment.source.path = "/nowhere/at-all.csv";
        session.setExperiment(experiment);
        session.start();
        QTRY_COMPARE(session.state(), RunState::Stopped);
        QVERIFY(failed.count() > 0);
        QVERIFY(!failed[0][0].toString().isEmpty());
    }

    void aCopyCanBeSavedWhileRunning()
    {
        LabSession session;
        session.setExperiment(fixtures::normalExperiment(1'000'000, 1, 500));
        session.start();
        QTRY_VERIFY(session.history().longest() > 20);
        QTest::qWait(150);
        const QString copy = QDir::temp().filePath(QStringLiteral("hareloom-ui-test-copy.hareloom"));
        QFile::remove(copy);
        const auto saved = copySession(session.recordingPath(), copy);
        QVERIFY2(saved.ok(), saved.ok() ? "" : saved.error().message.c_str());
        const auto contents = readSession(copy);
        QVERIFY(contents.ok());
        QVERIFY(!contents->generations.empty());
        QFile::remove(copy);
    }
};

QTEST_MAIN(SessionTest)
#include "SessionTest.moc"
