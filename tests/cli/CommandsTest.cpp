// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/TestProgram.h"
#include "tests/cli/Program.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <unistd.h>

using namespace hareloom::test;

class CommandsTest : public QObject
{
    Q_OBJECT

    static QJsonDocument json(const QStringList& arguments)
    {
        const Outcome outcome = cli(arguments);
        if (outcome.status != 0)
            qFatal("%s", qPrintable(outcome.err));
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(outcome.out.toUtf8(), &error);
        if (error.error != QJsonParseError::NoError)
            qFatal("%s", qPrintable(error.errorString()));
        return document;
    }

private Q_SLOTS:
    void helpAndVersionAreAnswered()
    {
        const Outcome help = cli({"--help"});
        QCOMPARE(help.status, 0);
        for (const char* command :
             {"run", "metrics", "samples", "presets", "show", "estimate", "info", "verify", "cite", "address", "snippet"}) {
            QVERIFY2(help.out.contains(QString("  %1 ").arg(command)), command);
            const Outcome own = cli({command, "--help"});
            QCOMPARE(own.status, 0);
            QVERIFY(!own.out.isEmpty());
        }
        QVERIFY(help.err.isEmpty());
        const Outcome version = cli({"--version"});
        QCOMPARE(version.status, 0);
        QVERIFY(version.out.startsWith("hareloom-cli "));
    }

    void citeKnowsTheProgramAndThePapersBehindAnExperiment()
    {
        const QTemporaryDir folder;
        const Outcome program = cli({"cite"});
        QCOMPARE(program.status, 0);
        QVERIFY2(program.out.startsWith("@misc{hareloom,\n"), qPrintable(program.out));
        QCOMPARE(program.out.count('@'), 1);
        const QString session = folder.filePath("s.hareloom");
        QCOMPARE(cli({"run", shortExperiment(folder), "--quiet", "--set", "policy.freshShare=0.5", "--out", session})
                     .status,
                 0);
        const Outcome cited = cli({"cite", session});
        QCOMPARE(cited.status, 0);
        QVERIFY2(cited.out.startsWith(program.out), qPrintable(cited.out));
        QVERIFY2(cited.out.contains("% Cited for: policy.freshShare\n@misc{alemohammad2023,"), qPrintable(cited.out));
        QVERIFY(cited.out.contains("@article{shumailov2024,"));
        QVERIFY(!cited.out.contains("gerstgrasser"));
        QCOMPARE(cli({"cite", "no-such-preset"}).status, 2);
    }

    void metricsHaveTablesOverTheChains()
    {
        const QTemporaryDir folder;
        const QString session = folder.filePath("s.hareloom");
        QCOMPARE(cli({"run", shortExperiment(folder), "--quiet", "--out", session}).status, 0);
        const QString plain = metricsOf(session);
        QVERIFY(plain.startsWith("chain,generation,metric,value\n"));
        QCOMPARE(cli({"metrics", session, "--table", "values"}).out, plain);
        // What --header puts above a table names the very experiment that `show` prints.
        const Outcome headed = cli({"metrics", session, "--header"});
        QVERIFY2(headed.out.startsWith("# program: Hareloom\n") && headed.out.endsWith(plain), qPrintable(headed.out));
        QVERIFY(headed.out.contains("\n# seed: 7\n"));
        const QByteArray shown = cli({"show", shortExperiment(folder)}).out.toUtf8();
        QVERIFY(headed.out.contains("\n# experimentSha256: " +
                                    QCryptographicHash::hash(shown, QCryptographicHash::Sha256).toHex() + "\n"));
        const QJsonArray rows = json({"metrics", session, "--table", "summary", "--format", "json"}).array();
        QCOMPARE(rows.size(), 2 * 21);
        QCOMPARE(rows.first().toObject()["chains"].toInt(), 3);
        const QJsonObject marks =
            json({"metrics", session, "--table", "marks", "--format", "json", "--header"}).object();
        QCOMPARE(marks["rows"].toArray().size(), 3);
        QCOMPARE(marks["about"].toObject()["seed"].toInt(), 7);
        QCOMPARE(cli({"metrics", session, "--table", "summary", "--metric", "nonsense"}).status, 2);
    }

