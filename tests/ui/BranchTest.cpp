// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/TestProgram.h"
#include "tests/ui/Fixtures.h"
#include "ui/compare/OverlayView.h"
#include "ui/filmstrip/Filmstrip.h"
#include "ui/playback/GenerationCursor.h"
#include "ui/recipe/BranchDialog.h"
#include "ui/recipe/FieldControl.h"
#include "ui/session/Changes.h"
#include "ui/vitals/VitalChart.h"
#include "ui/window/BranchController.h"
#include "ui/window/ComparisonController.h"
#include "ui/window/MainWindow.h"

#include <QAction>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace hareloom;
using namespace hareloom::ui;

/// "What if from here on": another line from the generation that is shown.
class BranchTest : public QObject
{
    Q_OBJECT

    static const SettingsChange& change()
    {
        static const SettingsChange change{6, {{"policy.realShare", "0.5"}}};
        return change;
    }

    static void finish(LabSession& session)
    {
        session.start();
        QTRY_COMPARE(session.state(), RunState::Finished);
    }

    /// Empty when both have the same values.
    static QString difference(const History& a, ChainIndex inA, const History& b, ChainIndex inB, int from,
                              int to)
    {
        for (int g = from; g < to; ++g) {
            const GenerationPtr one = a.at(inA, g), other = b.at(inB, g);
            if (!one || !other || one->metric("variance") != other->metric("variance") ||
                one->realRows != other->realRows)
                return QStringLiteral("generation %1").arg(g);
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase() { fixtures::isolate(); }

    void whatIsThereStaysAndTheBranchGoesOn()
    {
        LabSession session;
        session.setExperiment(fixtures::normalExperiment(12, 2, 50));
        finish(session);
        LabSession before;
        before.setExperiment(session.experiment());
        finish(before);
        QVERIFY(session.addBranch(0, change()).ok());
        QCOMPARE(session.variants().size(), std::size_t{2});
        QCOMPARE(session.state(), RunState::Stopped);
        QCOMPARE(session.history().count(3), 6);
        QCOMPARE(session.history().at(3, 5)->snapshot,
                 session.history().at(1, 5)->snapshot); // shared, not copied
        QVERIFY(!session.recordingPath().isEmpty());
        finish(session);
        QCOMPARE(difference(session.history(), 1, before.history(), 1, 0, 13), QString());
        QCOMPARE(difference(session.history(), 3, before.history(), 1, 0, 6), QString());
        QVERIFY(!difference(session.history(), 3, before.history(), 1, 6, 13).isEmpty());
        QCOMPARE(session.history().at(3, 6)->realRows, std::int64_t{25});

        const auto opened = readSession(session.recordingPath());
        QVERIFY(opened.ok());
        LabSession again;
        again.setFinished(*opened, session.recordingPath());
        QCOMPARE(again.state(), RunState::Finished);
        QCOMPARE(difference(again.history(), 3, session.history(), 3, 0, 13), QString());
    }

    void aRunUnderWayBranchesToo()
    {
        LabSession session;
        session.setExperiment(fixtures::normalExperiment(3000, 1, 2000));
        session.start();
        QTRY_VERIFY(session.history().longest() > 8);
        QVERIFY(session.addBranch(0, change()).ok());
        session.start();
        QTRY_VERIFY(session.history().count(1) > 8);
        session.stop();
        QTRY_COMPARE(session.state(), RunState::Stopped);
        QVERIFY(readSession(session.recordingPath()).ok());
    }

    void stepByStepIsTheSame()
    {
        LabSession session, stepped;
        session.setExperiment(fixtures::normalExperiment(8, 1, 50));
        finish(session);
        QVERIFY(session.addBranch(0, {4, {{"samples.size", "20"}}}).ok());
        finish(session);
        stepped.setExperiment(session.experiment());
        for (int g = 0; g <= 8; ++g) {
            stepped.step();
            QTRY_COMPARE(stepped.history().count(1), g + 1);
            QTRY_VERIFY(!stepped.isRunning());
        }
        QCOMPARE(difference(stepped.history(), 1, session.history(), 1, 0, 9), QString());
        const auto opened = readSession(stepped.recordingPath());
        QVERIFY2(opened.ok(), opened ? "" : opened.error().message.c_str());
        QCOMPARE(opened->generations.size(), std::size_t{18});
    }

    void whatCannotBranchIsSaidAndNothingChanges()
    {
        LabSession session;
        session.setExperiment(fixtures::normalExperiment(12, 1, 50));
        finish(session);
        QVERIFY(!session.addBranch(0, {6, {{"policy.realShare", "0"}}}).ok());
        QVERIFY(!session.addBranch(0, {13, {{"policy.realShare", "0.5"}}}).ok());
        QCOMPARE(session.variants().size(), std::size_t{1});
        QCOMPARE(session.state(), RunState::Finished);
    }

    void theDialogHasWhatCanChangeAndNothingElse()
    {
        BranchDialog dialog(fixtures::normalExperiment(12, 1, 50), 6, lightTheme());
        QVERIFY(dialog.control("policy.realShare") && dialog.control("samples.size"));
        // Called as the branch and its mark are.
        QCOMPARE(dialog.control("policy.realShare")->editor()->accessibleName(), QStringLiteral("Real share"));
        QVERIFY(!dialog.control("source.mean") && !dialog.control("seed") && !dialog.control("generations"));
        QVERIFY(!dialog.runButton()->isEnabled()); // nothing is changed yet
        auto* share = qobject_cast<QLineEdit*>(dialog.control("policy.realShare")->editor());
        QVERIFY(share);
        share->selectAll();
        QTest::keyClicks(share, QStringLiteral("0.5"));
        QVERIFY(dialog.runButton()->isEnabled());
        QCOMPARE(dialog.change().at, std::int64_t{6});
        QCOMPARE(dialog.change().set, (SettingList{{"policy.realShare", "0.5"}}));
    }

    void theFilmstripForks()
    {
        LabSession session;
        session.setExperiment(fixtures::normalExperiment(12, 1, 50));
        finish(session);
        QVERIFY(FilmstripForks(session, 0).isEmpty());
        QVERIFY(session.addBranch(0, change()).ok());
        finish(session);
        const FilmstripForks trunk(session, 0), branch(session, 1);
        QVERIFY(trunk.changes().empty());
        QCOMPARE(trunk.lanes().size(), std::size_t{1});
        QCOMPARE(trunk.lanes().front().at, 6);
        QCOMPARE(trunk.lanes().front().last, 12);
        QCOMPARE(trunk.lanes().front().chain, 1);
        QCOMPARE(branch.changes().size(), std::size_t{1});
        QCOMPARE(branch.changes().front().words, QString("From generation 6 on, the run uses: Real share 0.5."));
        QCOMPARE(branch.lanes().front().chain, 0); // the way back

        const FilmstripLayout layout{QSizeF(1000, 132), 13, 13, 0};
        const double right = layout.trackX(10), below = layout.track().bottom();
        ChainIndex found = -1;
        for (double y = below; y < layout.caption().bottom(); ++y)
            found = std::max(found, trunk.at({right, y}, layout, 12).chain);
        QCOMPARE(found, 1);
        const QPointF mark(layout.trackX(6), layout.track().center().y());
        QCOMPARE(branch.at(mark, layout, 12).generation, 6);
        QCOMPARE(branch.at(mark, layout, 5).generation, -1); // what is still to come is not told
        QVERIFY(trunk.summary(12).contains("another line goes on from generation 5"));
        QVERIFY(trunk.summary(5).isEmpty());
    }

    void aCurveBeginsAtTheFork()
    {
        LabSession session;
        session.setExperiment(fixtures::normalExperiment(12, 1, 50));
        finish(session);
        QVERIFY(session.addBranch(0, change()).ok());
        finish(session);
        VitalSeries series("variance", session.variants());
        series.update(session.history());
        const VitalLine &trunk = series.lines()[0], &branch = series.lines()[1];
        QCOMPARE(trunk.from, 0);
        QCOMPARE(branch.from, 6);
        QCOMPARE(branch.parent, 0);
        const auto drawn = branch.own(branch.centre);
        QVERIFY(std::isnan(drawn[4]));
        QCOMPARE(drawn[5], trunk.centre[5]);         // where both lines meet
        QCOMPARE(branch.centre[2], trunk.centre[2]); // its numbers are whole
        VitalChart chart;
        chart.series = &series;
        chart.lastGeneration = 12;
        QVERIFY(chart.readout(6).contains("From generation 6 on, the run uses: Real share 0.5"));
        QVERIFY(!chart.readout(5).contains("From generation 6 on, the run uses: Real share 0.5"));
    }

    void inTheWindowBothAreCompared()
    {
        ThemeControl themes;
        MainWindow window(themes);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        LabSession& session = window.session();
        session.setExperiment(fixtures::normalExperiment(12, 1, 50));
        finish(session);
        auto* branches = window.findChild<BranchController*>();
        window.cursor().show(5);
        QVERIFY(branches->branch(change()));
        QTRY_COMPARE(session.state(), RunState::Finished);
        QVERIFY(window.findChild<ComparisonController*>()->isOn());
        QCOMPARE(session.history().count(1), 13);

        QSignalSpy said(branches, &BranchController::said);
        QVERIFY(!branches->branch(change())); // the same once more
        QCOMPARE(said.size(), 1);
        // What is said of the generation shown goes with it.
        QCOMPARE(window.message(), said.front().front().toString());
        window.cursor().show(3);
        QVERIFY2(window.message().isEmpty(), qPrintable(window.message()));
    }

    // In the list of recent runs two of one title are told apart.
    void aRunIsToldByItsBranch()
    {
        LabSession session;
        session.setExperiment(fixtures::normalExperiment(12, 1, 50));
        const Experiment before = session.experiment();
        finish(session);
        QVERIFY(session.addBranch(0, change()).ok());
        QCOMPARE(changesAgainst(before, before), QString());
        QCOMPARE(changesAgainst(before, session.experiment()),
                 QString::fromStdString(session.variants().back().title));
    }

    // A fifth line has no room beside four: which one went is said.
    void whatGivesWayToABranchIsNamed()
    {
        ThemeControl themes;
        MainWindow window(themes);
        window.show();
        LabSession& session = window.session();
        Experiment four = fixtures::normalExperiment(12, 1, 50);
        for (const char* title : {"One", "Two", "Three", "Four"})
            four.variants.push_back({title, {{"samples.size", std::to_string(40 + four.variants.size())}}});
        session.setExperiment(four);
        finish(session);
        window.cursor().show(5);
        QSignalSpy hinted(window.findChild<ComparisonController*>(), &ComparisonController::hinted);
        QVERIFY(window.findChild<BranchController*>()->branch(change()));
        const QString branch = QString::fromStdString(session.variants().back().title);
        QCOMPARE(hinted.size(), 1);
        const QString said = hinted.front().front().toString();
        QVERIFY2(said.contains(QStringLiteral("“Four” has given its place to “%1”").arg(branch)), qPrintable(said));
    }
};

HARELOOM_UI_TEST(BranchTest)
#include "BranchTest.moc"
