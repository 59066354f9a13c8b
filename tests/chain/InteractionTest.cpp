// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/Interaction.h"
#include "core/chain/TrainingSetOf.h"
#include "core/prediction/Predictions.h"
#include "core/recipe/Differences.h"
#include "core/recipe/Forks.h"
#include "core/recipe/Variants.h"
#include "tests/TestProgram.h"
#include "tests/chain/Runs.h"

#include <QtTest>

#include <cmath>
#include <numeric>

using namespace hareloom;

namespace {

constexpr double kMostStandardErrors = 5.0; // standard errors: both sides of a normal beyond it hold 5.7e-7

QByteArray gaussians(const char* more, const char* matrix = "[[0.9, 0.1], [0.3, 0.7]]")
{
    return QByteArray(R"({"family": "gaussian", "samples": {"size": 20}, "generations": 7, "chains": 3,
        "evaluation": {"metrics": ["mean", "variance", "meanError", "betweenVariance"]},
        "variants": [{"title": "a", "set": {}}, {"title": "b", "set": {"samples.size": 30}}], )") +
           more + R"("interaction": {"matrix": )" + matrix + "}}";
}

/// Those of chain c that are below lengths[c].
std::vector<GenerationPtr> upTo(const std::vector<GenerationPtr>& all, const std::vector<int>& lengths)
{
    std::vector<GenerationPtr> some;
    for (const auto& each : all)
        if (each->index < lengths[static_cast<std::size_t>(each->chain)])
            some.push_back(each);
    return some;
}

double meanOf(const std::vector<double>& values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// |mean - expected| in standard errors.
double standardErrors(const std::vector<double>& values, double expected)
{
    const double mean = meanOf(values), count = static_cast<double>(values.size());
    double squares = 0;
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    return std::abs(mean - expected) / std::sqrt(squares / (count - 1) / count);
}

} // namespace

class InteractionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWrittenAndReadBack()
    {
        const auto experiment = experimentOf(gaussians(""));
        const auto again = parseExperiment(toText(experiment), "again");
        QVERIFY(again);
        QCOMPARE(again->interaction->matrix, experiment.interaction->matrix);
        QVERIFY(differingPaths(experiment, *again).empty());
        const auto other = experimentOf(gaussians("", "[[1, 0], [0.3, 0.7]]"));
        QCOMPARE(differingPaths(experiment, other), std::vector<std::string>{"interaction"});
    }

