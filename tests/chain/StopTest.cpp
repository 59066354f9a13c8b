// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ProcessorClock.h"
#include "core/base/SamplingWithoutReplacement.h"
#include "core/base/SortInPieces.h"
#include "core/data/ReadRows.h"
#include "core/metrics/ExactWasserstein.h"
#include "core/metrics/Tails.h"
#include "core/metrics/Wasserstein.h"
#include "core/training/Curating.h"
#include "core/training/PrepareChains.h"
#include "core/training/TrainingRows.h"
#include "tests/TestProgram.h"
#include "tests/chain/Runs.h"
#include "tests/contract/Stops.h"

#include <QTest>

#include <cmath>

using namespace hareloom;

/// A stop is heard within 50 ms however many rows there are: in preparing a chain, in its first fits, and in
/// what is measured. What is counted is the processor's time of this thread from one poll to the next, so
/// that other work on the machine makes no test fail; a loop over all of these rows that polls nothing takes
/// seconds.
class StopTest : public QObject
{
    Q_OBJECT

    static constexpr int kPolls = 30;
    static constexpr double kSeconds = 0.05,
                            kSlack = 0.4; // the slack: opening the source, memory, a slow machine

    /// Work is stopped at each of the first kPolls polls in turn.
    template<class Work>
    static void expectPolls(const Work& work)
    {
        for (int polls = 1; polls <= kPolls; ++polls) {
            StopSource stop;
            stop.stopAfterPolls(polls);
            const double before = processorSeconds();
            work(stop.token());
            const double taken = processorSeconds() - before;
            QVERIFY2(stop.stopRequested(), qPrintable(QString("over before poll %1").arg(polls)));
            QVERIFY2(taken < polls * kSeconds + kSlack,
                     qPrintable(QString("%1 s to poll %2").arg(taken).arg(polls)));
        }
    }

