// SPDX-License-Identifier: GPL-3.0-or-later
// Experiment against theory, through the real run(). Each comparison states its false-alarm probability;
// together they stay below 1e-6. Where a mean's distribution is skewed (over chains, sigma^2 is nearly
// log-normal), the bound is the normal one times exp(z^3 skewness / (6 sqrt(chains))), the first Cramer
// correction; the standard deviations and skewnesses named below come from 200,000 chains simulated apart
// from this program.
#include "core/data/Source.h"
#include "core/prediction/Predictions.h"
#include "core/theory/AccumulateTheory.h"
#include "core/theory/DiscreteTheory.h"
#include "core/theory/GaussianTheory.h"
#include "core/theory/ResamplingTheory.h"
#include "tests/TestProgram.h"
#include "tests/chain/Runs.h"

#include <QtTest>

#include <cmath>
#include <numeric>

using namespace hareloom;

namespace {

constexpr int kChains = 2000;
const std::vector<std::int64_t> kHundred(51, 100);

double mean(const std::vector<double>& values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double deviation(const std::vector<double>& values)
{
    const double centre = mean(values);
    double sum = 0;
    for (const double x : values)
        sum += (x - centre) * (x - centre);
    return std::sqrt(sum / static_cast<double>(values.size() - 1));
}

bool agrees(const std::vector<double>& values, double expected, double deviations, double one)
{
    const double off = (mean(values) - expected) / (one / std::sqrt(static_cast<double>(values.size())));
    if (!(std::abs(off) < deviations))
        qWarning() << "mean" << mean(values) << "expected" << expected << "off by" << off
                   << "standard errors";
    return std::abs(off) < deviations;
}

const Collected& gaussianChains()
{
    static const Collected heard = collected(
        experimentOf(R"({"family": "gaussian", "samples": {"size": 100}, "generations": 50, "chains": 2000,
        "seed": 20240724, "evaluation": {"metrics": ["mean", "variance", "risk"]}})"),
        2);
    return heard;
}

} // namespace

class StandardErrorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void generations_data()
    {
        QTest::addColumn<int>("g");
        QTest::addColumn<double>("riskDeviation");
        QTest::addColumn<double>("squareDeviation");
        QTest::newRow("10") << 10 << 0.1893 << 0.1642;
        QTest::newRow("25") << 25 << 0.5014 << 0.4144;
        QTest::newRow("50") << 50 << 1.1936 << 0.9293;
    }

    // sigma_g^2 has the variance (1 + 2/99)^(g+1) - 1 over chains, and a skewness of at most 7.1: 7 standard
    // errors, false alarm below 3e-8.
    void meanVarianceStays_data() { generations_data(); }
    void meanVarianceStays()
    {
        QFETCH(int, g);
        const double one = std::sqrt(std::pow(1 + 2.0 / 99, g + 1) - 1);
        QVERIFY(agrees(gaussianChains().values(g, "variance"),
                       expectedVariance({.sizes = kHundred})[static_cast<std::size_t>(g)], 7, one));
    }

    // How many of the chains lie below the predicted median is binomial: 5.5 deviations, false alarm 4e-8.
    void medianVarianceFalls_data() { generations_data(); }
    void medianVarianceFalls()
    {
        QFETCH(int, g);
        const double median = medianVariance({.sizes = kHundred})[static_cast<std::size_t>(g)];
        const auto values = gaussianChains().values(g, "variance");
        const auto below =
            std::count_if(values.begin(), values.end(), [median](double x) { return x < median; });
        QVERIFY2(std::abs(static_cast<double>(below) - kChains / 2.0) < 5.5 * std::sqrt(kChains / 4.0),
                 qPrintable(QString::number(below)));
    }

    // The risk's deviation over chains is riskDeviation, its skewness at most 8.6: 7 standard errors, false
    // alarm below 1e-7.
    void meanRiskGrows_data() { generations_data(); }
    void meanRiskGrows()
    {
        QFETCH(int, g);
        QFETCH(double, riskDeviation);
        QVERIFY(agrees(gaussianChains().values(g, "risk"),
                       expectedRisk({.sizes = kHundred})[static_cast<std::size_t>(g)], 7, riskDeviation));
    }

    // mu_g^2 likewise: deviation squareDeviation, skewness at most 5.9, false alarm below 2e-8. The mean
    // itself is normal given the variances: 6 standard errors, 2e-9.
    void theMeanWanders_data() { generations_data(); }
    void theMeanWanders()
    {
        QFETCH(int, g);
        QFETCH(double, squareDeviation);
        auto values = gaussianChains().values(g, "mean[0]");
        const double variance = varianceOfMean({.sizes = kHundred})[static_cast<std::size_t>(g)];
        QVERIFY(agrees(values, 0, 6, std::sqrt(variance)));
        for (double& mu : values)
            mu *= mu;
        QVERIFY(agrees(values, variance, 7, squareDeviation));
    }

    // ln sigma_g^2 is a sum of independent terms, nearly normal, with a known variance: 6 standard errors,
    // 2e-9.
    void logVarianceDrifts_data() { generations_data(); }
    void logVarianceDrifts()
    {
        QFETCH(int, g);
        auto values = gaussianChains().values(g, "variance");
        for (double& x : values)
            x = std::log(x);
        const GaussianLoop loop{.sizes = kHundred};
        QVERIFY(agrees(values, expectedLogVariance(loop)[static_cast<std::size_t>(g)], 6,
                       std::sqrt(varianceOfLogVariance(loop)[static_cast<std::size_t>(g)])));
    }

    // lambda^g, exactly in expectation; skewness about 2.3: 6.5 standard errors, false alarm below 1e-9
    // times 20.
    void lambdaIsAPower()
    {
        const auto heard = collected(
            experimentOf(
                R"({"family": "gaussian", "generations": 20, "chains": 2000, "seed": 3, "policy": {"lambda": 0.8}})"),
            2);
        const std::vector<std::int64_t> sizes(21, 100);
        const double expected = expectedVariance({.sizes = sizes, .lambda = 0.8})[20];
        QVERIFY(qFuzzyCompare(expected, std::pow(0.8, 20)));
        QVERIFY(agrees(heard.values(20, "variance"), expected, 6.5,
                       expected * std::sqrt(std::pow(1 + 2.0 / 99, 21) - 1)));
    }

    // The pool's variance is bounded to either side and little skewed: 6.5 of its own standard errors, below
    // 1e-8.
    void accumulatedVarianceFreezes()
    {
        const auto heard = collected(
            experimentOf(
                R"({"family": "gaussian", "model": {"estimator": "biased"}, "samples": {"size": 20}, "generations": 20, "chains": 2000,
            "seed": 4, "policy": {"pool": "all"}})"),
            2);
        const std::vector<std::int64_t> rows(21, 20);
        const Curve expected = expectedAccumulatedVariance({.newRows = rows});
        for (const int g : {0, 5, 20}) {
            const auto values = heard.values(g, "variance");
            QVERIFY(agrees(values, expected[static_cast<std::size_t>(g)], 6.5, deviation(values)));
        }
    }

    // v' = (1 - 1/M) v + h^2; skewness below 1.5: 6.5 standard errors, below 1e-7.
    void kernelDensityWidens()
    {
        const auto heard = collected(
            experimentOf(
                R"({"family": "kde", "model": {"bandwidth": "fixed", "bandwidthValue": 0.4}, "samples": {"size": 40}, "generations": 20,
            "chains": 1000, "seed": 5})"),
            2);
        const std::vector<std::int64_t> sizes(21, 40);
        const Curve expected = expectedResampledVariance(1, sizes, 0.16);
        for (const int g : {0, 10, 20}) {
            const auto values = heard.values(g, "variance");
            QVERIFY(agrees(values, expected[static_cast<std::size_t>(g)], 6.5, deviation(values)));
        }
    }

    // Where generation 0's variance is M a, what an added regularisation a gives balances what resampling
    // takes, and the expected variance stays there. Over chains generation 25's has the deviation 1.00 and
    // the skewness 5.0: 7 standard errors, false alarm below 2e-9. A floor would leave 0.59 of it, 18
    // standard errors away.
    void anAddedRegularisationHoldsTheVariance()
    {
        const Experiment experiment = experimentOf(
            R"({"family": "mixture", "samples": {"size": 50}, "generations": 25, "chains": 2000, "seed": 9,
            "model": {"components": 1, "regularisationKind": "added", "regularisation": 0.02}})");
        const auto theory = predict(experiment, "variance");
        QVERIFY(theory && theory->exact && qFuzzyCompare(theory->values[25], 1.0));
        QVERIFY(agrees(collected(experiment, 2).values(25, "variance"), 1, 7, 1.00));
    }

    // Heterozygosity lies in [0, 1]: 6.5 of its own standard errors, below 1e-8.
    void heterozygosityDecays()
    {
        const auto heard = collected(
            experimentOf(
                R"({"family": "discrete", "source": {"kind": "zipf", "states": 50}, "generations": 50, "chains": 2000, "seed": 6,
            "evaluation": {"metrics": ["heterozygosity", "survivingStates"]}})"),
            2);
        const auto truth =
            (*makeSource(
                 experimentOf(
                     R"({"family": "discrete", "source": {"kind": "zipf", "states": 50}, "evaluation": {"metrics": []}})")
                     .source,
                 RowKind::States))
                ->categorical();
        const Curve expected = expectedHeterozygosity(*truth, kHundred),
                    survivors = expectedSurvivors(*truth, 100, 50);
        for (const int g : {0, 10, 50}) {
            const auto values = heard.values(g, "heterozygosity"),
                       living = heard.values(g, "survivingStates");
            QVERIFY(agrees(values, expected[static_cast<std::size_t>(g)], 6.5, deviation(values)));
            QVERIFY(agrees(living, survivors[static_cast<std::size_t>(g)], 6.5, deviation(living)));
        }
    }

    // Given its probability p now, a state is lost in the next step with (1 - p)^M. Summed over chains and
    // generations what happened less what was expected is a martingale with the variance v = sum q (1 - q):
    // beyond 6.5 sqrt(v) with a probability below 2 exp(-6.5^2 / (2 (1 + 6.5 / (3 sqrt(v))))) < 1e-8 for
    // v > 400 (Freedman 1975).
    void oneStepLosesAState()
    {
        const auto heard = collected(
            experimentOf(
                R"({"family": "discrete", "source": {"kind": "categories", "weights": [40, 30, 22, 2, 2, 2, 2]},
            "generations": 20, "chains": 2000, "seed": 7, "evaluation": {"metrics": ["survivingStates"]}})"),
            2);
        for (const int state : {4, 5, 6}) {
            double lost = 0, expected = 0, variance = 0;
            for (std::size_t i = 1; i < heard.generations.size(); ++i) {
                const Generation &before = *heard.generations[i - 1], &now = *heard.generations[i];
                const double p = before.snapshot->categorical()->probabilities[state];
                if (now.index == 0 || p == 0)
                    continue;
                const double q = lossProbability(p, 100);
                lost += now.snapshot->categorical()->probabilities[state] == 0 ? 1 : 0;
                expected += q;
                variance += q * (1 - q);
            }
            QVERIFY(variance > 400);
            QVERIFY2(std::abs(lost - expected) < 6.5 * std::sqrt(variance),
                     qPrintable(QString("%1 lost, %2 expected").arg(lost).arg(expected)));
        }
    }
};

HARELOOM_TEST(StandardErrorsTest)
#include "StandardErrorsTest.moc"
