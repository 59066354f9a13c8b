// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Quantile.h"
#include "core/chain/Run.h"
#include "core/recipe/ExperimentJson.h"
#include "core/store/Database.h"
#include "tests/TestProgram.h"
#include "tests/ui/Fixtures.h"
#include "ui/help/WindowTour.h"
#include "ui/sweep/ColourScale.h"
#include "ui/sweep/Contours.h"
#include "ui/sweep/HeatMap.h"
#include "ui/sweep/KeptSweep.h"
#include "ui/sweep/LowestTheory.h"
#include "ui/sweep/SweepChart.h"
#include "ui/sweep/SweepCurve.h"
#include "ui/sweep/SweepDialog.h"
#include "ui/sweep/SweepPage.h"
#include "ui/sweep/SweepTable.h"
#include "ui/theme/FigureThemes.h"
#include "ui/theme/OkLab.h"
#include "ui/window/MainWindow.h"
#include "ui/window/SweepController.h"

#include <QAction>
#include <QComboBox>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPainter>
#include <QSignalSpy>
#include <QSlider>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

using namespace hareloom;
using namespace hareloom::ui;

namespace {

const SweptAxis kSizes(QStringLiteral("Sample size"), {"10", "32", "100", "316", "1000"},
                       {10, 32, 100, 316, 1000});
const SweptAxis kShares(QStringLiteral("Real share"), {"0", "0.01", "0.1"}, {0, 0.01, 0.1});

/// Each point's value is made of its place, so that a wrong place shows.
SweepPicture picture()
{
    SweepPicture made{QStringLiteral("Variance"),
                      QStringLiteral("median of 5 chains in generation 9"),
                      QStringLiteral("10–90% of chains"),
                      QStringLiteral("theory (mean)"),
                      false,
                      kSizes,
                      kShares,
                      {}};
    for (std::size_t row = 0; row < 3; ++row)
        for (std::size_t column = 0; column < 5; ++column) {
            SweepCell cell;
            cell.state = SweepCell::State::Done;
            cell.centre = 0.1 * double(column) + double(row);
            cell.low = cell.centre - 0.05;
            cell.high = cell.centre + 0.05;
            cell.theory = cell.centre;
            cell.theoryIs = made.theory;
            cell.chains = cell.measured = 5;
            made.cells.push_back(cell);
        }
    made.replicates = 5;
    return made;
}

QImage drawn(const std::function<void(QPainter&)>& paint)
{
    QImage image(640, 400, QImage::Format_RGB32);
    image.fill(lightTheme().surface);
    QPainter painter(&image);
    paint(painter);
    return image;
}

/// A grid of two settings with three chains a point, and one point beside it.
Experiment swept()
{
    const auto experiment =
        parseExperiment(R"({"schema": 1, "title": "Grid", "family": "gaussian", "generations": 8, "seed": 5,
        "evaluation": {"metrics": ["variance", "mean"]},
        "sweep": {"grid": {"samples.size": [10, 30, 90], "policy.realShare": [0, 0.5]},
                  "also": [{"samples.size": 500}], "replicates": 3}})",
                        "test");
    if (!experiment)
        qFatal("%s", experiment.error().message.c_str());
    return *experiment;
}

/// Metrics by chain and generation, straight from the engine.
class Values final : public ChainObserver
{
public:
    void onGeneration(const GenerationPtr& generation) override
    {
        for (const MetricValue& value : generation->metrics)
            all[{*value.name, generation->chain, generation->index}] = value.value;
    }
    std::map<std::tuple<std::string, ChainIndex, int>, double> all;
};

} // namespace

class SweepTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { fixtures::isolate(); }

    void anAxisFollowsItsNumbersWhereTheyAreEven()
    {
        QVERIFY(!kSizes.isByOrder());
        QVERIFY(kSizes.range().isLog); // 32 and 316 are rounded, and still are one step of five
        QCOMPARE(kSizes.position(2), 100.0);
        const SweptAxis linear(QStringLiteral("x"), {"1", "2", "3"}, {1, 2, 3});
        QVERIFY(!linear.isByOrder() && !linear.range().isLog);
        QVERIFY(kShares.isByOrder()); // 0 has no logarithm
        QCOMPARE(kShares.position(2), 2.0);
        const SweptAxis words(QStringLiteral("pool"), {"latest", "all"}, {});
        QVERIFY(words.isByOrder());
        const SweptAxis falling(QStringLiteral("x"), {"100", "10", "1"}, {100, 10, 1});
        QVERIFY(falling.range().isLog && falling.range().low < 1 && falling.range().high > 100);
        const SweptAxis one(QStringLiteral("x"), {"7"}, {7});
        QVERIFY(one.isByOrder());
    }

    void labelsOfAnAxisDoNotTouch()
    {
        QStringList labels;
        std::vector<double> numbers;
        for (int i = 0; i < 50; ++i) {
            numbers.push_back(i);
            labels << QString::number(i);
        }
        const SweptAxis axis(QStringLiteral("x"), labels, numbers);
        const auto ticks = axis.ticks(400);
        const double widest =
            QFontMetricsF(themeFont(TextSize::Small)).horizontalAdvance(QStringLiteral("49"));
        QVERIFY(ticks.size() >= 2);
        for (std::size_t i = 1; i < ticks.size(); ++i)
            QVERIFY((axis.range().share(ticks[i].value) - axis.range().share(ticks[i - 1].value)) * 400 >
                    widest);
    }

    // One long word takes no label away from the others.
    void longWordsAreCutNotLeftOut()
    {
        const SweptAxis words(QStringLiteral("Variant"),
                              {"Replace", "Accumulate and draw a subsample of a fixed size", "Keep"}, {});
        const auto labels = words.labelsIn(300);
        QCOMPARE(labels.size(), std::size_t(3));
        QCOMPARE(labels[0].words, QStringLiteral("Replace"));
        QVERIFY(labels[1].words.startsWith(QStringLiteral("Accum")) &&
                labels[1].words.endsWith(QChar(0x2026)));
        const QFontMetricsF metrics(themeFont(TextSize::Small));
        for (const SweptAxis::Label& label : labels)
            QVERIFY(metrics.horizontalAdvance(label.words) < 100);
    }

    void aContourLiesWhereTheFunctionHasTheLevel()
    {
        constexpr std::size_t kColumns = 41, kRows = 31;
        constexpr double kX = 20, kY = 15, kRadius = 9.5;
        std::vector<double> values;
        for (std::size_t y = 0; y < kRows; ++y)
            for (std::size_t x = 0; x < kColumns; ++x)
                values.push_back(std::hypot(double(x) - kX, double(y) - kY));
        const QList<QLineF> pieces = contour(values, kColumns, kRadius);
        double length = 0;
        for (const QLineF& piece : pieces) {
            length += piece.length();
            for (const QPointF& end : {piece.p1(), piece.p2()})
                QVERIFY(std::abs(std::hypot(end.x() - kX, end.y() - kY) - kRadius) < 0.03); // linear between
        }
        QVERIFY(std::abs(length / (2 * M_PI * kRadius) - 1) < 0.01); // all round, and once
    }

    void aSaddleIsPartedByItsMiddle()
    {
        // Corners counterclockwise from below: 3, -1, 3, -1; the mean is above 0, so the high corners are
        // joined.
        const QList<QLineF> high = contour({3, -1, -1, 3}, 2, 0);
        QCOMPARE(high.size(), 2);
        for (const QLineF& piece : high) // each piece cuts off one low corner: (1, 0) or (0, 1)
            QVERIFY(std::min(QLineF(piece.center(), QPointF(1, 0)).length(),
                             QLineF(piece.center(), QPointF(0, 1)).length()) < 0.25);
        const QList<QLineF> low = contour({1, -3, -3, 1}, 2, 0);
        QCOMPARE(low.size(), 2);
        for (const QLineF& piece : low)
            QVERIFY(std::min(QLineF(piece.center(), QPointF(0, 0)).length(),
                             QLineF(piece.center(), QPointF(1, 1)).length()) < 0.25);
    }

    void whatIsMissingHasNoContour()
    {
        const double none = std::nan("");
        QVERIFY(contour({0, none, 1, 1}, 2, 0.5).isEmpty());
        QVERIFY(contour({}, 0, 0.5).isEmpty());
        QVERIFY(contour({0, 1, 0, 1}, 4, 0.5).isEmpty()); // one row encloses no square
    }

    void aRampCanBeReadInGreyAndWrittenOn()
    {
        for (const Theme* theme :
             {&lightTheme(), &darkTheme(), &figureTheme(FigureColours::ColourBlind),
              &figureTheme(FigureColours::ColourBlind, true), &figureTheme(FigureColours::Grey),
              &figureTheme(FigureColours::Grey, true)}) {
            const ColourScale scale({0.001, 10, true}, *theme);
            double before = 0;
            for (int i = 0; i <= 32; ++i) {
                const double value = scale.range().valueAt(i / 32.0);
                const double light = toOkLab(scale.colour(value)).lightness;
                if (i > 0)
                    QVERIFY(theme->dark ? light > before + 0.005 : light < before - 0.005);
                before = light;
                QVERIFY(contrastRatio(scale.colour(value), scale.ink(value)) >= 4.5);
            }
            QCOMPARE(scale.colour(0), scale.colour(0.001));
            QCOMPARE(scale.colour(99), scale.colour(10));
        }
    }

    void aMapHasTheColoursThatWereChosen()
    {
        QList<QImage> maps;
        for (const FigureColours colours :
             {FigureColours::Standard, FigureColours::ColourBlind, FigureColours::Grey})
            maps << drawn([&](QPainter& painter) {
                HeatMap(picture(), QRectF(0, 0, 640, 400), figureTheme(colours)).paint(painter);
            });
        QVERIFY(maps[0] != maps[1] && maps[1] != maps[2] && maps[0] != maps[2]);
    }

    void aPointSaysWhatItsValueIs()
    {
        SweepPicture sweep = picture();
        sweep.centreIs = QStringLiteral("median");
        QCOMPARE(sweep.sentence(2, 1),
                 QStringLiteral("Sample size 100, Real share 0.01: Variance (median) 1.2, 10–90% of chains "
                                "1.15 to 1.25, theory (mean) 1.2."));
    }

    void everyCellIsWhereItsSettingsAre()
    {
        SweepPicture sweep = picture();
        sweep.theory.clear(); // its lines would cover corners
        const HeatMap map(sweep, QRectF(0, 0, 640, 400), lightTheme());
        const QImage image = drawn([&](QPainter& painter) {
            painter.setBrush(lightTheme().surface); // as the panel beneath leaves it
            map.paint(painter);
        });
        const ColourScale scale(*sweep.valueRange(false), lightTheme());
        for (std::size_t row = 0; row < 3; ++row)
            for (std::size_t column = 0; column < 5; ++column) {
                const QRectF cell = map.cell(column, row);
                QCOMPARE(map.cellAt(cell.center()).value(), std::pair(column, row));
                // Near a corner, beside the number.
                const QPoint corner = (cell.topLeft() + QPointF(4, 4)).toPoint();
                QCOMPARE(image.pixelColor(corner).rgb(), scale.colour(sweep.at(column, row).centre).rgb());
            }
        QVERIFY(map.cell(0, 1).bottom() <= map.cell(0, 0).top() + 1); // the second setting grows upwards
        QVERIFY(!map.cellAt({2, 2}));
    }

    void aPointThatFailedSaysWhy()
    {
        SweepPicture sweep = picture();
        sweep.cells[sweep.index(1, 1)] = {};
        sweep.cells[sweep.index(1, 1)].state = SweepCell::State::Failed;
        sweep.cells[sweep.index(1, 1)].why = QStringLiteral("The fit needs 3 rows.");
        QCOMPARE(sweep.sentence(1, 1),
                 QStringLiteral("Sample size 32, Real share 0.01: The fit needs 3 rows."));
        QCOMPARE(sweep.sentence(2, 1),
                 QStringLiteral("Sample size 100, Real share 0.01: Variance 1.2, 10–90% of chains "
                                "1.15 to 1.25, theory (mean) 1.2."));
        sweep.cells[0] = {};
        QCOMPARE(sweep.sentence(0, 0), QStringLiteral("Sample size 10, Real share 0: not run yet."));
    }

    // A sweep that was stopped, or is still running, says what stands behind each of its numbers.
    void aPointOfFewerChainsSaysSo()
    {
        SweepPicture sweep = picture();
        QVERIFY(!sweep.hasPartial());
        SweepCell& cell = sweep.cells[sweep.index(2, 1)];
        cell.state = SweepCell::State::Waiting;
        cell.chains = cell.measured = 3;
        QCOMPARE(
            sweep.sentence(2, 1),
            QStringLiteral("Sample size 100, Real share 0.01: Variance 1.2 (3 of 5 chains), 10–90% of chains "
                           "1.15 to 1.25, theory (mean) 1.2."));
        QCOMPARE(tableOf(sweep).rows[sweep.index(2, 1)].back(), 3.0);
        QCOMPARE(tableOf(sweep).rows[0].back(), 5.0);

        const HeatMap map(sweep, QRectF(0, 0, 640, 400), lightTheme());
        const QImage image = drawn([&](QPainter& painter) { map.paint(painter); });
        const ColourScale scale(*sweep.valueRange(false), lightTheme());
        const auto corner = [&](std::size_t column) {
            return image.pixelColor((map.cell(column, 1).topRight() + QPointF(-4, 4)).toPoint());
        };
        QCOMPARE(corner(2), scale.ink(cell.centre));
        QCOMPARE(corner(1).rgb(), scale.colour(sweep.at(1, 1).centre).rgb());
        const SweepCurve curves(sweep, QRectF(0, 0, 640, 400), lightTheme());
        QVERIFY(curves.legend().contains(QStringLiteral("fewer than 5 chains")));
    }

    void theHeadingCountsTheChainsThatAreThere()
    {
        const auto plan = std::make_shared<const SweepPlan>(*SweepPlan::make(swept()));
        SweepModel model(plan);
        SweepChoice choice = model.firstChoice();
        choice.metric = "variance";
        const auto says = [&] { return model.picture(choice).statistic; };
        const auto add = [&](std::int64_t point, std::int64_t replicate) {
            static const MetricName kVariance{"variance"};
            model.add({point, replicate, {kVariance}, std::vector<double>(9, 1.0), {}});
        };
        QCOMPARE(says(), QStringLiteral("median of up to 3 chains in generation 8"));
        for (std::int64_t point = 0; point < plan->points(); ++point)
            add(point, 0);
        QCOMPARE(says(), QStringLiteral("median of 1 of 3 chains in generation 8"));
        add(0, 1);
        QCOMPARE(says(), QStringLiteral("median of 1 to 2 of 3 chains in generation 8"));
        QVERIFY(model.picture(choice).hasPartial());
        for (std::int64_t point = 0; point < plan->points(); ++point)
            for (std::int64_t replicate = 1; replicate < 3; ++replicate)
                add(point, replicate);
        QCOMPARE(says(), QStringLiteral("median of 3 chains in generation 8"));
        QVERIFY(!model.picture(choice).hasPartial());
    }

    void aLogarithmicScaleNeedsPositiveValues()
    {
        SweepPicture sweep = picture();
        sweep.isLog = true;
        QVERIFY(sweep.valueRange(true)->isLog); // one cell is 0: it has the colour of the low end
        QCOMPARE(sweep.valueRange(false)->low, 0.1);
        for (SweepCell& cell : sweep.cells)
            cell.centre = cell.low = cell.high = cell.theory = 0;
        QVERIFY(!sweep.valueRange(true)->isLog);
        for (SweepCell& cell : sweep.cells)
            cell = {};
        QVERIFY(!sweep.valueRange(true));
        drawn(
            [&](QPainter& painter) { HeatMap(sweep, QRectF(0, 0, 640, 400), lightTheme()).paint(painter); });
    }

    // Theory that has the level along the last column: its line lies on the edge of the map's squares.
    void aLineOnTheEdgeIsDrawn()
    {
        SweepPicture sweep = picture();
        for (std::size_t row = 0; row < 3; ++row)
            for (std::size_t column = 0; column < 5; ++column)
                sweep.cells[sweep.index(column, row)].theory = column == 4 ? 1.0 : 0.2;
        const HeatMap map(sweep, QRectF(0, 0, 640, 400), lightTheme());
        const QImage with = drawn([&](QPainter& painter) { map.paint(painter); });
        for (SweepCell& cell : sweep.cells)
            cell.theory = 0.2;
        QVERIFY(with != drawn([&](QPainter& painter) { map.paint(painter); }));
    }

    void keysAndMouseChooseAPoint()
    {
        SweepChart chart;
        chart.resize(640, 400);
        chart.show();
        chart.setPicture(picture(), SweepShape::Map);
        QSignalSpy read(&chart, &SweepChart::read), opened(&chart, &SweepChart::activated);
        QTest::keyClick(&chart, Qt::Key_Right); // the first key only takes the keyboard to a point
        QTest::keyClick(&chart, Qt::Key_Right);
        QTest::keyClick(&chart, Qt::Key_Up);
        QCOMPARE(chart.chosen().value(), SweepChart::Point(1, 1));
        QVERIFY(read.back().front().toString().startsWith(QStringLiteral("Sample size 32, Real share 0.01")));
        SweepPicture later = picture();
        later.cells[later.index(1, 1)].centre = 7;
        chart.setPicture(later, SweepShape::Map); // what is read follows what has come
        QVERIFY(read.back().front().toString().contains(QStringLiteral("Variance 7")));
        QTest::keyClick(&chart, Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.back(),
                 QVariantList({QVariant::fromValue(std::size_t(1)), QVariant::fromValue(std::size_t(1))}));
        for (int i = 0; i < 9; ++i)
            QTest::keyClick(&chart, Qt::Key_Down);
        QCOMPARE(chart.chosen().value(), SweepChart::Point(1, 0)); // no further than the edge
    }

    void aSweepShowsWhatTheEngineMeasures()
    {
        SweepSession session;
        QSignalSpy planned(&session, &SweepSession::planned);
        session.setExperiment(swept());
        QVERIFY2(planned.wait(), qPrintable(session.why()));
        session.start();
        QTRY_VERIFY2(session.state() == SweepSession::State::Finished, qPrintable(session.why()));
        const SweepModel& model = *session.model();
        QCOMPARE(model.chainsDone(), 21);
        SweepChoice choice = model.firstChoice();
        QCOMPARE(choice.metric, "variance");
        QCOMPARE(choice.generation, 8);
        choice.generation = 5;
        QCOMPARE(model.dimensions()[1].title(), QStringLiteral("Sample size"));
        choice.across = 1;
        choice.up = 0;
        const SweepPicture seen = model.picture(choice);
        QCOMPARE(seen.across.labels(), QStringList({"10", "30", "90"}));
        QCOMPARE(seen.up->labels(), QStringList({"0", "0.5"}));
        for (std::size_t row = 0; row < 2; ++row)
            for (std::size_t column = 0; column < 3; ++column) {
                const std::int64_t point = model.pointAt(choice, column, row);
                Values engine;
                QVERIFY(run(model.plan().experimentOf(point), engine, {}));
                std::vector<double> values;
                for (int chain = 0; chain < 3; ++chain)
                    values.push_back(engine.all.at({"variance", chain, 5}));
                std::sort(values.begin(), values.end());
                for (double& value : values)
                    value = double(float(value)); // as the model keeps them
                QCOMPARE(seen.at(column, row).centre, values[1]);
                QCOMPARE(seen.at(column, row).low, quantileOf(values, 0.1));
                QCOMPARE(seen.at(column, row).high, quantileOf(values, 0.9));
                QCOMPARE(seen.at(column, row).chains, 3);
            }
    }

    void whatIsDoneStays()
    {
        Experiment experiment = swept();
        experiment.seed = 17;
        {
            SweepSession first;
            QSignalSpy planned(&first, &SweepSession::planned);
            first.setExperiment(experiment);
            QVERIFY(planned.wait());
            QCOMPARE(first.state(), SweepSession::State::Ready);
            first.start();
            QTRY_COMPARE(first.state(), SweepSession::State::Finished);
            QVERIFY(first.table() &&
                    first.table()->startsWith("policy.realShare,samples.size,replicate,generation"));
        }
        SweepSession again;
        QSignalSpy planned(&again, &SweepSession::planned);
        again.setExperiment(experiment);
        QVERIFY(planned.wait());
        QCOMPARE(again.state(), SweepSession::State::Finished);
        QCOMPARE(again.model()->chainsDone(), 21);
    }

    // What another program makes is seen, and is not made again.
    void aFolderThatOthersWriteToIsFollowed()
    {
        Experiment experiment = swept();
        experiment.seed = 18;
        const QTemporaryDir place;
        const std::string folder = place.filePath(QStringLiteral("sweep")).toStdString();
        SweepSession watching, other;
        for (SweepSession* session : {&watching, &other}) {
            QSignalSpy planned(session, &SweepSession::planned);
            session->setExperiment(experiment, folder);
            QVERIFY(planned.wait());
            QCOMPARE(session->model()->chainsDone(), 0);
        }
        other.start();
        QTRY_COMPARE(other.state(), SweepSession::State::Finished);
        QTRY_COMPARE(watching.state(), SweepSession::State::Finished);
        QCOMPARE(watching.model()->chainsDone(), 21);
    }

    void whatOthersHaveMadeIsNotMadeAgain()
    {
        Experiment experiment = swept();
        experiment.seed = 19;
        const QTemporaryDir place;
        const std::string folder = place.filePath(QStringLiteral("sweep")).toStdString();
        SweepSession late, other;
        for (SweepSession* session : {&late, &other}) {
            QSignalSpy planned(session, &SweepSession::planned);
            session->setExperiment(experiment, folder);
            QVERIFY(planned.wait());
        }
        other.start();
        QTRY_COMPARE(other.state(), SweepSession::State::Finished);
        const auto rows = [&] { // which row of the file each chain is: a chain that is made again is another
            const auto database = Database::open(folder + "/results/run.results", Access::ReadOnly);
            return *(*database)->integer("SELECT sum(rowid) FROM chains");
        };
        const auto before = rows();
        late.start();
        QTRY_COMPARE(late.state(), SweepSession::State::Finished);
        QCOMPARE(late.model()->chainsDone(), 21);
        QCOMPARE(rows(), before);
    }

    void theTheoryOfAPointIsThatOfItsExperiment()
    {
        SweepSession session;
        SweepPage page(session);
        page.resize(900, 600);
        page.show();
        Experiment fresh = swept();
        fresh.seed = 23; // none of whose chains another test has run
        session.setExperiment(fresh);
        QTRY_VERIFY(page.picture() && !page.picture()->theory.isEmpty());
        const SweepModel& model = *session.model();
        const auto point = model.pointAt(page.choice(), 1, 1);
        const auto theory = theoryOf(model.plan().experimentOf(point), "variance");
        QCOMPARE(page.picture()->at(1, 1).theory, theory->values[8]);
        const QString words = page.picture()->sentence(1, 1);
        QVERIFY2(words.contains(QStringLiteral("not run yet; theory")), qPrintable(words));
    }

    void theDialogSaysWhatItWillRun()
    {
        SweepDialog dialog(fixtures::normalExperiment(8));
        QTRY_VERIFY2(dialog.experiment(), qPrintable(dialog.standing()));
        QCOMPARE(dialog.rows().front()->path(), "samples.size");
        QCOMPARE(dialog.experiment()->sweep->grid.size(), std::size_t(1));
        QCOMPARE(dialog.standing(), QStringLiteral("9 points, 180 chains in all"));

        auto* list = dialog.rows().front()->findChild<QLineEdit*>(); // the values
        auto* form = dialog.rows().front()->findChildren<QComboBox*>().at(1);
        form->setCurrentIndex(0);
        Q_EMIT form->activated(0);
        list->setText(QStringLiteral("10, 20, many"));
        QVERIFY(!dialog.experiment());
        QTRY_VERIFY2(dialog.standing().contains(QStringLiteral("many")), qPrintable(dialog.standing()));
        QVERIFY(!dialog.experiment());
        list->setText(QStringLiteral("10, 20, 40"));
        QTRY_COMPARE(dialog.standing(), QStringLiteral("3 points, 60 chains in all"));
        QCOMPARE(dialog.experiment()->sweep->grid.front().values[2].set.front().second, "40");
    }

    // What is refused is called as the window calls it, and values are counted from 1.
    void aRefusalNamesTheSettingAsTheWindowDoes()
    {
        SweepDialog dialog(fixtures::normalExperiment(8));
        SweepAxisRow& row = *dialog.rows().front();
        const auto put = [&](const char* values) {
            QVERIFY(row.show("policy.realShare", nlohmann::json::array()));
            row.findChild<QLineEdit*>()->setText(QString::fromLatin1(values));
        };
        put("0, 2");
        QTRY_COMPARE(dialog.standing(),
                     QStringLiteral("Real share, entry 2 is 2. It must lie between 0 and 1."));
        put("0, .2");
        QTRY_COMPARE(dialog.standing(), QStringLiteral("2 points, 40 chains in all"));
        QCOMPARE(dialog.experiment()->sweep->grid.front().values[1].title, std::string("0.2"));
    }

    void theDialogSaysWhatStaysAsItIs()
    {
        const auto experiment = parseExperiment(
            R"({"schema": 1, "family": "gaussian", "sweep": {"grid": {"samples.size": [10, 30],
            "x": [{"title": "1", "set": {"policy.realShare": 0}}, {"title": "2", "set": {"policy.realShare": 1}}]}}})",
            "test");
        QVERIFY2(experiment, experiment ? "" : experiment.error().message.c_str());
        SweepDialog dialog(*experiment);
        bool isSaid = false;
        for (auto* label : dialog.findChildren<QLabel*>())
            isSaid = isSaid ||
                     label->text() == QStringLiteral("One axis, “x”, is written in the file and cannot be "
                                                     "changed here.");
        QVERIFY(isSaid);
    }

    void theDialogKeepsWhatItHasNoControlFor()
    {
        SweepDialog dialog(swept());
        QTRY_VERIFY2(dialog.experiment(), qPrintable(dialog.standing()));
        QCOMPARE(toText(*dialog.experiment()), toText(swept()));
    }

    void aFolderOpensAndAPointGoesToTheStage()
    {
        {
            SweepSession session;
            session.setExperiment(swept());
            QTRY_VERIFY2(session.state() == SweepSession::State::Ready, qPrintable(session.why()));
            session.start();
            QTRY_VERIFY2(session.state() == SweepSession::State::Finished, qPrintable(session.why()));
        }
        ThemeControl themes;
        MainWindow window(themes);
        window.show();
        QVERIFY2(window.open(QString::fromStdString(ownSweepFolder(swept()))), qPrintable(window.message()));
        SweepController& sweeps = window.sweeps();
        QVERIFY(sweeps.isShown() && !window.isLaboratoryShown());
        QTRY_COMPARE(sweeps.session()->state(), SweepSession::State::Finished);
        QVERIFY(!window.actions().runOrPause->isEnabled()); // there is no run to pause behind the page

        Q_EMIT sweeps.page()->chart().activated(1, 2);
        QVERIFY(window.isLaboratoryShown());
        QCOMPARE(window.session().experiment().samples.size, 90);
        QCOMPARE(window.session().experiment().policy.realShare, 0.5);
        QVERIFY(!window.session().experiment().sweep);
        QTRY_COMPARE(window.session().state(), RunState::Finished);
        QVERIFY(window.actions().sweep->isVisible());
        window.actions().sweep->trigger();
        QVERIFY(sweeps.isShown());
        QCOMPARE(sweeps.session()->model()->chainsDone(), 21);

        QVERIFY(window.open(QStringLiteral("old-faithful")));
        QVERIFY(window.isLaboratoryShown() && !window.actions().sweep->isVisible());
    }

    // The experiment without its sweep is one of the points, and says which.
    void oneRunOfASweepSaysItsValues()
    {
        ThemeControl themes;
        MainWindow window(themes);
        window.show();
        QVERIFY(window.open(QStringLiteral("real-share-grid")));
        QTRY_VERIFY(window.sweeps().page()->picture());
        Q_EMIT window.sweeps().page()->closeRequested();
        QVERIFY(window.isLaboratoryShown());
        QCOMPARE(QString::fromStdString(window.session().experiment().title),
                 QStringLiteral("Real share 0, Sample size 100 (A grid of real data)"));
        const auto has = [&](const QString& words) {
            for (auto* label : window.findChildren<QLabel*>())
                if (label->isVisible() && label->text().contains(words))
                    return true;
            return false;
        };
        QVERIFY(has(QStringLiteral("Real share 0, Sample size 100")) && !has(QStringLiteral("(changed)")));
        bool isPoint = false;
        for (auto* box : window.findChildren<QComboBox*>())
            isPoint = isPoint || box->placeholderText() == QStringLiteral("A point of the sweep");
        QVERIFY(isPoint);
    }

    void aSweepIsPresentedAndEscapeLeavesIt()
    {
        ThemeControl themes;
        MainWindow window(themes);
        window.resize(1280, 720);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QVERIFY(window.open(QStringLiteral("real-share-grid")));
        SweepPage& page = *window.sweeps().page();
        QTRY_VERIFY(page.picture());
        const auto isInSight = [&](const QString& words) {
            for (auto* label : page.findChildren<QLabel*>())
                if (label->isVisible() && label->text() == words)
                    return true;
            return false;
        };
        const auto& experiment = window.sweeps().session()->experiment();
        QVERIFY(isInSight(QString::fromStdString(experiment.question)));
        QVERIFY(isInSight(QString::fromStdString(experiment.story)));
        const double scale = fontScale();
        const int height = page.chart().height();
        const auto press = [&](Qt::Key key) { QTest::keyClick(window.windowHandle(), key); };
        press(Qt::Key_F11);
        QVERIFY(page.isPresented() && window.isFullScreen() && !window.menuBar()->isVisible());
        QVERIFY(fontScale() > 1.3 * scale);
        QVERIFY(!page.buttons()->isVisible() && !isInSight(QString::fromStdString(experiment.story)));
        QTRY_VERIFY(page.chart().height() > height);
        // Space plays the generations, and does not run the sweep.
        QCOMPARE(page.choice().generation, 200);
        press(Qt::Key_Space);
        QTRY_VERIFY(page.choice().generation > 0 && page.choice().generation < 200);
        QCOMPARE(window.sweeps().session()->state(), SweepSession::State::Ready);
        press(Qt::Key_Space);
        const auto held = page.choice().generation;
        press(Qt::Key_PageDown);
        QCOMPARE(page.choice().generation, held + 1);
        press(Qt::Key_Escape);
        QVERIFY(!page.isPresented() && page.buttons()->isVisible() && window.menuBar()->isVisible());
        QCOMPARE(fontScale(), scale);
        press(Qt::Key_F5);
        QVERIFY(page.isPresented());
        QCOMPARE(page.choice().generation, 0);
        // A point goes to the stage, which is not presented.
        window.open(QStringLiteral("old-faithful"));
        QVERIFY(!page.isPresented() && window.isLaboratoryShown() && !window.isFullScreen());
    }

    void theHelpOfASweepIsItsOwn()
    {
        ThemeControl themes;
        MainWindow window(themes);
        window.resize(1280, 720);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QVERIFY(window.open(QStringLiteral("real-share-grid")));
        QTRY_VERIFY(window.sweeps().page()->picture());
        window.actions().help->trigger();
        auto* tour = window.findChild<WindowTour*>();
        QVERIFY(tour);
        QVERIFY2(tour->name().contains(QStringLiteral("sweep")), qPrintable(tour->name()));
        QCOMPARE(tour->count(), std::size_t(5));
    }

    void whatIsChosenIsExplained()
    {
        SweepSession session;
        SweepPage page(session);
        page.resize(1000, 700);
        page.show();
        session.setExperiment(swept());
        QTRY_VERIFY(page.picture());
        for (auto* box : page.controls().findChildren<QComboBox*>())
            if (box->isVisible())
                QVERIFY2(!box->toolTip().isEmpty(), qPrintable(box->accessibleName()));
        const QString said = page.controls().findChild<QComboBox*>()->toolTip();
        QVERIFY2(said.startsWith(QStringLiteral("Spread · Variance")) &&
                     said.contains(QStringLiteral("Formula")),
                 qPrintable(said));
    }

    // In the middle of the slider is the middle of the run.
    void aClickOnTheSliderGoesThere()
    {
        SweepSession session;
        SweepPage page(session);
        page.resize(1000, 700);
        page.show();
        session.setExperiment(swept());
        QTRY_VERIFY(page.picture());
        auto* slider = page.findChild<QSlider*>();
        QTest::mouseClick(slider, Qt::LeftButton, {}, slider->rect().center());
        QCOMPARE(page.choice().generation, 4);
    }

    // Of a chain that keeps real rows theory gives the mean, of one that keeps none the median.
    void theTheoryThatIsDrawnIsOfOneStatistic()
    {
        SweepModel model(std::make_shared<const SweepPlan>(*SweepPlan::make(swept())));
        const auto theory = theoryOfSweep(model.plan(), "variance");
        QVERIFY(theory);
        model.setTheory("variance", *theory);
        SweepChoice choice = model.firstChoice();
        choice.metric = "variance";
        const SweepPicture seen = model.picture(choice);
        std::set<QString> drawn;
        int others = 0;
        for (const SweepCell& cell : seen.cells) {
            QVERIFY(!cell.theoryIs.isEmpty());
            if (std::isfinite(seen.drawnTheory(cell)))
                drawn.insert(cell.theoryIs);
            else
                ++others;
        }
        QCOMPARE(drawn, std::set<QString>{seen.theory});
        QCOMPARE(others, 3); // those without real rows, or those with
        // A column for each statistic: no reader takes a median for a mean.
        const DataTable table = tableOf(seen);
        QVERIFY(table.headers.contains(QStringLiteral("theory (mean)")));
        QVERIFY(table.headers.contains(QStringLiteral("theory (median)")));
        for (const std::vector<double>& row : table.rows)
            QVERIFY(std::isfinite(row[4]) != std::isfinite(row[5]));
    }

    void aSweepThatCannotRunSaysWhy()
    {
        Experiment experiment = swept();
        auto sweep = *experiment.sweep;
        sweep.also = {SettingList{{"policy.realShare", "0.6"}, {"policy.betaPrevious", "0.6"}}};
        experiment.sweep = std::make_shared<const Sweep>(sweep);
        SweepSession session;
        SweepPage page(session);
        session.setExperiment(experiment);
        QTRY_COMPARE(session.state(), SweepSession::State::Refused);
        QVERIFY2(session.why().contains(QStringLiteral("cannot run")), qPrintable(session.why()));
        QVERIFY(!session.model());
    }

    void theLowestPointOfATheoryIsMarked()
    {
        QStringList labels;
        std::vector<double> numbers;
        for (int i = 2; i <= 18; ++i) {
            numbers.push_back(i / 20.0);
            labels << QString::number(i / 20.0);
        }
        SweepPicture made = picture();
        made.across = SweptAxis(QStringLiteral("Real weight"), labels, numbers);
        made.up = {};
        made.cells.assign(numbers.size(), made.cells.front());
        const auto set = [&](auto theory) {
            for (std::size_t i = 0; i < numbers.size(); ++i)
                made.cells[i].theory = theory(numbers[i]);
            return lowestTheory(made, 0);
        };
        const auto lowest = set([](double w) { return (w - 0.618) * (w - 0.618) + 0.25; });
        QVERIFY(lowest && std::abs(lowest->position - 0.618) < 1e-9 && std::abs(lowest->value - 0.25) < 1e-9);
        QCOMPARE(lowest->label, QStringLiteral("0.62"));
        const SweepCurve curve(made, QRectF(0, 0, 640, 400), lightTheme());
        QVERIFY(curve.legend().contains(QStringLiteral("theory is lowest at 0.62")));
        QVERIFY(!set([](double w) { return w; }) && !set([](double w) { return -w; })); // at an end
        QVERIFY(!set([](double) { return 1.0; }));
        set([](double w) { return (w - 0.618) * (w - 0.618); });
        made.theory.clear();
        QVERIFY(!lowestTheory(made, 0));
    }

    void aFewLongCurvesAreShownAsCurves()
    {
        const auto axis = [](int values) {
            QStringList labels;
            std::vector<double> numbers;
            for (int i = 0; i < values; ++i) {
                labels << QString::number(i);
                numbers.push_back(i);
            }
            return SweptAxis(QStringLiteral("x"), labels, numbers);
        };
        QCOMPARE(firstShape({axis(17), axis(3)}), SweepShape::Curves);
        QCOMPARE(firstShape({axis(8), axis(9)}), SweepShape::Map);
        QCOMPARE(firstShape({axis(3), axis(2)}), SweepShape::Map);
        QCOMPARE(firstShape({axis(17)}), SweepShape::Map); // which is a curve anyway
    }

    void curvesAreAFewOfMany()
    {
        SweepPicture many = picture();
        QStringList labels;
        for (int i = 0; i < 11; ++i)
            labels << QString::number(i);
        many.up = SweptAxis(QStringLiteral("Seed"), labels, {});
        many.cells.assign(55, many.cells.front());
        const SweepCurve curves(many, QRectF(0, 0, 640, 400), lightTheme());
        QCOMPARE(curves.rows(), std::vector<std::size_t>({0, 2, 4, 6, 8, 10}));
        QVERIFY(curves.legend().contains(QStringLiteral("6 of 11 are drawn")));
        const SweepPicture three = picture();
        QCOMPARE(SweepCurve(three, QRectF(0, 0, 640, 400), lightTheme()).rows(),
                 std::vector<std::size_t>({0, 1, 2}));
        for (const QString& words : SweepCurve(three, QRectF(0, 0, 640, 400), lightTheme()).legend())
            QVERIFY(!words.contains(QStringLiteral("are drawn")));
    }

    /// What the export dialog asks for changes the figure, and it asks for nothing else.
    void aFigureHasThePartsThatItOffers()
    {
        const SweepPicture shown = picture();
        for (const SweepShape shape : {SweepShape::Map, SweepShape::Curves}) {
            const Figure figure = sweepFigure(fixtures::normalExperiment(4, 1), shown, shape);
            const auto drawn = [&figure](const FigureParts& parts) {
                FigureOptions options;
                options.parts = parts;
                return encodeFigure(figure, FigureFormat::Svg, options);
            };
            QVERIFY(figure.offered.heading && !figure.offered.facts && !figure.offered.logGenerations);
            QCOMPARE(figure.offered.legend, shape == SweepShape::Curves);
            QVERIFY(drawn({}) != drawn({.heading = false}));
            QCOMPARE(drawn({}) != drawn({.legend = false}), figure.offered.legend);
            QCOMPARE(drawn({}), drawn({.facts = false}));
        }
    }
};

HARELOOM_UI_TEST(SweepTest)
#include "SweepTest.moc"
