// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/Gaussian.h"
#include "core/metrics/Hellinger.h"
#include "tests/TestProgram.h"
#include "tests/metrics/Close.h"

#include <QtTest>

#include <limits>
#include <numbers>

using namespace hareloom;

namespace {

MeanCovariance scalar(double mean, double variance)
{
    return {Vector::Constant(1, mean), Matrix::Constant(1, 1, variance)};
}

const MeanCovariance kWide{Vector{{0.0, 0.0}}, Matrix{{2.0, 0.5}, {0.5, 1.0}}};
const MeanCovariance kNarrow{Vector{{1.0, -1.0}}, Matrix{{1.0, -0.3}, {-0.3, 0.5}}};
const MeanCovariance kLine{Vector{{0.0, 0.0}}, Matrix{{1.0, 1.0}, {1.0, 1.0}}};
const MeanCovariance kPoint{Vector{{3.0, 4.0}}, Matrix::Zero(2, 2)};

} // namespace

class GaussianTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inOneVariableW2IsMeansAndDeviations()
    {
        QVERIFY(isClose(w2SquaredGaussian(scalar(1, 4), scalar(-2, 0.25)), 9 + 1.5 * 1.5));
        QVERIFY(isClose(risk(scalar(1, 4), scalar(-2, 0.25)), 9 + 1.5 * 1.5));
    }

    // For 2 x 2 matrices tr (A^1/2 B A^1/2)^1/2 = sqrt(tr AB + 2 sqrt(det AB)); evaluated with mpmath.
    void w2OfCorrelatedNormals()
    {
        QVERIFY(isClose(w2SquaredGaussian(kWide, kNarrow), 2.5533014127705462));
        QVERIFY(isClose(w2SquaredGaussian(kNarrow, kWide), 2.5533014127705462));
    }

    void w2IsExactForSingularCovariances()
    {
        QVERIFY(isClose(w2SquaredGaussian(kWide, kLine), 1.0)); // the same formula, det B = 0
        QVERIFY(isClose(w2SquaredGaussian(kWide, kPoint), 25 + 3));
        QVERIFY(isClose(w2SquaredGaussian(kPoint, kPoint), 0, 1e-30));
        QVERIFY(isClose(w2SquaredGaussian(kLine, kLine), 0, 1e-28));
    }

    void w2DoesNotCancelBetweenNearlyEqualNormals()
    {
        const double step = 1e-9;
        const double expected = step * step / 4; // (sqrt(1 + step) - 1)^2
        const double actual = w2SquaredGaussian(scalar(0, 1), scalar(0, 1 + step));
        QVERIFY(std::abs(actual / expected - 1) < 1e-5);
    }

    void klKnownAnswers()
    {
        QVERIFY(isClose(klGaussian(scalar(0, 1), scalar(1, 1)), 0.5));
        QVERIFY(isClose(klGaussian(scalar(0, 0.25), scalar(0, 1)), 0.5 * (0.25 - 1 + std::log(4.0))));
        QVERIFY(isClose(klGaussian(kWide, kNarrow), 2.1768320707806407)); // mpmath
        QCOMPARE(klGaussian(kWide, kWide) < 1e-14, true);
    }

    void klAgainstACollapsedModelIsInfinite()
    {
        QVERIFY(std::isinf(klGaussian(scalar(0, 1), scalar(0, 0))));
        QVERIFY(std::isinf(klGaussian(scalar(0, 0), scalar(0, 1))));
        QVERIFY(std::isinf(klGaussian(scalar(0, 0), scalar(1, 0))));
        QVERIFY(std::isinf(klGaussian(kWide, kLine)));
        QVERIFY(std::isinf(klGaussian(kLine, kWide)));
        QVERIFY(std::isfinite(klGaussian(scalar(0, 1), scalar(0, 1e-200))));
    }

    void klOnACommonLineIsOneDimensional()
    {
        const MeanCovariance wider{kLine.mean, 4 * kLine.covariance};
        QVERIFY(isClose(klGaussian(kLine, wider), 0.5 * (0.25 - 1 + std::log(4.0))));
        QCOMPARE(klGaussian(kPoint, kPoint), 0.0);
    }

    void errorsAreThoseOfFigure4()
    {
        QVERIFY(isClose(meanError(scalar(0, 1), scalar(-3, 1)), 3));
        QVERIFY(isClose(stdError(scalar(0, 1), scalar(-3, 0.25)), 0.5));
        QVERIFY(isClose(meanError(kWide, kNarrow), std::sqrt(2.0)));
        const double first = std::sqrt(2.0) - 1;
        const double second = 1 - std::sqrt(0.5);
        QVERIFY(isClose(stdError(kWide, kNarrow), std::hypot(first, second)));
        QVERIFY(isClose(risk(kWide, kNarrow), 2 + first * first + second * second));
    }

    void riskNeverExceedsW2()
    {
        QVERIFY(risk(kWide, kNarrow) <= w2SquaredGaussian(kWide, kNarrow));
        QVERIFY(risk(kWide, kLine) <= w2SquaredGaussian(kWide, kLine));
    }

    // Against the definition, 1 - integral of sqrt(p q), summed over a fine grid.
    void hellingerIsTheIntegral()
    {
        const MeanCovariance p = scalar(0.3, 1.5), q = scalar(-0.4, 0.7);
        const auto density = [](double x, const MeanCovariance& of) {
            const double v = of.covariance(0, 0), d = x - of.mean(0);
            return std::exp(-d * d / (2 * v)) / std::sqrt(2 * std::numbers::pi * v);
        };
        double overlap = 0;
        for (int i = -20000; i <= 20000; ++i)
            overlap += std::sqrt(density(i * 1e-3, p) * density(i * 1e-3, q)) * 1e-3;
        QVERIFY(isClose(hellingerGaussian(p, q), std::sqrt(1 - overlap), 1e-9));
        QVERIFY(isClose(hellingerGaussian(kWide, kNarrow), hellingerGaussian(kNarrow, kWide)));
        QCOMPARE(hellingerGaussian(kWide, kWide), 0.0);
    }

    // Variables that do not depend on each other: what overlaps is the product.
    void hellingerOfIndependentVariables()
    {
        const MeanCovariance p{Vector{{0.0, 1.0}}, Matrix{{1.0, 0.0}, {0.0, 2.0}}};
        const MeanCovariance q{Vector{{0.5, 1.0}}, Matrix{{2.0, 0.0}, {0.0, 0.5}}};
        const auto overlap = [](const MeanCovariance& a, const MeanCovariance& b) {
            return 1 - std::pow(hellingerGaussian(a, b), 2);
        };
        QVERIFY(isClose(overlap(p, q),
                        overlap(scalar(0, 1), scalar(0.5, 2)) * overlap(scalar(1, 2), scalar(1, 0.5))));
    }

    void hellingerOfWhatHasNoVariance()
    {
        QCOMPARE(hellingerGaussian(kWide, kPoint), 1.0);
        QCOMPARE(hellingerGaussian(kWide, kLine), 1.0);
        QVERIFY(std::isnan(hellingerGaussian(kPoint, kPoint)));
    }

    void varianceRatioComparesTraces()
    {
        QVERIFY(isClose(varianceRatio(kNarrow.covariance, kWide.covariance), 0.5));
        QVERIFY(std::isnan(varianceRatio(kNarrow.covariance, kPoint.covariance)));
    }

    void unbiasedMomentsOfRows()
    {
        const Moments three{3, Vector::Constant(1, 2.0), Matrix::Constant(1, 1, 6.0)};
        QCOMPARE(meanCovarianceOf(three).covariance(0, 0), 3.0);
        const Moments one{1, Vector::Constant(1, 2.0), Matrix::Zero(1, 1)};
        QVERIFY(std::isnan(meanCovarianceOf(one).covariance(0, 0)));
    }

    void whatCannotBeComparedIsNaN()
    {
        const MeanCovariance broken = scalar(0, std::numeric_limits<double>::quiet_NaN());
        for (const auto& other : {kWide, broken}) {
            QVERIFY(std::isnan(w2SquaredGaussian(scalar(0, 1), other)));
            QVERIFY(std::isnan(klGaussian(scalar(0, 1), other)));
            QVERIFY(std::isnan(risk(scalar(0, 1), other)));
        }
    }
};

HARELOOM_TEST(GaussianTest)
#include "GaussianTest.moc"