    void trainingRowsSayWhereTheyCameFrom()
    {
        const QTemporaryDir folder;
        const QString session = folder.filePath("s.hareloom");
        QCOMPARE(cli({"run", shortExperiment(folder), "--quiet", "--set", "policy.realShare=0.1", "--out", session})
                     .status,
                 0);
        const Outcome rows = cli({"samples", session, "--generation", "2", "--chain", "1", "--training"});
        QCOMPARE(rows.status, 0);
        QVERIFY2(rows.out.startsWith("origin,generatedBy,previous,x\n"), qPrintable(rows.out.left(200)));
        QCOMPARE(rows.out.count("\nreal,,no,"), 10);
        QCOMPARE(rows.out.count("\nsynthetic,1,no,"), 90);
        const Outcome first = cli({"samples", session, "--generation", "0", "--training", "--format", "md"});
        QVERIFY2(first.out.startsWith("| origin | generatedBy | previous | x |\n"), qPrintable(first.out.left(200)));
        QCOMPARE(cli({"samples", session, "--generation", "21", "--training"}).status, 2);
    }

    // Rows that are all the same have no variance: limits as docs/metrics.md has them, and no sign of NaN.
    void dataWithoutVarianceHaveTheirLimits()
    {
        const QTemporaryDir folder;
        const Outcome run = cli({"run", shortExperiment(folder), "--set", "source.kind=points", "--set",
                                 "source.points=[[0.1], [0.1], [0.1]]", "--set",
                                 R"(evaluation.metrics=["logLikelihood", "logVariance", "varianceRatio"])", "--quiet"});
        QVERIFY2(run.status == 0, qPrintable(run.err));
        QVERIFY2(run.out.contains(QRegularExpression("logLikelihood +inf +inf")), qPrintable(run.out));
        QVERIFY2(run.out.contains(QRegularExpression("logVariance +-inf +-inf")), qPrintable(run.out));
        QVERIFY2(run.out.contains(QRegularExpression("varianceRatio +nan +nan")), qPrintable(run.out));
    }

    void sharesThatRoundAreSaidBeforeTheRun()
    {
        const QTemporaryDir folder;
        const QStringList shares{shortExperiment(folder), "--set", "samples.size=20", "--set", "policy.realShare=0.01"};
        const Outcome run = cli(QStringList("run") + shares), estimate = cli(QStringList("estimate") + shares);
        QVERIFY2(run.err.contains("Note: policy.realShare: 0.01 of the 20"), qPrintable(run.err));
        QVERIFY2(estimate.out.contains("note         policy.realShare: 0.01 of the 20"), qPrintable(estimate.out));
        QCOMPARE(json(QStringList("estimate") + shares + QStringList("--json"))["remarks"].toArray().size(), 1);
    }

