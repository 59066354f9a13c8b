// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/normal/NormalMixtureSnapshot.h"
#include "core/families/discrete/CategoricalSnapshot.h"
#include "tests/ui/Fixtures.h"
#include "ui/families/discrete/DiscreteStage.h"
#include "ui/plot/DensityCurve.h"
#include "ui/plot/Ticks.h"
#include "ui/stage/Legend.h"
#include "ui/stage/StageRegistry.h"
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

QImage painted(Stage& stage, const GenerationPtr& origin, const GenerationPtr& shown, int mode = 0)
{
    History history;
    history.add(origin);
    if (shown != origin)
        history.add(shown);
    StageFrame frame{shown, shown, 1, 0.5, nullptr, &history, 0};
    StageOptions options;
    options.mode = mode;
    QImage image(640, 360, QImage::Format_RGB32);
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
    void whatShrinksIsSeen_data()
    {
        QTest::addColumn<SnapshotPtr>("before");
        QTest::addColumn<SnapshotPtr>("after");
        QTest::newRow("1-D") << normal(1, 1) << normal(1, 0.5);
        QTest::newRow("2-D") << normal(2, 1) << normal(2, 0.5);
        QTest::newRow("5-D") << normal(5, 1) << normal(5, 0.5);
        QTest::newRow("10 states") << states(10, 10) << states(10, 6);
        QTest::newRow("10,000 states") << states(10000, 10000) << states(10000, 6000);
    }
    void whatShrinksIsSeen()
    {
        QFETCH(SnapshotPtr, before);
        QFETCH(SnapshotPtr, after);
        const GenerationPtr origin = fixtures::link(0, before), later = fixtures::link(1, after);
        const auto stage = makeStage(fixtures::normalExperiment(10), *before);
        QVERIFY(stage != nullptr);
        stage->setOrigin({fixtures::normalExperiment(10), origin, nullptr, {"x", "y"}});
        for (int mode = 0; mode < stage->modes().size(); ++mode)
            QVERIFY(painted(*stage, origin, origin, mode) != painted(*stage, origin, later, mode));
        QVERIFY(!stage->facts({later, later, 1, 0.5, nullptr, nullptr, 0}).empty());
    }

    void collapsedModelsAreDrawn()
    {
        const GenerationPtr origin = fixtures::link(0, normal(1, 1));
        const auto stage = makeStage(fixtures::normalExperiment(10), *origin->snapshot);
        stage->setOrigin({fixtures::normalExperiment(10), origin, nullptr, {}});
        QVERIFY(!painted(*stage, origin, fixtures::link(1, normal(1, 0))).isNull());
        const auto plane = makeStage(fixtures::normalExperiment(10), *normal(2, 0));
        const GenerationPtr point = fixtures::link(0, normal(2, 0));
        plane->setOrigin({fixtures::normalExperiment(10), point, nullptr, {}});
        QVERIFY(!painted(*plane, point, point).isNull());
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
        QCOMPARE(series.lines()[0].median[3], first[5]);
        QCOMPARE(series.lines()[0].low[3], first[1]);
        QCOMPARE(series.lines()[0].high[3], first[9]);
    }
};

QTEST_MAIN(StageTest)
#include "StageTest.moc"
