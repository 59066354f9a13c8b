// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/TestProgram.h"
#include "tests/cli/Program.h"

#include <QTest>

#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace hareloom::test;

/// Bad input gives one sentence that says what, where and what is allowed, and status 2; nothing is written.
class RefusalsTest : public QObject
{
    Q_OBJECT

    static void change(const QString& session, const char* sql)
    {
        sqlite3* db = nullptr;
        sqlite3_open(session.toUtf8().constData(), &db);
        if (sqlite3_exec(db, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
            qFatal("%s", sqlite3_errmsg(db));
        sqlite3_close(db);
    }

    static QString session(const QTemporaryDir& folder)
    {
        const QString path = folder.filePath("s.hareloom");
        if (cli({"run", shortExperiment(folder), "--out", path}).status != 0)
            qFatal("no session could be made");
        return path;
    }

    static void expectRefusal(const Outcome& outcome, const QStringList& says)
    {
        QCOMPARE(outcome.status, 2);
        QCOMPARE(outcome.out, QString());
        QVERIFY2(outcome.err.startsWith("hareloom-cli: "), qPrintable(outcome.err));
        QCOMPARE(outcome.err.trimmed().count('\n'), 0);
        for (const QString& word : says)
            QVERIFY2(outcome.err.contains(word), qPrintable(outcome.err + "\nlacks: " + word));
    }

private Q_SLOTS:
    void experiments_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("says");
        QTest::newRow("malformed") << QByteArray(R"({"schema": 1, "family": )") << QStringList{"bad.json"};
        QTest::newRow("not an object") << QByteArray("[1, 2]") << QStringList{"bad.json"};
        QTest::newRow("empty") << QByteArray() << QStringList{"bad.json"};
        QTest::newRow("unknown key")
            << QByteArray(R"({"schema": 1, "family": "gaussian", "policy": {"realshare": 0.1}})")
            << QStringList{"bad.json", "policy.realshare"};
        QTest::newRow("unknown family") << QByteArray(R"({"schema": 1, "family": "gausian"})")
                                        << QStringList{"bad.json", "family", "gausian", "gaussian"};
        QTest::newRow("negative size")
            << QByteArray(R"({"schema": 1, "family": "gaussian", "samples": {"size": -5}})")
            << QStringList{"bad.json", "samples.size", "-5"};
        QTest::newRow("NaN") << QByteArray(
                                    R"({"schema": 1, "family": "gaussian", "policy": {"realShare": NaN}})")
                             << QStringList{"bad.json"};
        QTest::newRow("too large for a double")
            << QByteArray(R"({"schema": 1, "family": "gaussian", "policy": {"realShare": 1e999}})")
            << QStringList{"bad.json"};
        QTest::newRow("a word for a number")
            << QByteArray(R"({"schema": 1, "family": "gaussian", "generations": "many"})")
            << QStringList{"bad.json", "generations", "many"};
        QTest::newRow("newer schema")
            << QByteArray(R"({"schema": 2, "family": "gaussian"})") << QStringList{"bad.json", "schema", "2"};
        QTest::newRow("no such table")
            << QByteArray(
                   R"({"schema": 1, "family": "gaussian", "source": {"kind": "csv", "path": "none.csv"}})")
            << QStringList{"none.csv"};
        QTest::newRow("text in a table")
            << QByteArray(
                   R"({"schema": 1, "family": "gaussian", "source": {"kind": "csv", "path": "text.csv"}})")
            << QStringList{"text.csv", "3", "many"};
        QTest::newRow("column missing")
            << QByteArray(
                   R"({"schema": 1, "family": "gaussian", "source": {"kind": "csv", "path": "good.csv", "columns": ["weight"]}})")
            << QStringList{"good.csv", "weight"};
        QTest::newRow("value missing")
            << QByteArray(
                   R"({"schema": 1, "family": "gaussian", "source": {"kind": "csv", "path": "gap.csv"}})")
            << QStringList{"gap.csv", "3"};
    }

    void experiments()
    {
        QFETCH(QByteArray, text);
        QFETCH(QStringList, says);
        const QTemporaryDir folder;
        written(folder, "good.csv", "a,b\n1,2\n3,4\n5,7\n");
        written(folder, "text.csv", "a,b\n1,2\n3,many\n5,6\n");
        written(folder, "gap.csv", "a,b\n1,2\n3,\n5,6\n");
        const QString out = folder.filePath("out.hareloom");
        expectRefusal(cli({"run", written(folder, "bad.json", text), "--out", out}), says);
        QVERIFY(!QFile::exists(out));
    }

    void usage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QStringList>("says");
        QTest::newRow("unknown preset")
            << QStringList{"run", "old-faithfull"} << QStringList{"old-faithfull", "old-faithful"};
        QTest::newRow("no such file") << QStringList{"run", "none.json"} << QStringList{"none.json"};
        QTest::newRow("unknown key") << QStringList{"run", "@", "--set", "policy.realshare=0.1"}
                                     << QStringList{"policy.realshare", "policy.realShare"};
        QTest::newRow("set without value")
            << QStringList{"run", "@", "--set", "seed"} << QStringList{"--set seed", "policy.realShare=0.1"};
        QTest::newRow("set out of range") << QStringList{"run", "@", "--set", "policy.realShare=1.5"}
                                          << QStringList{"policy.realShare", "1.5", "1"};
        QTest::newRow("set NaN") << QStringList{"run", "@", "--set", "policy.realShare=nan"}
                                 << QStringList{"policy.realShare", "nan"};
        QTest::newRow("negative generations") << QStringList{"run", "@", "--generations", "-1"}
                                              << QStringList{"--generations is -1.", "0 and 1000000"};
        QTest::newRow("negative seed") << QStringList{"run", "@", "--seed", "-1"}
                                       << QStringList{"--seed is -1.", "0 and 9007199254740991"};
        QTest::newRow("too many generations") << QStringList{"run", "@", "--generations", "1e18"}
                                              << QStringList{"--generations is 1e18.", "0 and 1000000"};
        QTest::newRow("a word for chains") << QStringList{"run", "@", "--chains", "many"}
                                           << QStringList{"--chains is many.", "1 and 100000"};
        QTest::newRow("cuda") << QStringList{"run", "@", "--device", "cuda:0"}
                              << QStringList{"cuda:0", "CPU only"};
        QTest::newRow("no device") << QStringList{"run", "@", "--device", "tpu"}
                                   << QStringList{"tpu", "auto, cpu, cuda"};
        QTest::newRow("resume what") << QStringList{"run", "@", "--resume"}
                                     << QStringList{"--resume", "--out"};
        QTest::newRow("show a session")
            << QStringList{"show", "s.hareloom"} << QStringList{"s.hareloom", "--resume"};
    }

