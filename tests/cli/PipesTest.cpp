// SPDX-License-Identifier: GPL-3.0-or-later
// What goes through pipes, to a terminal and to names of any bytes.
#include "tests/TestProgram.h"
#include "tests/cli/Program.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <fcntl.h>
#include <pty.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace hareloom::test;

namespace {

const QByteArray kExperiment =
    R"({"schema": 1, "family": "gaussian", "generations": 3, "samples": {"size": 50}})";

/// A line of the shell, in `folder`, where $CLI is the program.
Outcome shell(const QTemporaryDir& folder, const QString& line)
{
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert("CLI", HARELOOM_CLI);
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder.path());
    process.start("/bin/bash", {"-c", line});
    if (!process.waitForStarted(kProgramTimeout))
        qFatal("bash cannot be started");
    return outcomeOf(process);
}

/// What the program shows on a terminal, which it has for all its streams.
QByteArray onTerminal(const QStringList& arguments)
{
    QByteArrayList words{HARELOOM_CLI};
    for (const QString& argument : arguments)
        words << argument.toUtf8();
    std::vector<char*> argv;
    for (QByteArray& word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);
    int terminal = -1;
    const pid_t child = ::forkpty(&terminal, nullptr, nullptr, nullptr);
    if (child == 0) {
        ::execv(argv[0], argv.data());
        ::_exit(99);
    }
    QByteArray shown;
    char some[4096];
    for (ssize_t bytes = 0; (bytes = ::read(terminal, some, sizeof some)) > 0;)
        shown.append(some, bytes);
    ::waitpid(child, nullptr, 0);
    ::close(terminal);
    return shown;
}

/// Variants and states whose names would paint, ring and compute.
QString hostileSession(const QTemporaryDir& folder)
{
    written(folder, "states.csv", "kind\n=1+1\nred\x1b[31m\n-2\n\xc3\xbc\nred\x1b[31m\n=1+1\n-2\n");
    const QString experiment =
        written(folder, "hostile.json", QByteArray(R"({"schema": 1, "title": "T\u001b[2J",
        "family": "discrete", "source": {"kind": "csv", "path": "states.csv", "columns": ["kind"]},
        "model": {}, "samples": {"size": 40}, "generations": 2, "seed": 4,
        "evaluation": {"heldOut": 0, "metrics": ["survivingStates", "entropyNats"]},
        "variants": [{"title": "=cmd|' /C calc'!A0\u0007", "set": {"policy.pool": "latest"}},
                     {"title": "all\u009b31m", "set": {"policy.pool": "all"}}]})"));
    const QString session = folder.filePath("hostile.hareloom");
    const Outcome made = cli({"run", experiment, "-q", "--out", session});
    if (made.status != 0)
        qFatal("%s", qPrintable(made.err));
    return session;
}

bool steersATerminal(const QByteArray& text)
{
    return std::any_of(text.begin(), text.end(),
                       [](char c) {
                           const auto byte = static_cast<unsigned char>(c);
                           return (byte < 0x20 && c != '\n' && c != '\r' && c != '\t') || byte == 0x7F;
                       }) ||
           text.contains("\xc2\x9b");
}

void expectRefusal(const Outcome& outcome, const QStringList& says)
{
    QCOMPARE(outcome.status, 2);
    QCOMPARE(outcome.out, QString());
    for (const QString& part : says)
        QVERIFY2(outcome.err.contains(part), qPrintable(outcome.err));
}

} // namespace

class PipesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anExperimentIsReadFromAPipe_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("dash") << "$CLI run - -q < e.json";
        QTest::newRow("pipe") << "cat e.json | $CLI run - -q";
        QTest::newRow("/dev/stdin") << "cat e.json | $CLI run /dev/stdin -q";
        QTest::newRow("a file as /dev/stdin") << "$CLI run /dev/stdin -q < e.json";
        QTest::newRow("substitution") << "$CLI run <(cat e.json) -q";
        QTest::newRow("slow writer") << "$CLI run <(sleep 2; cat e.json) -q";
        QTest::newRow("a preset") << "$CLI show old-faithful | $CLI run - --generations 1 -q";
        QTest::newRow("shown") << "$CLI show - < e.json | grep -q gaussian";
        QTest::newRow("named pipe") << "mkfifo f; (sleep 0.2; cat e.json > f) & $CLI run f -q";
    }
    void anExperimentIsReadFromAPipe()
    {
        QFETCH(QString, line);
        const QTemporaryDir folder;
        written(folder, "e.json", kExperiment);
        const Outcome outcome = shell(folder, line);
        QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
    }

    void aPipeThatGivesNothingIsRefused()
    {
        const QTemporaryDir folder;
        expectRefusal(shell(folder, "$CLI run - < /dev/null"), {"standard input", "nothing comes from here"});
        expectRefusal(shell(folder, "mkfifo f; $CLI run f"), {"f: nothing comes from here"});
        expectRefusal(shell(folder, "$CLI run /dev/zero"), {"/dev/zero: more than 64 MiB"});
        expectRefusal(shell(folder, "echo no | $CLI run -"), {"line 1", "no JSON"});
    }

    void aSessionGoesToAFileOnly_data()
    {
        QTest::addColumn<QString>("out");
        QTest::addColumn<QString>("says");
        QTest::newRow("dash") << "-"
                              << "--out -: ";
        QTest::newRow("stdout in a pipe") << "/dev/stdout | cat"
                                          << "a pipe or a device";
        QTest::newRow("substitution") << ">(cat > /dev/null)"
                                      << "a pipe or a device";
        QTest::newRow("named pipe") << "f"
                                    << "a pipe or a device";
        QTest::newRow("device") << "/dev/full"
                                << "a pipe or a device";
        QTest::newRow("memory") << ":memory:"
                                << "./:memory:";
        QTest::newRow("address") << "file:x"
                                 << "./file:x";
    }
    void aSessionGoesToAFileOnly()
    {
        QFETCH(QString, out);
        QFETCH(QString, says);
        const QTemporaryDir folder;
        written(folder, "e.json", kExperiment);
        const Outcome outcome = shell(folder, "set -o pipefail; mkfifo f; $CLI run e.json -q --out " + out);
        expectRefusal(outcome, {"--out ", says});
        QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot),
                 (QStringList{"e.json", "f"}));
    }

    void aFolderIsNoStandardOutput()
    {
        expectRefusal(cli({"corpus", "make", "--out", "-"}), {"--out -: ", "name a folder"});
        QVERIFY(!QFile::exists("-"));
    }

    void namesOfSqlitesAreFilesInAFolder()
    {
        const QTemporaryDir folder;
        written(folder, "e.json", kExperiment);
        for (const QString& name : {QString("./:memory:"), QString("./file:x?mode=memory")}) {
            const Outcome outcome =
                shell(folder, QString("$CLI run e.json -q --out '%1' && $CLI verify '%1'").arg(name));
            QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
            QVERIFY(QFile::exists(folder.filePath(name)));
        }
        QCOMPARE(shell(folder, "$CLI verify :memory:").status, 0);
    }

    void aNameMayHoldAnyBytes()
    {
        const QTemporaryDir folder;
        written(folder, "e.json", kExperiment);
        const Outcome run = shell(folder, "$CLI run e.json --json -q --out $'y\\xe4.hareloom'");
        QVERIFY2(run.status == 0, qPrintable(run.err));
        const QJsonObject result = QJsonDocument::fromJson(run.out.toUtf8()).object();
        QCOMPARE(result["session"].toString(), QString("y\\xe4.hareloom"));
        QCOMPARE(result["chains"].toArray().size(), 1);
        for (const char* command : {"verify", "metrics"}) {
            const Outcome outcome = shell(folder, QString("$CLI %1 $'y\\xe4.hareloom'").arg(command));
            QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
        }
        const Outcome list = shell(folder, "XDG_DATA_HOME=$PWD/$'\\xe4' $CLI catalogue list --json");
        QVERIFY2(list.status == 0, qPrintable(list.err));
        QVERIFY(QJsonDocument::fromJson(list.out.toUtf8())
                    .array()
                    .first()["folder"]
                    .toString()
                    .contains("\\xe4"));
        expectRefusal(shell(folder, "$CLI run e.json --set title=$'\\xe4'"), {"title", "\\xe4"});
        QCOMPARE(shell(folder, "rm $'y\\xe4.hareloom'").status, 0); // Qt would not find it
    }

    void nothingThatAFileHoldsSteersATerminal()
    {
        const QTemporaryDir folder;
        const QString session = hostileSession(folder);
        const QList<QStringList> commands{{"verify", session},
                                          {"metrics", session},
                                          {"samples", session, "--generation", "0"},
                                          {"samples", session, "--generation", "0", "--format", "txt"},
                                          {"samples", session, "--generation", "0", "--format", "md"},
                                          {"run", session, "--resume", "-q"},
                                          {"run", folder.filePath("hostile.json"), "-q"}};
        for (const QStringList& command : commands) {
            const Outcome piped = cli(command);
            QVERIFY2(piped.status == 0, qPrintable(piped.err));
            QVERIFY2(!steersATerminal(piped.out.toUtf8() + piped.err.toUtf8()),
                     qPrintable(command.join(' ')));
        }
        for (const QStringList& command :
             commands + QList<QStringList>{{"metrics", session, "--format", "json"},
                                           {"show", folder.filePath("hostile.json")}})
            QVERIFY2(!steersATerminal(onTerminal(command)), qPrintable(command.join(' ')));
    }

    void aSpreadsheetComputesNothing()
    {
        const QTemporaryDir folder;
        const QString session = hostileSession(folder);
        const QStringList rows = metricsOf(session).split('\n', Qt::SkipEmptyParts);
        QVERIFY(rows[1].endsWith(",'=cmd|' /C calc'!A0\\x07,0"));
        const QStringList states =
            cli({"samples", session, "--generation", "0"}).out.split('\n', Qt::SkipEmptyParts);
        QVERIFY(states.contains("'=1+1") && states.contains("-2") && states.contains("red\\x1b[31m"));
        QVERIFY(!states.contains("=1+1"));
    }

    void aDatabaseOfAnotherProgramIsNoSession()
    {
        const QTemporaryDir folder;
        QByteArray header("SQLite format 3");
        header.resize(4096, '\0');
        header[71] = 5; // its application id
        const QString other = written(folder, "other.db", header);
        expectRefusal(cli({"run", other}), {"other.db", "database of another program"});
        expectRefusal(cli({"run", shortExperiment(folder), "--out", other}),
                      {"no session", "not overwritten"});
    }

    void anOptionIsGivenOnce()
    {
        const QTemporaryDir folder;
        expectRefusal(cli({"run", shortExperiment(folder), "--seed", "1", "--seed", "2"}),
                      {"--seed is given more than once"});
        expectRefusal(cli({"run", shortExperiment(folder), "--seed"}), {"--seed: its value is missing"});
    }

    void whatIsSetHoldsForTheVariantThatIsChosen()
    {
        const Outcome both =
            cli({"show", "gaussian-replace", "--variant", "1", "--set", "samples.size=2000"});
        QVERIFY2(both.status == 0, qPrintable(both.err));
        const QJsonObject shown = QJsonDocument::fromJson(both.out.toUtf8()).object();
        QCOMPARE(shown["samples"]["size"].toInt(), 2000);
        QVERIFY(shown["title"].toString().endsWith(" (changed)"));
        QVERIFY(!shown.contains("variants"));
        const Outcome all = cli({"show", "gaussian-replace", "--set", "samples.size=2000"});
        QVERIFY2(all.err.contains("they differed in nothing else"), qPrintable(all.err));
    }

    void fewerThreadsDoTheSameWork()
    {
        const QTemporaryDir folder;
        const QString program = folder.filePath("hareloom-cli"), experiment = shortExperiment(folder);
        QVERIFY(QFile::copy(HARELOOM_CLI, program));
        for (const QString& path : {folder.path(), program, experiment})
            QCOMPARE(::chmod(path.toUtf8().constData(), 0755), 0);
        QProcess process;
        process.setChildProcessModifier([] { // limits do not bind root
            const rlimit one{1, 1};
            if (::setrlimit(RLIMIT_NPROC, &one) != 0 ||
                (::geteuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0)))
                ::_exit(99);
        });
        process.start(program, {"run", experiment, "-q", "--json", "--threads", "4"});
        const Outcome outcome = outcomeOf(process);
        QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
        const Outcome alone = cli({"run", experiment, "-q", "--json", "--threads", "1"});
        const auto metrics = [](const Outcome& o) {
            return QJsonDocument::fromJson(o.out.toUtf8())["metrics"];
        };
        QVERIFY(!metrics(alone).toArray().isEmpty());
        QCOMPARE(metrics(outcome), metrics(alone));
    }
};

HARELOOM_TEST(PipesTest)
#include "PipesTest.moc"
