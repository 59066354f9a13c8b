// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson/LessonReader.h"
#include "tests/TestProgram.h"
#include "tests/ui/LessonBench.h"
#include "ui/gallery/Gallery.h"
#include "ui/lesson/AnswersFile.h"
#include "ui/lesson/LessonRuns.h"
#include "ui/lesson/QuestionView.h"
#include "ui/playback/GenerationCursor.h"
#include "ui/vitals/VitalsColumn.h"
#include "ui/window/Actions.h"

#include <QLineEdit>
#include <QPushButton>
#include <QtTest>

#include <algorithm>

using namespace hareloom;
using namespace hareloom::ui;

namespace {

constexpr int kPatience = 60'000; // a run of a quick family on a busy machine

} // namespace

/// Who leaves a lesson and comes back to it, and who goes back in one.
class LessonReturnTest : public QObject, private fixtures::LessonBench
{
    Q_OBJECT

    LabSession& session() { return m_window->session(); }

    void press(QPushButton* button)
    {
        QTRY_VERIFY_WITH_TIMEOUT(button->isEnabled() && button->isVisible(), kPatience);
        QTest::mouseClick(button, Qt::LeftButton);
    }
    /// Skips what is asked on the way.
    void goTo(const std::string& step)
    {
        for (int i = 0; i < player().count() && player().step().id != step; ++i)
            press(player().step().ask && panel().skipButton()->isVisible() ? panel().skipButton()
                                                                           : panel().nextButton());
        QCOMPARE(player().step().id, step);
    }
    Gallery& gallery()
    {
        m_window->showGallery();
        return *m_window->findChild<Gallery*>();
    }

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }

    void itsRunIsTakenUp_data()
    {
        QTest::addColumn<QString>("id");
        for (const std::string& id : shippedLessons())
            QTest::newRow(id.c_str()) << QString::fromStdString(id);
    }
    // What was made is there at once, and is not made a second time.
    void itsRunIsTakenUp()
    {
        QFETCH(QString, id);
        for (const LessonExperiment& each : findLesson(id.toStdString())->experiments)
            if (each.experiment.family == "image" && !HARELOOM_HAS_TORCH)
                return; // nobody can play it here
        QVERIFY(lessons().start(id));
        QTRY_VERIFY_WITH_TIMEOUT(session().history().size() > 0, 3 * kPatience);
        session().stop();
        QTRY_VERIFY_WITH_TIMEOUT(!session().isRunning(), kPatience);
        const std::size_t made = session().history().size();
        const double measured = session().history().at(0, 0)->metrics.front().value;
        makeWindow();
        QVERIFY(session().history().isEmpty());
        QVERIFY(lessons().start(id));
        QVERIFY(session().history().size() >= made);
        QCOMPARE(session().history().at(0, 0)->metrics.front().value, measured);
        QVERIFY(session().isRunning() || session().state() == RunState::Finished); // and goes on
    }

    void aFinishedRunIsNotRecordedTwice()
    {
        QVERIFY(lessons().start(QStringLiteral("early-and-late")));
        QTRY_VERIFY_WITH_TIMEOUT(session().state() == RunState::Finished, kPatience);
        const QString path = session().recordingPath();
        makeWindow();
        QVERIFY(lessons().start(QStringLiteral("early-and-late")));
        QCOMPARE(session().recordingPath(), path);
        QCOMPARE(session().state(), RunState::Finished);
        QTRY_VERIFY_WITH_TIMEOUT(panel().nextButton()->isEnabled(), kPatience);
    }

    void anotherRunIsNotTakenForIt()
    {
        QVERIFY(lessons().start(QStringLiteral("early-and-late")));
        QTRY_VERIFY_WITH_TIMEOUT(session().state() == RunState::Finished, kPatience);
        rememberLessonRun("only-what-is-drawn", "beetles", session().recordingPath());
        makeWindow();
        QVERIFY(lessons().start(QStringLiteral("only-what-is-drawn")));
        QCOMPARE(session().experiment().title,
                 findLesson("only-what-is-drawn")->experiments[0].experiment.title);
        QFile::remove(lessonRun("early-and-late", "words")); // a file that is gone is no obstacle
        QVERIFY(lessons().start(QStringLiteral("early-and-late")));
        QTRY_VERIFY_WITH_TIMEOUT(session().state() == RunState::Finished, kPatience);
    }

    void theFirstScreenOffersIt()
    {
        QVERIFY(!gallery().goOnButton()->isVisible());
        m_window->showLaboratory();
        QVERIFY(lessons().start(QStringLiteral("who-disappears"))); // not among the first cards
        press(panel().nextButton());
        const std::string step = player().step().id;
        makeWindow();
        QPushButton* offer = gallery().goOnButton();
        QVERIFY(offer->isVisible());
        QVERIFY2(offer->text().contains(QStringLiteral("Who disappears?")), qPrintable(offer->text()));
        QTest::mouseClick(offer, Qt::LeftButton);
        QVERIFY(lessons().isOn());
        QCOMPARE(player().step().id, step);
        goTo(player().lesson().steps.back().id);
        press(panel().nextButton());
        QVERIFY(player().isFinished());
        QVERIFY(!gallery().goOnButton()->isVisible());
    }

    void beginningAgainIsNotBegun()
    {
        QVERIFY(lessons().start(QStringLiteral("early-and-late")));
        goTo(player().lesson().steps.back().id);
        press(panel().nextButton());
        QVERIFY(player().isFinished());
        press(panel().backButton()); // Begin again
        QCOMPARE(player().index(), 0);
        lessons().leave();
        const QString foot = gallery().lesson("early-and-late")->face().foot;
        QVERIFY2(foot.contains("minutes") && !foot.contains("Begun"), qPrintable(foot));
    }

    // Once its outcome was shown, the way back leads to the answer, and to no other.
    void anAnswerIsFixedOnceItsOutcomeIsShown()
    {
        QVERIFY(lessons().start(QStringLiteral("early-and-late")));
        goTo("reject");
        QTest::keyClick(panel().question()->first(), Qt::Key_Right);
        press(panel().nextButton());
        const LessonPrediction given = player().answers().find("reject")->prediction;
        QVERIFY(!given.isEmpty());
        press(panel().backButton());
        QVERIFY(!panel().question()->isEnabled());
        QVERIFY(!panel().skipButton()->isVisible());
        QVERIFY(!player().answer({{}, {50}}));
        player().skip();
        QCOMPARE(player().answers().find("reject")->prediction, given);
        QCOMPARE(panel().nextButton()->text(), QString("Next"));
        press(panel().nextButton());
        QCOMPARE(player().step().reveal, std::string("reject"));
    }

    // The winner is seen a step before it is revealed.
    void itIsFixedOnceAnyStepShowsIt()
    {
        QVERIFY(lessons().start(QStringLiteral("only-what-is-drawn")));
        goTo("winner");
        QTest::keyClick(panel().question()->first(), Qt::Key_Space);
        press(panel().nextButton());
        press(panel().backButton());
        QVERIFY(panel().question()->isEnabled()); // nothing was shown yet
        press(panel().nextButton());
        goTo("all");
        QVERIFY(player().isFixed(*player().lesson().findStep("winner")));
    }

    void hiddenVariantsAreInNoChart()
    {
        QVERIFY(lessons().start(QStringLiteral("who-disappears")));
        auto* vitals = m_window->findChild<VitalsColumn*>();
        goTo("reveal");
        QCOMPARE(vitals->chartAt(0).series->lines().size(), std::size_t(1));
        goTo("end");
        QCOMPARE(vitals->chartAt(0).series->lines().size(), std::size_t(3));
        lessons().leave();
        QCOMPARE(vitals->chartAt(0).series->lines().size(), std::size_t(3));
    }

    // The worksheet's key for a name is that of the window's run.
    void aNameHasTheDataOfItsWorksheet()
    {
        QVERIFY(lessons().start(QStringLiteral("early-and-late")));
        QVERIFY(panel().nameEdit()->isVisible());
        panel().nameEdit()->setFocus();
        QTest::keyClicks(panel().nameEdit(), QStringLiteral("Ada"));
        QTest::keyClick(panel().nameEdit(), Qt::Key_Tab);
        QCOMPARE(player().answers().name, std::string("Ada"));
        QCOMPARE(session().experiment().seed, seedFor("early-and-late", "Ada"));
        press(panel().nextButton());
        QVERIFY(!panel().nameEdit()->isVisible());
        makeWindow();
        QVERIFY(lessons().start(QStringLiteral("early-and-late")));
        QCOMPARE(session().experiment().seed, seedFor("early-and-late", "Ada"));
    }

    void tabLeadsFromTheOptionsToTheWayOn()
    {
        QVERIFY(lessons().start(QStringLiteral("copy-of-a-copy")));
        goTo("guess");
        QWidget* first = panel().question()->first();
        first->setFocus();
        QTest::keyClick(first, Qt::Key_Space);
        QTest::keyClick(first, Qt::Key_Tab);
        QVERIFY(panel().nextButton()->hasFocus());
    }

    // In front of a class, on the narrowest screen: of each lesson the steps that show most, and ask most.
    void presentedItFitsTheNarrowestScreen()
    {
        const auto shown = [](const LessonStep& step) { return step.show.size() + step.metrics.size(); };
        const auto asked = [](const LessonStep& step) { return step.ask ? 1 + step.ask->options.size() : 0; };
        for (const std::string& id : shippedLessons()) {
            const auto lesson = findLesson(id);
            for (const LessonExperiment& each : lesson->experiments)
                if (each.experiment.family == "image" && !HARELOOM_HAS_TORCH)
                    return;
            const auto& steps = lesson->steps;
            const auto fullest =
                std::max_element(steps.begin(), steps.end(),
                                 [&](const auto& a, const auto& b) { return shown(a) < shown(b); });
            const auto longest =
                std::max_element(steps.begin(), steps.end(),
                                 [&](const auto& a, const auto& b) { return asked(a) < asked(b); });
            for (const LessonStep& step : {*fullest, *longest}) {
                lessons().leave();
                session().stop();
                LessonAnswers answers;
                answers.lesson = id;
                answers.seed = seedFor(id, {});
                answers.step = step.id;
                QVERIFY(writeAnswers(answersPath(id).toStdString(), answers));
                QVERIFY(lessons().start(QString::fromStdString(id)));
                m_window->actions().presenter->setChecked(true);
                QCoreApplication::processEvents();
                m_window->resize(1024, 600);
                QCoreApplication::processEvents();
                const QString where = QString::fromStdString(id + ", " + step.id);
                QVERIFY2(m_window->minimumSizeHint().width() <= 1024,
                         qPrintable(where + QString(": %1 wide").arg(m_window->minimumSizeHint().width())));
                QVERIFY2(m_window->minimumSizeHint().height() <= 600, qPrintable(where));
                QVERIFY2(QFontInfo(panel().font()).pixelSize() > 0, qPrintable(where));
                m_window->actions().presenter->setChecked(false);
            }
        }
    }
};

HARELOOM_UI_TEST(LessonReturnTest)
#include "LessonReturnTest.moc"