    static NormalMixture manyComponents()
    {
        constexpr Eigen::Index kComponents = 40'000'000;
        NormalMixture mixture;
        mixture.weights = Vector::Constant(kComponents, 1.0 / kComponents);
        mixture.means = Vector::LinSpaced(kComponents, -1, 1);
        mixture.covariances.push_back(Matrix::Constant(1, 1, 0.1));
        return mixture;
    }

private Q_SLOTS:
    void aRunOfAnySize_data()
    {
        QTest::addColumn<QByteArray>("json");
        const auto row = [](const char* json) { QTest::newRow(json) << QByteArray(json); };
        row(R"({"family": "kde", "samples": {"size": 300000000}})");
        row(R"({"family": "kde", "samples": {"size": 300000000}, "model": {"bandwidth": "fixed"}})");
        row(R"({"family": "gaussian", "samples": {"size": 300000000}})");
        row(R"({"family": "mixture", "samples": {"size": 300000000}})");
        row(R"({"family": "discrete", "samples": {"size": 300000000}, "source": {"kind": "zipf"}})");
        row(R"({"family": "regression", "samples": {"size": 300000000}, "source": {"kind": "linear", "inputs": 2},
                "evaluation": {"metrics": ["testError"]}})");
        row(R"({"family": "regression", "samples": {"size": 300000000}, "source": {"kind": "linear", "inputs": 2},
                "model": {"features": "relu", "featureCount": 10}, "evaluation": {"metrics": ["testError"]}})");
        row(R"({"family": "gaussian", "evaluation": {"metrics": ["heldOutNll"], "heldOut": 10000000}})");
        row(R"({"family": "kde", "samples": {"size": 300000000}, "source": {"kind": "twoMoons"},
                "evaluation": {"metrics": ["risk"], "reference": "firstRows"}})");
        row(R"({"family": "mixture", "source": {"kind": "twoMoons"}, "model": {"components": 2},
                "evaluation": {"metrics": ["w2Squared"], "distanceRows": 10000000}})");
    }
    void aRunOfAnySize()
    {
        QFETCH(QByteArray, json);
        const Experiment experiment = experimentOf(json);
        expectPolls([&](const StopToken& stop) {
            Collected heard;
            const auto end = run(experiment, heard, stop, {1, {}});
            QVERIFY2(end.ok(), end ? "" : end.error().message.c_str());
            QVERIFY(*end == RunEnd::Stopped);
            QCOMPARE(heard.completed, std::ssize(heard.generations));
        });
    }

    void aPolicyOfAnySize_data()
    {
        QTest::addColumn<QByteArray>("policy");
        QTest::newRow("real rows") << QByteArray(R"({"realShare": 0.4})");
        QTest::newRow("few real rows") << QByteArray(R"({"realShare": 0.1})");
        QTest::newRow("previous rows") << QByteArray(R"({"betaPrevious": 0.4})");
        QTest::newRow("a subsample of all") << QByteArray(R"({"pool": "all", "subsample": 90000000})");
    }
    void aPolicyOfAnySize()
    {
        QFETCH(QByteArray, policy);
        const auto setup = *prepareChains(experimentOf(
            R"({"family": "gaussian", "samples": {"size": 300000000}, "policy": )" + policy + "}"));
        const DatasetPtr real = setup->source->draw(300'000'000, 1),
                         sample = setup->source->draw(300'000'000, 2);
        expectPolls([&](const StopToken& stop) {
            TrainingRows rows({{0, setup}}, 0, real);
            const auto set = rows.next(1, sample, stop);
            QVERIFY(!set && set.error().kind == ErrorKind::Stopped);
        });
    }

    void aChoiceOfAnySize()
    {
        const auto setup =
            *prepareChains(experimentOf(R"({"family": "gaussian", "samples": {"size": 100}})"));
        constexpr std::int64_t kWanted = 30'000'000;
        Curation curation{4, {{}}};
        curation.tastes[0].point = {1};
        const DatasetPtr stream = setup->source->draw(4 * kWanted, 1);
        expectPolls([&](const StopToken& stop) {
            const auto kept = curate(curation, stream, kWanted, 1, {}, stop);
            QVERIFY(!kept && kept.error().kind == ErrorKind::Stopped);
        });
    }

    // Real rows first, then those of the model: weights change how a fit reads its rows.
    void aWeightedFitOfAnySize_data()
    {
        QTest::addColumn<QByteArray>("json");
        for (const char* json :
             {R"({"family": "gaussian"})", R"({"family": "mixture"})", R"({"family": "kde"})",
              R"({"family": "discrete", "source": {"kind": "zipf"}, "evaluation": {"metrics": []}})",
              R"({"family": "regression", "source": {"kind": "linear"}, "evaluation": {"metrics": []}})"})
            QTest::newRow(json) << QByteArray(json);
    }
    void aWeightedFitOfAnySize()
    {
        QFETCH(QByteArray, json);
        const auto setup = *prepareChains(experimentOf(json));
        const DatasetPtr rows = setup->source->draw(300'000'000, 1);
        expectPolls([&](const StopToken& stop) {
            const auto generator =
                setup->family->make(setup->experiment, shapeOf(*setup->source, firstRows(rows, 100)));
            FitContext context;
            context.stop = stop;
            context.weights = {100'000'000, 3};
            const auto fit = generator->fit(rows, context);
            QVERIFY(!fit && fit.error().kind == ErrorKind::Stopped);
        });
    }

    void aModelOfAnySize()
    {
        const auto mixture = std::make_shared<const NormalMixture>(manyComponents());
        const TailLimits limits{Vector::Constant(1, -0.5), Vector::Constant(1, 0.5)};
        const QuantileFunction truth = [](double below, double above) {
            return below < above ? 2 * below - 1 : 1 - 2 * above;
        };
        expectPolls([&](const StopToken& stop) { (void)momentsOf(*mixture, stop); });
        expectPolls([&](const StopToken& stop) { (void)isFinite(*mixture, stop); });
        expectPolls([&](const StopToken& stop) { (void)logDensity(*mixture, Matrix::Zero(2, 1), stop); });
        expectPolls([&](const StopToken& stop) { (void)sampleOf(mixture, 10, 1, 1, stop).ok(); });
        expectPolls([&](const StopToken& stop) { (void)tailMass(*mixture, limits, stop); });
        expectPolls([&](const StopToken& stop) { (void)tailLimitsOf(*mixture, stop); });
        expectPolls([&](const StopToken& stop) { (void)w2SquaredExact(*mixture, truth, 0, 1, stop); });
    }

    // Pieces are as good as the whole.
    void nothingIsOtherwiseWithoutAStop()
    {
        const Matrix rows = *toMatrix(setupOfMoons()->source->draw(40'000, 3));
        NormalMixture mixture{Vector::Constant(3, 1.0 / 3), rows.topRows(3), {Matrix::Identity(2, 2) * 0.01}};
        const Vector whole = logDensity(mixture, rows);
        for (const Eigen::Index i : {0, 1, 16'383, 16'384, 39'999})
            QCOMPARE(whole[i], logDensity(mixture, rows.middleRows(i, 1))[0]);
        const DatasetPtr data = setupOfMoons()->source->draw(300'000, 4);
        QVERIFY(**readRows(data, {}) == *toMatrix(data));
        std::vector<double> values(300'001), sorted;
        fillUniforms(5, 0, values);
        sorted = values;
        std::sort(sorted.begin(), sorted.end());
        sortInPieces(values, {});
        QVERIFY(values == sorted);
    }

    void momentsOfManyComponentsAreExact()
    {
        constexpr Eigen::Index kComponents = 3'000'000;
        NormalMixture mixture;
        mixture.weights = Vector::Constant(kComponents, 1.0 / kComponents);
        mixture.means = Vector::LinSpaced(kComponents, -1, 1);
        mixture.covariances.push_back(Matrix::Constant(1, 1, 0.5));
        const auto [mean, covariance] = momentsOf(mixture, {});
        QVERIFY(std::abs(mean[0]) < 1e-12);
        QVERIFY(std::abs(covariance(0, 0) - covarianceOf(mixture)(0, 0)) < 1e-12);
        mixture.means.setConstant(0.1);
        QVERIFY(momentsOf(mixture, {}).first[0] == 0.1 && momentsOf(mixture, {}).second(0, 0) == 0.5);
    }

private:
    static ChainSetupPtr setupOfMoons()
    {
        return *prepareChains(experimentOf(R"({"family": "kde", "source": {"kind": "twoMoons"}})"));
    }
};

HARELOOM_TEST(StopTest)
#include "StopTest.moc"