    void usage()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QStringList, says);
        const QTemporaryDir folder;
        arguments.replaceInStrings("@", shortExperiment(folder));
        expectRefusal(cli(arguments), says);
    }

    void aCommandLineThatIsNoneIsRefused()
    {
        for (const QStringList& arguments : {QStringList{},
                                             {"dance"},
                                             {"run"},
                                             {"run", "@", "--fast"},
                                             {"samples", "s.hareloom"},
                                             {"metrics", "s.hareloom", "--format", "xls"},
                                             {"run", "@", "--threads", "-1"}}) {
            const Outcome outcome = cli(arguments);
            QCOMPARE(outcome.status, 2);
            QVERIFY2(outcome.err.contains("--help"), qPrintable(outcome.err));
        }
    }

    void sessions_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QStringList>("says");
        QTest::newRow("missing") << "missing" << QStringList{"no such file"};
        QTest::newRow("text") << "text" << QStringList{"not a Hareloom session"};
        QTest::newRow("another program's") << "foreign" << QStringList{"another program"};
        QTest::newRow("newer") << "newer" << QStringList{"newer Hareloom", "update"};
        QTest::newRow("truncated") << "truncated" << QStringList{"cut short"};
    }

    void sessions()
    {
        QFETCH(QString, kind);
        QFETCH(QStringList, says);
        const QTemporaryDir folder;
        const QString path = session(folder);
        if (kind == "missing")
            QFile::remove(path);
        else if (kind == "text")
            written(folder, "s.hareloom", QByteArray("not a session\n").repeated(20));
        else if (kind == "foreign")
            change(path, "PRAGMA application_id = 5");
        else if (kind == "newer")
            change(path, "PRAGMA user_version = 99");
        else if (kind == "truncated")
            QVERIFY(QFile::resize(path, QFileInfo(path).size() / 2));
        says << path;
        for (const QStringList& command : {QStringList{"metrics", path},
                                           {"verify", path},
                                           {"run", path, "--resume"},
                                           {"samples", path, "--generation", "0"}})
            expectRefusal(cli(command), says);
    }

    void aReadOnlySessionIsReadButNotResumed()
    {
        const QTemporaryDir folder;
        const QString path = session(folder);
        const QString program = folder.filePath("hareloom-cli"); // where a user without rights reaches it
        QVERIFY(QFile::copy(HARELOOM_CLI, program));
        QCOMPARE(::chmod(folder.path().toUtf8().constData(), 0555), 0);
        QCOMPARE(::chmod(path.toUtf8().constData(), 0444), 0);
        QCOMPARE(::chmod(program.toUtf8().constData(), 0555), 0);
        const auto asNobody = [&program](const QStringList& arguments) {
            QProcess process;
            // File permissions do not bind root.
            process.setChildProcessModifier([] {
                if (::geteuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0))
                    ::_exit(99);
            });
            process.start(program, arguments);
            return outcomeOf(process);
        };
        expectRefusal(asNobody({"run", path, "--resume"}), {path, "read-only"});
        const Outcome metrics = asNobody({"metrics", path});
        QVERIFY2(metrics.status == 0, qPrintable(metrics.err));
        QCOMPARE(asNobody({"verify", path}).status, 0);
        const Outcome denied =
            asNobody({"run", "old-faithful", "--generations", "1", "--out", folder.filePath("new.hareloom")});
        QCOMPARE(denied.status, 1);
        QVERIFY2(denied.err.contains("new.hareloom"), qPrintable(denied.err));
        QCOMPARE(::chmod(folder.path().toUtf8().constData(), 0755), 0);
    }

    void nothingIsOverwritten()
    {
        const QTemporaryDir folder;
        const QString path = session(folder);
        const QString before = metricsOf(path);
        expectRefusal(cli({"run", shortExperiment(folder), "--out", path}), {path, "--resume"});
        expectRefusal(cli({"run", shortExperiment(folder), "--seed", "8", "--out", path, "--resume"}),
                      {path, "another experiment"});
        expectRefusal(cli({"run", path}), {path, "--resume"});
        expectRefusal(cli({"run", path, "--resume", "--seed", "8"}), {path, "cannot be changed"});
        expectRefusal(cli({"run", shortExperiment(folder), "--out", shortExperiment(folder)}),
                      {"short.json", "not overwritten"});
        QCOMPARE(metricsOf(path), before);
    }

    void anOutThatIsNoFileIsNamed()
    {
        const QTemporaryDir folder;
        expectRefusal(cli({"run", shortExperiment(folder), "--out", folder.path()}),
                      {"--out", folder.path(), "this is a folder", "run.hareloom"});
        const QString missing = folder.filePath("there/is/none");
        expectRefusal(cli({"run", shortExperiment(folder), "--out", missing + "/a.hareloom"}),
                      {"--out", "there is no folder " + missing});
        QVERIFY(!QFileInfo::exists(missing));
        const QString file = shortExperiment(folder);
        expectRefusal(cli({"corpus", "make", "--out", file}), {file, "this is a file"});
        expectRefusal(cli({"corpus", "make", "--out", file + "/in"}), {file, "this is a file"});
    }

    void aDamagedSessionFailsItsVerification()
    {
        const QTemporaryDir folder;
        const QString path = session(folder);
        change(path, "UPDATE blocks SET body = body || x'00' WHERE place = 1 << 32");
        const Outcome verified = cli({"verify", path});
        QCOMPARE(verified.status, 1);
        QVERIFY2(verified.out.contains("chain 1, generation 0 to 20: it is not what was written"), qPrintable(verified.out));
    }
};

HARELOOM_TEST(RefusalsTest)
#include "RefusalsTest.moc"
