// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/TestProgram.h"
#include "tests/ui/Fixtures.h"
#include "ui/session/EngineThread.h"
#include "ui/session/LabSession.h"
#include "ui/session/Recordings.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
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

    /// Ten generations of kernel densities, which read all there is: the later, the dearer.
    void timeLeftCountsWhatGenerationsCost()
    {
        Experiment growing = fixtures::normalExperiment(9, 1, 10'000);
        growing.family = "kde";
        growing.policy.pool = Pool::All;
        growing.evaluation.heldOut = 0;
        TimeLeft left;
        left.begin({growing}, 1);
        left.startClock();
        const auto made = fixtures::normalChain(5, 10'000);
        for (const GenerationPtr& link : made)
            left.add(*link);
        // 500 rows each beside 10,000, 20,000, ... 100,000: 15 of 55 parts are done after half of the
        // generations.
        const double done = (150'000 + 5 * 500) / (550'000 + 10 * 500.0);
        QVERIFY(std::abs(left.shareDone() - done) < 1e-9);
        QVERIFY(std::abs(left.secondsAfter(10) - 10 * (1 - done) / done) < 1e-6);
        QVERIFY(left.secondsAfter(10) > 20); // by their number it would be 10
    }

    void timeLeftKnowsThatVariantsDiffer()
    {
        Experiment few = fixtures::normalExperiment(9, 1, 1'000),
                   many = fixtures::normalExperiment(9, 1, 1'000'000);
        TimeLeft left;
        left.begin({few, many}, 1);
        left.startClock();
        for (const GenerationPtr& link : fixtures::normalChain(10, 1'000)) // the whole of the first
            left.add(*link);
        QVERIFY(left.shareDone() < 0.01);
        QVERIFY(left.secondsAfter(1) > 100);
        QCOMPARE(left.secondsAfter(0.1), -1.0);
    }

    /// Chains take turns: at first the small variant has half of the time, though it is a thousandth of the
    /// rows.
    void timeLeftKnowsThatSmallGenerationsCostMoreThanTheirRows()
    {
        Experiment few = fixtures::normalExperiment(999, 1, 1'000),
                   many = fixtures::normalExperiment(999, 1, 1'000'000);
        TimeLeft left;
        left.begin({few, many}, 1);
        left.startClock();
        for (const GenerationPtr& link : fixtures::normalChain(400, 1'000))
            left.add(*link);
        left.spend(0, 10);
        for (const GenerationPtr& link : fixtures::normalChain(100, 1'000'000, 1, 1))
            left.add(*link);
        left.spend(1, 10);
        // 600 of the small at 25 ms, 900 of the large at 100 ms, as much on the clock as of the processor.
        QVERIFY2(std::abs(left.secondsAfter(20) - (600 * 0.025 + 900 * 0.1)) < 1,
                 qPrintable(QString::number(left.secondsAfter(20))));
        // The processor is shared with others: twice as long.
        QVERIFY(std::abs(left.secondsAfter(40) - 2 * left.secondsAfter(20)) < 1e-6);
    }

    void timeLeftTakesTheDearestForWhatIsNotMeasuredYet()
    {
        Experiment few = fixtures::normalExperiment(9, 1, 1'000),
                   many = fixtures::normalExperiment(9, 1, 1'000'000);
        TimeLeft left;
        left.begin({few, many}, 1);
        left.startClock();
        for (const GenerationPtr& link : fixtures::normalChain(10, 1'000))
            left.add(*link);
        left.spend(0, 1);
        QVERIFY(left.secondsAfter(1) > 100);
    }

    void theRunTellsWhatItsChainsCost()
    {
        Mailbox mailbox;
        Experiment experiment = fixtures::normalExperiment(300, 1, 1'000);
        experiment.variants = {{"Few", {}}, {"Many", {{"samples.size", "50000"}}}};
        QElapsedTimer clock;
        clock.start();
        EngineThread engine({experiment, {1, {}}, nullptr}, mailbox);
        std::map<ChainIndex, double> seconds;
        bool isDone = false;
        QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                const Mail mail = mailbox.take();
                for (const auto& [chain, spent] : mail.seconds)
                    seconds[chain] += spent;
                isDone = isDone || mail.outcome;
                return isDone;
            }(),
            60'000);
        QVERIFY(seconds[1] > seconds[0]);
        QVERIFY(seconds[0] + seconds[1] <= double(clock.elapsed()) / 1000 + 0.05);
    }

    void timeLeftLearnsTheRowsOfATable()
    {
        Experiment table = fixtures::normalExperiment(1, 1, 100);
        table.samples.size = 0;
        TimeLeft left;
        left.begin({table}, 1);
        left.startClock();
        auto first = std::make_shared<Generation>(*fixtures::normalChain(1)[0]);
        first->realRows = 5000;
        left.add(*first);
        QVERIFY2(std::abs(left.shareDone() - 0.5) < 0.01, qPrintable(QString::number(left.shareDone())));
    }

    void oldRecordingsGoUnlessSomeoneWantsThem()
    {
        QTemporaryDir folder;
        const auto touch = [&](const QString& name) {
            QFile file(folder.filePath(name));
            return file.open(QIODevice::WriteOnly) && file.write("x") == 1;
        };
        QStringList names;
        for (int day = 1; day <= 9; ++day) {
            names << QStringLiteral("2026-01-0%1 12.00.00 A run.hareloom").arg(day);
            QVERIFY(touch(names.back()));
        }
        QVERIFY(touch("mine.hareloom") && touch("2026-01-01 12.00.00 notes.txt"));
        QVERIFY(touch(names[0] + "-wal") && QDir(folder.path()).mkdir(names[0] + ".models"));
        keepRecording(folder.filePath(names[1]));
        const QStringList deleted = pruneRecordings(folder.path(), {folder.filePath(names[2])}, 4);
        QCOMPARE(deleted, (QStringList{folder.filePath(names[4]), folder.filePath(names[3]),
                                       folder.filePath(names[0])}));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name),
                 (QStringList{"2026-01-01 12.00.00 notes.txt"} + names.mid(1, 2) + names.mid(5) +
                  QStringList{"mine.hareloom"}));
        QVERIFY(pruneRecordings(folder.path(), {folder.filePath(names[2])}, 4).isEmpty());
    }

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
        QTRY_COMPARE(session.state(), RunState::Ready);
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

HARELOOM_UI_TEST(SessionTest)
#include "SessionTest.moc"
