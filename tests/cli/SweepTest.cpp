// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/TestProgram.h"
#include "tests/cli/Program.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace hareloom::test;

namespace {

QString smallSweep(const QTemporaryDir& folder)
{
    return written(folder, "grid.json", R"({"schema": 1, "family": "gaussian", "generations": 20, "seed": 7,
        "samples": {"size": 100}, "evaluation": {"metrics": ["mean", "variance"]},
        "sweep": {"grid": {"policy.realShare": [0, 0.1], "samples.size": {"log": [10, 1000, 3]}}, "replicates": 4,
                  "summary": {"generations": ["last"], "metrics": ["variance"], "statistics": ["mean", 0.5]}}})");
}

/// Some seconds long, most of it in one chain.
QString longSweep(const QTemporaryDir& folder)
{
    return written(folder, "long.json", R"({"schema": 1, "family": "mixture", "generations": 30, "seed": 5,
        "samples": {"size": 1000}, "evaluation": {"metrics": ["variance"]}, "model": {"components": 2},
        "sweep": {"grid": {"policy.realShare": [0, 0.1, 0.2]}, "replicates": 10,
                  "also": [{"generations": 8000, "samples.size": 50}]}})");
}

QString tableOf(const QString& sweep, const QStringList& options = {})
{
    const Outcome outcome = cli(QStringList{"sweep", "collect", sweep} + options);
    if (outcome.status != 0)
        qFatal("%s", qPrintable(outcome.err));
    return outcome.out;
}

QJsonObject statusOf(const QString& sweep)
{
    return QJsonDocument::fromJson(cli({"sweep", "status", sweep, "--json"}).out.toUtf8()).object();
}

} // namespace

class SweepTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSweepIsPlannedRunAndCollected()
    {
        const QTemporaryDir folder;
        const QString file = smallSweep(folder), out = folder.filePath("grid");
        const Outcome plan = cli({"sweep", "plan", file});
        QCOMPARE(plan.status, 0);
        QCOMPARE(plan.out.section('\n', 0, 0), QString("point,id,policy.realShare,samples.size"));
        QCOMPARE(plan.out.count('\n'), 7);
        QVERIFY2(plan.err.startsWith("6 points, 24 chains; about "), qPrintable(plan.err));
        const Outcome run = cli({"sweep", "run", file, "--out", out, "-q"});
        QCOMPARE(run.status, 0);
        QVERIFY2(run.err.isEmpty(), qPrintable(run.err));
        QCOMPARE(cli({"sweep", "status", out}).out, QString("6 points, 24 chains: 24 done.\n"));
        const QString table = tableOf(out);
        QCOMPARE(table.section('\n', 0, 0),
                 QString("policy.realShare,samples.size,replicate,generation,mean[0],variance"));
        QCOMPARE(table.count('\n'), 1 + 24 * 21);
        QCOMPARE(tableOf(out, {"--summary"}).section('\n', 0, 0),
                 QString("policy.realShare,samples.size,generation,metric,chains,mean,q50"));
        QCOMPARE(tableOf(out, {"--summary"}).count('\n'), 7);
        const QString named = folder.filePath("table.csv");
        QCOMPARE(tableOf(out, {"--out", named}), QString());
        QFile written(named);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(written.readAll()), table);
    }

    /// Points and tasks in programs of their own give the table of one run.
    void whatRanWhereDoesNotMatter()
    {
        const QTemporaryDir folder;
        const QString file = smallSweep(folder), one = folder.filePath("one"), many = folder.filePath("many");
        QCOMPARE(cli({"sweep", "run", file, "--out", one, "-q"}).status, 0);
        QCOMPARE(cli({"sweep", "point", file, "5", "--out", many, "-q"}).status, 0);
        const Outcome some = cli({"sweep", "collect", many});
        QCOMPARE(some.status, 0);
        QVERIFY2(some.err.startsWith(
                     "The table is not complete. 6 points, 24 chains: 4 done, 20 missing.\n"
                     "  point 0 (policy.realShare 0, samples.size 10): 0 of 4 chains done, 4 not run yet\n"),
                 qPrintable(some.err));
        const Outcome jobs =
            cli({"sweep", "slurm", file, "--out", many, "--partition", "short", "--at-once", "2"});
        QVERIFY2(jobs.status == 0, qPrintable(jobs.err));
        QVERIFY2(jobs.out.contains("sbatch --dependency=afterany:$job "), qPrintable(jobs.out));
        const QString tasks = many + "/slurm/tasks-1.txt";
        QVERIFY(QFile::exists(many + "/slurm/tasks-1.sbatch"));
        QCOMPARE(cli({"sweep", "run", many, "--tasks", tasks, "--task", "1", "-q"}).status, 0);
        QCOMPARE(tableOf(many), tableOf(one));
        QVERIFY(cli({"sweep", "slurm", many}).out.startsWith("Nothing is missing"));
        const Outcome none = cli({"sweep", "run", many, "--tasks", tasks, "--task", "2"});
        QCOMPARE(none.status, 2);
        QVERIFY2(none.err.contains("has only 1 lines"), qPrintable(none.err));
    }

    void aKilledSweepGoesOn()
    {
        const QTemporaryDir folder;
        const QString file = longSweep(folder), whole = folder.filePath("whole"),
                      parted = folder.filePath("parted");
        QCOMPARE(cli({"sweep", "run", file, "--out", whole, "-q"}).status, 0);
        for (int i = 0; i < 8; ++i) {
            QProcess process;
            start(process, {"sweep", "run", file, "--out", parted, "-q"});
            process.waitForFinished(150 * (i + 1));
            if (i % 4 == 3)
                process.terminate();
            else
                process.kill();
            process.waitForFinished();
        }
        const Outcome rest = cli({"sweep", "run", parted, "-q"});
        QVERIFY2(rest.status == 0, qPrintable(rest.err));
        QCOMPARE(tableOf(parted), tableOf(whole));
        QVERIFY(QDir(parted + "/points").isEmpty());
    }

    void aStopIsSaidWithHowToGoOn()
    {
        const QTemporaryDir folder;
        const QString out = folder.filePath("sweep");
        QProcess process;
        start(process, {"sweep", "run", longSweep(folder), "--out", out, "-q"});
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(out + "/results/run.results-journal"), kProgramTimeout);
        process.terminate();
        const Outcome outcome = outcomeOf(process);
        QCOMPARE(outcome.status, 130);
        QVERIFY2(outcome.err.contains("of 40 chains are kept; go on with: hareloom-cli sweep run " + out),
                 qPrintable(outcome.err));
    }

    void aFailingPointIsNamedAndEndsNoOther()
    {
        const QTemporaryDir folder;
        const QString file =
            written(folder, "few.json", R"({"schema": 1, "family": "gaussian", "generations": 3,
            "source": {"kind": "points", "points": [[1], [2], [3], [4], [5]]}, "samples": {"size": 0},
            "sweep": {"grid": {"evaluation.heldOut": [0, 4, 1]}, "replicates": 2}})");
        const QString out = folder.filePath("few");
        const Outcome run = cli({"sweep", "run", file, "--out", out, "-q"});
        QCOMPARE(run.status, 1);
        QVERIFY2(run.err.startsWith("2 of 6 chains failed; why: hareloom-cli sweep status "),
                 qPrintable(run.err));
        const QJsonObject status = statusOf(out);
        QCOMPARE(status["done"].toInt(), 4);
        QCOMPARE(status["open"].toArray().size(), 1);
        const QJsonObject point = status["open"].toArray()[0].toObject();
        QCOMPARE(point["failed"].toInt(), 2);
        QVERIFY(point["reason"].toString().startsWith(
            "source: there are 5 rows, of which evaluation.heldOut sets 4"));
    }

    void aChangedSweepKeepsWhatIsThere()
    {
        const QTemporaryDir folder;
        const QString file = smallSweep(folder), out = folder.filePath("grid");
        QCOMPARE(cli({"sweep", "run", file, "--out", out, "-q"}).status, 0);
        const Outcome more = cli({"sweep", "run", file, "--chains", "6", "--out", out, "-q"});
        QCOMPARE(more.status, 0);
        QVERIFY2(more.err.contains("the sweep has changed. Results of points that it still has count; those "
                                   "of the others stay in the folder."),
                 qPrintable(more.err));
        QCOMPARE(statusOf(out)["done"].toInt(), 36);
    }

    void whatIsWrongIsSaid()
    {
        const QTemporaryDir folder;
        const QString file = smallSweep(folder), out = folder.filePath("grid");
        const auto refused = [](const QStringList& arguments, const QString& said) {
            const Outcome outcome = cli(QStringList{"sweep"} + arguments);
            QCOMPARE(outcome.status, 2);
            QVERIFY2(outcome.err.contains(said), qPrintable(outcome.err));
        };
        refused({"run", file}, "--out is missing. Name a folder");
        refused({"run", "old-faithful", "--out", out}, "The experiment has no sweep. Add one");
        refused({"run", file, "--out", folder.path()}, "the folder holds something else than a sweep");
        refused({"plan", file, "--set", "samples.size=5"}, "--set samples.size: the sweep varies it");
        refused({"plan", file, "--set", "policy.betaPrevious=0.95", "-q"},
                "cannot run: policy: realShare, freshShare");
        refused({"point", file, "6", "--out", out},
                "is no point of this sweep. Its points have the numbers 0 to 5");
        QCOMPARE(cli({"sweep", "run", file, "--out", out, "-q"}).status, 0);
        refused({"run", "zipf-exponent", "--out", out},
                "and none of its points is in this one. Name another folder.");
        refused({"status", out + "/nothing"}, "there is no sweep here");
        refused({"collect", out, "--long", "--summary"}, "excludes");
        refused({"slurm", file, "--out", out, "--minutes", "0"}, "--minutes is 0. It must be a whole number");
        refused({"slurm", file, "--out", out, "--partition", "a b; rm"},
                "--partition is a b; rm. It must be a name");
    }
};

HARELOOM_TEST(SweepTest)
#include "SweepTest.moc"