    void runSaysWhatBecameOfTheMetrics()
    {
        const QTemporaryDir folder;
        const Outcome run = cli({"run", shortExperiment(folder)});
        QCOMPARE(run.status, 0);
        QVERIFY2(run.out.contains("Short (3 chains"), qPrintable(run.out));
        QVERIFY(run.out.contains("variance"));
        QVERIFY(run.out.contains("generation 20"));
        QVERIFY2(run.err.contains("63 of 63 generations"), qPrintable(run.err));
        QVERIFY(!run.err.contains('\r'));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList("short.json"));
        const Outcome quiet = cli({"run", shortExperiment(folder), "--quiet"});
        QCOMPARE(quiet.err, QString());
        QVERIFY(run.out.startsWith(quiet.out));
        QVERIFY(!quiet.out.contains("What happened"));
        QVERIFY2(run.out.contains("What happened (events of chain 0)") && run.out.contains("In short: Over 3 chains"),
                 qPrintable(run.out));
    }

    void whatHappenedIsTold()
    {
        const QTemporaryDir folder;
        const QString session = folder.filePath("told.hareloom");
        const Outcome run = cli({"run", "discrete-chain", "--seed", "3", "--chains", "1", "--out", session});
        QCOMPARE(run.status, 0);
        const QString story = run.out.section("What happened\n", 1);
        QVERIFY2(story.contains("Generation 40: only kind “sparrow” is left"), qPrintable(run.out));
        const Outcome told = cli({"tell", session});
        QCOMPARE(told.status, 0);
        QCOMPARE(told.out.section("What happened\n", 1), story);
        const auto json = QJsonDocument::fromJson(cli({"tell", session, "--json"}).out.toUtf8()).object();
        QCOMPARE(json["summary"].toArray().size(), 3);
        const QJsonObject first = json["events"].toArray().first().toObject();
        QCOMPARE(first["event"].toString(), QString("kindLost"));
        QCOMPARE(first["values"].toObject()["rows"].toInt(), 100);
        QVERIFY(!first["because"].toString().isEmpty());
        const Outcome none = cli({"tell", session, "--chain", "1"});
        QVERIFY(none.status != 0);
        QVERIFY2(none.err.contains("--chain 1") && none.err.contains("0 to 0"), qPrintable(none.err));
    }

    void progressIsReadByPrograms()
    {
        const QTemporaryDir folder;
        const Outcome run = cli({"run", shortExperiment(folder), "--progress", "json", "--set",
                                 "source.kind=twoMoons", "--set", "generations=30"});
        QCOMPARE(run.status, 0);
        QList<QJsonObject> lines;
        for (const QString& line : run.err.split('\n', Qt::SkipEmptyParts)) {
            const QJsonDocument document = QJsonDocument::fromJson(line.toUtf8());
            QVERIFY2(document.isObject(), qPrintable(line));
            lines << document.object();
        }
        QVERIFY(lines.size() >= 3);
        QCOMPARE(lines.first()["event"].toString(), QString("start"));
        QCOMPARE(lines.first()["total"].toInt(), 93);
        QCOMPARE(lines.first()["seed"].toInt(), 7);
        // The rest is counted, however fast the run is: the last generation has a line of its own.
        int finished = 0;
        for (const QJsonObject& line : lines)
            finished += line["finished"].toInt();
        QCOMPARE(finished, 93);
        QCOMPARE(lines[lines.size() - 2]["done"].toInt(), 93);
        QCOMPARE(lines.last()["event"].toString(), QString("end"));
        QCOMPARE(lines.last()["end"].toString(), QString("finished"));
        QCOMPARE(cli({"run", shortExperiment(folder), "--progress", "json", "--quiet"}).err, QString());
        QCOMPARE(cli({"run", shortExperiment(folder), "--progress", "xml"}).status, 2);
    }

    void runSaysWhyAChainEndedEarly()
    {
        const QTemporaryDir folder;
        const Outcome run = cli({"run", shortExperiment(folder), "--set", "stopWhen.metric=variance", "--set",
                                 "stopWhen.threshold=1000"});
        QCOMPARE(run.status, 0);
        QVERIFY2(run.out.contains("ended at generation 0 of 20: variance went below 1000 (and 2 more chains"),
                 qPrintable(run.out));
    }

    void runJsonHoldsEveryMetric()
    {
        const QTemporaryDir folder;
        const QString session = folder.filePath("s.hareloom");
        const QJsonObject object =
            json({"run", shortExperiment(folder), "--json", "--quiet", "--out", session}).object();
        QCOMPARE(object["end"].toString(), QString("finished"));
        QCOMPARE(object["session"].toString(), session);
        QCOMPARE(object["chains"].toArray().size(), 3);
        QCOMPARE(object["experiment"].toObject()["seed"].toInt(), 7);
        QCOMPARE(object["metrics"].toArray(), json({"metrics", session, "--format", "json"}).array());
        QCOMPARE(object["metrics"].toArray().size(), 3 * 21 * 2);
    }

    void theSameSeedGivesTheSameBytesWithAnyNumberOfThreads()
    {
        const QTemporaryDir folder;
        const QString experiment = shortExperiment(folder);
        QStringList metrics;
        for (const char* threads : {"1", "2", "2", "5"}) {
            const QString session = folder.filePath(QString("%1.hareloom").arg(metrics.size()));
            QCOMPARE(cli({"run", experiment, "--out", session, "--threads", threads}).status, 0);
            metrics << metricsOf(session);
        }
        QCOMPARE(metrics.count(metrics.front()), 4);
        QCOMPARE(metrics.front().count('\n'), 1 + 3 * 21 * 2);
        const QString other = folder.filePath("other.hareloom");
        QCOMPARE(cli({"run", experiment, "--out", other, "--seed", "8"}).status, 0);
        QVERIFY(metricsOf(other) != metrics.front());
    }

    void optionsAndSetChangeTheExperiment()
    {
        const QTemporaryDir folder;
        const QString experiment = shortExperiment(folder);
        const QJsonObject shown =
            json({"show", experiment, "--set", "samples.size=250", "--set", "policy.realShare=0.1",
                  "--generations", "3", "--chains", "2", "--seed", "9007199254740991"})
                .object();
        QCOMPARE(shown["samples"].toObject()["size"].toInt(), 250);
        QCOMPARE(shown["policy"].toObject()["realShare"].toDouble(), 0.1);
        QCOMPARE(shown["generations"].toInt(), 3);
        QCOMPARE(shown["chains"].toInt(), 2);
        QCOMPARE(shown["seed"].toInteger(), Q_INT64_C(9007199254740991));
    }

    void whatShowPrintsRunsTheSame()
    {
        const QTemporaryDir folder;
        const Outcome shown = cli({"show", "old-faithful", "--generations", "2"});
        QCOMPARE(shown.status, 0);
        const QString copy = written(folder, "copy.json", shown.out.toUtf8());
        QCOMPARE(cli({"run", copy, "--quiet"}).out,
                 cli({"run", "old-faithful", "--generations", "2", "--quiet"}).out);
    }

    void everyPresetIsListedAndShown()
    {
        const QJsonArray presets = json({"presets", "--json"}).array();
        const QString listed = cli({"presets"}).out;
        QVERIFY(presets.size() >= 8);
        for (const QJsonValue& preset : presets) {
            const QString id = preset.toObject()["id"].toString();
            QVERIFY2(listed.contains(id + ' '), qPrintable(id));
            QVERIFY2(!preset.toObject()["question"].toString().isEmpty(), qPrintable(id));
            QCOMPARE(cli({"show", id}).status, 0);
        }
    }

    void metricsAreChosenByName()
    {
        const QTemporaryDir folder;
        const QString session = folder.filePath("s.hareloom");
        QCOMPARE(cli({"run", shortExperiment(folder), "--out", session}).status, 0);
        const Outcome mean = cli({"metrics", session, "--metric", "mean"});
        QCOMPARE(mean.status, 0);
        QVERIFY(mean.out.startsWith("chain,generation,metric,value\n0,0,mean[0],"));
        QCOMPARE(mean.out.count('\n'), 1 + 3 * 21);
        const Outcome both = cli({"metrics", session, "--metric", "mean", "--metric", "variance"});
        QCOMPARE(both.out.count('\n'), 1 + 3 * 21 * 2);
        const Outcome none = cli({"metrics", session, "--metric", "riks"});
        QCOMPARE(none.status, 2);
        QVERIFY2(none.err.contains("mean[0], variance"), qPrintable(none.err));
    }

    void samplesAreTheRowsOfAGeneration()
    {
        const QTemporaryDir folder;
        const QString session = folder.filePath("s.hareloom");
        QCOMPARE(cli({"run", shortExperiment(folder), "--out", session}).status, 0);
        const Outcome csv = cli({"samples", session, "--generation", "20", "--chain", "2"});
        QCOMPARE(csv.status, 0);
        QCOMPARE(csv.out.count('\n'), 1 + 100);
        for (const QString& line : csv.out.split('\n', Qt::SkipEmptyParts).mid(1)) {
            bool isNumber = false;
            line.toDouble(&isNumber);
            QVERIFY2(isNumber, qPrintable(line));
        }
        QCOMPARE(cli({"samples", session, "--generation", "20", "--chain", "2"}).out, csv.out);
        QVERIFY(cli({"samples", session, "--generation", "20"}).out != csv.out);
        QVERIFY(cli({"samples", session, "--generation", "0", "--format", "md"}).out.startsWith("| "));
        QCOMPARE(cli({"samples", session, "--generation", "0", "--format", "txt"}).out.count('\n'), 1 + 100);
        const Outcome beyond = cli({"samples", session, "--generation", "21"});
        QCOMPARE(beyond.status, 2);
        QVERIFY2(beyond.err.contains("generations 0 to 20"), qPrintable(beyond.err));
    }

    void samplesOfCategoriesAreNames()
    {
        const QTemporaryDir folder;
        written(folder, "pets.csv", "pet\n" + QByteArray("cat\ndog\n").repeated(30));
        const QString experiment = written(folder, "pets.json", R"({"schema": 1, "family": "discrete",
            "source": {"kind": "csv", "path": "pets.csv"}, "samples": {"size": 60}, "generations": 2,
            "evaluation": {"metrics": ["survivingStates"]}})");
        const QString session = folder.filePath("s.hareloom");
        const Outcome run = cli({"run", experiment, "--out", session});
        QVERIFY2(run.status == 0, qPrintable(run.err));
        const QStringList rows =
            cli({"samples", session, "--generation", "0"}).out.split('\n', Qt::SkipEmptyParts);
        QCOMPARE(rows.front(), QString("pet"));
        QCOMPARE(rows.count("cat") + rows.count("dog"), 60);
    }

    void estimateForetellsWithoutLeavingAnything()
    {
        const QTemporaryDir folder;
        const QJsonObject small = json({"estimate", shortExperiment(folder), "--json"}).object();
        QCOMPARE(small["generations"].toInt(), 63);
        QCOMPARE(small["fittedRows"].toInt(), 6300);
        QCOMPARE(small["wholeRunMeasured"].toBool(), true);
        const QJsonObject large = json({"estimate", shortExperiment(folder), "--json", "--set",
                                        "samples.size=100000000", "--generations", "10000"})
                                      .object();
        QCOMPARE(large["wholeRunMeasured"].toBool(), false);
        QVERIFY(large["seconds"].toDouble() > 600);
        QVERIFY(cli({"estimate", shortExperiment(folder)}).out.contains("less than a second"));
        QCOMPARE(small["device"].toString(), QString("cpu"));
        const Outcome nowhere = cli({"estimate", shortExperiment(folder), "--device", "cuda"});
        QCOMPARE(nowhere.status, 2);
        QVERIFY2(nowhere.err.contains("--device cuda: "), qPrintable(nowhere.err));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList("short.json"));
    }

    void anUnknownCommandIsNamed()
    {
        for (const QStringList& words : {QStringList{"foo"}, QStringList{"lm", "foo"}}) {
            const Outcome refused = cli(words);
            QCOMPARE(refused.status, 2);
            QVERIFY2(refused.err.contains("there is no command 'foo'. The commands are "),
                     qPrintable(refused.err));
        }
        QVERIFY(!cli({"--foo"}).err.contains("no command"));
    }

    void aSettingOfAnotherFamilyIsRefused()
    {
        const Outcome refused = cli({"show", "gaussian-replace", "--set", "model.beams=3"});
        QCOMPARE(refused.status, 2);
        QVERIFY2(refused.err.contains("--set model.beams: this experiment has no use for it"),
                 qPrintable(refused.err));
        QCOMPARE(cli({"show", "gaussian-replace", "--set", "model.components=3", "--set", "family=mixture"})
                     .status,
                 0);
    }

    void aWordForANumberIsRefusedByWhatIsAllowed()
    {
        const Outcome refused = cli({"show", "church-quick", "--set", "model.warmup=abc"});
        QCOMPARE(refused.status, 2);
        QVERIFY2(
            refused.err.contains("model.warmup is \"abc\". It must be a whole number and lie between 0 and"),
            qPrintable(refused.err));
    }

    void whatCannotStayBesideASettingGoesAndIsNamed()
    {
        const Outcome shown = cli({"show", "old-faithful", "--set", "family=discrete"});
        QCOMPARE(shown.status, 0);
        QVERIFY2(shown.err.startsWith("--set family also changed: "), qPrintable(shown.err));
        for (const char* path : {"source.kind", "evaluation.metrics", "story"})
            QVERIFY2(shown.err.contains(path), qPrintable(shown.err));
        const QJsonObject experiment = QJsonDocument::fromJson(shown.out.toUtf8()).object();
        QCOMPARE(experiment["source"].toObject()["kind"].toString(), "zipf");
        QCOMPARE(experiment["story"].toString(), QString());
        QCOMPARE(cli({"show", "old-faithful", "--set", "seed=9"}).err, QString());
        QCOMPARE(cli({"show", "old-faithful", "--set", "family=mixture"}).err, QString()); // as it is
        const Outcome titled = cli({"show", "old-faithful", "--set", "title=Mine", "--set", "family=kde"});
        const QJsonObject kde = QJsonDocument::fromJson(titled.out.toUtf8()).object();
        QCOMPARE(kde["title"].toString(), "Mine");
        QVERIFY(!kde["evaluation"].toObject()["metrics"].toArray().contains("logLikelihood"));
        // What was asked for itself is never changed, but refused.
        const Outcome refused = cli({"show", "discrete-zipf", "--set", "source.kind=normal"});
        QCOMPARE(refused.status, 2);
        QVERIFY2(refused.err.contains("source.kind"), qPrintable(refused.err));
    }

    void aFileThatWasNamedFromHereIsFoundFromElsewhere()
    {
        const QTemporaryDir here, elsewhere;
        written(here, "t.csv", "a,b\n1,2\n2,3.5\n4,1\n3,3\n2.5,2\n");
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(here.path()));
        const Outcome made =
            cli({"run", "old-faithful", "--set", "source.kind=csv", "--set", "source.path=t.csv", "--set",
                 "model.components=1", "--generations", "2", "--out", "own.hareloom"});
        QVERIFY2(made.status == 0, qPrintable(made.err));
        QVERIFY(QDir::setCurrent(elsewhere.path()));
        const Outcome resumed = cli({"run", here.filePath("own.hareloom"), "--resume"});
        QVERIFY(QDir::setCurrent(before));
        QVERIFY2(resumed.status == 0, qPrintable(resumed.err));
    }

    void infoNamesVersionsAndDevices()
    {
        const QJsonObject info = json({"info", "--json"}).object();
        for (const char* key :
             {"hareloom", "compiler", "eigen", "sqlite", "processor", "cores", "samplingVersion"})
            QVERIFY2(info.contains(key), key);
        QCOMPARE(info["devices"].toArray()[0].toObject()["device"].toString(), QString("cpu"));
        const QJsonObject cuda = info["devices"].toArray()[1].toObject();
        QCOMPARE(cuda["used"].toBool(), false);
        QVERIFY(!cuda["why"].toString().isEmpty());
        QVERIFY(cli({"info"}).out.contains("device cuda"));
    }

    void verifySaysThatASessionIsSound()
    {
        const QTemporaryDir folder;
        const QString session = folder.filePath("s.hareloom");
        QCOMPARE(cli({"run", shortExperiment(folder), "--out", session}).status, 0);
        const Outcome verified = cli({"verify", session});
        QCOMPARE(verified.status, 0);
        QVERIFY2(verified.out.contains("sound. 63 of 63 generations"), qPrintable(verified.out));
    }

    void aReaderThatGoesAwayDoesNoHarm()
    {
        const QTemporaryDir folder;
        const QString session = folder.filePath("s.hareloom");
        QCOMPARE(cli({"run", shortExperiment(folder), "--out", session, "--set", "samples.size=200000",
                      "--generations", "1"})
                     .status,
                 0);
        QProcess shell;
        shell.start("/bin/bash", {"-c", "set -o pipefail; \"$0\" samples \"$1\" --generation 0 | head -n 2",
                                  HARELOOM_CLI, session});
        const Outcome outcome = outcomeOf(shell);
        QCOMPARE(outcome.status, 0);
        QCOMPARE(outcome.out.count('\n'), 2);
        QCOMPARE(outcome.err, QString());
    }

    void aFullStdoutIsAFailureSaidOnce()
    {
        const QTemporaryDir folder;
        const QString session = folder.filePath("s.hareloom");
        QCOMPARE(cli({"run", shortExperiment(folder), "--generations", "200", "--out", session}).status, 0);
        for (const QStringList& command : {QStringList{"presets"},
                                           {"metrics", session},
                                           {"metrics", session, "--format", "json"},
                                           {"samples", session, "--generation", "3"}}) {
            QProcess process;
            process.setStandardOutputFile("/dev/full");
            start(process, command);
            const Outcome outcome = outcomeOf(process);
            QCOMPARE(outcome.status, 1);
            QVERIFY(outcome.err.contains("disk full"));
            QCOMPARE(outcome.err.count('\n'), 1);
        }
    }

    void metricsOfVariantsSayWhose()
    {
        const QTemporaryDir folder;
        const QString session = folder.filePath("s.hareloom");
        const QString experiment = written(folder, "two.json", R"({"schema": 1, "title": "Two",
            "family": "gaussian", "generations": 1, "chains": 2, "evaluation": {"metrics": ["variance"]},
            "variants": [{"title": "Few, or not", "set": {"samples.size": 10}},
                         {"title": "Many", "set": {"samples.size": 1000}}]})");
        const QJsonObject run = json({"run", experiment, "--json", "--quiet", "--out", session}).object();
        const QStringList lines = metricsOf(session).split('\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 1 + 2 * 2 * 2);
        QCOMPARE(lines[0], QString("chain,generation,metric,value,variant,replicate"));
        QVERIFY2(lines[3].startsWith("1,0,variance,") && lines[3].endsWith(",\"Few, or not\",1"),
                 qPrintable(lines[3]));
        QVERIFY2(lines[5].startsWith("2,0,variance,") && lines[5].endsWith(",Many,0"), qPrintable(lines[5]));
        const QJsonArray values = json({"metrics", session, "--format", "json"}).array();
        QCOMPARE(values[6].toObject()["variant"].toString(), QString("Many"));
        QCOMPARE(values[6].toObject()["replicate"].toInt(), 1);
        QCOMPARE(run["metrics"].toArray(), values);
    }

    void noTitleReachesTheTerminalAsAnOrder()
    {
        const QTemporaryDir folder;
        const QString experiment = written(folder, "red.json",
                                           "{\"schema\": 1, \"family\": \"gaussian\", \"generations\": 1, "
                                           "\"title\": \"A\\u001b[31mB\\u009bC\\u202eD\\nE\"}");
        const Outcome run = cli({"run", experiment});
        QCOMPARE(run.status, 0);
        for (const QString& text : {run.out, run.err, cli({"estimate", experiment}).out})
            QVERIFY2(text.startsWith("A\\x1b[31mB\\u009bC\\u202eD\\nE"), qPrintable(text));
        const Outcome refused = cli({"run", "no\x1b[2Jsuch"});
        QCOMPARE(refused.status, 2);
        QVERIFY2(refused.err.contains("no\\x1b[2Jsuch"), qPrintable(refused.err));
    }
};

HARELOOM_TEST(CommandsTest)
#include "CommandsTest.moc"
