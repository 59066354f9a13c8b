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

/// Plays with these lines as input; the input ends after them.
Outcome play(const QStringList& arguments, const QByteArray& lines)
{
    QProcess process;
    start(process, QStringList{"lesson", "play"} + arguments);
    process.write(lines);
    process.closeWriteChannel();
    return outcomeOf(process);
}

QString contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString newLesson(const QTemporaryDir& folder)
{
    const QString place = folder.filePath("mine");
    const Outcome made = cli({"lesson", "new", place});
    if (made.status != 0)
        qFatal("%s", qPrintable(made.err));
    return place;
}

void replace(const QString& path, const char* before, const char* after)
{
    QString content = contentOf(path);
    if (!content.contains(before))
        qFatal("%s is not in %s", before, qPrintable(path));
    content.replace(before, after);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content.toUtf8()) < 0)
        qFatal("cannot write %s", qPrintable(path));
}

} // namespace

class LessonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewLessonIsSoundAndPlays()
    {
        QTemporaryDir folder;
        const QString place = newLesson(folder), answers = folder.filePath("ada.answers.json");
        const Outcome checked = cli({"lesson", "check", place, "--seeds", "5"});
        QVERIFY2(checked.status == 0 && checked.out.contains("mine: sound, played for 5 seeds."),
                 qPrintable(checked.out));
        const Outcome played = play({place, "--name", "Ada", "--answers", answers}, "seven\n9\n2\n");
        QVERIFY2(played.status == 0, qPrintable(played.err));
        QVERIFY(played.out.contains("The answer is \"seven\". It must be a number and lie between 0 and 4."));
        QVERIFY(played.out.contains("The answer is \"9\". It must be a number and lie between 0 and 4."));
        QVERIFY(played.out.contains("  you:  2\n"));
        QVERIFY(played.out.contains("That was it."));
        QVERIFY(cli({"lesson", "new", place}).err.contains("exists and is not overwritten"));
    }

    void interruptedItGoesOn()
    {
        QTemporaryDir folder;
        const QString place = newLesson(folder), answers = folder.filePath("a.answers.json");
        const Outcome cut = play({place, "--answers", answers}, "");
        QCOMPARE(cut.status, 130);
        QVERIFY(cut.out.contains("--- 2 of 3 ---") && !cut.out.contains("--- 3 of 3 ---"));
        const QJsonObject kept = QJsonDocument::fromJson(contentOf(answers).toUtf8()).object();
        QCOMPARE(kept["step"].toString(), QString("guess"));
        const Outcome rest = play({place, "--answers", answers}, "2\n");
        QCOMPARE(rest.status, 0);
        QVERIFY(!rest.out.contains("--- 1 of 3 ---") && rest.out.contains("--- 2 of 3 ---"));
        const QString in = contentOf(answers);
        const Outcome again = play({place, "--answers", answers}, "");
        QVERIFY(again.status == 0 && again.out.contains("You have finished this lesson"));
        QCOMPARE(contentOf(answers), in);
        QCOMPARE(play({place, "--answers", answers, "--again"}, "1\n").status, 0);
        // The same seed: the same outcome.
        QCOMPARE(QJsonDocument::fromJson(contentOf(answers).toUtf8())
                     .object()["answers"]
                     .toArray()[0]
                     .toObject()["outcome"],
                 QJsonDocument::fromJson(in.toUtf8()).object()["answers"].toArray()[0].toObject()["outcome"]);
    }

    void aClassIsCollected()
    {
        QTemporaryDir folder;
        const QString place = newLesson(folder);
        for (const char* name : {"Ada", "Béla", "=Cid"})
            QCOMPARE(
                play({place, "--name", name, "--answers", folder.filePath(QString(name) + ".answers.json")},
                     "2\n")
                    .status,
                0);
        const Outcome all = cli({"lesson", "collect", folder.path()});
        QCOMPARE(all.status, 0);
        const QStringList rows = all.out.split('\n', Qt::SkipEmptyParts);
        QCOMPARE(rows.size(), 4);
        QCOMPARE(rows[0], QString("name,step,prediction,outcome,right,lesson,seed"));
        QVERIFY(rows[1].startsWith("'=Cid,guess,2,")); // no formula of a spreadsheet
        QVERIFY(rows[2].startsWith("Ada,guess,2,"));
        written(folder, "x.answers.json", "oops");
        const Outcome damaged = cli({"lesson", "collect", folder.path()});
        QVERIFY(damaged.status == 2 && damaged.err.contains("x.answers.json") && damaged.out == all.out);
    }

    void wordsThatNoLongerFitFail()
    {
        QTemporaryDir folder;
        const QString place = newLesson(folder);
        replace(place + "/lesson.json", "survivingStates at last < 4", "survivingStates at last > 4");
        const Outcome checked = cli({"lesson", "check", place, "--seeds", "3"});
        QCOMPARE(checked.status, 1);
        QVERIFY(checked.out.contains(
            "FAIL  claim, claims[0]: In most runs a kind is lost. [0 of 3 seeds, 3 needed]"));
        QVERIFY(checked.out.contains("its words no longer fit"));
    }

    void aStrangersLessonRunsNothing_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("bad JSON") << QByteArray("lesson.json") << QByteArray("\"minutes\": 5")
                                  << QByteArray("\"minutes\": ,");
        QTest::newRow("setting") << QByteArray("lesson.json") << QByteArray("\"size\"")
                                 << QByteArray("\"sise\"");
        QTest::newRow("HTML") << QByteArray("text.en.md") << QByteArray("My lesson")
                              << QByteArray("<iframe>");
        QTest::newRow("path") << QByteArray("lesson.json") << QByteArray(R"("kind": "categories")")
                              << QByteArray(R"("kind": "csv", "path": "../../../etc/passwd")");
    }

    void aStrangersLessonRunsNothing()
    {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QTemporaryDir folder;
        const QString place = newLesson(folder);
        replace(place + "/" + file, before, after);
        for (const char* action : {"play", "check", "worksheet"}) {
            const Outcome refused = cli({"lesson", action, place});
            QCOMPARE(refused.status, 2);
            QVERIFY2(refused.out.isEmpty() && refused.err.count('\n') == 1 && refused.err.contains(file),
                     qPrintable(refused.out + refused.err));
        }
        QVERIFY(QDir(folder.path()).entryList({"*.answers.json"}).isEmpty());
    }

    void sheetsAreWritten()
    {
        QTemporaryDir folder;
        const QString place = newLesson(folder);
        QVERIFY(cli({"lesson", "worksheet", place}).out.startsWith("<!DOCTYPE html>"));
        QVERIFY(cli({"lesson", "worksheet", place, "--notes"}).out.contains("Misconceptions"));
        QVERIFY(cli({"lesson", "worksheet", place, "--gift"}).out.contains("::My lesson, guess::"));
        const QString key = folder.filePath("key.html");
        QCOMPARE(cli({"lesson", "worksheet", place, "--key", "--seed-for", "Ada", "--out", key}).status, 0);
        QVERIFY(contentOf(key).contains("In this run") && contentOf(key).contains("Ada"));
        QCOMPARE(cli({"lesson", "worksheet", place, "--notes", "--gift"}).status, 2);
        QVERIFY(cli({"lesson", "check", place, "--seeds", "x"})
                    .err.contains("--seeds is x. It must be a whole number"));
        QVERIFY(cli({"lesson", "play", "nothing-like-it"}).err.contains("The lessons are copy-of-a-copy"));
    }

    /// Those that train networks take too long here; tests/lesson runs them.
    void everyLessonIsPlayedThrough_data()
    {
        QTest::addColumn<QString>("id");
        for (const char* id : {"copy-of-a-copy", "only-what-is-drawn", "early-and-late", "three-errors",
                               "what-prevents-it", "who-disappears"})
            QTest::newRow(id) << id;
    }

    void everyLessonIsPlayedThrough()
    {
        QFETCH(QString, id);
        QTemporaryDir folder;
        const QString answers = folder.filePath("a.answers.json");
        const Outcome skipped = play({id, "--answers", answers}, QByteArray(60, '\n'));
        QVERIFY2(skipped.status == 0 && skipped.out.contains("That was it."), qPrintable(skipped.err));
        QVERIFY(!skipped.out.contains('{') && !skipped.out.contains("?%") && !skipped.out.contains("**"));
        QByteArray guesses; // each fits some kind of question, and the others refuse it
        for (int i = 0; i < 12; ++i)
            guesses += "1\n1 2\n3 2 1\n6 5 4 3 2 1\n9 8 7 6 5\n\n";
        const Outcome guessed = play({id, "--answers", answers, "--again"}, guesses);
        QVERIFY2(guessed.status == 0 && guessed.out.contains("came true."),
                 qPrintable(guessed.out + guessed.err));
    }

    void theFirstLessonReachesItsReveal()
    {
        QTemporaryDir folder;
        const Outcome played =
            play({"copy-of-a-copy", "--answers", folder.filePath("a.answers.json")}, "1\n");
        QCOMPARE(played.status, 130); // it asks a second question
        QVERIFY(played.out.contains("Asked was: What will be left of the two clouds after 200 copies?"));
        QVERIFY(played.out.contains("Generation 200"));
        const Outcome listed = cli({"lesson", "list"});
        QVERIFY(listed.out.startsWith("copy-of-a-copy ") && listed.out.contains("what-prevents-it"));
    }
};

HARELOOM_TEST(LessonTest)
#include "LessonTest.moc"
