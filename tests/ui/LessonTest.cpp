// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson/ClassAnswers.h"
#include "core/lesson/LessonReader.h"
#include "core/lesson/LessonRun.h"
#include "tests/TestProgram.h"
#include "tests/ui/LessonBench.h"
#include "ui/export/ClassFigure.h"
#include "ui/export/MetricsCsv.h"
#include "ui/export/Report.h"
#include "ui/export/RunCharts.h"
#include "ui/gallery/Gallery.h"
#include "ui/lesson/AnswersFile.h"
#include "ui/lesson/PollBox.h"
#include "ui/lesson/QuestionView.h"
#include "ui/lesson/UnlockedSettings.h"
#include "ui/playback/GenerationCursor.h"
#include "ui/recipe/FieldControl.h"
#include "ui/stage/StageView.h"
#include "ui/vitals/VitalsColumn.h"
#include "ui/window/ClassDialog.h"
#include "ui/window/WorksheetDialog.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <set>

using namespace hareloom;
using namespace hareloom::ui;

namespace {

constexpr int kPatience = 60'000; // a run of a quick family on a busy machine

/// Answers with the keyboard alone, whatever the kind of question is.
void answerByKeys(QuestionView& view)
{
    QWidget* first = view.first();
    first->setFocus();
    if (qobject_cast<QRadioButton*>(first) || qobject_cast<QCheckBox*>(first))
        QTest::keyClick(first, Qt::Key_Space);
    else if (qobject_cast<QLineEdit*>(first))
        QTest::keyClicks(first, QStringLiteral("3"));
    else if (qobject_cast<QListWidget*>(first))
        QTest::keyClick(first, Qt::Key_Down, Qt::ControlModifier);
    else
        for (int i = 0; i < 40; ++i) { // a curve: a value at each generation; a mark: some generation
            QTest::keyClick(first, Qt::Key_Up);
            QTest::keyClick(first, Qt::Key_Right);
        }
}

} // namespace

