// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/TestProgram.h"
#include "tests/cli/Program.h"

#include <QDeadlineTimer>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <sqlite3.h>
#include <sys/resource.h>

using namespace hareloom::test;

/// Whatever ends a run, what was finished is kept, and --resume goes on to the result of a run in one go.
class InterruptionTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_experiment, m_wholeMetrics;

    QStringList runTo(const QString& session) const
    {
        return QStringList{"run", m_experiment, "--out", session} + longRun();
    }

    /// Generations that a reader sees now; 0 while there is no session yet.
    static qint64 generationsIn(const QString& session)
    {
        sqlite3* db = nullptr;
        qint64 count = 0;
        if (QFile::exists(session) &&
            sqlite3_open_v2(session.toUtf8().constData(), &db, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK) {
            sqlite3_busy_timeout(db, 1000);
            sqlite3_stmt* statement = nullptr;
            sqlite3_prepare_v2(db, "SELECT sum(count) FROM blocks", -1, &statement, nullptr);
            if (sqlite3_step(statement) == SQLITE_ROW)
                count = sqlite3_column_int64(statement, 0);
            sqlite3_finalize(statement);
        }
        sqlite3_close(db);
        return count;
    }

    /// Waits until the running process has more than `count` generations on disk; false when it ended before.
    static bool waitForMore(QProcess& process, const QString& session, qint64 count)
    {
        QDeadlineTimer deadline(kProgramTimeout);
        while (generationsIn(session) <= count) {
            if (process.waitForFinished(1) || deadline.hasExpired())
                return false;
        }
        return true;
    }

    void expectWholeAfterResume(const QString& session)
    {
        const Outcome verified = cli({"verify", session});
        QVERIFY2(verified.status == 0, qPrintable(verified.out + verified.err));
        const Outcome resumed = cli({"run", session, "--resume", "--quiet"});
        QVERIFY2(resumed.status == 0, qPrintable(resumed.err));
        QVERIFY(metricsOf(session) == m_wholeMetrics);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_experiment = shortExperiment(m_folder);
        const QString whole = m_folder.filePath("whole.hareloom");
        const Outcome outcome = cli(runTo(whole));
        QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
        m_wholeMetrics = metricsOf(whole);
        QCOMPARE(m_wholeMetrics.count('\n'), 1 + kLongTotal * 2);
    }

    void killedAgainAndAgain()
    {
        const QString session = m_folder.filePath("killed.hareloom");
        qint64 seen = 0;
        int kills = 0;
        for (; kills < 6; ++kills) {
            QProcess process;
            start(process, kills == 0 ? runTo(session) : QStringList{"run", session, "--resume"});
            // Each kill comes with the first generations that are new on the disk: the run goes on meanwhile,
            // and on a busy machine it has got far before this process comes to kill it.
            if (!waitForMore(process, session, seen))
                break;
            process.kill();
            process.waitForFinished(kProgramTimeout);
            if (process.exitStatus() != QProcess::CrashExit)
                break; // the run came to its end before the kill
            const Outcome verified = cli({"verify", session});
            QVERIFY2(verified.status == 0, qPrintable(verified.out + verified.err));
            const qint64 kept = generationsIn(session);
            QVERIFY(kept >= seen);
            seen = kept;
        }
        QVERIFY2(kills >= 3, qPrintable(QString("only %1 kills fell into the run").arg(kills)));
        expectWholeAfterResume(session);
    }

    void killedWhileTheSessionIsMade()
    {
        for (int attempt = 0; attempt < 10; ++attempt) {
            const QTemporaryDir folder;
            const QString session = folder.filePath("new.hareloom");
            QProcess process;
            start(process, {"run", shortExperiment(m_folder), "--out", session});
            QDeadlineTimer deadline(kProgramTimeout);
            while (QDir(folder.path()).isEmpty() && !process.waitForFinished(0))
                QVERIFY(!deadline.hasExpired());
            process.kill();
            process.waitForFinished(kProgramTimeout);
            // Either there is none, or it is one that can be gone on with.
            if (!QFile::exists(session))
                continue;
            const Outcome resumed = cli({"run", session, "--resume", "--quiet"});
            QVERIFY2(resumed.status == 0, qPrintable(resumed.err));
            QVERIFY(cli({"verify", session}).out.contains("63 of 63"));
        }
    }

    void interrupted_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("Ctrl+C") << SIGINT;
        QTest::newRow("SIGTERM") << SIGTERM;
    }

    void interrupted()
    {
        QFETCH(int, signal);
        const QString session = m_folder.filePath(QString("signal-%1.hareloom").arg(signal));
        QProcess process;
        start(process, runTo(session));
        QVERIFY(waitForMore(process, session, 0));
        ::kill(static_cast<pid_t>(process.processId()), signal);
        const Outcome outcome = outcomeOf(process);
        QCOMPARE(outcome.status, 130);
        QVERIFY2(outcome.err.contains("run " + session + " --resume"), qPrintable(outcome.err));
        QVERIFY(!QFile::exists(session + "-wal")); // closed in order
        const qint64 kept = generationsIn(session);
        QVERIFY(kept > 0 && kept < kLongTotal);
        expectWholeAfterResume(session);
    }

    void interruptedWithoutASession()
    {
        QProcess process;
        start(process, QStringList{"run", m_experiment} + longRun());
        // The first line on stderr says that the run has begun and that signals are heard.
        QDeadlineTimer deadline(kProgramTimeout);
        QByteArray err;
        process.setReadChannel(QProcess::StandardError);
        while (!err.contains("generations") && !deadline.hasExpired() && process.waitForReadyRead(1000))
            err += process.readAllStandardError();
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        const Outcome outcome = outcomeOf(process);
        QCOMPARE(outcome.status, 130);
        QVERIFY2(outcome.err.contains("no --out was given"), qPrintable(outcome.err));
    }

    /// A script that starts a program in the background lets it ignore Ctrl+C; a run that still reads what it
    /// is to do hears whoever sends the signal all the same.
    void interruptedBeforeItHasBegun()
    {
        QProcess process;
        process.setChildProcessModifier([] { ::signal(SIGINT, SIG_IGN); });
        start(process, {"run", "-"});
        const auto isIgnored = [&process] {
            QFile status(QString("/proc/%1/status").arg(process.processId()));
            const QByteArray all = status.open(QIODevice::ReadOnly) ? status.readAll() : QByteArray();
            const qsizetype at = all.indexOf("SigIgn:") + 7;
            return (all.mid(at, all.indexOf('\n', at) - at).trimmed().toULongLong(nullptr, 16) >>
                    (SIGINT - 1)) &
                   1;
        };
        QTRY_VERIFY_WITH_TIMEOUT(!isIgnored(), kProgramTimeout);
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(kProgramTimeout));
        QCOMPARE(process.exitStatus(), QProcess::CrashExit); // a shell counts it as 130
    }

    void aFullDiskEndsTheRunWithWhatIsFinished()
    {
        const QString session = m_folder.filePath("full.hareloom");
        // A machine of any speed has something finished before the disk is full: a shorter run comes first.
        constexpr int kFirst = 20;
        QStringList first = runTo(session);
        first[first.indexOf("--generations") + 1] = QString::number(kFirst);
        QCOMPARE(cli(first).status, 0);
        const qint64 finished = generationsIn(session);
        QCOMPARE(finished, qint64{kLongChains} * (kFirst + 1));
        const auto whole = static_cast<rlim_t>(QFileInfo(m_folder.filePath("whole.hareloom")).size());
        QProcess process;
        // No file may grow beyond this: as a full disk, for root and others alike.
        process.setChildProcessModifier([whole] {
            const rlimit limit{whole / 2, whole / 2};
            ::setrlimit(RLIMIT_FSIZE, &limit);
        });
        start(process, {"run", session, "--resume", "--generations", QString::number(kLongGenerations)});
        const Outcome outcome = outcomeOf(process);
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.err.contains("disk is full") && outcome.err.contains(session),
                 qPrintable(outcome.err));
        const qint64 kept = generationsIn(session);
        QVERIFY(kept >= finished && kept < kLongTotal);
        expectWholeAfterResume(session);
    }

    void everyPresetResumesToTheSameResult_data()
    {
        QTest::addColumn<QString>("preset");
        const QJsonArray presets = QJsonDocument::fromJson(cli({"presets", "--json"}).out.toUtf8()).array();
        QVERIFY(!presets.isEmpty());
        for (const QJsonValue& preset : presets) {
            const QString id = preset.toObject()["id"].toString();
            // Trainings take minutes: how they resume is tested in tests/neural with small ones.
            if (const QString family = preset.toObject()["family"].toString();
                family != QLatin1String("image") && family != QLatin1String("language") &&
                family != QLatin1String("diffusion"))
                QTest::newRow(qPrintable(id)) << id;
        }
    }

    /// The last generation in which the preset changes settings; 0 where it never does.
    static int lastChange(const QString& preset)
    {
        const QJsonObject shown = QJsonDocument::fromJson(cli({"show", preset}).out.toUtf8()).object();
        QJsonArray all = shown["variants"].toArray();
        all.append(shown);
        int last = 0;
        for (const QJsonValue& one : all)
            for (const QJsonValue& event : one.toObject()["events"].toArray())
                last = std::max(last, event.toObject()["at"].toInt());
        return last;
    }

    void everyPresetResumesToTheSameResult()
    {
        QFETCH(QString, preset);
        const QString few = QString::number(lastChange(preset) + 3),
                      all = QString::number(lastChange(preset) + 7);
        const QTemporaryDir folder;
        const QString whole = folder.filePath("whole.hareloom"), session = folder.filePath("s.hareloom");
        const Outcome run = cli({"run", preset, "--generations", all, "--chains", "2", "--out", whole});
        QVERIFY2(run.status == 0, qPrintable(run.err));
        // One chain that stopped early, then another that was not yet begun: both are added to what is
        // finished.
        QCOMPARE(cli({"run", preset, "--generations", few, "--chains", "1", "--out", session}).status, 0);
        QVERIFY(metricsOf(session) != metricsOf(whole));
        const Outcome resumed =
            cli({"run", session, "--resume", "--generations", all, "--chains", "2", "--threads", "1"});
        QVERIFY2(resumed.status == 0, qPrintable(resumed.err));
        QCOMPARE(resumed.out, run.out);
        QVERIFY(metricsOf(session) == metricsOf(whole));
        const Outcome verified = cli({"verify", session});
        QVERIFY2(verified.status == 0, qPrintable(verified.out));
    }

    void aSessionIsExtendedAndNotShortened()
    {
        const QTemporaryDir folder;
        const QString session = folder.filePath("s.hareloom");
        QCOMPARE(cli({"run", shortExperiment(m_folder), "--out", session}).status, 0);
        const QString before = metricsOf(session);
        for (const QStringList& fewer :
             {QStringList{"--generations", "19"}, {"--chains", "2"}, {"--seed", "9"}}) {
            const Outcome refused = cli(QStringList{"run", session, "--resume"} + fewer);
            QCOMPARE(refused.status, 2);
            QVERIFY2(refused.err.contains("another --out"), qPrintable(refused.err));
        }
        QCOMPARE(metricsOf(session), before);
    }

    void anotherRunOnTheSameSessionIsToldAtOnce()
    {
        const QTemporaryDir folder;
        const QString session = folder.filePath("s.hareloom");
        QProcess process;
        start(process, runTo(session));
        QVERIFY(waitForMore(process, session, 0));
        const Outcome second = cli({"run", session, "--resume"});
        QCOMPARE(second.status, 1);
        QVERIFY2(second.err.contains("another run is writing"), qPrintable(second.err));
        const Outcome same = cli(runTo(session));
        QCOMPARE(same.status, 2);
        QVERIFY2(same.err.contains("exists and is not overwritten"), qPrintable(same.err));
        const Outcome first = outcomeOf(process);
        QVERIFY2(first.status == 0, qPrintable(first.err));
        QVERIFY(metricsOf(session) == m_wholeMetrics);
    }

    void aSessionThatIsDeletedMeanwhileEndsTheRun()
    {
        const QTemporaryDir folder;
        const QString session = folder.filePath("s.hareloom");
        QProcess process;
        start(process, runTo(session));
        QVERIFY(waitForMore(process, session, 0));
        QVERIFY(QFile::remove(session));
        const Outcome outcome = outcomeOf(process);
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.err.contains("was deleted, or replaced"), qPrintable(outcome.err));
    }

    void otherDataAreNotGoneOnWith()
    {
        const QTemporaryDir folder;
        const auto table = [&folder](int shift) {
            QByteArray rows = "x\n";
            for (int i = 0; i < 100; ++i)
                rows += QByteArray::number(i % 17 + shift) + '\n';
            return written(folder, "table.csv", rows);
        };
        const QString path = table(0), session = folder.filePath("s.hareloom");
        written(folder, "table.json",
                R"({"schema": 1, "family": "gaussian", "source": {"kind": "csv", "path": "table.csv"},
            "policy": {"realShare": 0.5}, "samples": {"size": 50}, "generations": 20})");
        QCOMPARE(cli({"run", folder.filePath("table.json"), "--out", session}).status, 0);
        const QStringList samples = {"samples", session, "--generation", "3"};
        const QString rows = cli(samples).out;
        QVERIFY(rows.startsWith("x\n"));
        table(1000);
        const Outcome refused = cli({"run", session, "--resume", "--generations", "40"});
        QCOMPARE(refused.status, 2);
        QVERIFY2(refused.err.contains(session) && refused.err.contains("table.csv are no longer"),
                 qPrintable(refused.err));
        QCOMPARE(cli(samples).out, rows); // of the snapshot alone
        QVERIFY(QFile::remove(path));
        QCOMPARE(cli(samples).out, rows);
        table(0);
        QCOMPARE(cli({"run", session, "--resume", "--generations", "40"}).status, 0);
        const Outcome verified = cli({"verify", session, "--recompute"});
        QVERIFY2(verified.status == 0, qPrintable(verified.out + verified.err));
    }

    void resumingWhatIsCompleteChangesNothing()
    {
        const QString whole = m_folder.filePath("whole.hareloom");
        const Outcome resumed = cli({"run", whole, "--resume"});
        QCOMPARE(resumed.status, 0);
        QVERIFY(metricsOf(whole) == m_wholeMetrics);
        const Outcome again = cli(runTo(whole) + QStringList{"--resume"});
        QCOMPARE(again.status, 0);
        QCOMPARE(again.out, resumed.out);
    }

    void aTableIsFoundAgainFromAnotherFolder()
    {
        const QTemporaryDir folder;
        QByteArray table = "x\n";
        for (int i = 0; i < 100; ++i)
            table += QByteArray::number(i % 17 + 0.5) + '\n';
        written(folder, "table.csv", table);
        written(folder, "table.json",
                R"({"schema": 1, "family": "gaussian", "source": {"kind": "csv", "path": "table.csv"},
            "samples": {"size": 50}, "generations": 2000, "chains": 8})");
        QProcess process;
        process.setWorkingDirectory(folder.path());
        start(process, {"run", "table.json", "--out", "t.hareloom"});
        waitForMore(process, folder.filePath("t.hareloom"), 0);
        process.kill();
        process.waitForFinished(kProgramTimeout);
        const Outcome resumed = cli({"run", folder.filePath("t.hareloom"), "--resume"});
        QVERIFY2(resumed.status == 0, qPrintable(resumed.err));
        const QString whole = folder.filePath("whole.hareloom");
        QCOMPARE(cli({"run", folder.filePath("table.json"), "--out", whole}).status, 0);
        QVERIFY(metricsOf(folder.filePath("t.hareloom")) == metricsOf(whole));
    }
};

HARELOOM_TEST(InterruptionTest)
#include "InterruptionTest.moc"
