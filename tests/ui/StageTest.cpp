// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/discrete/CategoricalSnapshot.h"
#include "core/recipe/Families.h"
#include "tests/TestProgram.h"
#include "tests/ui/Fixtures.h"
#include "tests/ui/Ink.h"
#include "ui/families/Faces.h"
#include "ui/families/discrete/DiscreteStage.h"
#include "ui/plot/DensityCurve.h"
#include "ui/plot/Ticks.h"
#include "ui/plot/ViewText.h"
#include "ui/stage/Legend.h"
#include "ui/vitals/VitalSeries.h"

#include <QImage>
#include <QPainter>
#include <QtTest>

#include <numeric>

using namespace hareloom;
using namespace hareloom::ui;

namespace {

SnapshotPtr normal(int dimension, double spread)
{
    return std::make_shared<NormalMixtureSnapshot>(NormalMixture::single(
        Vector::Zero(dimension), Matrix::Identity(dimension, dimension) * spread * spread));
}

SnapshotPtr states(int count, int alive)
{
    Categorical distribution;
    distribution.probabilities = Vector::Zero(count);
    for (int i = 0; i < alive; ++i)
        distribution.probabilities[i] = 1.0 / alive;
    return std::make_shared<CategoricalSnapshot>(distribution);
}

NormalMixture kernels(int count)
{
    NormalMixture mixture;
    mixture.weights = Vector::Constant(count, 1.0 / count);
    mixture.means = Matrix(count, 1);
    for (int k = 0; k < count; ++k)
        mixture.means(k, 0) = std::sin(k * 12.9898) * 2;
    mixture.covariances = {Matrix::Constant(1, 1, 0.04)};
    return mixture;
}

constexpr QRectF kArea(0, 0, 640, 360);

QImage painted(Stage& stage, const GenerationPtr& origin, const GenerationPtr& shown, int mode = 0)
{
    History history;
    history.add(origin);
    if (shown != origin)
        history.add(shown);
    StageFrame frame{shown, shown, 1, 0.5, nullptr, &history, 0};
    StageOptions options;
    options.mode = mode;
    QImage image(kArea.size().toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    stage.paint(painter, QRectF(image.rect()), frame, options, lightTheme());
    return image;
}

} // namespace

class StageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFamilyHasAFace()
    {
        QCOMPARE(faces().size(), families().size());
        for (std::size_t i = 0; i < families().size(); ++i) {
            const Face& face = faceOf(families()[i]->name);
            QCOMPARE(&face, faces()[i]);
            QCOMPARE(face.title(), fromView(families()[i]->title));
            QVERIFY(face.glyph() != drawUnknown);
        }
    }

    // A session of a newer version may hold one.
    void anUnknownFamilyIsNoCrash()
    {
        const Face& face = faceOf("not-known-yet");
        QVERIFY(face.glyph() == drawUnknown);
        QVERIFY(!face.title().isEmpty() && !face.rowsWord().isEmpty());
        QVERIFY(!face.makeStage(*normal(1, 1)));
        QVERIFY(face.quantities(*normal(1, 1), {}).empty());
        QVERIFY(!face.sharesAxes(*normal(1, 1), *normal(1, 1)));
        QVERIFY(!faceOf("discrete").makeStage(*normal(1, 1))); // nor a model of another family
        QVERIFY(!faceOf("gaussian").makeStage(*states(3, 3)));
        QVERIFY(faceOf("gaussian").quantities(*states(3, 3), {}).empty());
        QVERIFY(!faceOf("image").makeStage(*states(3, 3)) && !faceOf("language").makeStage(*states(3, 3)));
    }

