// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/prediction/Predictions.h"
#include "core/recipe/ExperimentFields.h"
#include "core/recipe/Families.h"
#include "core/theory/WeightTheory.h"
#include "core/training/PrepareChains.h"
#include "core/training/TrainingRows.h"
#include "tests/TestProgram.h"
#include "tests/chain/Runs.h"
#include "tests/metrics/Close.h"

#include <QtTest>

#include <cmath>

using namespace hareloom;

namespace {

/// n fresh rows and m generated ones, in a row: N = 100.
QByteArray weighted(const char* share, const char* weight, const char* more = "")
{
    return QByteArray(R"({"family": "gaussian", "samples": {"size": 100}, "policy": {"freshShare": )") +
           share + R"(, "realWeight": )" + weight + "}" + more + "}";
}

constexpr const char* kChains =
    R"({"family": "gaussian", "samples": {"size": 40}, "generations": 12, "chains": 4000, "evaluation": {"metrics": ["variance", "meanError"]}, "policy": POLICY, "model": {"estimator": "HOW"}})";

double meanOf(const std::vector<double>& values)
{
    double sum = 0;
    for (const double value : values)
        sum += value;
    return sum / static_cast<double>(values.size());
}

} // namespace

class WeightsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void realRowsLeadAndHaveTheirShareOfTheWeight()
    {
        const auto setup = *prepareChains(experimentOf(
            R"({"family": "gaussian", "policy": {"realShare": 0.1, "freshShare": 0.2, "betaPrevious": 0.3, "realWeight": 0.75}})"));
        const RowWeights weights = rowWeights(*setup, 1, 100);
        QCOMPARE(weights.heavy, std::int64_t{30});
        QVERIFY(isClose(weights.weight * 30 / (weights.weight * 30 + 70), 0.75));
        QVERIFY(rowWeights(*setup, 0, 100).areEqual());
        TrainingRows rows({{0, setup}}, 0, std::make_shared<Table>(*toMatrix(setup->source->draw(100, 1))));
        rows.tellOrigins();
        const auto set = rows.next(1, std::make_shared<Table>(Matrix::Zero(40, 1)), {});
        QVERIFY(set && set->origins.size() >= 3);
        QVERIFY(set->origins[0].origin == Origin::Real && set->origins[0].rows == 10 &&
                !set->origins[0].fromPrevious);
        QVERIFY(set->origins[1].origin == Origin::Fresh && set->origins[1].rows == 20);
        for (std::size_t i = 2; i < set->origins.size(); ++i)
            QVERIFY(set->origins[i].fromPrevious || set->origins[i].origin == Origin::Synthetic);
    }

    void whereThereIsNothingElseToWeighAllCountAlike()
    {
        for (const char* share : {"1", "0.001"}) { // all are fresh, none is
            const auto setup = *prepareChains(experimentOf(weighted(share, "0.5")));
            QVERIFY(rowWeights(*setup, 1, 100).areEqual());
        }
    }

    // As many rows as their weight: to the last digits the chain without weights.
    void theWeightOfTheirNumberChangesNothing()
    {
        const auto plain = collected(experimentOf(weighted("0.25", "0", R"(, "generations": 10)")));
        const auto same = collected(experimentOf(weighted("0.25", "0.25", R"(, "generations": 10)")));
        for (int g = 0; g <= 10; ++g)
            QVERIFY(isClose(same.values(g, "variance")[0], plain.values(g, "variance")[0], 1e-9));
    }

    // 4,000 chains after 12 generations. Both squares and variances scatter less than normal ones twice as
    // wide would: at six standard errors, of the values themselves, the chance of a false alarm is below 1e-7
    // each.
    void aChainIsAsTheoryHasIt_data()
    {
        QTest::addColumn<QByteArray>("json");
        for (const char* policy :
             {R"({"freshShare": 0.5, "realWeight": 0.618})", R"({"freshShare": 0.2, "realWeight": 0.8})",
              R"({"realShare": 0.3, "realWeight": 0.1})",
              R"({"realShare": 0.2, "freshShare": 0.2, "realWeight": 0.7, "lambda": 0.9})"})
            for (const char* estimator : {"unbiased", "biased"})
                QTest::addRow("%s, %s", policy, estimator)
                    << QByteArray(kChains).replace("POLICY", policy).replace("HOW", estimator);
    }
    void aChainIsAsTheoryHasIt()
    {
        QFETCH(QByteArray, json);
        const Experiment experiment = experimentOf(json);
        const Collected heard = collected(experiment, 2);
        for (const char* metric : {"variance", "meanError"}) {
            const auto theory = predict(experiment, metric);
            QVERIFY(theory && theory->exact);
            const bool isError = std::string_view(metric) == "meanError";
            const double expected = isError ? std::pow(theory->values.back(), 2) : theory->values.back();
            std::vector<double> values = heard.values(12, metric), squares;
            for (double& value : values) {
                value = isError ? value * value : value;
                squares.push_back(value * value);
            }
            const double mean = meanOf(values);
            const double error =
                std::sqrt((meanOf(squares) - mean * mean) / static_cast<double>(values.size()));
            QVERIFY2(std::abs(mean - expected) < 6 * error,
                     qPrintable(QStringLiteral("%1: %2, expected %3, error %4")
                                    .arg(metric)
                                    .arg(mean)
                                    .arg(expected)
                                    .arg(error)));
        }
    }

    // 4,000 chains of 1,000 rows after 12 generations, against a curve of first order, whose error is a
    // thousandth there. A risk is a sum of squares, and its mean over so many chains nearly normal: at six of
    // its standard errors the chance of a false alarm is below 1e-7 each.
    void theRiskIsAsTheoryHasIt_data()
    {
        QTest::addColumn<QByteArray>("policy");
        for (const char* policy :
             {R"({"freshShare": 0.5, "realWeight": 0.3})", R"({"freshShare": 0.3})",
              R"({"realShare": 0.4, "realWeight": 0.7})", R"({"realShare": 0.2, "freshShare": 0.2})"})
            QTest::newRow(policy) << QByteArray(policy);
    }
    void theRiskIsAsTheoryHasIt()
    {
        QFETCH(QByteArray, policy);
        const Experiment experiment =
            experimentOf(QByteArray(R"({"family": "gaussian", "samples": {"size": 1000}, "generations": 12,
            "chains": 4000, "source": {"kind": "normal", "mean": [1], "covariance": [[4]]},
            "evaluation": {"metrics": ["risk", "stdError"]}, "policy": )") +
                         policy + "}");
        const Collected heard = collected(experiment, 2);
        for (const char* metric : {"risk", "stdError"}) {
            const auto theory = predict(experiment, metric);
            QVERIFY(theory && !theory->exact);
            const bool isError = theory->statistic == Statistic::RootMeanSquare;
            for (const std::size_t g : {std::size_t{1}, std::size_t{12}}) {
                std::vector<double> values = heard.values(static_cast<int>(g), metric), squares;
                for (double& value : values) {
                    value = isError ? value * value : value;
                    squares.push_back(value * value);
                }
                const double expected = isError ? std::pow(theory->values[g], 2) : theory->values[g];
                const double mean = meanOf(values);
                const double error = std::sqrt((meanOf(squares) - mean * mean) / 4000);
                QVERIFY2(std::abs(mean - expected) < 6 * error,
                         qPrintable(QStringLiteral("%1 in %2: %3, expected %4, error %5")
                                        .arg(metric)
                                        .arg(g)
                                        .arg(mean)
                                        .arg(expected)
                                        .arg(error)));
            }
        }
        QVERIFY(!predict(
            experimentOf(R"({"family": "gaussian", "policy": {"freshShare": 0.5, "lambda": 0.9}})"), "risk"));
    }

    // Infinitely many rows: the truth has the share w.
    void anExactRefitWeighsToo()
    {
        const auto moved = [](const char* weight) {
            return collected(
                       experimentOf(
                           QByteArray(
                               R"({"family": "gaussian", "errors": {"statistical": false}, "generations": 1,
                "policy": {"freshShare": 0.5, "lambda": 0.5, "realWeight": )") +
                           weight + "}}"))
                .values(1, "variance")[0];
        };
        QVERIFY(isClose(moved("0"), 0.75) && isClose(moved("0.8"), 0.9));
    }

    void statesAreWeighed()
    {
        const auto run = collected(
            experimentOf(R"({"family": "discrete", "source": {"kind": "categories", "weights": [1, 1]},
            "samples": {"size": 10}, "generations": 1, "policy": {"freshShare": 0.5, "realWeight": 0.9}, "evaluation": {"metrics": ["entropyNats"]}})"));
        const Vector p = run.generations[1]->snapshot->categorical()->probabilities;
        const double first = p[0] / 0.02; // multiples of 0.18 and of 0.02
        QVERIFY(isClose(p.sum(), 1) && isClose(first, std::round(first), 1e-9));
    }

    void itIsRefusedWhereItCannotCount_data()
    {
        QTest::addColumn<QString>("says");
        const auto row = [](const char* json, const char* says) { QTest::newRow(json) << says; };
        row(R"({"family": "gaussian", "policy": {"realWeight": 0.5}})",
            "policy.realWeight is 0.5. It must be 0 where there are no real rows");
        row(R"({"family": "gaussian", "policy": {"realWeight": 1, "freshShare": 0.5}})",
            "policy.realWeight is 1. It must be below 1");
        row(R"({"family": "ngram", "source": {"kind": "text", "path": "tang-poems"}, "policy": {"realWeight": 0.5, "realShare": 0.5}})",
            "policy.realWeight is 0.5. It must be 0 for this family");
        row(R"({"family": "gaussian", "policy": {"realWeight": 0.5, "realShare": 0.1}})", "");
    }
    void itIsRefusedWhereItCannotCount()
    {
        QFETCH(QString, says);
        const QString refusal = refusalOf(QTest::currentDataTag());
        QVERIFY2(says.isEmpty() ? refusal.isEmpty() : refusal.contains(says), qPrintable(refusal));
    }

    void itIsASettingWhereItCounts()
    {
        const ExperimentField* field = findField("policy.realWeight");
        for (const Family* family : families()) {
            Experiment experiment;
            experiment.family = family->name;
            QCOMPARE(field->applies(experiment), family->weighsRows);
        }
    }
};

HARELOOM_TEST(WeightsTest)
#include "WeightsTest.moc"
