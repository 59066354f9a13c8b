// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson/ClassAnswers.h"
#include "tests/TestProgram.h"
#include "tests/lesson/Small.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <set>

using namespace hareloom;
using namespace hareloom::test;

class AnswersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsRead()
    {
        QTemporaryDir folder;
        const std::string path = folder.filePath("a.answers.json").toStdString();
        const Lesson lesson = lessonOf(smallFiles());
        LessonAnswers answers;
        answers.lesson = "small";
        answers.name = "Zoë, =1+1";
        answers.seed = 77;
        answers.step = "show";
        answers.changed = {{"samples.size", "20"}};
        answers.put({"guess", LessonPrediction{{}, {2}}, LessonPrediction{{}, {3}}, false});
        QVERIFY(writeAnswers(path, answers).ok());
        const auto read = readAnswers(path, lesson);
        QVERIFY2(read.ok(), read ? "" : read.error().message.c_str());
        QCOMPARE(answersText(*read), answersText(answers));
        QCOMPARE(read->numbers().at("guess"), 2.0);
        const auto rows = readCollected(path);
        QVERIFY(rows.ok() && rows->size() == 1);
        QCOMPARE(rows->front().name, answers.name);
        QCOMPARE(rows->front().prediction + "/" + rows->front().outcome + "/" + rows->front().right,
                 std::string("2/3/false"));
    }

    void damageIsRefusedInASentence_data()
    {
        QTest::addColumn<QByteArray>("content");
        for (const char* content :
             {"", "[]", "{}", "oops", R"({"schema": 1, "lesson": "small", "answers": 3})",
              R"({"schema": 1, "lesson": "small", "answers": [3]})",
              R"({"schema": 1, "lesson": "other", "answers": []})",
              R"({"schema": 1, "lesson": "small", "answers": [{"step": "guess", "prediction": {"a": 1}}]})"})
            QTest::newRow(content) << QByteArray(content);
    }

    void damageIsRefusedInASentence()
    {
        QFETCH(QByteArray, content);
        QTemporaryDir folder;
        QFile file(folder.filePath("a.answers.json"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        file.close();
        const auto read = readAnswers(file.fileName().toStdString(), lessonOf(smallFiles()));
        QVERIFY(!read.ok());
        const QString refusal = QString::fromStdString(read.error().message);
        QVERIFY2(refusal.contains("a.answers.json") && !refusal.contains('\n'), qPrintable(refusal));
    }

    void answersThatCannotBeAreLeftOut()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath("a.answers.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"schema": 1, "lesson": "small", "answers": [{"step": "guess", "prediction": [99]},
                   {"step": "gone", "prediction": [1]}]})");
        file.close();
        QVERIFY(readAnswers(file.fileName().toStdString(), lessonOf(smallFiles())).value().answers.empty());
    }

    // Others' files and damaged ones lose nobody.
    void aClassIsReadFromItsFolder()
    {
        LessonFiles files = changed("/steps/1/ask", R"({"kind": "choice", "options": [
            {"id": "few", "when": "survivingStates at last < 4"}, {"id": "all"}]})");
        files.text +=
            "\n## guess.few\nFew\n\n## guess.all\nAll\n\n## guess.few.wrong\nNo\n\n## guess.all.wrong\nNo\n";
        files.text.erase(files.text.find("## guess.wrong"),
                         files.text.find("## show") - files.text.find("## guess.wrong"));
        const Lesson lesson = lessonOf(files);
        const QTemporaryDir folder;
        const auto put = [&](const char* name, const std::string& of, LessonPrediction prediction,
                             LessonPrediction outcome) {
            LessonAnswers answers;
            answers.lesson = of;
            answers.name = name;
            answers.isFinished = true;
            answers.put({"guess", std::move(prediction), std::move(outcome), true});
            QVERIFY(
                writeAnswers(folder.filePath(QString(name) + ".answers.json").toStdString(), answers).ok());
        };
        const LessonPrediction few{{"few"}, {}}, all{{"all"}, {}};
        put("ada", "small", few, few);
        put("ben", "small", few, all);
        put("cleo", "small", {}, few); // skipped
        put("dora", "another", few, few);
        QFile damaged(folder.filePath("eve.answers.json"));
        QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write("{") == 1);
        damaged.close();
        const std::string place = folder.path().toStdString();
        QCOMPARE(lessonOfClass(place).value(), std::string("small"));
        const ClassAnswers answers = readClass(place, lesson).value();
        QCOMPARE(answers.learners.size(), std::size_t(3));
        QCOMPARE(answers.problems.size(), std::size_t(2));
        QVERIFY(answers.problems[0].find("dora.answers.json") != std::string::npos);
        QVERIFY(answers.problems[0].find("another") != std::string::npos); // of which lesson it is
        QVERIFY(answers.problems[1].find("eve.answers.json") != std::string::npos);
        const auto counts = countOptions(lesson.steps[1], answers);
        QCOMPARE(counts[0].predicted, 2);
        QCOMPARE(counts[0].came, 2);
        QCOMPARE(counts[1].predicted, 0);
        QCOMPARE(counts[1].came, 1);
        QVERIFY(!readClass(folder.filePath("none").toStdString(), lesson));
    }

    void aNameHasItsOwnSeed()
    {
        QCOMPARE(seedFor("a-lesson", "Ada"), seedFor("a-lesson", " ADA "));
        QCOMPARE(seedFor("copy-of-a-copy", "Ada"), Seed(980204419)); // on every machine
        std::set<Seed> seeds;
        for (int i = 0; i < 200; ++i) {
            seeds.insert(seedFor("a-lesson", "pupil " + std::to_string(i)));
            seeds.insert(seedFor("another", "pupil " + std::to_string(i)));
        }
        QCOMPARE(seeds.size(), std::size_t(400));
        QVERIFY(*seeds.begin() >= 1 && *seeds.rbegin() <= 1'000'000'000);
    }
};

HARELOOM_TEST(AnswersTest)
#include "AnswersTest.moc"