class LessonTest : public QObject, private fixtures::LessonBench
{
    Q_OBJECT



private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }

    void everyShippedQuestionIsAnsweredByKeys()
    {
        std::set<QuestionKind> kinds;
        for (const std::string& id : shippedLessons()) {
            const auto lesson = findLesson(id);
            QVERIFY(lesson);
            for (const LessonStep& step : lesson->steps) {
                if (!step.ask)
                    continue;
                kinds.insert(step.ask->kind);
                QWidget sheet;
                std::unique_ptr<QuestionView> view(makeQuestionView(*lesson, step, 100, &sheet));
                sheet.show();
                QVERIFY(QTest::qWaitForWindowActive(&sheet));
                answerByKeys(*view);
                const LessonPrediction given = view->prediction();
                const std::string where = id + ", " + step.id;
                QVERIFY2(!given.isEmpty(), where.c_str());
                QVERIFY2(checkPrediction(*step.ask, given), where.c_str());
                std::unique_ptr<QuestionView> again(makeQuestionView(*lesson, step, 100, &sheet));
                again->show(given);
                QVERIFY2(again->prediction() == given, where.c_str());
                again->reveal(given);
                QVERIFY(!again->isEnabled());
                QVERIFY2(again->prediction() == given, where.c_str());
            }
        }
        QVERIFY(kinds.size() >= 5);
    }

    void theFirstLessonIsPlayedToItsEnd()
    {
        QVERIFY(lessons().start(QStringLiteral("copy-of-a-copy")));
        GenerationCursor& cursor = m_window->cursor();
        QVERIFY(panel().isVisible() && cursor.hidesFuture());
        QSet<QString> seen;
        while (!player().isFinished()) {
            QVERIFY2(!panel().text().contains('{'), qPrintable(panel().text()));
            seen.insert(QString::fromStdString(player().step().id));
            if (player().step().ask) {
                QVERIFY(!panel().nextButton()->isEnabled()); // nothing is expected yet
                answerByKeys(*panel().question());
            }
            QTRY_VERIFY_WITH_TIMEOUT(panel().nextButton()->isEnabled(), kPatience);
            // The stage has come as far as the step says, and no further.
            const int last = static_cast<int>(player().step().runTo.value_or(0));
            QTRY_VERIFY_WITH_TIMEOUT(cursor.count() == last + 1, kPatience);
            auto* vitals = m_window->findChild<VitalsColumn*>();
            QCOMPARE(vitals->isVisible(), !player().step().metrics.empty());
            for (int i = 0; vitals->isVisible() && i < vitals->chartCount(); ++i)
                QVERIFY(std::count(player().step().metrics.begin(), player().step().metrics.end(),
                                   vitals->chartAt(std::size_t(i)).series->metric()) == 1);
            if (player().revealed()) {
                QVERIFY(player().answerOf(*player().revealed())->isRight.has_value());
                QVERIFY(!panel().question()->isEnabled());
            }
            QTest::mouseClick(panel().nextButton(), Qt::LeftButton);
        }
        QCOMPARE(seen.size(), qsizetype(player().count()));
        QVERIFY2(panel().text().contains("predictions came true"), qPrintable(panel().text()));
        // Each question with its two answers, in the learner's words.
        for (const LessonStep& step : player().lesson().steps)
            if (step.ask)
                QVERIFY2(panel().text().contains(
                             QString::fromStdString(plainOf(player().lesson().texts[step.id + ".ask"]))),
                         step.id.c_str());
        QCOMPARE(panel().text().count("You: "), panel().text().count("This run: "));
        QVERIFY(panel().text().contains(QString::fromStdString(predictionWords(
            player().lesson(), *player().lesson().findStep(player().answers().answers.front().step),
            player().answers().answers.front().prediction))));
        lessons().leave();
        QVERIFY(!panel().isVisible() && !cursor.hidesFuture());
        QCOMPARE(cursor.count(), 201);
        QVERIFY(m_window->findChild<VitalsColumn*>()->isVisible());
    }

    void keysDoNotShowWhatIsToBePredicted()
    {
        QVERIFY(lessons().start(QStringLiteral("copy-of-a-copy")));
        QTRY_VERIFY_WITH_TIMEOUT(panel().nextButton()->isEnabled(), kPatience);
        QTRY_COMPARE(m_window->cursor().count(), 1);
        const Seed seed = m_window->session().experiment().seed;
        for (const Qt::Key key : {Qt::Key_D, Qt::Key_R, Qt::Key_E, Qt::Key_B, Qt::Key_P})
            QTest::keyClick(m_window->windowHandle(), key, Qt::ControlModifier);
        for (const Qt::Key key : {Qt::Key_N, Qt::Key_S, Qt::Key_End, Qt::Key_Escape})
            QTest::keyClick(m_window->windowHandle(), key);
        QVERIFY(lessons().isOn());
        QCOMPARE(m_window->session().experiment().seed, seed);
        QCOMPARE(m_window->cursor().count(), 1);
        // Who leaves is not played the rest.
        lessons().leave();
        QTRY_VERIFY_WITH_TIMEOUT(m_window->session().state() == RunState::Finished, kPatience);
        QVERIFY(!m_window->cursor().isMoving());
        QCOMPARE(m_window->cursor().shown(), 0);
        QVERIFY(m_window->actions().reshuffle->isEnabled());
    }

    void escapeLeavesThePresentationAndNotTheLesson()
    {
        QVERIFY(lessons().start(QStringLiteral("copy-of-a-copy")));
        m_window->actions().presenter->setChecked(true);
        QTRY_VERIFY(m_window->isFullScreen());
        QTest::keyClick(m_window->windowHandle(), Qt::Key_Escape);
        QTRY_VERIFY(!m_window->isFullScreen());
        QVERIFY(lessons().isOn() && panel().isVisible());
    }

    void aDrawnCurveStaysInItsChart()
    {
        QVERIFY(lessons().start(QStringLiteral("only-what-is-drawn")));
        while (!player().revealed() || player().revealed()->ask->kind != QuestionKind::DrawCurve) {
            if (player().step().ask)
                answerByKeys(*panel().question());
            QTRY_VERIFY_WITH_TIMEOUT(panel().nextButton()->isEnabled(), kPatience);
            QTest::mouseClick(panel().nextButton(), Qt::LeftButton);
        }
        const LessonStep& asked = *player().revealed();
        const std::vector<double> drawn = player().answerOf(asked)->prediction.numbers;
        QVERIFY(!drawn.empty());
        const auto mine = [this]() -> std::vector<double> {
            auto* vitals = m_window->findChild<VitalsColumn*>();
            for (int i = 0; i < vitals->chartCount(); ++i)
                for (const PublishedCurve& curve : vitals->chartAt(std::size_t(i)).series->published())
                    if (curve.source == "You")
                        return curve.values;
            return {};
        };
        QTRY_VERIFY(!mine().empty());
        for (std::size_t i = 0; i < drawn.size(); ++i)
            QCOMPARE(mine()[std::size_t(asked.ask->generations[i])], drawn[i]);
        QVERIFY(std::isnan(mine()[1])); // nothing was drawn there
        lessons().leave();
        QVERIFY(!mine().empty()); // the run is still on the bench
        QVERIFY(m_window->open(QStringLiteral("old-faithful")));
        QVERIFY(mine().empty());
    }

    // One file to hand in: with the session, and the same one as it goes on.
    void answersLieBesideTheSavedSession()
    {
        const QTemporaryDir folder;
        const QString session = folder.filePath("hand in.hareloom"),
                      answers = folder.filePath("hand in.answers.json");
        QVERIFY(lessons().start(QStringLiteral("copy-of-a-copy")));
        lessons().keepBeside(session);
        QVERIFY(QFile::exists(answers));
        while (!player().step().ask) {
            QTRY_VERIFY_WITH_TIMEOUT(panel().nextButton()->isEnabled(), kPatience);
            QTest::mouseClick(panel().nextButton(), Qt::LeftButton);
        }
        const std::string asked = player().step().id;
        answerByKeys(*panel().question());
        QTest::mouseClick(panel().nextButton(), Qt::LeftButton);
        const auto kept = readAnswers(answers.toStdString(), player().lesson());
        QVERIFY(kept && kept->find(asked));
        QCOMPARE(kept->find(asked)->prediction, player().answers().find(asked)->prediction);
        // After the lesson, too, as long as its run is on the bench.
        lessons().leave();
        const QString later = folder.filePath("later.hareloom");
        lessons().keepBeside(later);
        QVERIFY(QFile::exists(folder.filePath("later.answers.json")));
        QVERIFY(m_window->open(QStringLiteral("old-faithful")));
        lessons().keepBeside(folder.filePath("other.hareloom"));
        QVERIFY(!QFile::exists(folder.filePath("other.answers.json")));
    }

    // A, B, C are hands; what most choose is what the class predicts.
    void aClassIsAsked()
    {
        QVERIFY(lessons().start(QStringLiteral("copy-of-a-copy")));
        while (!player().step().ask || player().step().ask->kind != QuestionKind::Choice) {
            if (player().step().ask)
                answerByKeys(*panel().question());
            QTRY_VERIFY_WITH_TIMEOUT(panel().nextButton()->isEnabled(), kPatience);
            QTest::mouseClick(panel().nextButton(), Qt::LeftButton);
        }
        const LessonStep asked = player().step();
        QVERIFY(panel().poll() && !panel().poll()->isVisible());
        QTest::mouseClick(panel().pollButton(), Qt::LeftButton);
        QVERIFY(panel().poll()->isVisible() && !panel().pollButton()->isVisible());
        QWidget* hands = panel().poll()->first();
        QTRY_VERIFY(hands->hasFocus());
        QTest::keyClick(hands, Qt::Key_A);
        QVERIFY(panel().nextButton()->isEnabled());
        for (const Qt::Key key : {Qt::Key_B, Qt::Key_B, Qt::Key_B})
            QTest::keyClick(hands, key);
        QTest::keyClick(hands, Qt::Key_B, Qt::ShiftModifier);
        QCOMPARE(panel().poll()->counts()[0], 1);
        QCOMPARE(panel().poll()->counts()[1], 2);
        QCOMPARE(panel().question()->prediction().options,
                 (std::vector<std::string>{asked.ask->options[1].id}));
        const std::vector<int> counted = panel().poll()->counts();
        QTest::mouseClick(panel().nextButton(), Qt::LeftButton);
        while (!player().revealed() || player().revealed()->id != asked.id) {
            if (player().step().ask)
                answerByKeys(*panel().question());
            QTRY_VERIFY_WITH_TIMEOUT(panel().nextButton()->isEnabled(), kPatience);
            QTest::mouseClick(panel().nextButton(), Qt::LeftButton);
        }
        QVERIFY(panel().poll() && panel().poll()->isVisible()); // beside what came
        QCOMPARE(panel().poll()->counts(), counted);
        QTRY_VERIFY_WITH_TIMEOUT(!panel().poll()->first()->isEnabled(), kPatience);
    }

    // The curve goes where the run goes: into charts that are exported, the report and the numbers.
    void aDrawnCurveIsExported()
    {
        m_window->session().setFinished(fixtures::normalSession(9), {});
        PublishedCurve curve{"what you expected", "You", "drawn before the run", {1, std::nan(""), 0.5}};
        const ExpectedCurves expected{{"variance", curve}};
        const auto charts = RunCharts::of(m_window->session(), {}, {{}, 4, {}, Spread::Deciles, expected});
        QCOMPARE(charts->series(0).published().size(), std::size_t(1));
        QCOMPARE(charts->series(0).published().front().label, curve.label);
        QVERIFY(charts->series(1).published().empty());
        const QByteArray csv = metricsCsv(m_window->session(), {{"variance"}, {}}, expected);
        QVERIFY(csv.endsWith("0,0,variance (expected),1\n0,2,variance (expected),0.5\n"));
        QVERIFY(!metricsCsv(m_window->session(), {{"variance"}, {}}).contains("expected"));
        const ReportRequest request{m_window->session(), 0,  {0, 4, 8}, {}, theoryOf,
                                    markCollapse,        {}, expected};
        QVERIFY(makeReport(request).chartNote.contains("Diamonds: You, what you expected."));
    }

    void worksheetsAreWritten()
    {
        const QTemporaryDir folder;
        WorksheetDialog dialog("only-what-is-drawn");
        QCOMPARE(dialog.wish().lesson, std::string("only-what-is-drawn"));
        QSignalSpy saved(&dialog, &WorksheetDialog::saved);
        const auto written = [&](const char* name) {
            dialog.write(folder.filePath(name));
            if (!saved.wait(kPatience))
                return QByteArray();
            QFile file(folder.filePath(name));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        const QByteArray blank = written("sheet.pdf");
        QVERIFY(blank.startsWith("%PDF"));
        QVERIFY(written("sheet.html").contains("<svg"));
        dialog.findChild<QCheckBox*>()->setChecked(true);
        const QByteArray key = written("key.pdf");
        QVERIFY(key.startsWith("%PDF") && key.size() > blank.size());
        QVERIFY(written("key.html").contains("In this run"));
        dialog.findChildren<QCheckBox*>().last()->setChecked(true);
        QVERIFY(dialog.wish().isNotes && !dialog.wish().hasKey);
        QVERIFY(written("notes.html").contains("Misconceptions"));
    }

    void aClassIsSeenQuestionByQuestion()
    {
        const QTemporaryDir folder;
        const auto lesson = findLesson("only-what-is-drawn");
        QVERIFY(lesson.ok());
        for (int i = 0; i < 5; ++i) {
            LessonAnswers answers;
            answers.lesson = lesson->id;
            answers.isFinished = true;
            for (const LessonStep& step : lesson->steps)
                if (step.ask && step.ask->kind == QuestionKind::DrawCurve)
                    answers.put({step.id, {{}, {10, 9, 7 - 0.5 * i, 5, 3}}, {{}, {10, 8, 5, 3, 1}}, i > 2});
                else if (step.ask && !step.ask->options.empty())
                    answers.put({step.id,
                                 {{step.ask->options[i % 2].id}, {}},
                                 {{step.ask->options[0].id}, {}},
                                 i % 2 == 0});
            QVERIFY(writeAnswers(folder.filePath(QString("%1.answers.json").arg(i)).toStdString(), answers));
        }
        auto answers = readClass(folder.path().toStdString(), *lesson);
        QVERIFY(answers.ok());
        ClassDialog dialog(*lesson, *answers, lightTheme());
        dialog.QWidget::show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        QVERIFY(dialog.count() >= 2);
        QImage last;
        for (int i = 0; i < dialog.count(); ++i) {
            dialog.show(i);
            const QImage now = dialog.grab().toImage();
            QVERIFY(now != last);
            last = now;
        }
        const auto button = [&dialog](const char* words) {
            for (QPushButton* each : dialog.findChildren<QPushButton*>())
                if (each->text() == words)
                    return each;
            return static_cast<QPushButton*>(nullptr);
        };
        QVERIFY(!button("&Next")->isEnabled() && button("&Back")->isEnabled()); // at the last one
        dialog.show(0);
        QVERIFY(button("&Next")->isEnabled() && !button("&Back")->isEnabled());
        QTest::mouseClick(button("&Close"), Qt::LeftButton);
        QVERIFY(!dialog.isVisible());
        for (const LessonStep& step : lesson->steps)
            if (step.ask && step.ask->kind == QuestionKind::Choice)
                QVERIFY(classWords(*lesson, step, *answers)
                            .contains("5 of 5 learners answered, and 3 were right."));
    }

    void theCardSaysHowFarOneHasCome()
    {
        const auto foot = [this] {
            m_window->showGallery();
            const QString words = m_window->findChild<Gallery*>()->lesson("copy-of-a-copy")->face().foot;
            m_window->showLaboratory();
            return words;
        };
        const QString before = foot();
        QVERIFY(before.contains("minutes"));
        QVERIFY(lessons().start(QStringLiteral("copy-of-a-copy")));
        QTRY_VERIFY_WITH_TIMEOUT(panel().nextButton()->isEnabled(), kPatience);
        QTest::mouseClick(panel().nextButton(), Qt::LeftButton);
        lessons().leave();
        QVERIFY2(foot().startsWith("Begun"), qPrintable(foot()));
        const auto lesson = findLesson("copy-of-a-copy");
        LessonAnswers done;
        done.lesson = lesson->id;
        done.isFinished = true;
        done.answers = {{"a", {}, {}, true}, {"b", {}, {}, false}, {"c", {}, {}, {}}};
        QVERIFY(writeAnswers(answersPath(lesson->id).toStdString(), done));
        QCOMPARE(foot(), QString("✓ Done: 1 of 2 came true"));
    }

    void anUnlockedSettingIsTried()
    {
        QVERIFY(lessons().start(QStringLiteral("only-what-is-drawn")));
        while (player().step().unlock.empty()) {
            if (player().step().ask)
                answerByKeys(*panel().question());
            QTRY_VERIFY_WITH_TIMEOUT(panel().nextButton()->isEnabled(), kPatience);
            QTest::mouseClick(panel().nextButton(), Qt::LeftButton);
        }
        QTRY_VERIFY_WITH_TIMEOUT(!player().isWaiting(), kPatience);
        QVERIFY(!player().isGoalReached());
        QVERIFY(panel().settings());
        auto* share = qobject_cast<QLineEdit*>(panel().settings()->control("policy.freshShare")->editor());
        share->setFocus();
        share->selectAll();
        QTest::keyClicks(share, QStringLiteral("0.1"));
        QTest::mouseClick(panel().settings()->tryButton(), Qt::LeftButton);
        QCOMPARE(m_window->session().experiment().policy.freshShare, 0.1);
        QTRY_VERIFY_WITH_TIMEOUT(player().isGoalReached(), kPatience);
        QTRY_COMPARE(panel().nextButton()->text(), QString("Next"));
        QTest::mouseClick(panel().nextButton(), Qt::LeftButton);
        QTRY_COMPARE(m_window->session().experiment().policy.freshShare,
                     0.0); // the next step is the lesson's again
    }

    void aLessonIsPresentedWithItsPanel()
    {
        QVERIFY(lessons().start(QStringLiteral("copy-of-a-copy")));
        const int before = panel().width();
        QTest::keyClick(m_window->windowHandle(), Qt::Key_F11);
        QTRY_VERIFY(m_window->isFullScreen());
        QVERIFY(panel().isVisible() && m_window->findChild<StageView*>()->isVisible());
        QVERIFY(themeFont(TextSize::Small).pixelSize() >= 0.025 * m_window->screen()->size().height());
        QTest::keyClick(m_window->windowHandle(), Qt::Key_F11);
        QTRY_VERIFY(!m_window->isFullScreen());
        QCOMPARE(panel().width(), before);
        m_window->actions().presenter->setChecked(true);
        lessons().leave(); // nothing is presented that is not there
        QTRY_VERIFY(!m_window->isFullScreen());
        QVERIFY(!m_window->actions().presenter->isChecked());
    }

    void itGoesOnWhereItWasLeft()
    {
        QVERIFY(lessons().start(QStringLiteral("copy-of-a-copy")));
        while (!player().step().ask) {
            QTRY_VERIFY_WITH_TIMEOUT(panel().nextButton()->isEnabled(), kPatience);
            QTest::mouseClick(panel().nextButton(), Qt::LeftButton);
        }
        answerByKeys(*panel().question());
        const LessonPrediction given = panel().question()->prediction();
        const std::string asked = player().step().id;
        QTest::mouseClick(panel().nextButton(), Qt::LeftButton);
        const std::string step = player().step().id;
        m_window.reset(); // as if the program had ended
        makeWindow();
        QVERIFY(lessons().start(QStringLiteral("copy-of-a-copy")));
        QCOMPARE(player().step().id, step);
        QVERIFY(player().answers().find(asked)->prediction == given);
        QTRY_VERIFY_WITH_TIMEOUT(panel().nextButton()->isEnabled(), kPatience); // the run is there again
    }

    void anyExperimentCanBePredicted()
    {
        QVERIFY(m_window->open(QStringLiteral("old-faithful")));
        m_window->run();
        QTRY_VERIFY_WITH_TIMEOUT(m_window->session().state() == RunState::Finished, kPatience);
        const GenerationPtr before = m_window->session().history().at(0, 200);
        m_window->actions().expect->trigger();
        QVERIFY(lessons().isOn());
        QCOMPARE(m_window->session().history().at(0, 200), before); // what is there is not run again
        QCOMPARE(m_window->cursor().count(), 1);                    // and it is hidden
        QTest::mouseClick(panel().nextButton(), Qt::LeftButton);
        QVERIFY(player().step().ask);
        answerByKeys(*panel().question());
        QTest::mouseClick(panel().nextButton(), Qt::LeftButton);
        while (!player().revealed())
            QTest::mouseClick(panel().skipButton(), Qt::LeftButton);
        QTRY_COMPARE(m_window->cursor().count(), 201);
        QVERIFY(player().answerOf(*player().revealed())->isRight.has_value());
        lessons().leave();
        QCOMPARE(m_window->session().history().at(0, 200), before);
    }

    void aDamagedAnswersFileIsPutAside()
    {
        QVERIFY(lessons().start(QStringLiteral("copy-of-a-copy")));
        QTRY_VERIFY_WITH_TIMEOUT(panel().nextButton()->isEnabled(), kPatience);
        QTest::mouseClick(panel().nextButton(), Qt::LeftButton);
        lessons().leave();
        const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + "/lessons";
        const QString path = folder + "/copy-of-a-copy.answers.json";
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{") == 1);
        file.close();
        QVERIFY(lessons().start(QStringLiteral("copy-of-a-copy")));
        QCOMPARE(player().index(), 0);
        QVERIFY(QFile::exists(path + ".damaged"));
    }

    void aStrangersLessonIsRefusedInASentence()
    {
        const QTemporaryDir folder;
        QFile json(folder.filePath("lesson.json"));
        QVERIFY(json.open(QIODevice::WriteOnly));
        json.write(R"({"schema": 1, "steps": [{"id": "a", "nonsense": 3}]})");
        json.close();
        const auto before = m_window->session().experiment().title;
        QVERIFY(!lessons().start(folder.path()));
        QVERIFY(!lessons().isOn() && !panel().isVisible());
        QVERIFY2(m_window->message().endsWith('.') && !m_window->message().isEmpty(),
                 qPrintable(m_window->message()));
        QCOMPARE(m_window->session().experiment().title, before);
    }

    void anotherExperimentEndsTheLesson()
    {
        QVERIFY(lessons().start(QStringLiteral("copy-of-a-copy")));
        QVERIFY(m_window->open(QStringLiteral("discrete-chain")));
        QVERIFY(!lessons().isOn() && !panel().isVisible());
        QVERIFY(m_window->findChild<StageView*>()->isVisible());
    }
};

HARELOOM_UI_TEST(LessonTest)
#include "LessonTest.moc"
