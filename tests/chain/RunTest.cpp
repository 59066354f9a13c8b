// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipe/Families.h"
#include "core/recipe/MetricAvailability.h"
#include "tests/TestProgram.h"
#include "tests/chain/Runs.h"
#include "tests/contract/Stops.h"

#include <QtTest>

#include <cmath>
#include <thread>

using namespace hareloom;

namespace {

/// Stops, or pauses and then lets another thread stop, after so many generations.
struct Brake : Collected
{
    StopSource source;
    std::size_t after = 0;
    bool pauses = false;
    void onGeneration(const GenerationPtr& generation) override
    {
        Collected::onGeneration(generation);
        if (generations.size() == after)
            pauses ? source.pause() : source.requestStop();
    }
};

struct FullDisk : Collected
{
    Result<void> onCheckpoint() override
    {
        return generations.size() < 3 ? Result<void>() : systemError("the disk is full");
    }
};

struct Thrower : Collected
{
    void onGeneration(const GenerationPtr&) override { throw std::runtime_error("unexpected"); }
};

constexpr const char* kLong =
    R"({"family": "gaussian", "generations": 100000, "chains": 4, "samples": {"size": 50}})";

} // namespace

class RunTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesEveryLinkInOrder()
    {
        const Experiment experiment =
            experimentOf(R"({"family": "gaussian", "generations": 7, "chains": 3})");
        Collected heard;
        QVERIFY(run(experiment, heard, {}, {2, {}}));
        QCOMPARE(*totalGenerations(experiment), std::int64_t{24});
        QCOMPARE(heard.completed, std::int64_t{24});
        QCOMPARE(heard.last.doneGenerations, std::int64_t{24});
        QCOMPARE(heard.last.totalGenerations, std::int64_t{24});
        std::vector<int> next(3, 0);
        for (const auto& generation : heard.generations)
            QCOMPARE(generation->index, next[static_cast<std::size_t>(generation->chain)]++);
    }

    void generationZeroAlone()
    {
        const Collected heard = collected(experimentOf(R"({"family": "gaussian", "generations": 0})"));
        QCOMPARE(heard.generations.size(), std::size_t{1});
        QCOMPARE(heard.generations[0]->realRows, std::int64_t{100});
        QCOMPARE(heard.generations[0]->syntheticRows, std::int64_t{0});
    }

    // At most one generation more for each thread that was already at work.
    void stopActsWithinAGeneration()
    {
        for (const int threads : {1, 3}) {
            Brake heard;
            heard.after = 10;
            const auto end = run(experimentOf(kLong), heard, heard.source.token(), {threads, {}});
            QVERIFY(end && *end == RunEnd::Stopped);
            QVERIFY(heard.generations.size() >= 10 &&
                    heard.generations.size() <= 10 + static_cast<std::size_t>(threads) - 1);
            QCOMPARE(heard.completed, std::ssize(heard.generations));
        }
    }

    void pauseHoldsEveryChain()
    {
        Brake heard;
        heard.after = 10;
        heard.pauses = true;
        std::jthread running([&] {
            (void)run(experimentOf(kLong), heard, heard.source.token(), {1, {}}).ok();
        });
        QTRY_VERIFY(heard.source.isPaused());
        heard.source.requestStop(); // while it is paused: it must wake up, and make nothing more
        running.join();
        QCOMPARE(heard.generations.size(), std::size_t{10});
    }

    void anAlreadyStoppedRunMakesNothing()
    {
        Brake heard;
        heard.source.requestStop();
        const auto end = run(experimentOf(kLong), heard, heard.source.token(), {2, {}});
        QVERIFY(end && *end == RunEnd::Stopped);
        QVERIFY(heard.generations.empty() && heard.completed == 0);
    }

    // Whether a source is drawn from, a model fitted, rows chosen or a metric taken when the stop comes: what
    // was made before is what an undisturbed run makes.
    void aStopAnywhereLeavesWhatWasMade_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("discrete, real rows in each generation")
            << QByteArray(R"({"family": "discrete", "source": {"kind": "zipf", "states": 30},
                "policy": {"realShare": 0.1}, "evaluation": {"metrics": ["tailMass", "klNats"]})");
        QTest::newRow("discrete, all generations together, filtered")
            << QByteArray(R"({"family": "discrete", "source": {"kind": "zipf", "states": 30},
                "policy": {"pool": "all", "filter": {"keepWrong": 0.5}},
                "evaluation": {"metrics": ["survivingStates", "jsNats"]})");
        QTest::newRow("gaussian, 2 variables, real rows")
            << QByteArray(R"({"family": "gaussian", "source": {"kind": "normal", "mean": [0, 0],
                "covariance": [[1, 0], [0, 1]]}, "policy": {"realShare": 0.2},
                "evaluation": {"metrics": ["w2Squared", "w2NoiseFloor"]})");
        QTest::newRow("gaussian, fresh and former rows")
            << QByteArray(R"({"family": "gaussian", "policy": {"freshShare": 0.2, "betaPrevious": 0.3},
                "evaluation": {"heldOut": 50, "metrics": ["variance", "heldOutNll"]})");
        QTest::newRow("kde, filtered")
            << QByteArray(R"({"family": "kde", "policy": {"filter": {"keepWrong": 0.2}},
                "evaluation": {"metrics": ["l2ToFirst", "w2Squared"]})");
        QTest::newRow("mixture, a sample of all generations")
            << QByteArray(R"({"family": "mixture", "model": {"components": 2, "starts": 2},
                "policy": {"pool": "all", "subsample": 80}, "evaluation": {"metrics": ["variance", "tailMass"]})");
    }
    void aStopAnywhereLeavesWhatWasMade()
    {
        QFETCH(QByteArray, json);
        const Experiment experiment =
            experimentOf(json + R"(, "generations": 4, "chains": 2, "samples": {"size": 300}})");
        const Collected undisturbed = collected(experiment);
        for (const int threads : {1, 2}) {
            const int stops = stopEverywhere([&](StopSource& stop) {
                Collected heard;
                const auto end = run(experiment, heard, stop.token(), {threads, {}});
                if (!end)
                    qFatal("%s", end.error().message.c_str());
                sortLinks(heard.generations);
                for (const GenerationPtr& generation : heard.generations) {
                    const auto twin = std::find_if(undisturbed.generations.begin(),
                                                   undisturbed.generations.end(), [&](const auto& each) {
                                                       return each->chain == generation->chain &&
                                                              each->index == generation->index;
                                                   });
                    if (const QString found = difference(*generation, **twin); !found.isEmpty())
                        qFatal("%s", qPrintable(found));
                }
                return *end == RunEnd::Stopped;
            });
            QVERIFY2(stops > 30, qPrintable(QString::number(stops)));
        }
    }

    void aFullDiskEndsTheRun()
    {
        FullDisk heard;
        const auto end = run(experimentOf(kLong), heard, {}, {1, {}});
        QVERIFY(!end);
        QCOMPARE(end.error().kind, ErrorKind::System);
        QCOMPARE(heard.generations.size(), std::size_t{3});
        QCOMPARE(heard.completed, std::int64_t{3});
    }

    void whatAnObserverThrowsIsAnError()
    {
        Thrower heard;
        for (const int threads : {1, 2}) {
            const auto end = run(experimentOf(kLong), heard, {}, {threads, {}});
            QVERIFY(!end && QString::fromStdString(end.error().message).contains("unexpected"));
        }
    }

    void stopRuleEndsAChain_data()
    {
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<bool>("below");
        QTest::addColumn<QByteArray>("metric");
        QTest::newRow("below") << QByteArray(R"("when": "below", "threshold": 0.2)") << true
                               << QByteArray("\"variance\"");
        QTest::newRow("above") << QByteArray(R"("when": "above", "threshold": 2)") << false
                               << QByteArray("\"variance\"");
        QTest::newRow("of a variable")
            << QByteArray(R"("when": "above", "threshold": 0.5)") << false << QByteArray("\"mean\"");
    }
    void stopRuleEndsAChain()
    {
        QFETCH(QByteArray, rule);
        QFETCH(bool, below);
        QFETCH(QByteArray, metric);
        const Experiment experiment =
            experimentOf(R"({"family": "gaussian", "samples": {"size": 10}, "generations": 300, "chains": 6,
            "stopWhen": {"metric": )" +
                         metric + ", " + rule + "}}");
        const auto all = collected(experiment).generations;
        const std::string name = metric == "\"mean\"" ? "mean[0]" : "variance";
        int ended = 0;
        for (const auto& generation : all) {
            const double value = generation->metric(name);
            const bool crossed =
                below ? value < experiment.stopWhen.threshold : value > experiment.stopWhen.threshold;
            const bool last = std::none_of(all.begin(), all.end(), [&](const auto& g) {
                return g->chain == generation->chain && g->index == generation->index + 1;
            });
            QVERIFY(crossed ? last : !last || generation->index == 300);
            ended += crossed;
        }
        QVERIFY(ended > 0);
    }

    // The numbers outgrow a double; that is a finding, told in a note, and ends the chain.
    void overflowEndsInANote_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("gaussian") << QByteArray(R"("family": "gaussian")");
        QTest::newRow("gaussian, 2-D")
            << QByteArray(R"("family": "gaussian", "source": {"kind": "twoMoons"})");
        QTest::newRow("kde") << QByteArray(R"("family": "kde")");
        QTest::newRow("mixture") << QByteArray(R"("family": "mixture")");
        QTest::newRow("mixture, tied, 2-D") << QByteArray(
            R"("family": "mixture", "source": {"kind": "circles"}, "model": {"covariance": "tied"})");
        QTest::newRow("mixture, 3 starts") << QByteArray(
            R"("family": "mixture", "model": {"components": 3, "starts": 3, "covariance": "spherical"})");
        QTest::newRow("exact") << QByteArray(R"("family": "gaussian", "errors": {"statistical": false})");
    }
    void overflowEndsInANote()
    {
        QFETCH(QByteArray, json);
        const auto all =
            collected(
                experimentOf("{" + json +
                             R"(, "generations": 1000, "samples": {"size": 30}, "policy": {"lambda": 100},
            "evaluation": {"metrics": ["variance", "logVariance", "w2Squared", "tailMass", "l2ToFirst"]}})"))
                .generations;
        QVERIFY(all.size() > 20 && all.size() < 1001);
        QVERIFY(!all.back()->note.empty());
        QVERIFY(all.back()->snapshot == all[all.size() - 2]->snapshot); // the last that was a model
        QVERIFY(snapshotFromJson(toJson(*all.back()->snapshot)).ok());
        for (std::size_t g = 0; g + 1 < all.size(); ++g)
            QVERIFY(all[g]->note.empty());
    }

    // And the other way: to a point, for ever.
    void collapseToAPointIsData()
    {
        const auto all =
            collected(
                experimentOf(
                    R"({"family": "gaussian", "generations": 400, "samples": {"size": 30}, "policy": {"lambda": 0.001},
            "evaluation": {"metrics": ["variance", "w2Squared", "tailMass", "risk"]}})"))
                .generations;
        QCOMPARE(all.size(), std::size_t{401});
        QCOMPARE(all.back()->metric("variance"), 0.0);
        QVERIFY(std::isfinite(all.back()->metric("w2Squared")) &&
                std::isfinite(all.back()->metric("tailMass")));
    }

    void everyMetricThatIsOfferedCanBeMeasured_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("gaussian, normal") << QByteArray(R"("family": "gaussian")");
        QTest::newRow("gaussian, uniform")
            << QByteArray(R"("family": "gaussian", "source": {"kind": "uniform", "dimension": 2})");
        QTest::newRow("kde, faithful") << QByteArray(R"("family": "kde", "source": {"kind": "faithful"})");
        QTest::newRow("mixture, eight")
            << QByteArray(R"("family": "mixture", "source": {"kind": "eightGaussians"})");
        QTest::newRow("mixture, normal") << QByteArray(R"("family": "mixture")");
        QTest::newRow("discrete, zipf")
            << QByteArray(R"("family": "discrete", "source": {"kind": "zipf", "states": 20})");
        QTest::newRow("discrete, table")
            << QByteArray(R"("family": "discrete", "source": {"kind": "faithful", "columns": ["waiting"]})");
    }
    void everyMetricThatIsOfferedCanBeMeasured()
    {
        QFETCH(QByteArray, json);
        for (const int heldOut : {0, 25}) {
            Experiment experiment = experimentOf(
                "{" + json +
                R"(, "generations": 2, "samples": {"size": 40}, "evaluation": {"metrics": [], "heldOut": )" +
                QByteArray::number(heldOut) + "}}");
            experiment.evaluation.metrics = availableMetrics(experiment);
            QVERIFY(experiment.evaluation.metrics.size() >= 5);
            const auto all = collected(experiment).generations;
            QCOMPARE(all.size(), std::size_t{3});
            QVERIFY(all.back()->metrics.size() >= experiment.evaluation.metrics.size());
        }
    }
};

HARELOOM_TEST(RunTest)
#include "RunTest.moc"
