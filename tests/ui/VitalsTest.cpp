// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/TestProgram.h"
#include "tests/ui/Fixtures.h"
#include "ui/charts/CurveChart.h"
#include "ui/charts/CurveViewport.h"
#include "ui/plot/Decimate.h"
#include "ui/vitals/EnlargedVital.h"
#include "ui/vitals/VitalChart.h"
#include "ui/vitals/VitalChoice.h"
#include "ui/vitals/VitalChooser.h"
#include "ui/vitals/VitalPlot.h"
#include "ui/vitals/VitalView.h"
#include "ui/vitals/VitalsColumn.h"
#include "ui/window/MainWindow.h"

#include <QListWidget>
#include <QPainter>
#include <QToolTip>
#include <QtTest>

#include <cmath>

using namespace hareloom;
using namespace hareloom::ui;

namespace {

/// A finished chain with two metrics, in a column of vital signs.
struct Column
{
    LabSession session;
    VitalsColumn column{session};

    explicit Column(int generations, bool remembers = true)
    {
        session.setFinished(fixtures::normalSession(generations), {});
        column.setRemembering(remembers);
        column.resize(304, 420);
        column.show();
    }

    QStringList shown() const
    {
        QStringList metrics;
        for (int i = 0; i < column.chartCount(); ++i)
            metrics << QString::fromStdString(column.chartAt(static_cast<std::size_t>(i)).series->metric());
        return metrics;
    }

    VitalView* view(int index) const { return column.views()[index]; }

    /// Where a generation lies in a view, on the half of its height.
    QPoint at(int index, int generation) const
    {
        const VitalView* chart = view(index);
        const QRectF inside = QRectF(chart->rect()).adjusted(12, 8, -12, -4);
        const auto plot = chart->chart().frame(inside);
        return QPointF(plot->x(generation), plot->area().center().y()).toPoint();
    }
};

const QStringList kBoth{QStringLiteral("variance"), QStringLiteral("mean[0]")};

} // namespace

class VitalsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// A run of a thousand noisy generations would otherwise be drawn anew at every step of the view.
    void curvesAreDrawnOnceHoweverFarTheViewWalks()
    {
        Column bench(60);
        QVERIFY(QTest::qWaitForWindowExposed(&bench.column));
        bench.column.grab();
        const int drawn = bench.view(0)->drawn();
        QVERIFY(drawn > 0);
        for (int g = 0; g < 40; ++g) {
            bench.column.setPosition(g + 0.5);
            bench.column.setShown(g + 1);
            bench.column.grab();
        }
        QCOMPARE(bench.view(0)->drawn(), drawn);
        bench.column.setTheme(darkTheme());
        bench.column.grab();
        QCOMPARE(bench.view(0)->drawn(), drawn + 1);
    }

    /// Noise of a run that stays would look like a fall.
    void axesHoldTheRunBeforeAChangeToo()
    {
        Column bench(60);
        const AxisRange before = bench.column.chartAt(0).verticalRange();
        Experiment changed = fixtures::normalExperiment(4);
        changed.policy.realShare = 0.5;
        const auto put = [&](const Experiment& experiment) {
            bench.session.setFinished({experiment, fixtures::normalChain(4, 100'000), QStringLiteral("test")},
                                      {});
            bench.column.reload();
            return bench.column.chartAt(0).verticalRange();
        };
        const AxisRange now = put(changed);
        QVERIFY(now.low <= before.low && now.high >= before.high);
        // Of another experiment it begins anew.
        changed.title = "Something else";
        const AxisRange other = put(changed);
        QVERIFY(other.high - other.low < before.high - before.low);
    }

    void theoryThatIsGoneIsSaid()
    {
        Column bench(20);
        const auto says = [&] {
            const auto marks = bench.column.legend(lightTheme());
            return std::any_of(marks.begin(), marks.end(), [](const LegendMark& mark) {
                return mark.text == QStringLiteral("no theory for these settings");
            });
        };
        bench.column.waitForTheory();
        QVERIFY(!bench.column.chartAt(0).series->lines().front().theory.empty());
        QVERIFY(!says());
        Experiment changed = fixtures::normalExperiment(19);
        changed.policy.filter.keepWrong = 0.5; // there is no formula
        const auto put = [&](const Experiment& experiment) {
            bench.session.setFinished({experiment, fixtures::normalChain(20), QStringLiteral("test")}, {});
            bench.column.reload();
            bench.column.waitForTheory();
        };
        put(changed);
        QVERIFY(says());
        put(fixtures::normalExperiment(19));
        QVERIFY(!says());
        changed.title = "Never had any";
        put(changed);
        QVERIFY(!says());
    }

    void zeroOnALogarithmicAxisIsSaid()
    {
        static const MetricName share{"tailMass"};
        std::vector<GenerationPtr> links;
        for (int g = 0; g < 3; ++g) {
            auto link = std::make_shared<Generation>(*fixtures::normalChain(3)[static_cast<std::size_t>(g)]);
            link->metrics = {{share, g == 2 ? 0 : 0.02 * std::pow(10, -2 * g)}};
            links.push_back(link);
        }
        History history;
        for (const GenerationPtr& link : links)
            history.add(link);
        VitalSeries series("tailMass", {fixtures::normalExperiment(2)});
        series.update(history);
        VitalChart chart;
        chart.series = &series;
        chart.scale = AxisScale::Log;
        QVERIFY(chart.readout(2).front().contains("below the logarithmic axis"));
        QCOMPARE(chart.readout(1).front(), numberText(2e-4, 4));
        chart.scale = AxisScale::Linear;
        QCOMPARE(chart.readout(2).front(), QStringLiteral("0"));
    }

    /// Who is asked what will happen must not see it.
    void theFutureCanBeHidden()
    {
        Column bench(60);
        VitalChart chart = bench.column.chartAt(0);
        chart.position = 20;
        const QRectF area(0, 0, 400, 200);
        const auto plot = chart.frame(area);
        QVERIFY(plot);
        const QRectF after(QPointF(plot->x(20) + 8, plot->area().top()),
                           QPointF(plot->area().right(), plot->area().bottom() - 4));
        const auto drawn = [&] {
            QImage image(400, 200, QImage::Format_RGB32);
            image.fill(lightTheme().surface);
            QPainter painter(&image);
            chart.paint(painter, area, lightTheme());
            painter.end();
            int ink = 0;
            for (int y = int(after.top()); y < int(after.bottom()); ++y)
                for (int x = int(after.left()); x < int(after.right()); ++x)
                    ink += image.pixelColor(x, y) != lightTheme().surface ? 1 : 0;
            return ink;
        };
        QVERIFY(drawn() > 100);
        chart.hidesFuture = true;
        QCOMPARE(drawn(), 0);
        // Nor below: what leaves a chart that does not reach so far down runs along its axis.
        const auto coloured = [&] {
            QImage image(400, 200, QImage::Format_RGB32);
            image.fill(lightTheme().surface);
            QPainter painter(&image);
            chart.paint(painter, area, lightTheme());
            painter.end();
            int count = 0;
            for (int y = int(after.top()); y < int(plot->area().bottom()) + 4; ++y)
                for (int x = int(after.left()); x < int(after.right()); ++x)
                    count += image.pixelColor(x, y).hsvSaturation() > 60 ? 1 : 0;
            return count;
        };
        QCOMPARE(coloured(), 0);
        chart.hidesFuture = false;
        QVERIFY(coloured() > 100);
        bench.column.setFutureHidden(true);
        QVERIFY(bench.column.chartAt(0).hidesFuture);
    }

    /// An axis that spans the whole run says where it leads.
    void theAxisSpansWhatIsShownWhileTheFutureIsHidden()
    {
        Column bench(60);
        bench.column.waitForTheory();
        VitalChart chart = bench.column.chartAt(0);
        const VitalLine& line = chart.series->lines().front();
        chart.hidesFuture = true;
        int changes = 0;
        AxisRange last;
        for (int g = 0; g < 60; ++g) {
            chart.position = g;
            const AxisRange now = chart.verticalRange();
            const VitalExtent seen = chart.series->extent(static_cast<std::size_t>(g) + 1);
            QVERIFY(now.low <= seen.all->first && now.high >= seen.all->second);
            QVERIFY(g == 0 || now.isLog != last.isLog || (now.low <= last.low && now.high >= last.high));
            changes += now == last ? 0 : 1;
            last = now;
        }
        QVERIFY2(changes < 12, qPrintable(QString::number(changes)));
        // What comes later changes nothing.
        chart.position = 5;
        const AxisRange early = chart.verticalRange();
        VitalSeries series("variance", bench.session.variants());
        LabSession other;
        other.setFinished({bench.session.experiment(), fixtures::normalChain(6), QStringLiteral("test")}, {});
        series.update(other.history());
        Prediction theory{line.theory, line.theoryStatistic};
        series.setTheory({theory});
        chart.series = &series;
        QCOMPARE(chart.verticalRange(), early);
        QCOMPARE(chart.table().rows.size(), std::size_t(6));
    }

    void chartsFollowWhatIsShownOnlyWhereItChangesThem()
    {
        Column bench(60);
        bench.column.setFutureHidden(true);
        const QSignalSpy changed(&bench.column, &VitalsColumn::changed);
        for (int g = 0; g < 60; ++g)
            bench.column.setPosition(g);
        QVERIFY(changed.count() > 0 && changed.count() < 30);
    }

    /// A class that nobody draws any more: no ticks of 5×10⁻¹¹.
    void whatIsAlwaysZeroHasAPlainAxis()
    {
        SessionContents contents = fixtures::normalSession(4);
        for (GenerationPtr& link : contents.generations) {
            auto empty = std::make_shared<Generation>(*link);
            empty->metrics = {{MetricName{"variance"}, 0}};
            link = empty;
        }
        LabSession session;
        session.setFinished(contents, {});
        VitalSeries series("variance", session.variants());
        series.update(session.history());
        VitalChart chart;
        chart.series = &series;
        QCOMPARE(chart.verticalRange().low, 0.0);
        QCOMPARE(chart.verticalRange().high, 1.0);
    }

    void theValueIsThatOfTheGenerationTheStageNames()
    {
        Column bench(20);
        bench.column.setPosition(4.4);
        bench.column.setShown(7);
        QCOMPARE(bench.column.chartAt(0).shown, 7);
        const auto painted = [&](int shown, double position) {
            VitalChart chart = bench.column.chartAt(0);
            chart.position = position;
            chart.shown = shown;
            QImage image(300, 100, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            chart.paint(painter, QRectF(image.rect()), lightTheme());
            return image.copy(200, 0, 100, 14); // the value
        };
        QCOMPARE(painted(7, 4.4), painted(7, 7));
        QVERIFY(painted(4, 4.4) != painted(7, 4.4));
    }

    void init()
    {
        fixtures::isolate();
        QSettings().clear();
    }

    void theUsualOnesAreTheExperiments()
    {
        const Column vitals(20);
        QCOMPARE(vitals.shown(), kBoth);
    }

    void theChoiceIsKeptForTheFamily()
    {
        {
            Column vitals(20);
            vitals.column.choose({"mean[0]"});
            QCOMPARE(vitals.shown(), QStringList{kBoth[1]});
        }
        const Column again(20);
        QCOMPARE(again.shown(), QStringList{kBoth[1]});
        const Column figure(20, false); // figures made without a window do not depend on it
        QCOMPARE(figure.shown(), kBoth);
        forgetVitals("gaussian");
        const Column usual(20);
        QCOMPARE(usual.shown(), kBoth);
    }

    void whatThisExperimentLacksStaysChosen()
    {
        rememberVitals("gaussian", {"risk", "variance"}, {"risk", "variance"});
        Column vitals(20);
        QCOMPARE(vitals.shown(), QStringList{kBoth[0]});
        vitals.column.choose({"mean[0]", "variance"});
        QCOMPARE(*rememberedVitals("gaussian"), (std::vector<std::string>{"mean[0]", "variance", "risk"}));
    }

    void theExperimentsOwnOrderDecides()
    {
        Experiment experiment = fixtures::normalExperiment(4);
        const auto chosen = [&](std::vector<std::string> metrics, std::size_t most) {
            experiment.evaluation.metrics = std::move(metrics);
            return chooseVitals(experiment, nullptr, most);
        };
        using Names = std::vector<std::string>;
        QCOMPARE(chosen({"risk", "mean", "elapsedMs", "tailMass", "variance"}, 3),
                 (Names{"risk", "mean[0]", "tailMass"}));
        QCOMPARE(chosen(Evaluation().metrics, 4), (Names{"variance", "mean[0]"})); // nobody's choice
    }

    void theListIsTickedAndOrderedByKeys()
    {
        Column vitals(20);
        vitals.column.openChooser();
        auto* chooser = vitals.column.findChild<VitalChooser*>();
        QVERIFY(chooser);
        QListWidget* list = chooser->list();
        QCOMPARE(list->count(), 2);
        QTest::keyClick(list, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(vitals.shown(), (QStringList{kBoth[1], kBoth[0]}));
        QTest::keyClick(list, Qt::Key_Space);
        QCOMPARE(vitals.shown(), QStringList{kBoth[1]});
        list->model()->moveRow({}, 1, {}, 0); // what a drag does
        QTest::keyClick(list, Qt::Key_Space);
        QCOMPARE(vitals.shown(), kBoth);
    }

    void theAxisIsKeptForTheMetric()
    {
        const auto isLog = [](const Column& vitals, const char* metric) {
            return vitals.column.chartOf(metric)->verticalRange().isLog;
        };
        Column vitals(60);
        QVERIFY(isLog(vitals, "variance")); // as the catalogue prefers it
        vitals.column.setScale("variance", AxisScale::Linear);
        QVERIFY(!isLog(vitals, "variance"));
        QVERIFY(!isLog(Column(60), "variance"));
        QVERIFY(isLog(Column(60, false), "variance"));
        vitals.column.setScale("variance", AxisScale::Log);
        QVERIFY(isLog(Column(60), "variance"));
    }

    void withoutPositiveValuesAnAxisStaysLinear()
    {
        VitalSeries series("mean[0]", {fixtures::normalExperiment(2)});
        series.setPublished({{"", "", "", {-2, -1}}});
        VitalChart chart;
        chart.series = &series;
        chart.scale = AxisScale::Log;
        QVERIFY(!chart.verticalRange().isLog);
        series.setPublished({{"", "", "", {-2, 1, 3}}});
        QVERIFY(chart.verticalRange().isLog);
    }

    void hoveringReadsEveryChart()
    {
        Column vitals(20);
        QTest::mouseMove(vitals.view(0), vitals.at(0, 7));
        QCOMPARE(vitals.column.chartAt(0).hovered, 7);
        QCOMPARE(vitals.column.chartAt(1).hovered, 7);
        const double value = vitals.session.history().at(0, 7)->metric("variance");
        QVERIFY(QToolTip::text().contains(QStringLiteral("Generation 7")));
        QVERIFY(QToolTip::text().contains(numberText(value, 4)));
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(vitals.view(0), &leave);
        QCOMPARE(vitals.column.chartAt(1).hovered, -1);
    }

    void aClickChoosesTheGeneration()
    {
        Column vitals(20);
        QSignalSpy chosen(&vitals.column, &VitalsColumn::generationChosen);
        QTest::mouseClick(vitals.view(1), Qt::LeftButton, {}, vitals.at(1, 12));
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toInt(), 12);
    }

    void keysWalkAndEnlarge()
    {
        Column vitals(20);
        QVERIFY(QTest::qWaitForWindowActive(&vitals.column));
        std::string enlarged;
        connect(&vitals.column, &VitalsColumn::enlargeRequested, this,
                [&](const std::string& metric) { enlarged = metric; });
        vitals.view(0)->setFocus();
        QTest::keyClick(vitals.view(0), Qt::Key_Down);
        QVERIFY(vitals.view(1)->hasFocus());
        QTest::keyClick(vitals.view(1), Qt::Key_Return);
        QCOMPARE(enlarged, std::string("mean[0]"));
        QTest::mouseDClick(vitals.view(0), Qt::LeftButton, {}, vitals.at(0, 3));
        QCOMPARE(enlarged, std::string("variance"));
    }

    // A mean beside a median would mislead, so theory says which it is, in legend, readout and table.
    void theoryIsNamedByItsStatistic()
    {
        const auto theoryIn = [](const std::vector<const VitalSeries*>& shown) {
            QStringList words;
            for (const LegendMark& mark : vitalLegend(shown, lightTheme()))
                if (mark.kind == LegendMark::Kind::Theory)
                    words << mark.text;
            return words;
        };
        VitalSeries variance("variance", {fixtures::normalExperiment(1)});
        variance.setTheory({{{1, 0.5}, Statistic::Median, true}});
        QCOMPARE(theoryIn({&variance}), QStringList("theory (median)"));
        VitalChart chart;
        chart.series = &variance;
        chart.lastGeneration = 1;
        QVERIFY(chart.readout(1).join(QLatin1Char(' ')).contains(QStringLiteral("theory (median) 0.5")));
        QVERIFY(chart.table().headers.contains(QStringLiteral("theory (median)")));

        // Charts that share a legend, and variants of one chart, may have different ones.
        Experiment replace = fixtures::normalExperiment(1), accumulate = replace;
        replace.title = "Replace";
        accumulate.title = "Accumulate";
        VitalSeries risk("risk", {replace, accumulate}), both("variance", {replace, accumulate});
        risk.setTheory({{{1, 1}, Statistic::Mean, true}, {}});
        both.setTheory({{{1, 1}, Statistic::Median, true}, {{1, 1}, Statistic::Mean, true}});
        QCOMPARE(theoryIn({&risk}), QStringList("theory (mean)"));
        QCOMPARE(theoryIn({&risk, &both}), QStringList({"theory (mean)", "theory (median)"}));
        QVERIFY(theoryDashes(Statistic::Mean) != theoryDashes(Statistic::Median));
        QCOMPARE(theoryLegend({&risk, &both}), QStringList({"theory (mean): Risk, Variance of Accumulate",
                                                            "theory (median): Variance of Replace"}));
    }

    // Where theory knows how far one chain strays, the lines to either side are drawn, named, read and in the
    // table.
    void theoryHasItsBand()
    {
        VitalSeries mean("mean[0]", {fixtures::normalExperiment(1)});
        mean.setTheory({{{0, 0}, Statistic::Mean, true, {0.25, 2}}});
        VitalChart chart;
        chart.series = &mean;
        chart.lastGeneration = 1;
        QCOMPARE(mean.extent().all, std::optional(std::pair(-2.0, 2.0)));
        QVERIFY(chart.readout(1)
                    .join(QLatin1Char(' '))
                    .contains(QStringLiteral("theory ± 1 SD of a chain: −2 to 2")));
        QVERIFY(chart.table().headers.endsWith(QStringLiteral("theory + 1 SD of a chain")));
        const auto legend = vitalLegend({&mean}, lightTheme());
        QVERIFY(std::any_of(legend.begin(), legend.end(), [](const LegendMark& mark) {
            return mark.kind == LegendMark::Kind::TheoryEdge;
        }));
        const CurvePlot plot = curvePlot(chart, lightTheme());
        QVERIFY(std::any_of(plot.lines.begin(), plot.lines.end(), [](const CurveLine& line) {
            return line.values == std::vector<double>{-0.25, -2};
        }));
    }

    // The paper's numbers stand beside what is measured, with their source.
    void publishedNumbersAreReadWithTheirSource()
    {
        VitalSeries series("variance", {fixtures::normalExperiment(3)});
        series.setPublished({{"Fig. 1", "A paper", "as printed", {2, std::nan(""), 8}}});
        VitalChart chart;
        chart.series = &series;
        chart.lastGeneration = 3;
        QVERIFY(chart.verticalRange().high > 8);
        QVERIFY(
            chart.readout(2).join(QLatin1Char(' ')).contains(QStringLiteral("published 8 (A paper, Fig. 1")));
        QVERIFY(!chart.readout(1).join(QLatin1Char(' ')).contains(QStringLiteral("published")));
        const DataTable table = chart.table();
        QCOMPARE(table.headers.last(), QStringLiteral("A paper, Fig. 1"));
        QCOMPARE(table.rows.size(), std::size_t(3));
        QCOMPARE(table.rows[2].back(), 8.0);
        const auto marks = vitalLegend({&series}, lightTheme());
        QCOMPARE(marks.back().text, QStringLiteral("A paper, Fig. 1"));
        QCOMPARE(marks.back().kind, LegendMark::Kind::Published);
    }

    void peaksSurviveThinning()
    {
        std::vector<double> values(10'000, 1);
        values[4321] = 9;
        values[4322] = -9;
        const auto kept = tellingIndices(values, 0, values.size() - 1, 100);
        QVERIFY(kept.size() <= 202);
        QVERIFY(std::is_sorted(kept.begin(), kept.end()));
        for (const std::size_t index : {0, 4321, 4322, 9999})
            QVERIFY(std::find(kept.begin(), kept.end(), index) != kept.end());
        QCOMPARE(tellingIndices(values, 10, 19, 100).size(), std::size_t(10));
        QVERIFY(tellingIndices({}, 0, 5, 10).empty());
    }

    void zoomingStaysAtHome()
    {
        CurveViewport view;
        view.setHome({0, 100, false}, {0.01, 100, true});
        view.zoom(0.5, {0.25, 0.5}, true, true);
        QCOMPARE(view.x().low, 12.5);
        QCOMPARE(view.x().high, 62.5);
        QCOMPARE(view.rangeY().low, 0.1);
        QVERIFY(view.isZoomed());
        view.pan(10, -10);
        QCOMPARE(view.x().high, 100.0);
        QCOMPARE(view.rangeY().low, 0.01);
        for (int i = 0; i < 200; ++i)
            view.zoom(0.5, {0.5, 0.5}, true, true);
        QVERIFY(view.x().width() >= 1.99);
        view.zoom(1e9, {0.5, 0.5}, true, true);
        QCOMPARE(view.x().low, 0.0);
        QVERIFY(!view.isZoomed());
    }

    void theEnlargedChartZoomsPansAndResets()
    {
        Column vitals(50);
        EnlargedVital enlarged([&] { return vitals.column.chartOf("variance"); }, lightTheme(), nullptr);
        enlarged.show();
        QVERIFY(QTest::qWaitForWindowExposed(&enlarged));
        CurveChart* chart = enlarged.chart();
        QWidget* canvas = chart->findChild<QAbstractScrollArea*>()->viewport();
        const QPointF centre = chart->plotArea().center() - canvas->mapTo(chart, QPoint(0, 0));
        QWheelEvent turn(centre, canvas->mapToGlobal(centre), {}, {0, 240}, Qt::NoButton, Qt::NoModifier,
                         Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(canvas, &turn);
        const AxisRange zoomed = chart->viewX();
        QVERIFY(zoomed.high - zoomed.low < 0.7 * 49);
        QCOMPARE(enlarged.chartInView()->x->low, zoomed.low);
        QSignalSpy chosen(chart, &CurveChart::generationChosen);
        QTest::mousePress(canvas, Qt::LeftButton, {}, centre.toPoint());
        QTest::mouseMove(canvas, centre.toPoint() + QPoint(60, 0));
        QTest::mouseRelease(canvas, Qt::LeftButton, {}, centre.toPoint() + QPoint(60, 0));
        QVERIFY(chart->viewX().low < zoomed.low);
        QCOMPARE(chosen.size(), 0);
        QTest::mouseClick(canvas, Qt::LeftButton, {}, centre.toPoint());
        QCOMPARE(chosen.size(), 1);
        QTest::mouseDClick(canvas, Qt::LeftButton, {}, centre.toPoint());
        QCOMPARE(chart->viewX().low, 0.0);
        QCOMPARE(chart->viewX().high, 49.0);
    }

    void theEnlargedChartClosesWithItsMetric()
    {
        Column vitals(20);
        EnlargedVital enlarged([&] { return vitals.column.chartOf("variance"); }, darkTheme(), nullptr);
        connect(&vitals.column, &VitalsColumn::changed, &enlarged, &EnlargedVital::refreshSoon);
        enlarged.show();
        vitals.column.choose({"mean[0]"});
        QTRY_VERIFY(!enlarged.isVisible());
    }

    // Whatever the room, every chosen chart can be reached and is high enough to be read.
    void chartsFillTheRoomOrScroll()
    {
        Column vitals(20);
        QVERIFY(vitals.view(0)->height() > 150);
        QCOMPARE(vitals.view(1)->geometry().bottom() + 1, vitals.view(1)->parentWidget()->height());
        vitals.column.resize(304, 150);
        for (int i = 0; i < 2; ++i) {
            QVERIFY(!vitals.view(i)->isHidden());
            QVERIFY(vitals.view(i)->height() >= 82);
            QVERIFY(vitals.column.chartAt(static_cast<std::size_t>(i)).labelsGenerations);
        }
    }
};

HARELOOM_UI_TEST(VitalsTest)
#include "VitalsTest.moc"
