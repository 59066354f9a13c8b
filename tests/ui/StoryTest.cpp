// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/TestProgram.h"
#include "core/families/discrete/CategoricalSnapshot.h"
#include "tests/ui/Fixtures.h"
#include "ui/accessible/DataTableModel.h"
#include "ui/accessible/TableText.h"
#include "ui/export/Happened.h"
#include "ui/filmstrip/Filmstrip.h"
#include "ui/families/Faces.h"
#include "ui/families/discrete/DiscreteStage.h"
#include "ui/teller/StoryStrip.h"
#include "ui/teller/Words.h"
#include "ui/theme/ThemeControl.h"
#include "ui/window/Laboratory.h"
#include "ui/window/MainWindow.h"

#include <QMenu>
#include <QSignalSpy>
#include <QToolButton>
#include <QtTest>

using namespace hareloom;
using namespace hareloom::ui;

namespace {

/// A bell curve with these variances, a generation each.
SessionContents withVariances(const std::vector<double>& variances)
{
    static const MetricName variance{"variance"}, tails{"tailMass"};
    SessionContents contents = fixtures::normalSession(static_cast<int>(variances.size()));
    contents.experiment.story = "A story of copies.";
    contents.experiment.evaluation.metrics = {"variance", "tailMass"};
    contents.generations.clear();
    for (std::size_t g = 0; g < variances.size(); ++g) {
        auto link = std::make_shared<Generation>(
            *fixtures::link(static_cast<int>(g), std::make_shared<NormalMixtureSnapshot>(
                                                     NormalMixture::single(0, variances[g]))));
        link->realRows = g == 0 ? 100 : 0;
        link->syntheticRows = g == 0 ? 0 : 100;
        link->metrics = {{variance, variances[g]}, {tails, 0.02 * (variances[g] < 0.5 ? 0.1 : 1)}};
        contents.generations.push_back(link);
    }
    return contents;
}

const std::vector<double> kFading = {1, 0.9, 0.8, 0.45, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4};

struct Bench
{
    LabSession session;
    ChainStory story{session};
    GenerationCursor cursor;

    explicit Bench(const std::vector<double>& variances)
    {
        session.setRecording(false);
        session.setFinished(withVariances(variances), {});
        cursor.setReducedMotion(true);
        story.setChain(0);
        cursor.setCount(session.history().count(0));
        cursor.show(0);
    }
};

} // namespace

class StoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { fixtures::isolate(); }

    void beforeAnythingHappensTheStoryIsTold()
    {
        const Bench bench(kFading);
        QCOMPARE(bench.story.lineAt(0).sentence, QString("A story of copies."));
        QCOMPARE(bench.story.lineAt(2).generation, -1);
    }

    void whileItPlaysTheNewestEventIsTold()
    {
        const Bench bench(kFading);
        const auto line = bench.story.lineAt(3);
        QCOMPARE(line.generation, 3);
        QVERIFY2(line.sentence.startsWith("Generation 3: "), qPrintable(line.sentence));
        QVERIFY(!line.reason.isEmpty());
        QCOMPARE(bench.story.lineAt(5), bench.story.lineAt(4));
    }

    void atTheEndItIsSummedUp()
    {
        const Bench bench(kFading);
        const auto line = bench.story.lineAt(11);
        QCOMPARE(line.sentence, QString("The variance is 0.4 in generation 11; it was 1 in generation 0."));
        QVERIFY(line.reason.contains("100 rows"));
    }

    void marksSayWhatTheyMean()
    {
        const Bench bench(kFading);
        const MarkWords marks = bench.story.marks();
        QCOMPARE(marks.early, std::optional(3));
        QVERIFY(!marks.late);
        for (const char* part : {"early collapse", "0.002", "0.25", "5 generations", "0.5"})
            QVERIFY2(marks.earlyWords.contains(part), part);
    }

    void anotherRunIsAnotherStory()
    {
        Bench bench(kFading);
        bench.session.setFinished(withVariances({1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}), {});
        bench.story.refresh();
        QVERIFY(bench.story.events().empty());
        QVERIFY(!bench.story.marks().early);
    }

    void theStripLeadsFromEventToEvent()
    {
        Bench bench(kFading);
        StoryStrip strip(bench.story, bench.cursor);
        strip.resize(800, 60);
        strip.show();
        auto* text = strip.findChild<StoryText*>();
        const auto button = [&](const char* name) {
            for (auto* each : strip.findChildren<QToolButton*>())
                if (each->accessibleName() == name)
                    return each;
            qFatal("no button %s", name);
        };
        QCOMPARE(text->accessibleName(), QString("A story of copies."));
        QTest::mouseClick(text, Qt::LeftButton); // leads nowhere
        QCOMPARE(bench.cursor.shown(), 0);
        QTest::mouseClick(button("Next event"), Qt::LeftButton);
        QCOMPARE(bench.cursor.shown(), 3);
        QVERIFY(!button("Event before")->isEnabled());
        bench.cursor.show(8);
        QVERIFY(text->accessibleName().startsWith("Generation 3: "));
        text->setFocus();
        QTest::keyClick(text, Qt::Key_Space);
        QCOMPARE(bench.cursor.shown(), 3);
        bench.cursor.show(9);
        QTest::mouseClick(button("Event before"), Qt::LeftButton);
        QCOMPARE(bench.cursor.shown(), 3);
        auto* menu = strip.findChild<QMenu*>();
        Q_EMIT menu->aboutToShow();
        QCOMPARE(menu->actions().size(), static_cast<qsizetype>(bench.story.events().size()));
        bench.cursor.show(0);
        menu->actions().first()->trigger();
        QCOMPARE(bench.cursor.shown(), 3);
    }

    void wordsAreCutAfterTheLinesThatThereAre()
    {
        const QFont font = themeFont(TextSize::Body);
        const ChainStory::Line line{QString("word ").repeated(100), "because", 3};
        QVERIFY(storyLines(line, font, 400) > 3);
        StoryText text;
        text.setLine(line);
        text.setLines(2);
        QVERIFY(text.sizeHint().height() < 60);
        QCOMPARE(storyLines({"short", "why", 1}, font, 400), 1);
    }

    void theWindowFitsALowScreenWithIt()
    {
        ThemeControl themes;
        MainWindow window(themes);
        window.session().setRecording(false);
        window.open("old-faithful");
        window.resize(1024, 600);
        window.show();
        QCoreApplication::processEvents();
        QCOMPARE(window.size(), QSize(1024, 600));
        const auto* strip = window.findChild<StoryStrip*>();
        QVERIFY(strip && strip->isVisible());
        QVERIFY(strip->line().sentence.startsWith("The geyser Old Faithful"));
    }

    void namesOfStatesStandOnTheAxisInReadingsAndInTables()
    {
        auto generation = std::make_shared<Generation>(
            *fixtures::link(0, std::make_shared<CategoricalSnapshot>(Categorical{Vector{{0.25, 0.75}}})));
        Experiment experiment;
        experiment.family = "discrete";
        experiment.source.kind = "csv";
        DiscreteStage stage;
        stage.setOrigin({experiment, generation, nullptr, {}, nullptr, {"=hoopoe", "gull"}});
        const StageFrame frame{generation, generation, 1, 0, nullptr, nullptr, 0};
        const DataTable table = stage.table(frame, {});
        QCOMPARE(table.names, (QStringList{"gull", "=hoopoe"}));
        QCOMPARE(table.rows[0][2], 0.75);
        QVERIFY(tableAsCsv(table).contains("\ngull,1,0.75,0.75\n"));
        QVERIFY(tableAsCsv(table).contains("\n'=hoopoe,2,"));
        const QRectF area(0, 0, 800, 400);
        const auto reading = stage.read(QPointF(600, 200), area, frame, {});
        QVERIFY(reading && reading->heading == "=hoopoe");
        DataTableModel model;
        model.setTable(table);
        QCOMPARE(model.index(0, 0).data().toString(), QString("gull"));
    }

    void aMarkIsClickedAndLeadsToItsGeneration()
    {
        Bench bench(kFading);
        StageScene scene(bench.session, faceOf);
        StageLook look;
        Filmstrip strip(scene, look, bench.cursor);
        strip.resize(900, 140);
        strip.setPlanned(12);
        strip.setMarks(bench.story.marks());
        strip.show();
        QVERIFY(QTest::qWaitForWindowExposed(&strip));
        strip.grab(); // paints, so that the words have their place
        const FilmstripLayout layout{strip.size(), 12, 12, 0, 1,
                                     QFontMetricsF(themeFont(TextSize::Small)).height()};
        const QPointF words(layout.trackX(3) - 20, layout.caption().center().y());
        QTest::mouseClick(&strip, Qt::LeftButton, {}, words.toPoint());
        QCOMPARE(bench.cursor.shown(), 3);
    }

    void reportsTellTheSame()
    {
        const Bench bench(kFading);
        const QStringList told = toldOf(bench.session, {});
        QVERIFY(told.first().startsWith("Generation 3: "));
        QVERIFY(told.last().startsWith("The variance is 0.4 in generation 11"));
    }
};

HARELOOM_UI_TEST(StoryTest)
#include "StoryTest.moc"
