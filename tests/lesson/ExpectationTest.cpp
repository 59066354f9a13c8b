// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson/ExpectationLesson.h"
#include "core/lesson/Judge.h"
#include "core/lesson/LessonRun.h"
#include "core/recipe/Presets.h"
#include "tests/TestProgram.h"

#include <QtTest>

using namespace hareloom;

class ExpectationTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyPresetCanBeExpected_data()
    {
        QTest::addColumn<QByteArray>("id");
        for (const Preset& preset : presets())
            QTest::newRow(std::string(preset.id).c_str()) << QByteArray::fromStdString(std::string(preset.id));
    }
    void everyPresetCanBeExpected()
    {
        QFETCH(QByteArray, id);
        const auto lesson = expectationLesson(*loadPreset(id.toStdString()));
        if (!lesson) { // only where it is too long for a lesson
            QVERIFY2(lesson.error().message.find("generations") != std::string::npos, lesson.error().message.c_str());
            return;
        }
        QVERIFY(lesson->steps.size() >= 3);
        for (const LessonStep& step : lesson->steps)
            QVERIFY(!step.ask || step.ask->options.size() == 4);
    }

    void exactlyOneOptionIsRightAndItIsWhatHappened_data()
    {
        QTest::addColumn<double>("lambda");
        QTest::addColumn<QByteArray>("right");
        // Of 100,000 rows the variance is lambda^2 of what it was, within a few thousandths.
        QTest::newRow("most") << 0.5 << QByteArray("most");
        QTest::newRow("some") << 0.8 << QByteArray("some");
        QTest::newRow("stays") << 1.0 << QByteArray("stays");
        QTest::newRow("rises") << 1.2 << QByteArray("rises");
    }
    void exactlyOneOptionIsRightAndItIsWhatHappened()
    {
        QFETCH(double, lambda);
        QFETCH(QByteArray, right);
        Experiment experiment;
        experiment.title = "Any";
        experiment.family = "gaussian";
        experiment.samples.size = 100'000;
        experiment.generations = 2;
        experiment.policy.lambda = lambda;
        experiment.evaluation.metrics = {"variance"};
        const auto lesson = expectationLesson(experiment);
        QVERIFY2(lesson, lesson ? "" : lesson.error().message.c_str());
        LessonRun run(*lesson, experiment.seed);
        QVERIFY(run.runAll({}));
        const LessonStep& asked = *lesson->findStep("ask0");
        const LessonPrediction outcome = outcomeOf(asked, run.findings());
        QCOMPARE(outcome.options, std::vector<std::string>{right.toStdString()});
        const Judgement judged = judge(asked, outcome, run.findings());
        QVERIFY(judged.isRight && *judged.isRight);
    }

    void whatCannotBeExpectedIsRefusedInASentence()
    {
        Experiment experiment = *loadPreset("gaussian-replace");
        experiment.generations = 0;
        QVERIFY(!expectationLesson(experiment));
        experiment.generations = 5;
        experiment.evaluation.metrics = {"mean"};
        const auto none = expectationLesson(experiment);
        QVERIFY(!none && none.error().message.ends_with('.'));
    }
};

HARELOOM_TEST(ExpectationTest)
#include "ExpectationTest.moc"
