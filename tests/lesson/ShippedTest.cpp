// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson/LessonCheck.h"
#include "core/lesson/ShownAnswers.h"
#include "core/literature/Paper.h"
#include "tests/TestProgram.h"
#include "tests/lesson/Small.h"

#include <QFile>
#include <QtTest>

#include <functional>
#include <map>
#include <string>

using namespace hareloom;
using namespace hareloom::test;

namespace {

/// How many of the seeds, from 1 on, are played here: those of a second or so. Each run is determined by its
/// seed, so that nothing here can fail by chance. `hareloom-cli lesson check` plays all that the lesson
/// states.
int seedsOf(const std::string& id)
{
    static const std::map<std::string, int> s_few = {{"three-errors", 1},
                                                     {"clothes-from-copies", 1},
                                                     {"machines-from-machines", 1},
                                                     {"copy-of-a-copy", 4},
                                                     {"only-what-is-drawn", 6},
                                                     {"what-prevents-it", 2}};
    const auto found = s_few.find(id);
    return found == s_few.end() ? 20 : found->second;
}

} // namespace

class ShippedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLessonsAreThere()
    {
        const auto ids = shippedLessons();
        QCOMPARE(QString::fromStdString(ids.front()), QString("copy-of-a-copy"));
        QCOMPARE(ids.size(), std::size_t(8));
        QVERIFY(!findLesson("no-such-lesson"));
        QVERIFY(
            QString::fromStdString(findLesson("no-such-lesson").error().message).contains("copy-of-a-copy"));
    }

    void eachHasItsRowInTheDocumentation()
    {
        QFile page(QStringLiteral(HARELOOM_SOURCE_DIR "/docs/lessons.md"));
        QVERIFY(page.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(page.readAll());
        for (const std::string& id : shippedLessons()) {
            const Lesson lesson = *findLesson(id);
            const std::string row = "| `" + id + "` | " + plainOf(lesson.texts["question"]) + " | " +
                                    std::to_string(lesson.minutes) + " |\n";
            QVERIFY2(text.contains(QString::fromStdString(row)), row.c_str());
        }
    }

    void eachFitsItsRuns_data()
    {
        QTest::addColumn<QString>("id");
        for (const std::string& id : shippedLessons())
            QTest::newRow(id.c_str()) << QString::fromStdString(id);
    }

    void eachFitsItsRuns()
    {
        QFETCH(QString, id);
        const auto lesson = findLesson(id.toStdString());
        QVERIFY2(lesson.ok(), lesson ? "" : lesson.error().message.c_str());
        for (const std::string& language : lessonLanguages(lesson->id))
            QVERIFY2(findLesson(lesson->id, language).ok(), language.c_str());
        QVERIFY(lesson->minutes >= 5 && lesson->minutes <= 12);
        QVERIFY(lesson->claims.size() >= 3 && !lesson->sources.empty());
        for (const std::string& source : lesson->sources)
            QVERIFY2(findPaper(source), source.c_str());
        for (const LessonExperiment& each : lesson->experiments)
            if (each.experiment.family == "image" && !HARELOOM_HAS_TORCH)
                return; // nobody can play it here
        const auto report = checkLesson(*lesson, seedsOf(id.toStdString()), {});
        QVERIFY2(report.ok(), report ? "" : report.error().message.c_str());
        QVERIFY(!report->lines.empty());
        for (const CheckedLine& line : report->lines)
            QVERIFY2(line.isSound(), qPrintable(QString::fromStdString(line.place + ": " + line.what) +
                                                QString(" %1 of %2").arg(line.held).arg(line.of)));
    }

    void aFalseClaimIsFound()
    {
        LessonFiles files = changed("/claims/0/holds", "\"survivingStates at last > 4\"");
        auto report = checkLesson(lessonOf(files), 3, {});
        QVERIFY(report.ok() && !report->isSound());
        files = smallFiles();
        files.text.replace(files.text.find("{left} are left"), 15, "7 are left of 4");
        report = checkLesson(lessonOf(files), 3, {});
        QVERIFY(report.ok() && !report->isSound());
        QCOMPARE(report->lines.back().what, std::string("the number 7 is neither in a claim nor a setting"));
        QVERIFY(checkLesson(lessonOf(smallFiles()), 40, {})->isSound());
    }

    void aQuestionWithoutAnAnswerIsFound()
    {
        const auto report = checkLesson(
            lessonOf(changed("/steps/1/ask/answer", "\"survivingStates at 100 / 0 * 0\"")), 2, {});
        QVERIFY(report.ok() && !report->isSound());
    }

    // By hand: each way in which a step can show it, and each in which it is hidden.
    void whatIsAskedMustNotBeShownBefore()
    {
        const auto shown = [](const std::function<void(nlohmann::json&)>& change) {
            LessonFiles files = smallFiles();
            auto json = nlohmann::json::parse(files.json);
            change(json);
            files.json = json.dump();
            return !answersShownBefore(lessonOf(files)).empty();
        };
        const auto whole = [](nlohmann::json& json) {
            json["steps"][0]["runTo"] = json["experiments"][0]["experiment"]["generations"];
            json["steps"][1]["runTo"] = 0;
            json["steps"][0]["metrics"] = {"survivingStates"};
        };
        QVERIFY(!shown([](nlohmann::json&) {}));
        QVERIFY(shown(whole));
        QVERIFY(!shown([&](nlohmann::json& json) {
            whole(json);
            json["steps"][0]["metrics"] = nlohmann::json::array();
        }));
        QVERIFY(!shown([&](nlohmann::json& json) {
            whole(json);
            json["steps"][0]["runTo"] = 3;
        }));
        QVERIFY(!shown([&](nlohmann::json& json) {
            whole(json);
            json["steps"][1]["ask"]["seen"] = true;
        }));
    }

    void aHiddenVariantIsNotShown()
    {
        const auto lesson = findLesson("who-disappears");
        QVERIFY(lesson.ok());
        const auto early = [&](std::optional<std::int64_t> variants) {
            Lesson changed = *lesson;
            for (LessonStep& step : changed.steps)
                if (step.id != "end")
                    step.variants = variants;
            return answersShownBefore(changed).size();
        };
        QCOMPARE(early(1), std::size_t(0));
        QCOMPARE(early({}), std::size_t(1)); // what is left with the detector
    }

    void noShippedQuestionIsAnsweredBefore()
    {
        for (const std::string& id : shippedLessons())
            for (const CheckedLine& line : answersShownBefore(*findLesson(id)))
                QFAIL((id + ", " + line.place + ": " + line.what).c_str());
    }

    void aGoalMustBeAWay()
    {
        auto goal = [](const char* reach) {
            LessonFiles files = changed("/steps/2/unlock", R"(["policy.freshShare"])");
            auto json = nlohmann::json::parse(files.json);
            json["steps"][2]["goal"] = {{"reach", reach}, {"solution", {{"policy.freshShare", 0.5}}}};
            files.json = json.dump();
            const auto report = checkLesson(lessonOf(files), 3, {});
            return report.ok() && report->isSound();
        };
        QVERIFY(goal("survivingStates at last = 4"));
        QVERIFY(!goal("survivingStates at last > 0")); // reached before
        QVERIFY(!goal("survivingStates at last > 4")); // never
    }

    void aGoalMayWaitForTheRun()
    {
        LessonFiles files = changed("/steps/2/goal", R"({"reach": "survivingStates < 4"})");
        QVERIFY(checkLesson(lessonOf(files), 3, {})->isSound());
        files = changed("/steps/2/goal", R"({"reach": "survivingStates < 1"})");
        QVERIFY(!checkLesson(lessonOf(files), 3, {})->isSound());
    }

    void aStopIsHeard()
    {
        StopSource stop;
        stop.requestStop();
        const auto report = checkLesson(lessonOf(smallFiles()), 3, stop.token());
        QVERIFY(!report && report.error().kind == ErrorKind::Stopped);
    }
};

HARELOOM_TEST(ShippedTest)
#include "ShippedTest.moc"