    void whatShrinksIsSeen_data()
    {
        QTest::addColumn<QByteArray>("family");
        QTest::addColumn<SnapshotPtr>("before");
        QTest::addColumn<SnapshotPtr>("after");
        QTest::newRow("1-D") << QByteArray("gaussian") << normal(1, 1) << normal(1, 0.5);
        QTest::newRow("2-D") << QByteArray("kde") << normal(2, 1) << normal(2, 0.5);
        QTest::newRow("5-D") << QByteArray("mixture") << normal(5, 1) << normal(5, 0.5);
        QTest::newRow("10 states") << QByteArray("discrete") << states(10, 10) << states(10, 6);
        QTest::newRow("10,000 states")
            << QByteArray("discrete") << states(10000, 10000) << states(10000, 6000);
    }
    void whatShrinksIsSeen()
    {
        QFETCH(QByteArray, family);
        QFETCH(SnapshotPtr, before);
        QFETCH(SnapshotPtr, after);
        const GenerationPtr origin = fixtures::link(0, before), later = fixtures::link(1, after);
        const auto stage = faceOf(family.toStdString()).makeStage(*before);
        QVERIFY(stage != nullptr);
        stage->setOrigin({fixtures::normalExperiment(10), origin, nullptr, {"x", "y"}});
        for (int mode = 0; mode < stage->modes().size(); ++mode)
            QVERIFY(painted(*stage, origin, origin, mode) != painted(*stage, origin, later, mode));
        QVERIFY(!stage->facts({later, later, 1, 0.5, nullptr, nullptr, 0}).empty());
    }

    // A spike in the middle of what was a bell.
    void aCollapsedLineIsDrawn()
    {
        const GenerationPtr origin = fixtures::link(0, normal(1, 1)), spike = fixtures::link(1, normal(1, 0));
        const auto stage = faceOf("gaussian").makeStage(*origin->snapshot);
        stage->setOrigin({fixtures::normalExperiment(10), origin, nullptr, {}});
        const StageFrame frame{spike, spike, 1, 0.5, nullptr, nullptr, 0};
        QCOMPARE(stage->facts(frame)[0].value, QStringLiteral("0"));
        const QRectF plot = stage->plot(kArea, frame, {}).area;
        const QImage image = painted(*stage, origin, spike);
        const QColor ink = lightTheme().generation(0.5);
        // The curve is as high as the plot where all rows are, and no higher than its foot beside it.
        QVERIFY(fixtures::inkIn(image, QRectF(plot.center().x() - 6, plot.top(), 12, plot.height() / 3),
                                ink) > 0);
        QCOMPARE(
            fixtures::inkIn(image, QRectF(plot.left(), plot.top(), plot.width() / 3, plot.height() / 2), ink),
            0);
    }

    void aCollapsedCloudIsDrawn()
    {
        const GenerationPtr point = fixtures::link(0, normal(2, 0));
        const auto stage = faceOf("mixture").makeStage(*point->snapshot);
        stage->setOrigin({fixtures::normalExperiment(10), point, nullptr, {}});
        const StageFrame frame{point, point, 1, 0.5, nullptr, nullptr, 0};
        QCOMPARE(stage->facts(frame)[0].value, QStringLiteral("0"));
        QCOMPARE(stage->facts(frame)[1].value, QStringLiteral("(0, 0)"));
        const QRectF plot = stage->plot(kArea, frame, {}).area;
        QVERIFY(plot.width() > 100 && plot.height() > 100); // axes without any spread are axes still
        const auto read = stage->read(plot.center(), kArea, frame, {});
        QVERIFY(read && !read->values.empty());
        QVERIFY(painted(*stage, point, point) != painted(*stage, point, fixtures::link(1, normal(2, 1))));
    }

