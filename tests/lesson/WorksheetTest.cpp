// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson/Worksheet.h"
#include "core/lesson/LessonRun.h"
#include "tests/TestProgram.h"
#include "tests/lesson/Small.h"

#include <QRegularExpression>
#include <QXmlStreamReader>
#include <QtTest>

using namespace hareloom;
using namespace hareloom::test;

namespace {

/// Why it is no page that stands alone; empty when it is.
QString faultOfPage(const QString& page)
{
    if (page.contains("<script") || page.contains(" src=") || page.contains("href=") || page.contains("url("))
        return "it loads or runs something";
    QString body = page.section("<body>", 1).section("</body>", 0, 0);
    QXmlStreamReader xml("<body>" + body + "</body>");
    while (!xml.atEnd())
        xml.readNext();
    return xml.hasError() ? xml.errorString() : QString();
}

Lesson drawn()
{
    LessonFiles files = changed("/steps/1/ask", R"({"kind": "curve", "answer": "survivingStates",
        "generations": [0, 50, 100], "least": 0, "most": 4, "tolerance": 0.1})");
    return lessonOf(files);
}

} // namespace

class WorksheetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWorksheetHasNoAnswers()
    {
        const QString page = QString::fromStdString(worksheetHtml(drawn()));
        QCOMPARE(faultOfPage(page), QString());
        QVERIFY(page.contains("<svg") && !page.contains("<polyline"));
        QVERIFY(page.contains("How many kinds are left after 100 generations?"));
        QVERIFY(!page.contains("In this run") && !page.contains("In most runs a kind is lost"));
    }

    void theKeyIsThatOfTheSeed()
    {
        const Lesson lesson = drawn();
        QStringList keys;
        for (const Seed seed : {1, 2}) {
            LessonRun run(lesson, seed);
            QVERIFY(run.runAll({}).ok());
            const LessonFindings findings = run.findings();
            const LessonPrediction outcome = outcomeOf(lesson.steps[1], findings);
            const QString page =
                QString::fromStdString(worksheetHtml(lesson, {"Ada & <b>", seed, &findings}));
            QCOMPARE(faultOfPage(page), QString());
            QVERIFY(page.contains("<polyline") && page.contains("Ada &amp; &lt;b&gt;"));
            QVERIFY(page.contains(QString("In this run:</strong> %1; %2; %3")
                                      .arg(outcome.numbers[0])
                                      .arg(outcome.numbers[1])
                                      .arg(outcome.numbers[2])));
            keys << page;
        }
        QVERIFY(keys[0] != keys[1]);
    }

    void theTeachersPageHasItsParts()
    {
        const QString page = QString::fromStdString(teacherHtml(lessonOf(smallFiles())));
        QCOMPARE(faultOfPage(page), QString());
        QVERIFY(page.contains("If wrong: In your run it was .... A kind that"));
        for (const char* part :
             {"Aims", "Misconceptions", "To discuss", "Sources", "Shumailov", "10.1038/s41586"})
            QVERIFY2(page.contains(part), part);
    }

    void questionsAsGift()
    {
        LessonFiles files = changed("/steps/1/ask", R"({"kind": "choice", "options": [
            {"id": "few", "when": "survivingStates at last < 4"}, {"id": "all"}]})");
        files.text +=
            "\n## guess.few\nFewer than {four}: a=b~c#d\n\n## guess.all\nAll\n\n## guess.few.wrong\nNo\n\n"
            "## guess.all.wrong\nRare kinds go.\n";
        files.text.replace(files.text.find("{four}"), 6, "four");
        files.text.erase(files.text.find("## guess.wrong"),
                         files.text.find("## show") - files.text.find("## guess.wrong"));
        const Lesson lesson = lessonOf(files);
        LessonRun run(lesson, 1);
        QVERIFY(run.runAll({}).ok());
        const QString gift = QString::fromStdString(giftText(lesson, run.findings()));
        QVERIFY2(gift.contains("::My lesson, guess::How many kinds are left after 100 generations? {\n"
                               "=Fewer than four\\: a\\=b\\~c\\#d#Yes\\: "),
                 qPrintable(gift));
        QVERIFY(gift.contains("\n~All#Rare kinds go.\n}"));
    }

    void numbersAsGift()
    {
        const Lesson lesson = lessonOf(smallFiles());
        LessonRun run(lesson, 1);
        QVERIFY(run.runAll({}).ok());
        QVERIFY(QRegularExpression("\\{\n#\\d:0\n\\}")
                    .match(QString::fromStdString(giftText(lesson, run.findings())))
                    .hasMatch());
    }
};

HARELOOM_TEST(WorksheetTest)
#include "WorksheetTest.moc"
