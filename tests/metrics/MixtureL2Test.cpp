// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/MixtureL2.h"
#include "core/base/Rng.h"
#include "tests/TestProgram.h"
#include "tests/metrics/Close.h"

#include <QtTest>

#include <numbers>

using namespace hareloom;

namespace {

NormalMixture inOneVariable(Vector weights, Vector means, std::vector<double> variances)
{
    NormalMixture mixture{std::move(weights), means, {}};
    for (const double variance : variances)
        mixture.covariances.push_back(Matrix::Constant(1, 1, variance));
    return mixture;
}

NormalMixture pointAt(double mean)
{
    return inOneVariable(Vector::Ones(1), Vector::Constant(1, mean), {0.0});
}

/// A kernel density: n components under one covariance.
NormalMixture kernelDensity(int n, Seed seed, bool shared)
{
    NormalMixture mixture{Vector::Constant(n, 1.0 / n), Matrix(n, 2), {}};
    fillNormals(seed, 0, {mixture.means.data(), static_cast<std::size_t>(2 * n)});
    mixture.covariances.assign(shared ? 1 : static_cast<std::size_t>(n), Matrix{{0.1, 0.02}, {0.02, 0.2}});
    return mixture;
}

const NormalMixture kF = inOneVariable(Vector{{0.3, 0.7}}, Vector{{-1.0, 2.0}}, {0.25, 1.0});
const NormalMixture kG = inOneVariable(Vector{{0.5, 0.5}}, Vector{{0.0, 2.0}}, {0.5, 2.0});

} // namespace

class MixtureL2Test : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStopIsHeard()
    {
        for (const bool shared : {false, true}) {
            const NormalMixture f = kernelDensity(40, 1, shared), g = kernelDensity(40, 2, shared);
            QVERIFY(std::isfinite(squaredL2(f, g)));
            for (const int polls : {1, 40, 41, 100}) {
                StopSource source;
                source.stopAfterPolls(polls);
                QVERIFY(std::isnan(squaredL2(f, g, source.token())));
            }
        }
    }
    // Integrals by quadrature with mpmath, not by the closed form.
    void knownAnswersInOneVariable()
    {
        QVERIFY(isClose(crossDensity(kF, kG), 0.15154290592401334));
        QVERIFY(isClose(squaredL2(kF, kG), 0.096301788535045956));
        QVERIFY(isClose(squaredL2(kG, kF), 0.096301788535045956));
    }

    void knownAnswerInTwoVariables()
    {
        const auto f = NormalMixture::single(Vector{{0.0, 0.0}}, Matrix{{2.0, 0.5}, {0.5, 1.0}});
        const auto g = NormalMixture::single(Vector{{1.0, -1.0}}, Matrix{{1.0, -0.3}, {-0.3, 0.5}});
        QVERIFY(isClose(squaredL2(f, g), 0.097415291364109, 1e-10));
    }

    void aNormalsOwnNorm()
    {
        const auto f = NormalMixture::single(Vector::Zero(1), Matrix::Ones(1, 1));
        QVERIFY(isClose(crossDensity(f, f), 0.5 / std::sqrt(std::numbers::pi)));
    }

    void identicalMixturesAreAtZero()
    {
        QCOMPARE(squaredL2(kF, kF), 0.0);
        QCOMPARE(squaredL2(pointAt(1), pointAt(1)), 0.0);
    }

    void theOrderOfComponentsDoesNotMatter()
    {
        const auto swapped = inOneVariable(Vector{{0.7, 0.3}}, Vector{{2.0, -1.0}}, {1.0, 0.25});
        QVERIFY(squaredL2(kF, swapped) < 1e-15);
    }

    void oneSharedCovarianceGivesTheSameAsItsCopies()
    {
        const double shared = squaredL2(kernelDensity(60, 1, true), kernelDensity(40, 2, true));
        const double copied = squaredL2(kernelDensity(60, 1, false), kernelDensity(40, 2, false));
        QVERIFY(isClose(shared, copied, 1e-14));
        QVERIFY(shared > 0);
    }

    void twoThousandKernelsAreNoTrouble()
    {
        const auto f = kernelDensity(2000, 1, true);
        const auto g = kernelDensity(2000, 2, true);
        const double l2 = squaredL2(f, g);
        QVERIFY(l2 > 0 && l2 < crossDensity(f, f));
    }

    void aPointMassIsInfinitelyFar()
    {
        QVERIFY(std::isinf(squaredL2(kF, pointAt(0))));
        QVERIFY(std::isinf(squaredL2(pointAt(1), pointAt(0))));
        QVERIFY(std::isfinite(crossDensity(kF, pointAt(0))));
        QVERIFY(std::isinf(crossDensity(pointAt(0), pointAt(0))));
        QCOMPARE(crossDensity(pointAt(0), pointAt(1)), 0.0);
    }

    void aDeadComponentDoesNotCount()
    {
        const auto withDead =
            inOneVariable(Vector{{0.3, 0.7, 0.0}}, Vector{{-1.0, 2.0, 5.0}}, {0.25, 1.0, 0.0});
        QVERIFY(squaredL2(kF, withDead) < 1e-15);
    }

    void whatCannotBeComparedIsNaN()
    {
        QVERIFY(std::isnan(squaredL2(kF, kernelDensity(2, 1, true))));
        auto broken = kF;
        broken.means(0, 0) = std::nan("");
        QVERIFY(std::isnan(squaredL2(kF, broken)));
    }
};

HARELOOM_TEST(MixtureL2Test)
#include "MixtureL2Test.moc"
