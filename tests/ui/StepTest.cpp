// SPDX-License-Identifier: GPL-3.0-or-later
// One step, slowly: its rows are those of the engine, its sentences say their numbers, and it follows mouse and keys.
#include "tests/TestProgram.h"
#include "tests/ui/Fixtures.h"
#include "tests/ui/ImageChain.h"
#include "tests/ui/StageRuns.h"
#include "tests/ui/TextChain.h"
#include "ui/mechanism/StepLoader.h"
#include "ui/mechanism/StepView.h"
#include "ui/mechanism/StepWords.h"
#include "ui/playback/GenerationCursor.h"
#include "ui/stage/StageView.h"
#include "ui/stage/TrainingCurve.h"
#include "ui/window/MainWindow.h"
#include "ui/window/MechanismController.h"

#include <QAction>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QPainter>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

using namespace hareloom;
using namespace hareloom::ui;
using namespace hareloom::ui::fixtures;

namespace {

std::vector<GenerationPtr> before(const LabSession& session, int generation)
{
    std::vector<GenerationPtr> links;
    for (int g = 0; g < generation; ++g)
        links.push_back(session.history().at(0, g));
    return links;
}

Result<SlowStep> stepTo(const LabSession& session, int generation)
{
    return StepLoader::withRows(StepLoader::outline(session, 0, generation), session.experimentOf(0), 0,
                                before(session, generation));
}

QByteArray withPolicy(const char* policy)
{
    return QByteArray(R"({"family": "gaussian", "samples": {"size": 50}, "generations": 6, "seed": 3, "policy": )") +
           policy + "}";
}

QImage painted(StageScene& scene, const SlowStep& step, double at)
{
    QImage image(640, 400, QImage::Format_RGB32);
    image.fill(lightTheme().surface);
    StepClock clock;
    clock.moveTo(at);
    SlowStep shown = step;
    clock.apply(shown, false);
    QPainter painter(&image);
    StepView::paintStep(painter, QRectF(image.rect()), scene, shown, clock, lightTheme());
    return image;
}

} // namespace

class StepTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { fixtures::isolate(); }

    void phasesFollowEachOther()
    {
        StepClock clock;
        SlowStep step;
        double last[4] = {};
        for (int i = 0; i < 2000 && !clock.isOver(); ++i) {
            clock.apply(step, false);
            const double now[] = {step.draw, step.gather, step.fit, step.fade};
            for (int phase = 0; phase < 4; ++phase) {
                QVERIFY(now[phase] >= last[phase] && now[phase] <= 1);
                QVERIFY(now[phase] == 0 || phase == 0 || now[phase - 1] == 1);
                last[phase] = now[phase];
            }
            clock.advance(0.016);
        }
        QVERIFY(clock.isOver());
        clock.apply(step, false);
        QCOMPARE(step.fade, 1.0);
        clock.back();
        QCOMPARE(clock.at(), 3.0);
        clock.back(); // has just begun
        QCOMPARE(clock.phase(), StepClock::Fit);
        clock.next();
        QCOMPARE(clock.at(), 3.0);
    }

    void withoutMovementEachPhaseIsShownAtItsEnd()
    {
        StepClock clock;
        SlowStep step;
        clock.moveTo(1.01);
        clock.apply(step, true);
        QCOMPARE(step.draw, 1.0);
        QCOMPARE(step.gather, 1.0);
        QCOMPARE(step.fit, 0.0);
    }

    // Counting is the model: the shares of these rows are the next one's probabilities.
    void theRowsOfStatesAreThoseThatWereCounted()
    {
        const StageRun run(kTenStates);
        const auto step = stepTo(run.session, 5);
        QVERIFY(step.ok());
        QCOMPARE(step->rows.drawn, 100);
        QCOMPARE(step->rows.all(), 100);
        const Vector& p = step->to->snapshot->categorical()->probabilities;
        Vector counts = Vector::Zero(p.size());
        for (Eigen::Index i = 0; i < step->rows.rows->rows(); ++i)
            counts[static_cast<Eigen::Index>((*step->rows.rows)(i, 0))] += 1;
        for (Eigen::Index k = 0; k < p.size(); ++k)
            QVERIFY(std::abs(counts[k] / 100 - p[k]) < 1e-12);
    }

    void theRowsOfABellCurveHaveTheNextOnesMean()
    {
        const StageRun run(kGaussian);
        const auto step = stepTo(run.session, 7);
        QVERIFY(step.ok());
        QVERIFY(std::abs(step->rows.rows->col(0).mean() -
                         step->to->snapshot->normalMixture()->means(0, 0)) < 1e-9);
    }

    void thePoolIsToldTruly_data()
    {
        QTest::addColumn<QByteArray>("policy");
        QTest::addColumn<int>("from");
        QTest::addColumn<QList<int>>("counts"); // drawn, kept, real, fresh
        QTest::newRow("replace") << QByteArray("{}") << 3 << QList<int>{50, 0, 0, 0};
        QTest::newRow("real") << QByteArray(R"({"realShare": 0.1})") << 3 << QList<int>{45, 0, 5, 0};
        QTest::newRow("fresh") << QByteArray(R"({"freshShare": 0.2})") << 3 << QList<int>{40, 0, 0, 10};
        QTest::newRow("accumulate") << QByteArray(R"({"pool": "all"})") << 3 << QList<int>{50, 150, 50, 0};
        QTest::newRow("control") << QByteArray(R"({"pool": "first"})") << 0 << QList<int>{50, 0, 0, 0};
    }
    void thePoolIsToldTruly()
    {
        QFETCH(QByteArray, policy);
        QFETCH(int, from);
        QFETCH(QList<int>, counts);
        const StageRun run(withPolicy(policy.constData()));
        const SlowStep outline = StepLoader::outline(run.session, 0, 4);
        const auto step = stepTo(run.session, 4);
        QVERIFY2(step.ok(), step.ok() ? "" : step.error().message.c_str());
        for (const StepRows& rows : {outline.rows, step->rows}) {
            QCOMPARE(rows.drawn, counts[0]);
            QCOMPARE(rows.kept, counts[1]);
            QCOMPARE(rows.real, counts[2]);
            QCOMPARE(rows.fresh, counts[3]);
        }
        QCOMPARE(step->from->index, from);
        std::int64_t told = 0;
        for (const OriginRun& origin : step->rows.origins)
            told += origin.rows;
        QCOMPARE(told, step->rows.rows->rows());
    }

    void withoutRowsItIsSaid()
    {
        const StageRun run(R"({"family": "gaussian", "samples": {"size": 50}, "generations": 3, "seed": 3,
                            "errors": {"statistical": false}})");
        const auto step = stepTo(run.session, 1);
        QVERIFY(!step.ok());
        QVERIFY(QString::fromStdString(step.error().message).contains("infinitely many rows"));
    }

    void sentencesHaveTheNumbers()
    {
        const StageRun run(withPolicy(R"({"realShare": 0.1})"));
        const SlowStep step = StepLoader::outline(run.session, 0, 4);
        QCOMPARE(phaseWords(StepClock::Draw, step, "rows", {}),
                 QStringLiteral("45 rows are drawn from generation 3's model; 5 real ones are kept."));
        QCOMPARE(phaseWords(StepClock::Gather, step, "rows", {}),
                 QStringLiteral(
                     "These 50 rows are all that generation 4 gets to see. 45 of them come from models."));
        QCOMPARE(phaseWords(StepClock::Fit, step, "rows", {}), QStringLiteral("A new model is fitted to them."));
    }

    // A state that nobody drew is named, and only then.
    void statesThatAreMissedAreNamed()
    {
        StageRun run(kTenStates);
        run.look(0);
        int lost = 0;
        for (int g = 1; g <= 40; ++g) {
            const SlowStep step = StepLoader::outline(run.session, 0, g);
            const QString words = run.scene.stage()->fitWords(step);
            const Vector &a = step.from->snapshot->categorical()->probabilities,
                         &b = step.to->snapshot->categorical()->probabilities;
            for (Eigen::Index k = 0; k < a.size(); ++k) {
                const bool isLost = a[k] > 0 && b[k] == 0;
                lost += isLost ? 1 : 0;
                QCOMPARE(words.contains(QRegularExpression(QStringLiteral("state %1\\b").arg(k + 1))), isLost);
            }
        }
        QVERIFY(lost > 0);
    }

    void everyStagePaintsEveryPhase_data()
    {
        QTest::addColumn<QByteArray>("experiment");
        for (const char* experiment : {kGaussian, kKde, kTwoClouds, kMoons, kTenStates, kZipf})
            QTest::newRow(experiment) << QByteArray(experiment);
    }
    void everyStagePaintsEveryPhase()
    {
        QFETCH(QByteArray, experiment);
        StageRun run(experiment);
        run.look(0);
        QVERIFY(run.scene.stage()->showsSteps());
        const auto step = stepTo(run.session, 3);
        QVERIFY(step.ok());
        QImage last;
        for (const double at : {0.0, 0.3, 0.65, 1.4, 2.4, 3.4}) {
            const QImage now = painted(run.scene, *step, at);
            QVERIFY(now != last);
            last = now;
        }
    }

    void picturesAndTextsAreShownToo()
    {
        for (const bool isText : {false, true}) {
            LabSession session;
            session.setFinished(isText ? textSession() : imageSession(), {});
            StageScene scene(session, faceOf);
            scene.setChain(0);
            QVERIFY(scene.stage()->showsSteps());
            QCOMPARE(scene.stage()->stepNeedsRows(), !isText);
            const SlowStep step = StepLoader::outline(session, 0, 2);
            QVERIFY(painted(scene, step, 0.1) != painted(scene, step, 2.6));
        }
    }

    // What was heard while a network learned, in order; what is no training is no point of it.
    void aTrainingIsHeardEpochByEpoch()
    {
        TrainingCourses courses;
        Progress progress;
        progress.chain = 2;
        progress.generation = 3;
        const auto hear = [&](int epoch, double loss, double fraction,
                              TrainingPhase phase = TrainingPhase::Only) {
            progress.fractionOfGeneration = fraction;
            progress.training = {epoch, 4, loss, 1, phase};
            courses.add(progress);
        };
        hear(1, 900, 0.2); // of a training that was stopped
        for (int i = 0; i < 8; ++i)
            hear(1 + i / 2, 300 - i, 0.1 + 0.1 * i);
        hear(4, std::nan(""), 0.95);
        hear(4, 7, 0.96, TrainingPhase::Writing);
        const TrainingCourse course = courses.of(2, 3);
        QCOMPARE(course.epochs, 4);
        QCOMPARE(course.points.size(), std::size_t(8));
        for (int i = 0; i < 8; ++i) {
            QCOMPARE(course.points[std::size_t(i)].epochs, 0.5 * (i + 1));
            QCOMPARE(course.points[std::size_t(i)].lossNats, 300.0 - i);
        }
        QVERIFY(courses.of(2, 4).points.empty() && courses.of(0, 3).points.empty());
        QCOMPARE(trainingWords(course, QStringLiteral("nats an image")),
                 QStringLiteral("Epochs of training: 4. The loss went from 300 to 293 nats an image."));
        // A long one keeps its mean, its order and its epochs.
        for (int i = 0; i < 5000; ++i)
            hear(1 + i / 1250, 100 - 0.01 * i, 0.97 + 1e-6 * i);
        const TrainingCourse longer = courses.of(2, 3);
        QVERIFY(longer.points.size() <= 408 && longer.points.size() > 100);
        for (std::size_t i = 9; i < longer.points.size(); ++i)
            QVERIFY(longer.points[i].epochs <= 4 &&
                    longer.points[i].lossNats < longer.points[i - 1].lossNats);
    }

    void aTrainingIsDrawnWhileTheModelIsFitted()
    {
        for (const bool isText : {false, true}) {
            LabSession session;
            session.setFinished(isText ? textSession() : imageSession(), {});
            StageScene scene(session, faceOf);
            scene.setChain(0);
            SlowStep step = StepLoader::outline(session, 0, 2);
            QVERIFY(step.training.points.empty()); // read from a file: nobody heard it
            const QString without = scene.stage()->fitWords(step);
            const QImage before = painted(scene, step, 1.4), fit = painted(scene, step, 2.6);
            step.training = {5, {{1, 320}, {2, 300}, {3, 290}, {4, 286}, {5, 285}}};
            QCOMPARE(painted(scene, step, 1.4), before);
            QVERIFY(painted(scene, step, 2.6) != fit);
            QVERIFY(painted(scene, step, 2.2) != painted(scene, step, 2.6));
            QVERIFY(scene.stage()->fitWords(step).startsWith(without));
            QVERIFY(scene.stage()->fitWords(step).contains(QStringLiteral("from 320 to 285 nats")));
        }
    }

    void keysLeadThroughIt()
    {
        ThemeControl themes;
        MainWindow window(themes);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const Experiment experiment = experimentOf(kTenStates);
        window.session().setFinished({experiment, collected(experiment).generations, QStringLiteral("test")}, {});
        window.cursor().show(3);
        QTest::keyClick(&window, Qt::Key_S);
        QTRY_VERIFY(window.mechanism().view());
        StepView* view = window.mechanism().view();
        QCOMPARE(view->step().to->index, 4);
        QVERIFY(view->hasFocus());
        QTest::keyClick(view, Qt::Key_Right);
        QCOMPARE(view->clock().phase(), StepClock::Gather);
        QVERIFY(view->words().contains("generation 4"));
        QTest::keyClick(view, Qt::Key_Left);
        QCOMPARE(view->clock().phase(), StepClock::Draw);
        QTest::mouseClick(view, Qt::LeftButton);
        QCOMPARE(view->clock().phase(), StepClock::Gather);
        QTest::keyClick(view, Qt::Key_Escape);
        QVERIFY(!window.mechanism().view());
        QCOMPARE(window.cursor().shown(), 4);

        // At the end of the chain it is the last step; Space ends it and runs nothing.
        window.cursor().show(40);
        QTest::keyClick(&window, Qt::Key_S);
        QTRY_VERIFY(window.mechanism().view());
        QCOMPARE(window.mechanism().view()->step().to->index, 40);
        QTest::keyClick(window.mechanism().view(), Qt::Key_Space);
        QVERIFY(!window.mechanism().view());
        QCOMPARE(window.session().state(), RunState::Finished);
        QCOMPARE(window.cursor().shown(), 40);
    }

    void whatIsSeenIsCopied()
    {
        ThemeControl themes;
        MainWindow window(themes);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const Experiment experiment = experimentOf(kTenStates);
        window.session().setFinished({experiment, collected(experiment).generations, QStringLiteral("test")}, {});
        window.cursor().show(3);
        const auto copied = [&] {
            window.actions().copyStage->trigger();
            return QGuiApplication::clipboard()->image();
        };
        const QImage stage = copied();
        QVERIFY(!stage.isNull());
        QTest::keyClick(&window, Qt::Key_S);
        QTRY_VERIFY(window.mechanism().view());
        window.mechanism().view()->seek(1.5);
        const QImage step = copied();
        QVERIFY(!step.isNull() && step != stage);
        QTest::keyClick(window.mechanism().view(), Qt::Key_Escape);
        window.cursor().show(3);
        QCOMPARE(copied(), stage);
    }

    // Before anything has run: generation 0 and 1 are made for it, and no more.
    void whatIsNotThereIsMade()
    {
        ThemeControl themes;
        MainWindow window(themes);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.session().setExperiment(experimentOf(kTenStates));
        QTest::keyClick(&window, Qt::Key_S);
        QTRY_VERIFY(window.mechanism().view());
        QCOMPARE(window.mechanism().view()->step().to->index, 1);
        QCOMPARE(window.session().history().count(0), 2);
    }

    /// It is said once, and not tried again for ever.
    void whatCannotRunEndsIt()
    {
        const QTemporaryDir folder;
        QFile table(folder.filePath("one.csv"));
        QVERIFY(table.open(QIODevice::WriteOnly) && table.write("x\n1\n") > 0);
        table.close();
        ThemeControl themes;
        MainWindow window(themes);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        Experiment experiment = experimentOf(kGaussian);
        experiment.source = SourceConfig();
        experiment.source.kind = "csv";
        experiment.source.path = folder.filePath("one.csv").toStdString();
        window.session().setExperiment(experiment);
        const QSignalSpy said(&window.session(), &LabSession::failed);
        const QSignalSpy states(&window.session(), &LabSession::stateChanged);
        QTest::keyClick(&window, Qt::Key_S);
        QTRY_COMPARE(said.count(), 1);
        QTRY_COMPARE(window.session().state(), RunState::Ready);
        QTest::keyClick(&window, Qt::Key_S); // asks anew, and fails anew
        QTRY_COMPARE(said.count(), 2);
        QCOMPARE(states.count(), 4); // Running and Ready, twice
    }

    void anotherExperimentEndsIt()
    {
        ThemeControl themes;
        MainWindow window(themes);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.session().setFinished(normalSession(5), {});
        window.session().setExperiment(experimentOf(kTenStates));
        QTest::keyClick(&window, Qt::Key_S);
        QTRY_VERIFY(window.mechanism().view());
        window.session().setExperiment(experimentOf(kGaussian));
        QVERIFY(!window.mechanism().view());
    }
};

HARELOOM_UI_TEST(StepTest)
#include "StepTest.moc"
