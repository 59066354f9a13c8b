// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/TestProgram.h"
#include "tests/chain/Loops.h"
#include "tests/chain/Runs.h"

using namespace hareloom;

class DeterminismTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void threadsDoNotChangeABit_data() { everyLoop(); }
    void threadsDoNotChangeABit()
    {
        QFETCH(QByteArray, json);
        const Experiment experiment = experimentOf(json);
        const Collected one = collected(experiment, 1);
        QCOMPARE(one.generations.size(), std::size_t{14});
        QCOMPARE(difference(one.generations, collected(experiment, 2).generations), QString());
        QCOMPARE(difference(one.generations, collected(experiment, 5).generations), QString());
    }

    // One chain and many rows: the threads share the rows.
    void threadsWithinAFitDoNotChangeABit()
    {
        const Experiment experiment =
            experimentOf(R"({"family": "gaussian", "samples": {"size": 400000}, "generations": 2})");
        QCOMPARE(difference(collected(experiment, 1).generations, collected(experiment, 4).generations),
                 QString());
    }

    // Matrix products that are fitted to a processor's caches add up in an order that depends on them.
    void theProcessorsCachesDoNotChangeABit_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("gaussian") << QByteArray(
            R"({"family": "gaussian", "source": {"kind": "digits"}, "samples": {"size": 1500}, "generations": 2,
                "evaluation": {"metrics": ["variance", "risk"]}})");
        QTest::newRow("kde") << QByteArray(
            R"({"family": "kde", "source": {"kind": "twoMoons"}, "samples": {"size": 1200}, "generations": 2})");
        QTest::newRow("mixture") << QByteArray(
            R"({"family": "mixture", "source": {"kind": "twoMoons"}, "model": {"components": 3}, "samples": {"size": 1200},
                "generations": 2})");
        QTest::newRow("regression") << QByteArray(
            R"({"family": "regression", "source": {"kind": "linear", "inputs": 10, "coefficients": [], "noise": 1}, "samples": {"size": 1200}, "generations": 2})");
    }
    void theProcessorsCachesDoNotChangeABit()
    {
        QFETCH(QByteArray, json);
        const Experiment experiment = experimentOf(json);
        const std::ptrdiff_t first = Eigen::l1CacheSize(), second = Eigen::l2CacheSize(), third = Eigen::l3CacheSize();
        const auto withCaches = [&](std::ptrdiff_t l1) {
            Eigen::setCpuCacheSizes(l1, 16 * l1, 64 * l1);
            return collected(experiment, 1).generations;
        };
        const auto small = withCaches(16 << 10), middle = withCaches(32 << 10), large = withCaches(48 << 10);
        Eigen::setCpuCacheSizes(first, second, third);
        QCOMPARE(difference(small, large), QString());
        QCOMPARE(difference(middle, large), QString());
    }

    void replicatesDiffer()
    {
        const Collected heard =
            collected(experimentOf(R"({"family": "gaussian", "generations": 2, "chains": 20})"));
        for (int g = 0; g <= 2; ++g) {
            auto values = heard.values(g, "variance");
            std::sort(values.begin(), values.end());
            QVERIFY(std::adjacent_find(values.begin(), values.end()) == values.end());
        }
    }

    // A replicate is the same whether or not others run beside it.
    void aChainDoesNotDependOnItsNeighbours()
    {
        const Collected many =
            collected(experimentOf(R"({"family": "gaussian", "generations": 3, "chains": 5})"));
        const Collected one =
            collected(experimentOf(R"({"family": "gaussian", "generations": 3, "chains": 1})"));
        for (std::size_t g = 0; g < 4; ++g)
            QCOMPARE(difference(*one.generations[g], *many.generations[g]), QString());
    }

    void seedsMatter()
    {
        const Collected a = collected(experimentOf(R"({"family": "gaussian", "seed": 1, "generations": 0})"));
        const Collected b = collected(experimentOf(R"({"family": "gaussian", "seed": 2, "generations": 0})"));
        QVERIFY(a.values(0, "variance") != b.values(0, "variance"));
    }

    void variantsLearnFromTheSameRealRows()
    {
        const Collected heard =
            collected(experimentOf(R"({"family": "gaussian", "chains": 2, "generations": 2, "variants": [
            {"title": "Replace", "set": {"policy.pool": "latest"}}, {"title": "Keep", "set": {"policy.realShare": 0.5}}]})"));
        QCOMPARE(heard.generations.size(), std::size_t{12});
        const auto variance = [&](ChainIndex chain, int g) {
            return heard.generations[static_cast<std::size_t>(3 * chain + g)]->metric("variance");
        };
        QCOMPARE(variance(0, 0), variance(2, 0));
        QCOMPARE(variance(1, 0), variance(3, 0));
        QVERIFY(variance(0, 0) != variance(1, 0) && variance(0, 1) != variance(2, 1));
    }

    void aGenerationsSampleIsFoundAgain()
    {
        const Experiment experiment =
            experimentOf(R"({"family": "gaussian", "generations": 1, "samples": {"size": 50}})");
        const Collected heard = collected(experiment);
        const auto rows = sampleOf(experiment, *heard.generations[0]);
        QVERIFY(rows && (*rows)->rows() == heard.generations[0]->sampleRows);
        QCOMPARE((*rows)->rows(), std::int64_t{50});
        const auto matrix = toMatrix(*rows);
        const double mean = matrix->mean();
        QVERIFY(qFuzzyCompare((matrix->array() - mean).square().sum() / 49,
                              heard.generations[1]->metric("variance")));
    }
};

HARELOOM_TEST(DeterminismTest)
#include "DeterminismTest.moc"
