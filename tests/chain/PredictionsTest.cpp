// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/prediction/Predictions.h"
#include "core/recipe/MetricAvailability.h"
#include "core/recipe/Presets.h"
#include "core/recipe/Variants.h"
#include "tests/TestProgram.h"
#include "tests/chain/Runs.h"
#include "tests/metrics/Close.h"

#include <QtTest>

#include <cmath>

using namespace hareloom;

class PredictionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCurveHasAValueForEachGeneration_data()
    {
        QTest::addColumn<QByteArray>("id");
        for (const Preset& preset : presets())
            QTest::newRow(std::string(preset.id).c_str())
                << QByteArray(preset.id.data(), static_cast<qsizetype>(preset.id.size()));
    }
    void everyCurveHasAValueForEachGeneration()
    {
        QFETCH(QByteArray, id);
        const auto variants = expandVariants(*loadPreset(id.toStdString()));
        QVERIFY(variants);
        for (Experiment variant : *variants) {
            variant.generations =
                std::min<std::int64_t>(variant.generations, 60); // ancestry is quadratic in what it follows
            for (const std::string& metric : availableMetrics(variant)) {
                const auto prediction = predict(variant, metric);
                if (!prediction)
                    continue;
                // A curve ends before the first change on the way.
                const std::int64_t end = variant.events.empty()
                                             ? variant.generations + 1
                                             : std::min(variant.events.front().at, variant.generations + 1);
                QCOMPARE(std::ssize(prediction->values), static_cast<std::ptrdiff_t>(end));
                for (const double value : prediction->values)
                    QVERIFY2(std::isfinite(value), metric.c_str());
            }
        }
    }

    void theoryKnowsItsCases_data()
    {
        QTest::addColumn<QByteArray>("metric");
        QTest::addColumn<bool>("known");
        const auto row = [](const char* json, const char* metric, bool known) {
            QTest::newRow(json) << QByteArray(metric) << known;
        };
        row(R"({"family": "gaussian"})", "variance", true);
        row(R"({"family": "gaussian", "chains": 2})", "risk", true);
        row(R"({"family": "gaussian", "chains": 3})", "tailMass", false);
        row(R"({"family": "gaussian", "policy": {"pool": "all"}})", "variance", true);
        row(R"({"family": "gaussian", "policy": {"realShare": 0.1}})", "variance", true);
        row(R"({"family": "gaussian", "policy": {"betaPrevious": 0.1}})", "variance", false);
        row(R"({"family": "gaussian", "policy": {"filter": {"keepWrong": 0}}})", "variance", false);
        row(R"({"family": "gaussian", "errors": {"statistical": false}})", "variance", false);
        row(R"({"family": "kde", "source": {"kind": "faithful"}})", "variance", true);
        row(R"({"family": "mixture"})", "variance", true);
        row(R"({"family": "discrete", "source": {"kind": "zipf"}, "evaluation": {"metrics": []}})",
            "heterozygosity", true);
    }
    void theoryKnowsItsCases()
    {
        QFETCH(QByteArray, metric);
        QFETCH(bool, known);
        QCOMPARE(predict(experimentOf(QTest::currentDataTag()), metric.toStdString()).has_value(), known);
    }

    // A hundredth of ten rows is none: the chain is that of no real rows, and so is its theory.
    void aShareThatRoundsToNoRowIsNone()
    {
        const auto of = [](const char* share, const char* rows) {
            const QByteArray json =
                QByteArray(R"({"family": "gaussian", "generations": 20, "samples": {"size": )") + rows +
                R"(}, "policy": {"realShare": )" + share + "}}";
            return predict(experimentOf(json), "variance");
        };
        const auto none = of("0", "10"), rounded = of("0.01", "10"), some = of("0.01", "100");
        QVERIFY(none && rounded && some);
        QCOMPARE(rounded->values, none->values);
        QCOMPARE(rounded->statistic, Statistic::Median);
        QCOMPARE(some->statistic, Statistic::Mean);
        const auto kept = predict(
            experimentOf(
                R"({"family": "gaussian", "samples": {"size": 10}, "policy": {"betaPrevious": 0.01}})"),
            "variance");
        QVERIFY(kept && kept->statistic == Statistic::Median);
    }

    // 4,000 chains of two variables. A squared mean scatters with lighter tails than an exponential's square:
    // at seven standard errors, of the values themselves, a false alarm is below 1e-9 each.
    void aMeanHasItsBand_data()
    {
        QTest::addColumn<QByteArray>("policy");
        for (const char* policy : {"{}", R"({"pool": "all"})", R"({"freshShare": 0.2, "realWeight": 0.5})"})
            QTest::newRow(policy) << QByteArray(policy);
    }
    void aMeanHasItsBand()
    {
        QFETCH(QByteArray, policy);
        const Experiment experiment =
            experimentOf(QByteArray(R"({"family": "gaussian", "samples": {"size": 50}, "generations": 8,
            "chains": 4000, "source": {"kind": "normal", "mean": [1, -2], "covariance": [[1, 1], [1, 4]]},
            "evaluation": {"metrics": ["mean"]}, "policy": )") +
                         policy + "}");
        const Collected heard = collected(experiment, 2);
        for (const auto& [metric, truth] : {std::pair("mean[0]", 1.0), std::pair("mean[1]", -2.0)}) {
            const auto curve = predict(experiment, metric);
            QVERIFY(curve && curve->exact && curve->deviation.size() == 9);
            for (const std::size_t g : {std::size_t{0}, std::size_t{8}}) {
                QCOMPARE(curve->values[g], truth);
                const auto found = heard.values(static_cast<int>(g), metric);
                double sum = 0, squares = 0, fourths = 0;
                for (const double value : found) {
                    const double off = value - truth;
                    sum += off / 4000;
                    squares += off * off / 4000;
                    fourths += off * off * off * off / 4000;
                }
                const double variance = curve->deviation[g] * curve->deviation[g];
                QVERIFY(std::abs(sum) < 7 * std::sqrt(squares / 4000));
                QVERIFY(std::abs(squares - variance) < 7 * std::sqrt((fourths - squares * squares) / 4000));
            }
        }
        for (const char* metric : {"variance", "meanError"})
            QVERIFY2(predict(experiment, metric)->deviation.empty(), metric);
        for (const char* metric : {"mean[2]", "mean[]", "mean[0", "mean"})
            QVERIFY2(!predict(experiment, metric), metric);
        const auto table = predict(
            experimentOf(R"({"family": "gaussian", "source": {"kind": "faithful"}, "samples": {"size": 0}})"), "mean[0]");
        QVERIFY(!table || table->deviation.empty());
    }

    void valuesAreTheFormulas()
    {
        const auto variance = predict(
            experimentOf(
                R"({"family": "gaussian", "source": {"mean": [0, 0], "covariance": [[1, 0], [0, 2]]}, "model": {"estimator": "biased"}, "policy": {"lambda": 0.5}})"),
            "variance");
        QVERIFY(variance && variance->exact && variance->statistic == Statistic::Mean);
        QVERIFY(isClose(variance->values[0], 3 * 0.99) &&
                isClose(variance->values[2], 3 * 0.25 * std::pow(0.99, 3)));
        const auto meanError = predict(experimentOf(R"({"family": "gaussian"})"), "meanError");
        QVERIFY(meanError && isClose(meanError->values[50], std::sqrt(0.51)));
    }
};

HARELOOM_TEST(PredictionsTest)
#include "PredictionsTest.moc"