    void whatCannotBeIsRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, const QByteArray& json, const char* said) {
            QTest::addRow("%s", name) << json << QString(said);
        };
        row("no row", gaussians("", "[]"), "two rows or more");
        row("not square", gaussians("", "[[0.9, 0.1], [1]]"), "interaction.matrix[1]");
        row("sum", gaussians("", "[[0.9, 0.1], [0.3, 0.6]]"),
            "interaction.matrix[1]: the shares add up to 0.9. They must add up to 1.");
        row("below 0", gaussians("", "[[1.1, -0.1], [0.3, 0.7]]"), "interaction.matrix[0][0] is 1.1");
        row("a word", gaussians("", R"([["all", 0], [0, 1]])"), "interaction.matrix[0][0]");
        row("more models", gaussians("", "[[1, 0, 0], [0, 1, 0], [0, 0, 1]]"),
            "it has 3 rows, and the experiment has 2");
        row("no variants", R"({"family": "gaussian", "interaction": {"matrix": [[0.5, 0.5], [0.5, 0.5]]}})",
            "has 0 variants");
        row("the first", gaussians(R"("policy": {"pool": "first"}, )"), "nothing is handed on");
        row("a stop rule of all",
            gaussians(R"("stopWhen": {"metric": "betweenVariance", "when": "above", "threshold": 2}, )"),
            "stopWhen.metric");
        row("another key", R"({"family": "gaussian", "interaction": {"rows": []}})", "interaction");
        row("a sweep", gaussians(R"("sweep": {"grid": [{"axis": "policy.lambda", "values": [0.9, 1]}]}, )"),
            "sweep");
        row("states and numbers",
            R"({"family": "gaussian", "variants": [{"title": "a", "set": {}}, {"title": "b",
                "set": {"family": "discrete", "source.kind": "zipf", "evaluation.metrics": []}}],
                "interaction": {"matrix": [[0.5, 0.5], [0.5, 0.5]]}})",
            "variant 2 (b)");
        row("the metric alone", R"({"family": "gaussian", "evaluation": {"metrics": ["betweenVariance"]}})",
            "models that learn from each other");
    }
    void whatCannotBeIsRefused()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, said);
        const QString refusal = refusalOf(json);
        QVERIFY2(refusal.contains(said), qPrintable(refusal));
    }

    void shapesMustAgree()
    {
        const Experiment experiment = experimentOf(
            R"({"family": "gaussian", "variants": [{"title": "a", "set": {}}, {"title": "b",
                "set": {"source.mean": [0, 0], "source.covariance": [[1, 0], [0, 1]]}}],
                "interaction": {"matrix": [[0.5, 0.5], [0.5, 0.5]]}})");
        QVERIFY2(failureOf(experiment).contains("different shapes"), qPrintable(failureOf(experiment)));
    }

    void oneModelDoesNotRunAlone()
    {
        const Experiment experiment = experimentOf(gaussians(""));
        QVERIFY(failureOf(expandVariants(experiment)->front()).contains("Run the whole experiment"));
        QVERIFY(!onlyVariant(experiment, "a"));
        QVERIFY(!withBranch(experiment, 0, {3, {{"policy.lambda", "0.9"}}}));
        QVERIFY(!withVariant(experiment, 0, experiment));
    }

    void rowsAreSharedOutExactly()
    {
        using Counts = std::vector<std::int64_t>;
        QCOMPARE(rowsFromEach(std::vector{0.9, 0.1}, 50), (Counts{45, 5}));
        QCOMPARE(rowsFromEach(std::vector{0.5, 0.5}, 3), (Counts{2, 1}));
        QCOMPARE(rowsFromEach(std::vector{1.0 / 3, 1.0 / 3, 1.0 / 3}, 100), (Counts{34, 33, 33}));
        QCOMPARE(rowsFromEach(std::vector{0.29, 0.71}, 100), (Counts{29, 71}));
        QCOMPARE(rowsFromEach(std::vector{0.0, 1.0}, 7), (Counts{0, 7}));
        QCOMPARE(rowsFromEach(std::vector{0.55, 0.45}, 1), (Counts{1, 0}));
    }

    void groupsAreThoseThatReachEachOther()
    {
        const Interaction interaction{{{1, 0, 0, 0}, {0, 0.5, 0, 0.5}, {0, 0, 1, 0}, {0, 0, 0.1, 0.9}}};
        QCOMPARE(groupsOf(interaction), (std::vector<int>{0, 1, 1, 1}));
    }

    void aRowStaysWhole()
    {
        using Row = std::vector<double>;
        const Interaction pair = withShare(eachFromItself(2), 0, 1, 0.1);
        QCOMPARE(pair.matrix, (std::vector<Row>{{0.9, 0.1}, {0, 1}}));
        QCOMPARE(withShare(pair, 0, 0, 0.3).matrix[0], (Row{0.3, 0.7}));
        QCOMPARE(withShare(eachFromItself(3), 1, 1, 0.5).matrix[1], (Row{0.25, 0.5, 0.25}));
        QCOMPARE(withShare(pair, 0, 1, 1).matrix[0], (Row{0, 1}));
        QCOMPARE(withShare(withShare(pair, 0, 1, 1), 0, 1, 0.5).matrix[0], (Row{0.5, 0.5}));
        const Interaction three = withOneMore(pair);
        QCOMPARE(three.matrix, (std::vector<Row>{{0.9, 0.1, 0}, {0, 1, 0}, {0, 0, 1}}));
        QCOMPARE(withoutModel(three, 1).matrix, (std::vector<Row>{{1, 0}, {0, 1}}));
        Interaction many = eachFromItself(7);
        for (std::size_t j = 0; j < 7; ++j) {
            many = withShare(many, 3, j, 0.1 + 0.03 * static_cast<double>(j));
            const Row& row = many.matrix[3];
            QVERIFY(std::abs(std::accumulate(row.begin(), row.end(), 0.0) - 1) < 1e-12);
        }
    }

    // The same seeds, each model alone: nothing but who reads whom has changed.
    void modelsThatReadThemselvesAreTheChainsThatTheyWere()
    {
        const auto together = collected(experimentOf(gaussians("", "[[1, 0], [0, 1]]"))).generations;
        std::vector<GenerationPtr> apart;
        for (int model = 0; model < 2; ++model) {
            Experiment alone = experimentOf(R"({"family": "gaussian", "generations": 7, "chains": 3,
                "evaluation": {"metrics": ["mean", "variance", "meanError"]}})");
            alone.samples.size = model == 0 ? 20 : 30;
            alone.seed += static_cast<Seed>(model);
            for (const auto& generation : collected(alone).generations) {
                auto own = std::make_shared<Generation>(*generation);
                own->chain += model * 3;
                apart.push_back(own);
            }
        }
        QCOMPARE(together.size(), apart.size());
        for (std::size_t i = 0; i < apart.size(); ++i)
            for (const char* metric : {"mean[0]", "variance", "meanError"}) {
                QCOMPARE(together[i]->chain, apart[i]->chain);
                QCOMPARE(std::bit_cast<std::uint64_t>(together[i]->metric(metric)),
                         std::bit_cast<std::uint64_t>(apart[i]->metric(metric)));
                QVERIFY(std::isnan(together[i]->metric("betweenVariance")));
            }
    }

    void theThreadsDoNotMatter()
    {
        const Experiment experiment = experimentOf(gaussians(""));
        QCOMPARE(difference(collected(experiment, 1).generations, collected(experiment, 4).generations),
                 QString());
    }

    void fromAnyGenerationItIsAsIfUninterrupted_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("replace") << gaussians("");
        QTest::newRow("accumulate") << gaussians(R"("policy": {"pool": "all", "subsample": 15}, )");
        QTest::newRow("previous rows") << gaussians(R"("policy": {"betaPrevious": 0.4, "realShare": 0.1}, )");
        QTest::newRow("biased, filtered")
            << gaussians(R"("policy": {"lambda": 0.9, "filter": {"keepWrong": 0.2}}, )");
        QTest::newRow("chosen by taste, weighted") << gaussians(
            R"("policy": {"realShare": 0.1, "freshShare": 0.1, "realWeight": 0.6, "curation": {"bestOf": 3, "tastes": [{"reward": "near", "point": [1]}]}}, )");
        QTest::newRow("regressions") << QByteArray(
            R"({"family": "regression", "samples": {"size": 20}, "generations": 7,
            "chains": 3, "source": {"kind": "linear", "inputs": 2}, "evaluation": {"metrics": ["testError", "betweenVariance"]},
            "variants": [{"title": "a", "set": {}}, {"title": "b", "set": {"samples.size": 30}}],
            "interaction": {"matrix": [[0.9, 0.1], [0.3, 0.7]]}})");
        QTest::newRow("states chosen by taste")
            << QByteArray(R"({"family": "discrete", "samples": {"size": 20}, "generations": 7,
            "chains": 3, "source": {"kind": "zipf", "states": 9}, "evaluation": {"metrics": ["entropyNats", "betweenVariance"]},
            "policy": {"curation": {"bestOf": 2, "tastes": [{"reward": "classes", "classes": [1, 4]}]}},
            "variants": [{"title": "a", "set": {}}, {"title": "b", "set": {"samples.size": 30}}],
            "interaction": {"matrix": [[0.9, 0.1], [0.3, 0.7]]}})");
        QTest::newRow("events") << gaussians(R"("events": [{"at": 4, "set": {"samples.size": 12}}], )");
        QTest::newRow("exact") << gaussians(
            R"("errors": {"statistical": false}, "policy": {"freshShare": 0.2}, )");
    }
    void fromAnyGenerationItIsAsIfUninterrupted()
    {
        QFETCH(QByteArray, json);
        const Experiment experiment = experimentOf(json);
        const auto whole = collected(experiment).generations;
        QCOMPARE(whole.size(), std::size_t{48});
        for (int cut = 0; cut <= 8; ++cut) {
            auto all = upTo(whole, {cut, cut, 0, std::min(cut + 1, 8), cut, std::max(0, cut - 3)});
            const auto rest = collected(experiment, 2, all);
            QCOMPARE(rest.completed, std::int64_t{48});
            all.insert(all.end(), rest.generations.begin(), rest.generations.end());
            sortLinks(all);
            QCOMPARE(difference(all, whole), QString());
        }
    }

    void itsRowsAreFoundAgain()
    {
        for (const char* more : {"", R"("policy": {"pool": "all", "subsample": 15}, )"}) {
            const Experiment experiment = experimentOf(gaussians(more));
            const auto variants = *expandVariants(experiment);
            const auto whole = collected(experiment).generations;
            constexpr int kReplicate = 1, kGeneration = 5;
            for (int model = 0; model < 2; ++model) {
                std::vector<std::vector<GenerationPtr>> before(2);
                GenerationPtr wanted;
                for (const auto& each : whole) {
                    if (each->chain % 3 == kReplicate && each->index < kGeneration)
                        before[static_cast<std::size_t>(each->chain / 3)].push_back(each);
                    if (each->chain == 3 * model + kReplicate && each->index == kGeneration)
                        wanted = each;
                }
                const auto set =
                    trainingSetOf(variants[static_cast<std::size_t>(model)], kReplicate, *wanted, before);
                QVERIFY2(set, set ? "" : set.error().message.c_str());
                const double mean = toMatrix(set->rows)->col(0).mean();
                QVERIFY(std::abs(mean - wanted->metric("mean[0]")) < 1e-12);
                QVERIFY(!trainingSetOf(variants.front(), kReplicate, *wanted, before.front()));
            }
        }
    }

    void theGroupEndsWithTheFirstThatEnds()
    {
        const Experiment experiment =
            experimentOf(R"({"family": "gaussian", "samples": {"size": 5}, "generations": 500, "chains": 4,
            "stopWhen": {"metric": "variance", "when": "below", "threshold": 0.05},
            "variants": [{"title": "a", "set": {}}, {"title": "b", "set": {}}],
            "interaction": {"matrix": [[0.8, 0.2], [0.2, 0.8]]}})");
        const auto whole = collected(experiment).generations;
        std::vector<int> lengths(8);
        for (const auto& each : whole)
            lengths[static_cast<std::size_t>(each->chain)] = each->index + 1;
        for (std::size_t replicate = 0; replicate < 4; ++replicate)
            QCOMPARE(lengths[replicate], lengths[replicate + 4]);
        QVERIFY(*std::max_element(lengths.begin(), lengths.end()) < 501);
        QVERIFY(collected(experiment, 1, whole).generations.empty());
    }

    // On infinitely many rows the means are those that the matrix mixes, and the models become one.
    void exactRefitsMixAsTheMatrixSays()
    {
        const Experiment experiment = experimentOf(
            R"({"family": "gaussian", "generations": 3, "errors": {"statistical": false},
            "evaluation": {"metrics": ["mean", "variance"]},
            "variants": [{"title": "a", "set": {}}, {"title": "b", "set": {"source.mean": [1]}}],
            "interaction": {"matrix": [[0.75, 0.25], [0.25, 0.75]]}})");
        const auto made = collected(experiment);
        QCOMPARE(made.values(1, "mean[0]"), (std::vector{0.25, 0.75}));
        QCOMPARE(made.values(2, "mean[0]"), (std::vector{0.375, 0.625}));
        QCOMPARE(made.values(1, "variance"), (std::vector{1.1875, 1.1875})); // 1 + 0.75 * 0.25
    }

    // 5 standard errors for each comparison: a false alarm has a chance of 5.7e-7 for each, below 2e-5 for
    // all, and the seed is fixed.
    void chainsDoWhatTheorySays_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QList<QByteArray>>("metrics");
        const char* three =
            R"("variants": [{"title": "a", "set": {}}, {"title": "b", "set": {"samples.size": 31}},
            {"title": "c", "set": {"samples.schedule": "linear"}}],
            "interaction": {"matrix": [[0.7, 0.2, 0.1], [0.35, 0.65, 0], [0.5, 0, 0.5]]}})";
        const QByteArray numbers =
            R"("evaluation": {"metrics": ["variance", "meanError", "betweenVariance"]}, )";
        const QList<QByteArray> ofNumbers = {"variance", "meanError", "betweenVariance"};
        QTest::newRow("unbiased") << QByteArray(R"({"family": "gaussian", )") + numbers + three << ofNumbers;
        QTest::newRow("biased, two variables, fresh rows")
            << QByteArray(
                   R"({"family": "gaussian", "model": {"estimator": "biased"}, "policy": {"freshShare": 0.1},
                "source": {"kind": "normal", "mean": [1, 2], "covariance": [[2, 1], [1, 3]]}, )") +
                   numbers + three
            << ofNumbers;
        QTest::newRow("islands") << QByteArray(R"({"family": "discrete",
            "source": {"kind": "categories", "weights": [5, 3, 2, 1, 1]},
            "evaluation": {"metrics": ["heterozygosity", "betweenVariance"]}, )") +
                                        three
                                 << QList<QByteArray>{"heterozygosity", "betweenVariance"};
    }
    void chainsDoWhatTheorySays()
    {
        QFETCH(QByteArray, json);
        QFETCH(QList<QByteArray>, metrics);
        Experiment experiment = experimentOf(json);
        experiment.samples.size = 20;
        experiment.generations = 12;
        experiment.chains = 4000;
        const auto variants = expandVariants(experiment);
        QVERIFY(variants);
        const auto made = collected(experiment, 2);
        for (std::size_t v = 0; v < variants->size(); ++v)
            for (const QByteArray& metric : metrics) {
                const auto prediction = predict((*variants)[v], metric.toStdString());
                QVERIFY(prediction && prediction->exact && prediction->values.size() == 13);
                for (const int g : {0, 12}) {
                    std::vector<double> values = made.values(g, metric.toStdString());
                    values = {values.begin() + static_cast<std::ptrdiff_t>(v * 4000),
                              values.begin() + static_cast<std::ptrdiff_t>((v + 1) * 4000)};
                    const bool isSquare = prediction->statistic == Statistic::RootMeanSquare;
                    const double expected = prediction->values[static_cast<std::size_t>(g)];
                    if (isSquare)
                        for (double& value : values)
                            value *= value;
                    const double off = standardErrors(values, isSquare ? expected * expected : expected);
                    QVERIFY2(off < kMostStandardErrors,
                             qPrintable(QString("%1 of model %2, generation %3: %4")
                                            .arg(QString(metric))
                                            .arg(v)
                                            .arg(g)
                                            .arg(off)));
                }
            }
    }

    void theoryIsSilentWhereItKnowsNothing()
    {
        for (const char* more : {R"("policy": {"pool": "all"}, )", R"("policy": {"realShare": 0.1}, )",
                                 R"("policy": {"subsample": 10}, )", R"("source": {"kind": "faithful"}, )",
                                 R"("errors": {"statistical": false}, )"}) {
            const auto variants = expandVariants(experimentOf(gaussians(more)));
            QVERIFY2(!predict(variants->front(), "variance"), more);
        }
        const auto changed =
            experimentOf(gaussians(R"("events": [{"at": 4, "set": {"samples.size": 12}}], )"));
        QCOMPARE(predict(expandVariants(changed)->back(), "variance")->values.size(), std::size_t{4});
    }
};

HARELOOM_TEST(InteractionTest)
#include "InteractionTest.moc"
