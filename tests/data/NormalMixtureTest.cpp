// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/NormalMixture.h"
#include "tests/TestProgram.h"
#include "tests/metrics/Close.h"

#include <QtTest>

#include <numbers>

using namespace hareloom;

namespace {

// 0.3 N(-1, 0.25) + 0.7 N(2, 4)
NormalMixture two()
{
    return {Vector{{0.3, 0.7}}, Matrix{{-1}, {2}}, {Matrix{{0.25}}, Matrix{{4}}}};
}

double density(double x, double mean, double variance)
{
    return std::exp(-0.5 * (x - mean) * (x - mean) / variance) / std::sqrt(2 * std::numbers::pi * variance);
}

double cdf(double z)
{
    return 0.5 * std::erfc(-z / std::numbers::sqrt2);
}

} // namespace

class NormalMixtureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void momentsFollowTheLawOfTotalVariance()
    {
        QVERIFY(isClose(meanOf(two())[0], 1.1));
        QVERIFY(isClose(covarianceOf(two())(0, 0), 0.3 * 0.25 + 0.7 * 4 + 0.3 * 0.7 * 9));
        const NormalMixture shared{Vector{{0.5, 0.5}}, Matrix{{0, 0}, {2, 4}}, {Matrix{{1, 0.5}, {0.5, 2}}}};
        QVERIFY(covarianceOf(shared).isApprox(Matrix{{2, 2.5}, {2.5, 6}}, 1e-14));
    }

    void densityIsTheWeightedSum()
    {
        const Matrix at{{-3}, {-1}, {0.5}, {8}};
        const Vector values = logDensity(two(), at);
        for (int i = 0; i < 4; ++i)
            QVERIFY(isClose(values[i],
                            std::log(0.3 * density(at(i, 0), -1, 0.25) + 0.7 * density(at(i, 0), 2, 4))));
    }

    // By hand: Sigma^-1 = [[2, -1], [-1, 1]] / 1, det 1; x - mu = (1, 2) has squared length 2 - 4 + 4 = 2.
    void densityTakesCorrelationsIn()
    {
        const auto normal = NormalMixture::single(Vector{{0, 0}}, Matrix{{1, 1}, {1, 2}});
        QVERIFY(isClose(logDensity(normal, Matrix{{1, 2}})[0], -std::log(2 * std::numbers::pi) - 1));
    }

    void densityFarAwayDoesNotUnderflow()
    {
        QVERIFY(isClose(logDensity(two(), Matrix{{1000}})[0],
                        std::log(0.7) - 0.5 * std::log(8 * std::numbers::pi) - 998.0 * 998 / 8));
    }

    void aSingularComponentGivesNothing()
    {
        NormalMixture half = two();
        half.covariances[0](0, 0) = 0;
        QVERIFY(isClose(logDensity(half, Matrix{{2}})[0], std::log(0.7 * density(2, 2, 4))));
        const auto point = NormalMixture::single(Vector{{1, 1}}, Matrix::Zero(2, 2));
        QCOMPARE(logDensity(point, Matrix{{0, 0}})[0], -std::numeric_limits<double>::infinity());
    }

    void anExtinctComponentGivesNothing()
    {
        NormalMixture one = two();
        one.weights << 0, 1;
        QVERIFY(isClose(logDensity(one, Matrix{{-1}})[0], std::log(density(-1, 2, 4))));
    }

    void cdfIsTheWeightedSum()
    {
        for (const double x : {-9.0, -1.0, 0.0, 2.0, 20.0})
            QVERIFY(isClose(marginalCdf(two(), 0, x), 0.3 * cdf((x + 1) / 0.5) + 0.7 * cdf((x - 2) / 2)));
        QCOMPARE(marginalCdf(two(), 0, 1e9), 1.0);
        QCOMPARE(marginalCdf(two(), 0, -1e9), 0.0);
    }

    void quantileInvertsTheCdf()
    {
        for (const double p : {1e-12, 0.01, 0.3, 0.5, 0.99, 1 - 1e-12})
            QVERIFY(isClose(marginalCdf(two(), 0, marginalQuantile(two(), 0, p)), p, 1e-14));
        const auto normal = NormalMixture::single(Vector{{3}}, Matrix{{4}});
        QVERIFY(isClose(marginalQuantile(normal, 0, 0.99), 3 + 2 * 2.3263478740408408, 1e-14));
        QVERIFY(isClose(marginalQuantile(normal, 0, 0.5), 3, 1e-14));
    }

    void marginalsAreOfTheirVariable()
    {
        const auto normal = NormalMixture::single(Vector{{0, 5}}, Matrix{{1, 0.5}, {0.5, 9}});
        QVERIFY(isClose(marginalQuantile(normal, 1, 0.5), 5, 1e-14));
        QVERIFY(isClose(marginalCdf(normal, 1, 8), cdf(1)));
    }

    void aPointMassIsAStep()
    {
        const auto point = NormalMixture::single(Vector{{2}}, Matrix{{0}});
        QCOMPARE(marginalCdf(point, 0, std::nextafter(2.0, 0.0)), 0.0);
        QCOMPARE(marginalCdf(point, 0, 2), 1.0);
        QCOMPARE(marginalQuantile(point, 0, 0.01), 2.0);
    }
};

HARELOOM_TEST(NormalMixtureTest)
#include "NormalMixtureTest.moc"
