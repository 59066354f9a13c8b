// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/prediction/Predictions.h"
#include "core/recipe/Families.h"
#include "tests/TestProgram.h"
#include "tests/chain/Runs.h"
#include "tests/metrics/Close.h"

#include <QtTest>

#include <cmath>
#include <numbers>

using namespace hareloom;

namespace {

/// How many standard errors the mean of the values is away from `expected`.
double standardErrors(const std::vector<double>& values, double expected)
{
    const Eigen::Map<const Eigen::ArrayXd> all(values.data(), std::ssize(values));
    const double error = std::sqrt((all - all.mean()).square().mean() / static_cast<double>(all.size()));
    return std::abs(all.mean() - expected) / error;
}

QByteArray withSettings(const QByteArray& rest)
{
    return R"({"family": "regression", "source": {"kind": "linear", "inputs": 5, "noise": 0.5},
               "evaluation": {"metrics": ["testError", "residualVariance", "coefficientNorm"]}, )" +
           rest + "}";
}

} // namespace

/// Regressions that learn from their own responses, against docs/theory.md.
class RegressionChainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // 4,000 chains. A chain's test error is a sum of squares with lighter tails than an exponential's square,
    // and its mean over 4,000 is nearly normal: 7 standard errors, a false alarm below 1e-9 even so, with a
    // fixed seed.
    void chainsFollowTheirCurves_data()
    {
        QTest::addColumn<QByteArray>("metric");
        const auto row = [](const char* rest, const char* metric) {
            QTest::newRow(rest) << QByteArray(metric);
        };
        row(R"("samples": {"size": 40}, "model": {"intercept": false})", "testError");
        row(R"("samples": {"size": 40}, "model": {"noise": "fixed", "noiseValue": 1})", "testError");
        row(R"("samples": {"size": 40}, "policy": {"lambda": 0.5})", "testError");
        row(R"("samples": {"size": 40}, "policy": {"lambda": 0.8})", "residualVariance");
        row(R"("samples": {"size": 30, "schedule": "linear"})", "testError");
        row(R"("samples": {"size": 40}, "model": {"intercept": false, "noise": "fixed"}, "policy": {"pool": "all"})",
            "testError");
        row(R"("samples": {"size": 30, "schedule": "list", "list": [30, 60, 30]}, "model": {"noise": "fixed"},
               "policy": {"pool": "all"})",
            "testError");
    }
    void chainsFollowTheirCurves()
    {
        QFETCH(QByteArray, metric);
        const Experiment e = experimentOf(
            withSettings(R"("generations": 4, "chains": 4000, )" + QByteArray(QTest::currentDataTag())));
        const auto prediction = predict(e, metric.toStdString());
        QVERIFY(prediction && prediction->exact && prediction->statistic == Statistic::Mean);
        const Collected run = collected(e, 2);
        for (int g : {0, 1, 4})
            QVERIFY2(standardErrors(run.values(g, metric.toStdString()), prediction->values[std::size_t(g)]) <
                         7,
                     qPrintable(QString::number(g)));
        // It can tell one generation from the next.
        QVERIFY(standardErrors(run.values(4, metric.toStdString()), prediction->values[1]) > 7);
    }

    void theCurvesAreThoseOfThePaper()
    {
        const auto of = [](const char* rest) {
            return predict(experimentOf(withSettings(QByteArray(rest) +
                                                     R"(, "generations": 200, "samples": {"size": 106},
                                                                        "model": {"intercept": false, "noise": "fixed"})")),
                           "testError")
                ->values;
        };
        const Curve replaced = of(R"("seed": 1)"), accumulated = of(R"("policy": {"pool": "all"})");
        for (std::size_t g : {0U, 9U, 99U})
            QVERIFY(isClose(replaced[g], 0.25 * 5 / 100 * static_cast<double>(g + 1)));
        QVERIFY(accumulated[200] > 1.5 * accumulated[0]);
        QVERIFY(accumulated[200] < std::numbers::pi * std::numbers::pi / 6 * accumulated[0]);
    }

    void theoryKnowsItsCases()
    {
        const auto isKnown = [](const char* rest) {
            return predict(experimentOf(withSettings(rest)), "testError").has_value();
        };
        QVERIFY(isKnown(R"("samples": {"size": 50})"));
        QVERIFY(!isKnown(R"("samples": {"size": 6})")); // no finite mean
        QVERIFY(!isKnown(R"("model": {"ridge": 0.1})"));
        QVERIFY(!isKnown(R"("model": {"features": "relu"})"));
        QVERIFY(!isKnown(R"("policy": {"pool": "all"})")); // fitted noise would be that of several lines
        QVERIFY(!isKnown(R"("policy": {"freshShare": 0.5})"));
    }

    // Generation 1 learns from very many rows, a share of them generation 0's: its error is that share
    // squared of generation 0's, with real rows weighing the rest; 2 million rows leave 5% of statistical
    // error at most.
    void aSmallShareOfSyntheticRowsLeavesAPlateau()
    {
        const auto errors = [](const char* fresh) {
            const Collected run = collected(experimentOf(withSettings(
                QByteArray(R"("generations": 1, "samples": {"schedule": "list", "list": [10, 2000000]},
                              "model": {"noise": "fixed", "intercept": false}, "policy": {"freshShare": )") +
                fresh + "}")));
            return std::pair(run.values(0, "testError")[0], run.values(1, "testError")[0]);
        };
        const auto [first, half] = errors("0.5");
        QVERIFY(isClose(half, 0.25 * first, 0.05 * first));
        const auto [same, real] = errors("1");
        QCOMPARE(same, first);
        QVERIFY(real < 1e-5);
        const auto [again, tenth] = errors("0.9");
        QVERIFY(std::abs(tenth - 0.01 * first) < 0.002 * first);
    }

    void itGoesOnAsIfUninterrupted_data()
    {
        QTest::addColumn<QByteArray>("rest");
        QTest::addColumn<int>("cut");
        for (const char* rest :
             {R"("samples": {"size": 30}, "chains": 2)",
              R"("policy": {"pool": "all"}, "samples": {"size": 30})",
              R"("model": {"features": "relu", "featureCount": 30, "ridge": 0.01}, "samples": {"size": 60})",
              R"("policy": {"realShare": 0.2, "freshShare": 0.1}, "samples": {"size": 50})"})
            for (const int cut : {1, 4})
                QTest::addRow("%s from %d", rest, cut) << QByteArray(rest) << cut;
    }
    void itGoesOnAsIfUninterrupted()
    {
        QFETCH(QByteArray, rest);
        QFETCH(int, cut);
        const Experiment e = experimentOf(withSettings(R"("generations": 6, )" + rest));
        const auto whole = collected(e).generations;
        std::vector<GenerationPtr> all;
        for (const auto& each : whole)
            if (each->index < cut) {
                auto copy = std::make_shared<Generation>(*each);
                copy->snapshot = *snapshotFromJson(
                    nlohmann::json::from_cbor(nlohmann::json::to_cbor(toJson(*each->snapshot))));
                all.push_back(copy);
            }
        const auto later = collected(e, 1, all).generations;
        all.insert(all.end(), later.begin(), later.end());
        sortLinks(all);
        QCOMPARE(difference(all, whole), QString());
    }

    // A table: its inputs are drawn again, errors are measured from the line through all of it, and the rows
    // that a view shows are those that the next generation learned from.
    void aTableIsItsOwnTruth()
    {
        const Experiment e =
            experimentOf(R"({"family": "regression", "source": {"kind": "faithful"}, "samples": {"size": 0},
            "generations": 3, "evaluation": {"metrics": ["testError", "heldOutError", "residualVariance"], "heldOut": 72}})");
        const Collected run = collected(e);
        QVERIFY(run.generations[0]->metric("testError") >= 0);
        for (const auto& generation : run.generations)
            QVERIFY(generation->metric("heldOutError") > 20 && generation->metric("heldOutError") < 60);
        const Experiment whole = experimentOf(R"({"family": "regression", "source": {"kind": "faithful"},
            "samples": {"size": 0}, "generations": 1, "evaluation": {"metrics": ["testError"]}})");
        const Collected all = collected(whole);
        QVERIFY(std::abs(all.generations[0]->metric("testError")) < 1e-9);
        const auto rows = sampleOf(whole, *all.generations[0]);
        QVERIFY(rows);
        auto refit = findFamily("regression")->make(whole, {2});
        QVERIFY(refit->fit(*rows, {}));
        const auto* next = all.generations[1]->snapshot.get();
        QVERIFY(std::abs(refit->snapshot()->moments()->mean[0]) <
                1e-9); // made without a source: other inputs
        QCOMPARE(nlohmann::json(toJson(*refit->snapshot())["coefficients"]), toJson(*next)["coefficients"]);
    }

    void whatDoesNotFitIsRefused()
    {
        QVERIFY(refusalOf(R"({"family": "regression", "evaluation": {"metrics": ["testError"]}})")
                    .contains("a regression needs two or more"));
        QVERIFY(
            refusalOf(withSettings(R"("errors": {"statistical": false})")).contains("errors.statistical"));
        QVERIFY(refusalOf(R"({"family": "regression", "source": {"kind": "linear"},
                              "evaluation": {"metrics": ["heldOutError"]}})")
                    .contains("evaluation.heldOut"));
        QVERIFY(refusalOf(R"({"family": "gaussian", "evaluation": {"metrics": ["testError"]}})")
                    .contains("regression"));
    }
};

HARELOOM_TEST(RegressionChainTest)
#include "RegressionChainTest.moc"
