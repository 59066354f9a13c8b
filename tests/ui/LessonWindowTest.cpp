// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson/LessonReader.h"
#include "tests/TestProgram.h"
#include "tests/ui/Fixtures.h"
#include "ui/language/LanguageControl.h"
#include "ui/lesson/LessonPanel.h"
#include "ui/lesson/LessonPlayer.h"
#include "ui/lesson/PollBox.h"
#include "ui/lesson/QuestionView.h"
#include "ui/playback/GenerationCursor.h"
#include "ui/window/Actions.h"
#include "ui/window/LessonController.h"
#include "ui/window/MainWindow.h"
#include "ui/window/WindowHolder.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QtTest>

#include <cmath>

using namespace hareloom;
using namespace hareloom::ui;

namespace {

constexpr int kPatience = 60'000; // a run of a quick family on a busy machine

} // namespace

/// A lesson, and what else the window does meanwhile.
class LessonWindowTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<ThemeControl> m_themes;
    std::unique_ptr<LanguageControl> m_languages;
    std::unique_ptr<WindowHolder> m_holder;

    MainWindow& window() { return m_holder->window(); }
    LessonPanel& panel() { return window().lessons().panel(); }
    LessonPlayer& player() { return *window().lessons().player(); }

    void leaveStep()
    {
        if (player().step().ask)
            return QTest::mouseClick(panel().skipButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(panel().nextButton()->isEnabled(), kPatience);
        QTest::mouseClick(panel().nextButton(), Qt::LeftButton);
    }
    bool goToQuestion(QuestionKind kind)
    {
        for (int i = 0; i < player().count(); ++i) {
            if (player().step().ask && player().step().ask->kind == kind)
                return true;
            leaveStep();
        }
        return false;
    }

private Q_SLOTS:
    void init()
    {
        fixtures::isolate();
        m_themes = std::make_unique<ThemeControl>();
        m_languages = std::make_unique<LanguageControl>();
        m_holder = std::make_unique<WindowHolder>(*m_themes, *m_languages);
        window().resize(1024, 600);
        window().show();
        QVERIFY(QTest::qWaitForWindowActive(&window()));
    }
    void cleanup()
    {
        m_holder.reset();
        m_languages.reset();
        m_themes.reset();
    }

    void presentingKeepsTheStepsGeneration()
    {
        QVERIFY(window().lessons().start(QStringLiteral("copy-of-a-copy")));
        while (player().step().runTo.value_or(0) == 0)
            leaveStep();
        const int last = static_cast<int>(*player().step().runTo);
        QTRY_COMPARE_WITH_TIMEOUT(window().cursor().shown(), last, kPatience);
        window().actions().presentFirst->trigger();
        QTRY_VERIFY(window().isFullScreen());
        QCOMPARE(window().cursor().shown(), last);
        QTest::keyClick(&window(), Qt::Key_Escape);
        QTRY_VERIFY(!window().isFullScreen());
        QCOMPARE(window().cursor().shown(), last);
    }

    void whileThePictureIsBehindItIsSaid()
    {
        QVERIFY(window().lessons().start(QStringLiteral("copy-of-a-copy")));
        panel().setPicture(52, 200);
        const auto labels = panel().findChildren<QLabel*>();
        const auto said = std::find_if(labels.begin(), labels.end(), [](const QLabel* label) {
            return label->text() == "The picture is at generation 52 of 200.";
        });
        QVERIFY(said != labels.end());
        QVERIFY((*said)->isVisible());
        panel().setPicture(200, 200);
        QVERIFY(!(*said)->isVisible());
    }

    // Whichever step the lesson stands at before its run: no number is a question mark.
    void noNumberIsToldBeforeItsRunIsThere()
    {
        int held = 0;
        for (const std::string& id : shippedLessons()) {
            const auto lesson = findLesson(id);
            QVERIFY(lesson);
            for (const LessonStep& step : lesson->steps) {
                LessonAnswers answers;
                answers.lesson = id;
                answers.step = step.id;
                LessonPlayer fresh(*lesson, answers, QDir::temp().filePath("unwritten.json"));
                fresh.beginRun();
                const QString words = fresh.words();
                held += words.contains("The run is not finished yet");
                QVERIFY2(!words.contains(" ? "), qPrintable(words));
                // Once is enough, in the words or in place of the verdict.
                QCOMPARE((words + fresh.waitingFeedback()).count("The run is not finished yet"), 1);
            }
        }
        QVERIFY(held > 0);
    }

    void aPollFitsAndTakesTheNumberThatIsTyped()
    {
        const Lesson* most = nullptr;
        std::vector<Lesson> lessons;
        for (const std::string& id : shippedLessons())
            lessons.push_back(*findLesson(id));
        const LessonStep* step = nullptr;
        for (const Lesson& lesson : lessons)
            for (const LessonStep& each : lesson.steps)
                if (each.ask && each.ask->kind == QuestionKind::Choice &&
                    (!step || each.ask->options.size() > step->ask->options.size())) {
                    step = &each;
                    most = &lesson;
                }
        QVERIFY(step && step->ask->options.size() >= 4);
        PollBox poll(*most, *step, nullptr);
        QVERIFY2(poll.minimumSizeHint().width() < panel().width() - 40,
                 qPrintable(QString::number(poll.minimumSizeHint().width())));
        poll.show();
        QVERIFY(QTest::qWaitForWindowActive(&poll));
        QWidget* hands = poll.first();
        hands->setFocus(Qt::OtherFocusReason);
        QTRY_VERIFY(hands->hasFocus());
        QCoreApplication::processEvents();
        QTest::keyClicks(hands, QStringLiteral("12"));
        QCOMPARE(poll.counts()[0], 12);
    }

    void aBegunCurveSaysWhatItLacks()
    {
        QVERIFY(window().lessons().start(QStringLiteral("copy-of-a-copy")));
        bool found = goToQuestion(QuestionKind::DrawCurve);
        if (!found) {
            QVERIFY(window().lessons().start(QStringLiteral("only-what-is-drawn")));
            found = goToQuestion(QuestionKind::DrawCurve);
        }
        QVERIFY(found);
        QWidget* paper = panel().question()->first();
        QTest::keyClick(paper, Qt::Key_Right);
        QTest::keyClick(paper, Qt::Key_Up);
        QVERIFY(!panel().nextButton()->isEnabled());
        const auto said = [this] {
            QStringList words;
            for (const QLabel* label : panel().question()->findChildren<QLabel*>())
                words << label->text();
            return words.join(' ');
        };
        QVERIFY2(said().contains("still missing at generation 0"), qPrintable(said()));
        aBegunCurveLivesThroughAnotherLanguage();
    }

private:
    void aBegunCurveLivesThroughAnotherLanguage()
    {
        const std::string lesson = player().lesson().id, step = player().step().id;
        const LessonPrediction drawn = panel().question()->draft();
        const QSize size = window().size();
        MainWindow* const before = &window();
        m_languages->choose(QStringLiteral("zh_CN"));
        QTRY_VERIFY(&window() != before);
        QVERIFY(window().lessons().isOn());
        QCOMPARE(player().lesson().id, lesson);
        QCOMPARE(player().step().id, step);
        QCOMPARE(window().size(), size);
        const LessonPrediction now = panel().question()->draft();
        QCOMPARE(now.numbers.size(), drawn.numbers.size());
        QVERIFY(std::isnan(now.numbers[0]));
        QCOMPARE(now.numbers[1], drawn.numbers[1]);
        QVERIFY(window().cursor().count() <= static_cast<int>(player().step().runTo.value_or(0)) + 1);
    }
};

HARELOOM_UI_TEST(LessonWindowTest)
#include "LessonWindowTest.moc"
