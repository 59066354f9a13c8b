// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/Source.h"
#include "core/theory/DiscreteTheory.h"
#include "tests/TestProgram.h"
#include "tests/ui/StageRuns.h"
#include "ui/families/discrete/DiscreteStage.h"
#include "ui/families/discrete/StateLifetimes.h"

#include <QImage>
#include <QPainter>
#include <QtTest>

using namespace hareloom;
using namespace hareloom::ui;

namespace {

constexpr auto kWords =
    R"({"family": "discrete", "source": {"kind": "categories", "weights": [50, 30, 15, 4, 1]},
    "samples": {"size": 40}, "generations": 30, "chains": 6, "seed": 2, "evaluation": {"metrics": ["survivingStates"]}})";

/// A run to its end, as a stage is given it.
struct Run
{
    Experiment experiment;
    std::vector<GenerationPtr> links;
    History history;
    StageOrigin origin;

    explicit Run(const QByteArray& json)
        : experiment(experimentOf(json)), links(collected(experiment).generations)
    {
        for (const GenerationPtr& link : links)
            history.add(link);
        origin.experiment = experiment;
        origin.generation = history.at(0, 0);
        origin.distribution = *makeSource(experiment.source, RowKind::States);
    }
    StageFrame frame(int generation) const
    {
        const GenerationPtr at = history.at(0, generation);
        StageFrame frame;
        frame.from = frame.to = at;
        frame.history = &history;
        frame.last = static_cast<int>(experiment.generations);
        return frame;
    }
};

} // namespace

class LifetimesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // By hand, from the models themselves; going back gives the same as having been there before.
    void aLifeEndsWithTheFirstGenerationThatLacksIt()
    {
        const Run run(kWords);
        StateLifetimes lifetimes;
        lifetimes.begin(run.origin);
        for (const int g : {30, 7, 0, 30}) {
            const auto lives = lifetimes.at(run.frame(g));
            QCOMPARE(lives.size(), std::size_t(5));
            QCOMPARE(lifetimes.chains(run.frame(g)), 6);
            for (const auto& life : lives) {
                double sum = 0;
                int alive = 0;
                for (int chain = 0; chain < 6; ++chain) {
                    int lived = 0;
                    while (lived <= g &&
                           run.history.at(chain, lived)->snapshot->categorical()->probabilities[life.state] >
                               0)
                        ++lived;
                    sum += lived;
                    alive += lived > g ? 1 : 0;
                }
                QCOMPARE(life.lived, sum / 6);
                QCOMPARE(life.alive, alive);
            }
            QCOMPARE(lives.front().state, 0);
            QCOMPARE(lives.front().count, 20.0); // half of 40 rows
        }
    }

    void theLineIsTheEngines()
    {
        const Run run(kWords);
        StateLifetimes lifetimes;
        lifetimes.begin(run.origin);
        const auto exact = expectedLifetimes(Vector{{0.5, 0.01}}, 40, 30);
        for (const int g : {0, 10, 30}) {
            const auto at = static_cast<std::size_t>(g);
            QVERIFY(std::abs(lifetimes.expected(20, g) / exact[0][at] - 1) < 1e-6);
            QVERIFY(std::abs(lifetimes.expected(0.4, g) / exact[1][at] - 1) < 1e-6);
        }
        QVERIFY(lifetimes.expected(2, 30) > lifetimes.expected(1, 30));
        QVERIFY(std::isnan(lifetimes.expected(39, 30)) && std::isnan(lifetimes.expected(2, 31)));
    }

    void whereTheChainIsAnotherThereIsNoLine()
    {
        const Run run(
            QByteArray(kWords).replace("\"seed\": 2", "\"seed\": 2, \"policy\": {\"realShare\": 0.1}"));
        StateLifetimes lifetimes;
        lifetimes.begin(run.origin);
        QVERIFY(std::isnan(lifetimes.expected(2, 10)));
        QCOMPARE(lifetimes.at(run.frame(10)).size(), std::size_t(5));
    }

    void theStageShowsThem()
    {
        const Run run(kWords);
        DiscreteStage stage;
        stage.setOrigin(run.origin);
        StageOptions options;
        options.mode = DiscreteStage::Lives;
        QVERIFY(stage.modes().size() > options.mode);
        const QRectF area(0, 0, 640, 360);
        QImage picture(640, 360, QImage::Format_RGB32);
        picture.fill(lightTheme().surface);
        const QImage empty = picture;
        QPainter painter(&picture);
        const StageFrame frame = run.frame(30);
        stage.paint(painter, area, frame, options, lightTheme());
        painter.end();
        QVERIFY(picture != empty);
        QCOMPARE(stage.legend(frame, options, lightTheme()).size(), std::size_t(3));
        const DataTable table = stage.table(frame, options);
        QCOMPARE(table.rows.size(), std::size_t(5));
        QCOMPARE(table.headers.size(), 5);
        QVERIFY(table.rows[3][4] > 0);
        // Every dot can be read where it lies.
        int read = 0;
        for (int x = 0; x < 640; x += 4)
            for (int y = 0; y < 360; y += 4)
                read += stage.read(QPointF(x, y), area, frame, options).has_value();
        QVERIFY(read > 20);
    }
};

HARELOOM_UI_TEST(LifetimesTest)
#include "LifetimesTest.moc"