    // Seconds since 1970, say: an axis of some seconds, a billion of them from 0.
    void rowsFarFromZeroAreDrawnInTheirPlaces()
    {
        constexpr double kFar = 1.7e9;
        const SnapshotPtr far = std::make_shared<NormalMixtureSnapshot>(
            NormalMixture::single(Vector{{kFar, 0.0}}, Matrix::Identity(2, 2)));
        const GenerationPtr link = fixtures::link(0, far);
        const auto stage = faceOf("mixture").makeStage(*far);
        stage->setOrigin({fixtures::normalExperiment(10), link, nullptr, {}});
        const auto rows = std::make_shared<Matrix>(1, 2);
        *rows << kFar + 1.25, 1.25;
        StageOptions options;
        options.mode = 1; // rows
        const auto with = [&](const RowsPtr& some) {
            QImage image(kArea.size().toSize(), QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            stage->paint(painter, kArea, {link, link, 1, 1, some, nullptr, 0}, options, lightTheme());
            return image;
        };
        const QImage none = with(nullptr), one = with(rows);
        const StageFrame frame{link, link, 1, 1, rows, nullptr, 0};
        const QPointF centre = stage->plot(kArea, frame, options).area.center();
        int right = 0, elsewhere = 0;
        for (int y = 0; y < one.height(); ++y)
            for (int x = 0; x < one.width(); ++x)
                if (one.pixel(x, y) != none.pixel(x, y))
                    ++(x > centre.x() + 4 && y < centre.y() - 4 ? right : elsewhere);
        QVERIFY(right > 4);
        QCOMPARE(elsewhere, 0);
    }

    // In its order, by name, and gone from the list when it comes back.
    void whatIsLostIsListed()
    {
        const auto counts = [](int index, std::initializer_list<double> p) {
            Categorical states;
            states.probabilities = Vector(static_cast<Eigen::Index>(p.size()));
            std::copy(p.begin(), p.end(), states.probabilities.begin());
            return fixtures::link(index, std::make_shared<CategoricalSnapshot>(states));
        };
        History history;
        for (const GenerationPtr& link :
             {counts(0, {0.4, 0.3, 0.2, 0.1, 0}), counts(1, {0.5, 0.5, 0, 0, 0}),
              counts(2, {0.6, 0.2, 0.2, 0, 0}), counts(3, {0.6, 0, 0.4, 0, 0}), counts(4, {1, 0, 0, 0, 0})})
            history.add(link);
        const auto stage = faceOf("discrete").makeStage(*history.at(0, 0)->snapshot);
        Experiment experiment = fixtures::normalExperiment(4);
        experiment.family = "discrete";
        stage->setOrigin(
            {experiment, history.at(0, 0), nullptr, {}, nullptr, {"owl", "wren", "kite", "hoopoe", "auk"}});
        StageOptions options;
        options.mode = DiscreteStage::Lost;
        const auto at = [&](int g) {
            return StageFrame{history.at(0, g), history.at(0, g), 1, 0.5, nullptr, &history, 0, 4};
        };
        QCOMPARE(stage->table(at(1), options).names, (QStringList{"kite", "hoopoe"}));
        QCOMPARE(stage->table(at(2), options).names, (QStringList{"hoopoe"}));
        const DataTable table = stage->table(at(4), options);
        QCOMPARE(table.names, (QStringList{"hoopoe", "wren", "kite"}));
        QCOMPARE(table.rows[0][1], 1.0);
        QCOMPARE(table.rows[1][1], 3.0);
        QCOMPARE(table.rows[2][1], 4.0);
        QVERIFY(stage->spoken(at(4), options)
                    .contains("3 of 4 state(s) are lost, in this order: generation 1: hoopoe; "
                              "generation 3: wren; generation 4: kite."));
        QVERIFY(stage->spoken(at(0), options).contains("None of 4 state(s) is lost yet"));
        QCOMPARE(stage->facts(at(4))[2].name, QStringLiteral("most: owl"));
        QCOMPARE(stage->facts(at(4))[2].before, QStringLiteral("40%"));
        // A reading calls a state by its name alone.
        const QRectF plot = stage->plot(kArea, at(4), {}).area;
        const auto read =
            stage->read({plot.left() + plot.width() * 0.3, plot.center().y()}, kArea, at(4), {});
        QVERIFY(read && read->heading == QStringLiteral("wren"));
    }

    void manyKernelsAreBinnedFaithfully()
    {
        const NormalMixture many = kernels(20000);
        NormalMixture exact = many;
        exact.covariances.assign(20000, many.covariances.front()); // one each: not binned
        const AxisRange range{-3, 3, false};
        const auto binned = densityCurve(many, 0, range, 200), full = densityCurve(exact, 0, range, 200);
        const double peak = *std::max_element(full.begin(), full.end());
        for (std::size_t i = 0; i < full.size(); ++i)
            QVERIFY(std::abs(binned[i] - full[i]) < 2e-3 * peak);
        QVERIFY(std::abs(std::accumulate(full.begin(), full.end(), 0.0) * 6 / 199 - 1) < 0.01);
    }

    void aLegendTakesMoreRowsBeforeItDropsEntries()
    {
        std::vector<LegendEntry> entries;
        for (const char* words : {"generation 0", "this generation", "rows it generates", "real data"})
            entries.push_back({LegendEntry::Mark::Line, Qt::black, words});
        QCOMPARE(legendRows(entries, 2000), 1);
        QCOMPARE(legendRows(entries, 300), 2);
        const auto ink = [&](int rows) {
            QImage image(320, 80, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            paintLegend(painter, {310, 5}, 300, entries, lightTheme(), rows);
            int dark = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    dark += image.pixel(x, y) != 0xffffffff ? 1 : 0;
            return dark;
        };
        QVERIFY(ink(2) > 1.5 * ink(1));
        QVERIFY(ink(1) > 0);
    }

    void marginsGrowWithTheWords()
    {
        const auto before = fixtures::link(0, states(10, 10));
        DiscreteStage stage;
        stage.setOrigin({fixtures::normalExperiment(5), before, nullptr, {}, nullptr, {}});
        const StageFrame frame{before, before, 1, 0, nullptr, nullptr, 0};
        const QRectF area(0, 0, 800, 400), usual = stage.plot(area, frame, {}).area;
        const FontScaleScope large(2);
        const QRectF grown = stage.plot(area, frame, {}).area;
        QCOMPARE(grown.left(), 2 * usual.left());
        QVERIFY(area.bottom() - grown.bottom() > 1.8 * (area.bottom() - usual.bottom()) - 10);
    }

    void ticksAreRound()
    {
        for (const Tick& tick : niceTicks({-0.93, 1.7, false}, 6))
            QVERIFY(std::abs(tick.value / 0.5 - std::round(tick.value / 0.5)) < 1e-9);
        QCOMPARE(niceTicks({1e-6, 1e3, true}, 4).size() <= 5, true);
        QCOMPARE(numberText(-0.5), QStringLiteral("−0.5"));
        QCOMPARE(numberText(1.2e-9), QStringLiteral("1.2×10⁻⁹"));
        QCOMPARE(numberText(12345), QStringLiteral("12345"));
        for (const Tick& tick : wholeTicks({0, 3, false}, 10))
            QCOMPARE(tick.value, std::round(tick.value));
    }

    void bandsAreQuantilesOverChains()
    {
        Experiment experiment = fixtures::normalExperiment(5, 11);
        VitalSeries series("variance", {experiment});
        History history;
        std::vector<double> first;
        for (int chain = 0; chain < 11; ++chain)
            for (const GenerationPtr& link :
                 fixtures::normalChain(6, 20, 5 + static_cast<unsigned>(chain), chain)) {
                history.add(link);
                series.update(history);
                if (link->index == 3)
                    first.push_back(link->metric("variance"));
            }
        std::sort(first.begin(), first.end());
        QCOMPARE(series.lines()[0].centre[3], first[5]);
        QCOMPARE(series.lines()[0].low[3], first[1]);
        QCOMPARE(series.lines()[0].high[3], first[9]);
    }
};

HARELOOM_UI_TEST(StageTest)
#include "StageTest.moc"
