// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/theory/GaussianTheory.h"
#include "core/theory/SpecialFunctions.h"
#include "tests/TestProgram.h"
#include "tests/metrics/Close.h"

#include <QtTest>

using namespace hareloom;

namespace {

const std::vector<std::int64_t> kHundred(51, 100); // generations 0 ... 50
const std::vector<std::int64_t> kGrowing = {10, 20, 40};

} // namespace

class GaussianTheoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unbiasedVarianceStaysForEver()
    {
        for (const double value : expectedVariance({.variance = 2, .sizes = kHundred}))
            QVERIFY(isClose(value, 2));
    }

    void biasedVarianceLosesAFactorAFit()
    {
        const Curve curve = expectedVariance({.variance = 2, .sizes = kGrowing, .divisor = Divisor::Biased});
        QVERIFY(isClose(curve[0], 2 * 0.9));
        QVERIFY(isClose(curve[2], 2 * 0.9 * 0.95 * 0.975));
    }

    // arXiv 2307.01850: E Sigma_t = lambda^t Sigma, once for each sampling, so not at generation 0.
    void biasedSamplingIsAPowerOfLambda()
    {
        const Curve curve = expectedVariance({.sizes = kGrowing, .lambda = 0.8});
        QVERIFY(isClose(curve[0], 1) && isClose(curve[2], 0.64));
    }

    void meanWandersByOneOverMAFit()
    {
        const Curve curve = varianceOfMean({.variance = 3, .sizes = kHundred});
        QCOMPARE(curve.size(), std::size_t{51});
        QVERIFY(isClose(curve[0], 0.03)); // generation 0 is a fit, too
        QVERIFY(isClose(curve[50], 3 * 0.51));
        QVERIFY(isClose(varianceOfMean({.sizes = kGrowing})[2], 0.1 + 0.05 + 0.025));
    }

    // By hand: rows of generations 0, 1, 2 have variance 1, l 0.9, l^2 0.9 0.95.
    void meanWandersLessWhenTheVarianceFalls()
    {
        const Curve curve = varianceOfMean({.sizes = kGrowing, .divisor = Divisor::Biased, .lambda = 0.5});
        QVERIFY(isClose(curve[2], 0.1 + 0.45 / 20 + 0.25 * 0.9 * 0.95 / 40));
    }

    void marginalVarianceGrowsLinearly()
    {
        QVERIFY(isClose(marginalVariance({.variance = 2, .sizes = kHundred})[50], 2 * 1.51));
    }

    // mpmath: 51 (psi(99/2) - ln(99/2)) and 51 psi'(99/2).
    void logVarianceDriftsDown()
    {
        const GaussianLoop loop{.sizes = kHundred};
        QVERIFY(isClose(expectedLogVariance(loop)[50], -0.51688596126191458));
        QVERIFY(isClose(varianceOfLogVariance(loop)[50], 1.0407802073908796));
    }

    void logVarianceTakesScaleDivisorAndLambda()
    {
        const double unbiased = expectedLogVariance({.sizes = kHundred})[50];
        const GaussianLoop loop{.variance = 4, .sizes = kHundred, .divisor = Divisor::Biased, .lambda = 0.9};
        QVERIFY(isClose(expectedLogVariance(loop)[50],
                        unbiased + std::log(4) + 50 * std::log(0.9) + 51 * std::log(0.99)));
    }

    // Exact medians of chi2_9 / 9 and chi2_99 / 99: mpmath, inverting the incomplete gamma function.
    void medianOfOneFit()
    {
        const std::vector<std::int64_t> ten = {10};
        const std::vector<std::int64_t> hundred = {100};
        QVERIFY(std::abs(medianVariance({.sizes = ten})[0] / 0.926981410250328 - 1) < 2e-3);
        QVERIFY(std::abs(medianVariance({.sizes = hundred})[0] / 0.993274114489636 - 1) < 2e-5);
        QVERIFY(std::abs(medianVarianceFirstOrder({.sizes = hundred})[0] / 0.993274114489636 - 1) < 5e-3);
    }

    void medianFallsExponentially()
    {
        QVERIFY(isClose(medianVarianceFirstOrder({.sizes = kHundred})[50], std::exp(-51.0 / 99)));
        // ln: -51/99 and the second order's + 1 / (3 * 99), to third order
        QVERIFY(std::abs(std::log(medianVariance({.sizes = kHundred})[50]) + 51.0 / 99 - 1.0 / 297) < 3e-3);
    }

    // mpmath: 51/100 + 2 (1 - c4(100)^51); the same came from a recursion over the moments of (mu, sigma).
    void riskIsExact()
    {
        QVERIFY(isClose(expectedRisk({.sizes = kHundred})[50], 0.75167528097277941));
        QVERIFY(isClose(expectedRisk({.variance = 9, .sizes = kHundred})[50], 9 * 0.75167528097277941));
    }

    void firstOrderRiskIsItsTangent()
    {
        const std::vector<std::int64_t> many(3, 1'000'000);
        const double exact = expectedRisk({.sizes = many})[2];
        QVERIFY(std::abs(expectedRiskFirstOrder({.sizes = many})[2] / exact - 1) < 1e-5);
        QVERIFY(isClose(expectedRiskFirstOrder({.sizes = kHundred})[50], 0.765));
        QVERIFY(std::isnan(expectedRiskFirstOrder({.sizes = kHundred, .lambda = 0.9})[0]));
        QVERIFY(std::isnan(expectedRiskFirstOrder({.sizes = kHundred, .divisor = Divisor::Biased})[0]));
    }

    void biasedRiskOfOneFit()
    {
        const std::vector<std::int64_t> ten = {10};
        const double spread = c4(10) * std::sqrt(0.9);
        QVERIFY(
            isClose(expectedRisk({.sizes = ten, .divisor = Divisor::Biased})[0], 0.1 + 1 - 2 * spread + 0.9));
    }

    // mpmath: sum over j = 1, 2, 3 of psi((10 - j)/2), less 3 ln(9/2).
    void logDeterminant()
    {
        const std::vector<std::int64_t> ten = {10, 10};
        const Curve curve = expectedLogDeterminantRatio({.sizes = ten, .lambda = 0.5}, 3);
        QVERIFY(isClose(curve[0], -0.76408695489224966));
        QVERIFY(isClose(curve[1], 2 * -0.76408695489224966 + 3 * std::log(0.5)));
        const Curve single = expectedLogDeterminantRatio({.sizes = kHundred}, 1);
        QVERIFY(isClose(single[50], expectedLogVariance({.sizes = kHundred})[50]));
        QVERIFY(std::isnan(expectedLogDeterminantRatio({.sizes = ten}, 10)[0]));
    }

    void oneRowHasNoUnbiasedVariance()
    {
        const std::vector<std::int64_t> one = {10, 1, 10};
        const Curve unbiased = expectedVariance({.sizes = one});
        QVERIFY(isClose(unbiased[0], 1) && std::isnan(unbiased[1]) && std::isnan(unbiased[2]));
        QCOMPARE(expectedVariance({.sizes = one, .divisor = Divisor::Biased})[1], 0.0);
        QVERIFY(std::isnan(expectedLogVariance({.sizes = one})[1]));
        QVERIFY(std::isnan(expectedRisk({.sizes = one})[2]));
        QVERIFY(isClose(expectedRisk({.sizes = one, .divisor = Divisor::Biased})[1], 0.1 + 0.9 + 1));
    }

    void noGenerationsNoCurve()
    {
        QVERIFY(expectedRisk({}).empty());
        QVERIFY(medianVariance({}).empty());
    }
};

HARELOOM_TEST(GaussianTheoryTest)
#include "GaussianTheoryTest.moc"
