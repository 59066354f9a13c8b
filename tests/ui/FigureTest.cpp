// SPDX-License-Identifier: GPL-3.0-or-later
// Figures for a page: nothing is cut, and what is drawn is told.
#include "tests/TestProgram.h"
#include "tests/ui/Fixtures.h"
#include "ui/export/RunCharts.h"
#include "ui/families/Faces.h"
#include "ui/plot/LineMark.h"
#include "ui/stage/StageScene.h"
#include "ui/vitals/VariantLegend.h"
#include "ui/vitals/VitalFigure.h"

#include <QPainter>
#include <QtTest>

#include <cmath>
#include <limits>
#include <set>

using namespace hareloom;
using namespace hareloom::ui;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/// Chains of one metric; values[c][g].
SessionContents withValues(const std::vector<std::vector<double>>& values, const char* metric = "mean[0]")
{
    SessionContents contents{
        fixtures::normalExperiment(std::max<std::int64_t>(1, std::int64_t(values.front().size()) - 1),
                                   std::int64_t(values.size())),
        {},
        "test"};
    contents.experiment.evaluation.metrics = {metric == std::string("mean[0]") ? "mean" : metric};
    const MetricName name{metric};
    const SnapshotPtr snapshot = fixtures::normalChain(1)[0]->snapshot;
    for (std::size_t c = 0; c < values.size(); ++c)
        for (std::size_t g = 0; g < values[c].size(); ++g) {
            auto link = std::make_shared<Generation>();
            link->chain = static_cast<ChainIndex>(c);
            link->index = static_cast<int>(g);
            link->snapshot = snapshot;
            link->metrics = {{name, values[c][g]}};
            contents.generations.push_back(link);
        }
    return contents;
}

/// Whether anything is painted outside of `area`, which lies in the middle of a larger picture.
bool paintsBeyond(const QSizeF& size, const std::function<void(QPainter&, const QRectF&)>& paint)
{
    constexpr int kAround = 60;
    QImage image((size + QSizeF(2 * kAround, 2 * kAround)).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paint(painter, QRectF(QPointF(kAround, kAround), size));
    painter.end();
    const QRect inside(QPoint(kAround, kAround), size.toSize());
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (!inside.adjusted(-1, -1, 1, 1).contains(x, y) && image.pixel(x, y) != qRgb(255, 255, 255))
                return true;
    return false;
}

std::vector<double> offsetWalk(double offset, double step)
{
    std::vector<double> walk;
    for (int g = 0; g < 40; ++g)
        walk.push_back(offset + step * std::sin(g * 12.9898));
    return walk;
}

} // namespace

class FigureTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { fixtures::isolate(); }

    void nothingIsCut_data()
    {
        QTest::addColumn<std::vector<double>>("values");
        QTest::newRow("a large offset") << offsetWalk(1.7e9, 5);
        QTest::newRow("a large negative offset") << offsetWalk(-1.7e9, 5);
        QTest::newRow("at the end of a double's digits") << offsetWalk(1.7e9, 1e-6);
        QTest::newRow("a small spread") << offsetWalk(0.0059507, 1e-7);
        QTest::newRow("huge") << offsetWalk(0, 1e300);
        QTest::newRow("the largest") << std::vector<double>{-1.7e308, 1.7e308, 0};
        QTest::newRow("tiny") << offsetWalk(0, 1e-300);
        QTest::newRow("denormal") << std::vector<double>{5e-324, 1e-322, 5e-324};
        QTest::newRow("huge and tiny") << std::vector<double>{1e300, 1e-300, 1, 1e300};
        QTest::newRow("all equal") << std::vector<double>(9, 1234567.125);
        QTest::newRow("all zero") << std::vector<double>(9, 0.0);
        QTest::newRow("gaps") << std::vector<double>{1, kNaN, kNaN, 2, kNaN, 3, 4, kNaN};
        QTest::newRow("nothing but gaps") << std::vector<double>(5, kNaN);
        QTest::newRow("infinite") << std::vector<double>{1, std::numeric_limits<double>::infinity(), 2};
        QTest::newRow("one generation") << std::vector<double>{3};
        std::vector<double> many;
        for (int g = 0; g <= 100'000; ++g)
            many.push_back(std::exp(-g * 1e-4) + 1e-3 * std::sin(g * 12.9898));
        QTest::newRow("a hundred thousand generations") << many;
    }
    void nothingIsCut()
    {
        QFETCH(std::vector<double>, values);
        for (const char* metric : {"mean[0]", "variance"}) { // linear; logarithmic where values allow it
            LabSession session;
            session.setFinished(withValues({values}, metric), {});
            const auto charts = RunCharts::of(session, {}, {});
            QCOMPARE(charts->count(), std::size_t(1));
            for (const bool logGenerations : {false, true})
                for (const bool isPaper : {false, true})
                    for (const QSizeF size : {QSizeF(321, 227), QSizeF(960, 600)}) {
                        FigureParts parts = isPaper ? kPaperParts : FigureParts();
                        parts.logGenerations = logGenerations;
                        QVERIFY(!paintsBeyond(size, [&](QPainter& painter, const QRectF& area) {
                            paintVitalFigure(painter, area, {charts->chart(0)}, parts, lightTheme());
                        }));
                    }
            // As in the window.
            QVERIFY(!paintsBeyond({280, 100}, [&](QPainter& painter, const QRectF& area) {
                VitalChart chart = charts->chart(0);
                chart.marksPosition = true;
                chart.paint(painter, area, lightTheme());
            }));
        }
    }

    void longLabelsShareAnOffset()
    {
        LabSession session;
        session.setFinished(withValues({offsetWalk(1.7e9, 5)}), {});
        const auto charts = RunCharts::of(session, {}, {});
        const VitalChart chart = charts->chart(0);
        const QRectF area(0, 0, 321, 227);
        const auto plot = chart.frame(area);
        QVERIFY(plot);
        QVERIFY2(plot->area().width() > 0.7 * area.width(),
                 qPrintable(QString::number(plot->area().width())));
        std::vector<Tick> ticks = niceTicks(chart.verticalRange(), 5);
        QCOMPARE(shortenLabels(ticks, chart.verticalRange()), QStringLiteral("+1.7×10⁹"));
        for (const Tick& tick : ticks)
            QCOMPARE(tick.label, numberText(tick.value - 1.7e9));
    }

    /// A value between two gaps is a point.
    void loneValuesAreSeen()
    {
        LabSession session;
        session.setFinished(withValues({{kNaN, 3, kNaN, kNaN, kNaN}}), {});
        const auto charts = RunCharts::of(session, {}, {});
        QImage image(321, 227, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        paintVitalFigure(painter, image.rect(), {charts->chart(0)}, {false, false, false}, lightTheme());
        painter.end();
        int ink = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                ink += QColor(image.pixel(x, y)) == lightTheme().variant(0) ? 1 : 0;
        QVERIFY2(ink > 2, qPrintable(QString::number(ink)));
    }

    void aLogarithmicAxisBeginsWithGenerationOne()
    {
        LabSession session;
        session.setFinished(fixtures::normalSession(200), {});
        VitalChart chart = RunCharts::of(session, {}, {})->chart(0);
        chart.logGenerations = true;
        QCOMPARE(chart.horizontalRange().low, 1.0);
        QVERIFY(chart.horizontalRange().isLog);
        for (const Tick& tick : wholeTicks(chart.horizontalRange(), 6))
            QCOMPARE(tick.value, std::round(tick.value));
    }

    void figuresShowNothingOfTheMoment()
    {
        LabSession session;
        session.setFinished(fixtures::normalSession(30), {});
        const auto charts = RunCharts::of(session, {}, {});
        QImage images[2];
        for (int i = 0; i < 2; ++i) {
            VitalChart chart = charts->chart(0);
            chart.marksPosition = true;
            chart.position = chart.hovered = 5 + 11 * i;
            images[i] = QImage(480, 300, QImage::Format_RGB32);
            images[i].fill(Qt::white);
            QPainter painter(&images[i]);
            paintVitalFigure(painter, images[i].rect(), {chart}, {}, lightTheme());
        }
        QCOMPARE(images[0], images[1]);
    }

    void linesAreToldApartWithoutColour()
    {
        std::set<std::pair<QString, int>> seen;
        std::set<std::tuple<QString, int, QRgb>> withColour;
        for (std::size_t line = 0; line < 60; ++line) {
            const LineMark mark = LineMark::of(line, lightTheme());
            QString dashes;
            for (const qreal dash : mark.dashes)
                dashes += QString::number(dash) + ' ';
            if (line < 20)
                QVERIFY(seen.insert({dashes, int(mark.shape)}).second);
            QVERIFY(withColour.insert({dashes, int(mark.shape), mark.colour.rgb()}).second);
        }
    }

    void whatChainsSpreadOver()
    {
        std::vector<std::vector<double>> values;
        for (const double value : {1.0, 2.0, 3.0, 4.0, 10.0})
            values.push_back({value, value, value});
        LabSession session;
        session.setFinished(withValues(values), {});
        const auto lineOf = [&](Spread spread) {
            return RunCharts::of(session, {}, {{}, 1, {}, spread})->series(0).lines()[0];
        };
        const VitalLine quartiles = lineOf(Spread::Quartiles), error = lineOf(Spread::StandardError),
                        chains = lineOf(Spread::Chains);
        QCOMPARE(quartiles.centre[1], 3.0);
        QCOMPARE(quartiles.low[1], 2.0);
        QCOMPARE(quartiles.high[1], 4.0);
        QCOMPARE(error.centre[1], 4.0);
        QCOMPARE(error.high[1] - error.centre[1], std::sqrt((9 + 4 + 1 + 0 + 36) / 4.0 / 5.0));
        QCOMPARE(chains.each.size(), std::size_t(5));
        QCOMPARE(chains.each[4][2], 10.0);
        QVERIFY(!chains.hasBand() && error.hasBand());
    }

    void theLegendSaysWhatTheLinesAre()
    {
        LabSession session;
        session.setFinished(withValues({{1, 2, 3}, {2, 3, 4}}), {});
        const auto words = [&](Spread spread, Statistic statistic) {
            const TheoryCurve theory = [statistic](const Experiment&, const std::string&) {
                return std::optional(Prediction{{1, 2, 3}, statistic});
            };
            const auto charts = RunCharts::of(session, theory, {{}, 1, {}, spread});
            QStringList all;
            for (const LegendMark& mark : vitalLegend({&charts->series(0)}, lightTheme()))
                all << mark.text;
            return all;
        };
        QCOMPARE(words(Spread::Deciles, Statistic::RootMeanSquare),
                 QStringList({"median", "10–90%", "theory (root mean square)"}));
        QCOMPARE(words(Spread::Quartiles, Statistic::Median), QStringList({"median", "25–75%", "theory (median)"}));
        QCOMPARE(words(Spread::StandardError, Statistic::Mean),
                 QStringList({"mean", "± standard error", "theory (mean)"}));
        QCOMPARE(words(Spread::Chains, Statistic::Mean), QStringList({"median", "each chain", "theory (mean)"}));
        QVERIFY(theoryDashes(Statistic::Median) != theoryDashes(Statistic::Mean));
        QVERIFY(theoryDashes(Statistic::RootMeanSquare) != theoryDashes(Statistic::Mean));
    }

    /// On 85 by 60 mm the data have more than half of it, and ticks on both axes.
    void aStageForAPaperIsMostlyData()
    {
        LabSession session;
        session.setFinished(fixtures::normalSession(12), {});
        StageScene scene(session, faceOf);
        scene.setChain(0);
        const QRectF area(0, 0, 321, 227);
        const StageFrame frame = scene.frameAt(5);
        const auto entries = scene.legend(5, {}, lightTheme());
        const StageHead head = stageHead(area, entries, 0, kPaperParts);
        const QRectF plot = scene.stage()->plot(head.plot, frame, {}).area;
        QVERIFY2(plot.height() > 0.5 * area.height(), qPrintable(QString::number(plot.height())));
        QVERIFY(!paintsBeyond(area.size(), [&](QPainter& painter, const QRectF& where) {
            scene.paint(painter, where, 5, {}, lightTheme(), kPaperParts);
        }));
    }
};

HARELOOM_UI_TEST(FigureTest)
#include "FigureTest.moc"
