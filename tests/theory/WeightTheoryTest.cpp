// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Rng.h"
#include "core/theory/AnchoredTheory.h"
#include "core/theory/WeightTheory.h"
#include "tests/TestProgram.h"
#include "tests/metrics/Close.h"

#include <QtTest>

#include <cmath>
#include <numbers>

using namespace hareloom;

class WeightTheoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theBestWeightIsTheGoldenRatiosReciprocal()
    {
        QVERIFY(isClose(bestRealWeight(1), 1 / std::numbers::phi));
        for (const double k : {0.25, 0.5, 1.0, 4.0, 20.0}) {
            const double best = bestRealWeight(k), least = limitOfWeightedMean(best, k);
            QVERIFY(isClose(least, best)); // n Var* / sigma^2 = w*
            for (int i = 1; i < 1000; ++i)
                QVERIFY(limitOfWeightedMean(i / 1000.0, k) >= least * (1 - 1e-12));
        }
    }

    // Rows that count alike have the weight k / (k + 1): what that costs.
    void countingAlikeCostsMore()
    {
        QVERIFY(isClose(limitOfWeightedMean(0.5, 1), 2.0 / 3));
        QVERIFY(isClose(limitOfWeightedMean(0.2, 0.25), 5.0 / 9));
        QVERIFY(isClose(bestRealWeight(0.25), 0.3903882032022076, 1e-12));
        QVERIFY(isClose(bestRealWeight(4), 0.8284271247461903, 1e-12));
    }

    void theRecursionSettlesAtTheLimit()
    {
        for (const double w : {0.1, 0.618, 0.9}) {
            const Curve curve = varianceOfWeightedMean(w, 50, 200, 400);
            QCOMPARE(curve.size(), std::size_t{401});
            QVERIFY(isClose(curve.front(), 1.0 / 50) && isClose(50 * curve.back(), limitOfWeightedMean(w, 0.25), 1e-12));
        }
    }

    // The chain whose variance is refitted as well: the same for many rows.
    void theAnchoredChainAgreesForManyRows()
    {
        const RowCounts counts{.fresh = 100'000, .synthetic = 100'000};
        for (const double w : {0.3, 0.618, 0.8}) {
            const SteadyState state = anchoredSteadyState({.originalRows = 200'000, .realWeight = w}, counts);
            QVERIFY(isClose(100'000 * state.varianceOfMean, limitOfWeightedMean(w, 1), 1e-4));
            QVERIFY(isClose(state.variance, 1, 1e-4));
        }
    }

    // A weight that counts every row alike is none.
    void equalWeightsAreTheChainWithoutWeights()
    {
        for (const Divisor divisor : {Divisor::Unbiased, Divisor::Biased}) {
            const std::vector<RowCounts> counts(20, {.real = 10, .fresh = 20, .synthetic = 70});
            AnchoredLoop loop{.variance = 3, .originalRows = 100, .divisor = divisor, .lambda = 0.9};
            const AnchoredMoments alike = anchoredMoments(loop, counts);
            loop.realWeight = 0.3;
            const AnchoredMoments weighted = anchoredMoments(loop, counts);
            for (std::size_t g = 0; g <= 20; ++g) {
                QVERIFY(isClose(weighted.variance[g], alike.variance[g], 1e-12));
                QVERIFY(isClose(weighted.varianceOfMean[g], alike.varianceOfMean[g], 1e-12));
            }
        }
    }

    void settlesInItsSteadyState()
    {
        const RowCounts counts{.real = 10, .fresh = 5, .synthetic = 35};
        const AnchoredLoop loop{.variance = 2, .originalRows = 50, .realWeight = 0.6};
        const AnchoredMoments moments = anchoredMoments(loop, std::vector<RowCounts>(500, counts));
        const SteadyState state = anchoredSteadyState(loop, counts);
        QVERIFY(isClose(moments.variance.back(), state.variance, 1e-10));
        QVERIFY(isClose(moments.varianceOfMean.back(), state.varianceOfMean, 1e-10));
    }

    // A plain simulation of 20,000 chains that shares no code with the engine: 12 fresh rows and 8 original ones of 30
    // weigh 0.7 together, beside 10 generated ones. Six standard errors of nearly normal averages: false alarm 4e-9 each.
    void simulationAgrees()
    {
        constexpr int kChains = 20'000, kGenerations = 6;
        constexpr int kFresh = 12, kReal = 8, kSynthetic = 10, kOriginal = 30;
        constexpr double kWeight = 0.7;
        double sumOfMeans = 0, sumOfSquares = 0, sumOfVariances = 0, squaresOfVariances = 0, fourth = 0;
        for (int chain = 0; chain < kChains; ++chain) {
            Rng rng(childSeed(7, static_cast<std::uint64_t>(chain)));
            std::vector<double> original(kOriginal);
            for (double& x : original)
                x = rng.normal();
            double mean = 0, variance = 0;
            for (const double x : original)
                mean += x / kOriginal;
            for (const double x : original)
                variance += (x - mean) * (x - mean) / (kOriginal - 1);
            for (int g = 0; g < kGenerations; ++g) {
                for (int i = 0; i < kReal; ++i) // the first eight become a random choice
                    std::swap(original[static_cast<std::size_t>(i)],
                              original[static_cast<std::size_t>(i) + rng.below(static_cast<std::uint64_t>(kOriginal - i))]);
                std::vector<std::pair<double, double>> rows; // with weights that sum to 1
                for (int i = 0; i < kFresh + kReal; ++i)
                    rows.emplace_back(i < kReal ? original[static_cast<std::size_t>(i)] : rng.normal(),
                                      kWeight / (kFresh + kReal));
                for (int i = 0; i < kSynthetic; ++i)
                    rows.emplace_back(mean + std::sqrt(variance) * rng.normal(), (1 - kWeight) / kSynthetic);
                double next = 0, scatter = 0, squares = 0;
                for (const auto& [x, w] : rows)
                    next += w * x;
                for (const auto& [x, w] : rows) {
                    scatter += w * (x - next) * (x - next);
                    squares += w * w;
                }
                mean = next;
                variance = scatter / (1 - squares);
            }
            sumOfMeans += mean;
            sumOfSquares += mean * mean;
            fourth += std::pow(mean, 4);
            sumOfVariances += variance;
            squaresOfVariances += variance * variance;
        }
        const std::vector<RowCounts> counts(kGenerations, {.real = kReal, .fresh = kFresh, .synthetic = kSynthetic});
        const AnchoredMoments moments = anchoredMoments({.originalRows = kOriginal, .realWeight = kWeight}, counts);
        const double n = kChains;
        const auto error = [n](double sum, double squares) {
            return std::sqrt((squares / n - sum * sum / n / n) / n);
        };
        QVERIFY(std::abs(sumOfMeans / n) < 6 * error(sumOfMeans, sumOfSquares));
        QVERIFY(std::abs(sumOfSquares / n - moments.varianceOfMean.back()) < 6 * error(sumOfSquares, fourth));
        QVERIFY(std::abs(sumOfVariances / n - moments.variance.back()) <
                6 * error(sumOfVariances, squaresOfVariances));
    }
};

HARELOOM_TEST(WeightTheoryTest)
#include "WeightTheoryTest.moc"
