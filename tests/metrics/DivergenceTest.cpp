// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/Divergence.h"
#include "core/base/Rng.h"
#include "core/data/NormalMixture.h"
#include "tests/TestProgram.h"
#include "tests/metrics/Close.h"

#include <QtTest>

#include <limits>
#include <numbers>

using namespace hareloom;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

NormalMixture unitNormalAt(double mean)
{
    return NormalMixture::single(Vector::Constant(1, mean), Matrix::Ones(1, 1));
}

Matrix rowsAt(double mean, Seed seed)
{
    Matrix rows(100'000, 1);
    fillNormals(seed, 0, {rows.data(), static_cast<std::size_t>(rows.size())});
    return rows.array() + mean;
}

LogDensities densitiesAt(const Matrix& rows)
{
    return {logDensity(unitNormalAt(0), rows), logDensity(unitNormalAt(1), rows)};
}

} // namespace

class DivergenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // KL(N(0,1) || N(1,1)) = 1/2; ln p - ln q = 1/2 - x is normal with variance 1, so the estimate's
    // standard error is exactly 1/sqrt(n) and 5.5 of them are missed with probability 4e-8.
    void klOfTwoNormals()
    {
        const Estimate kl = klMonteCarlo(densitiesAt(rowsAt(0, 11)));
        QVERIFY(isClose(kl.standardError, 1 / std::sqrt(1e5), 0.05));
        QVERIFY(std::abs(kl.value - 0.5) < 5.5 / std::sqrt(1e5));
    }

    // 0.11142148218473618 nats by quadrature (mpmath). The terms are bounded by ln 2 above and have light
    // tails below: missed with probability below 1e-7.
    void jsOfTwoNormals()
    {
        const Estimate js = jsMonteCarlo(densitiesAt(rowsAt(0, 12)), densitiesAt(rowsAt(1, 13)));
        QVERIFY(js.standardError > 0 && js.standardError < 2e-3);
        QVERIFY(std::abs(js.value - 0.11142148218473618) < 5.5 * js.standardError);
    }

    void equalDistributionsDivergeByNothing()
    {
        const LogDensities same{Vector{{-1.0, -2.0}}, Vector{{-1.0, -2.0}}};
        QCOMPARE(klMonteCarlo(same).value, 0.0);
        QVERIFY(isClose(jsMonteCarlo(same, same).value, 0, 1e-15));
    }

    void farApartJsIsLn2()
    {
        const LogDensities atP{Vector{{-1.0, -2.0}}, Vector{{-1e6, -kInfinity}}};
        const LogDensities atQ{Vector{{-1e6, -kInfinity}}, Vector{{-1.0, -2.0}}};
        QVERIFY(isClose(jsMonteCarlo(atP, atQ).value, std::numbers::ln2, 1e-15));
    }

    void aRowWithoutDensityUnderTheModelMakesKlInfinite()
    {
        QCOMPARE(klMonteCarlo({Vector{{-1.0, -1.0}}, Vector{{-1.0, -kInfinity}}}).value, kInfinity);
    }

    void aCollapsedModelDivergesInfinitelyAndByLn2()
    {
        const LogDensities atTruth{Vector{{-1.0, -2.0}}, Vector::Constant(2, -kInfinity)};
        const LogDensities atModel{Vector{{-1.0, -1.0}}, Vector::Constant(2, -kInfinity)};
        QCOMPARE(klMonteCarlo({atModel.q, atModel.p}).value, kInfinity);
        QVERIFY(isClose(jsMonteCarlo(atTruth, atModel).value, std::numbers::ln2, 1e-15));
    }

    void nllIsTheNegativeMean()
    {
        QCOMPARE(meanNll(Vector{{-1.0, -3.0}}), 2.0);
        QCOMPARE(meanNll(Vector{{-1.0, -kInfinity}}), kInfinity);
    }

    void withoutRowsThereIsNoAnswer()
    {
        QVERIFY(std::isnan(klMonteCarlo({}).value));
        QVERIFY(std::isnan(jsMonteCarlo({}, {}).value));
        QVERIFY(std::isnan(meanNll({})));
        QVERIFY(std::isnan(klMonteCarlo({Vector::Zero(2), Vector::Zero(1)}).value));
        QVERIFY(std::isnan(klMonteCarlo({Vector::Zero(1), Vector::Zero(1)}).standardError));
    }
};

HARELOOM_TEST(DivergenceTest)
#include "DivergenceTest.moc"
