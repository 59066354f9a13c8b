// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/ExactWasserstein.h"
#include "core/metrics/Wasserstein.h"
#include "tests/TestProgram.h"
#include "tests/metrics/Close.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace hareloom;

namespace {

QuantileFunction quantilesOf(NormalMixture truth)
{
    return [truth = std::move(truth)](double below, double above) {
        return marginalQuantile(truth, 0, below, above);
    };
}

double between(const NormalMixture& model, const NormalMixture& truth)
{
    return w2SquaredExact(model, quantilesOf(truth), meanOf(truth)[0], covarianceOf(truth)(0, 0));
}

NormalMixture mixtureOf(std::vector<double> weights, std::vector<double> means, std::vector<double> variances)
{
    NormalMixture mixture;
    mixture.weights = Eigen::Map<Vector>(weights.data(), std::ssize(weights));
    mixture.means = Eigen::Map<Vector>(means.data(), std::ssize(means));
    for (const double variance : variances)
        mixture.covariances.push_back(Matrix::Constant(1, 1, variance));
    return mixture;
}

/// Midpoints of a fine grid of ranks, from quantiles by bisection: another way to the same number.
double byRanks(const NormalMixture& a, const NormalMixture& b, int ranks)
{
    double sum = 0;
    for (int i = 0; i < ranks; ++i) {
        const double u = (i + 0.5) / ranks;
        const double way = marginalQuantile(a, 0, u) - marginalQuantile(b, 0, u);
        sum += way * way / ranks;
    }
    return sum;
}

} // namespace

class ExactWassersteinTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // (m - n)^2 + (s - t)^2, down to a model of no width at all.
    void twoNormals_data()
    {
        QTest::addColumn<double>("mean");
        QTest::addColumn<double>("deviation");
        QTest::newRow("alike") << 0.0 << 1.0;
        QTest::newRow("shifted") << 3.0 << 1.0;
        QTest::newRow("narrow") << -0.5 << 1e-4;
        QTest::newRow("a point") << 0.25 << 0.0;
        QTest::newRow("wide") << 10.0 << 50.0;
        QTest::newRow("far away") << 1e7 << 2.0;
    }
    void twoNormals()
    {
        QFETCH(double, mean);
        QFETCH(double, deviation);
        const double expected = mean * mean + (deviation - 1) * (deviation - 1);
        const double found =
            between(NormalMixture::single(mean, deviation * deviation), NormalMixture::single(0, 1));
        QVERIFY2(std::abs(found - expected) <= 1e-8 * (1 + deviation * deviation + mean * mean),
                 qPrintable(QString::number(found, 'g', 17)));
    }

    void theUnitDoesNotMatter()
    {
        const auto scaled = [](double unit) {
            return between(mixtureOf({0.3, 0.7}, {-unit, 2 * unit}, {unit * unit, 0.01 * unit * unit}),
                           NormalMixture::single(unit, 2 * unit * unit));
        };
        QVERIFY(isClose(scaled(1e-8) / 1e-16, scaled(1), 1e-8) && isClose(scaled(1e8) / 1e16, scaled(1), 1e-8));
    }

    // s^2 + (m - c)^2 + w^2/12 - s w/sqrt(pi) between N(m, s^2) and the uniform law of width w about c, since the
    // expected product of a standard normal and its rank is 1/(2 sqrt(pi)).
    void aNormalAndAnInterval()
    {
        const QuantileFunction interval = [](double below, double above) {
            return below < above ? -1 + 4 * below : 3 - 4 * above;
        };
        const double found = w2SquaredExact(NormalMixture::single(0.5, 9), interval, 1, 16.0 / 12);
        QVERIFY(isClose(found, 9 + 0.25 + 16.0 / 12 - 3 * 4 / std::sqrt(std::numbers::pi), 1e-9));
    }

    void mixturesAgreeWithRanks_data()
    {
        QTest::addColumn<double>("gap");
        QTest::newRow("overlapping") << 1.0;
        QTest::newRow("apart") << 6.0;
        QTest::newRow("with an empty gap between") << 60.0; // where a quantile jumps
    }
    void mixturesAgreeWithRanks()
    {
        QFETCH(double, gap);
        const NormalMixture truth = mixtureOf({0.4, 0.6}, {0, gap}, {1, 0.25});
        const NormalMixture model = mixtureOf({0.5, 0.2, 0.3}, {0.5, gap / 2, gap}, {0.5, 0.01, 2});
        const double scale = covarianceOf(truth)(0, 0) + covarianceOf(model)(0, 0);
        // The grid rounds the outermost 2.5e-4 of both tails, and what lies at a jump.
        QVERIFY(std::abs(between(model, truth) - byRanks(model, truth, 4'000)) < 1e-3 * scale);
        QVERIFY(std::abs(between(model, truth) - between(truth, model)) < 1e-8 * scale); // it is symmetric
        QVERIFY(between(truth, truth) < 1e-12 * scale);
    }

    // Many alike and near, or alike and apart: two ways of going over them.
    void kernelDensities()
    {
        for (const double bandwidth : {0.3, 1e-3}) {
            NormalMixture kernels;
            kernels.weights = Vector::Constant(200, 1.0 / 200);
            kernels.means = Vector::LinSpaced(200, -2, 2).array().cube();
            kernels.covariances.push_back(Matrix::Constant(1, 1, bandwidth * bandwidth));
            const NormalMixture truth = NormalMixture::single(0.3, 4);
            QVERIFY(isClose(between(kernels, truth), byRanks(kernels, truth, 1'000), 0.01));
        }
    }

    // Against the same sample's sorted values and a great many quantiles of the truth.
    void aSampleAgainstItsTruth()
    {
        Vector sample(50);
        fillNormals(7, 0, {sample.data(), 50});
        const NormalMixture truth = NormalMixture::single(0, 1);
        std::vector<double> ranks;
        for (int i = 0; i < 20'000; ++i)
            ranks.push_back(marginalQuantile(truth, 0, (i + 0.5) / 20'000));
        const double found = w2SquaredExact(sample, quantilesOf(truth), 0, 1);
        QVERIFY(isClose(found, w2Squared1d({sample.begin(), sample.end()}, ranks), 1e-3));
    }

    void whatIsNotFiniteIsNaN()
    {
        QVERIFY(std::isnan(between(NormalMixture::single(std::nan(""), 1), NormalMixture::single(0, 1))));
        QVERIFY(std::isnan(between(NormalMixture::single(0, HUGE_VAL), NormalMixture::single(0, 1))));
    }

    void bothTailsAreEquallyExact()
    {
        const NormalMixture truth = mixtureOf({0.5, 0.5}, {-3, 3}, {1, 1});
        for (const double mass : {0.4, 0.1, 1e-3, 1e-10, 1e-100, 1e-300}) {
            const double low = marginalQuantile(truth, 0, mass, 1), high = marginalQuantile(truth, 0, 1, mass);
            QVERIFY(isClose(low, -high, 1e-12));
            QVERIFY(isClose(0.25 * std::erfc(-(low + 3) / std::numbers::sqrt2) +
                                0.25 * std::erfc(-(low - 3) / std::numbers::sqrt2),
                            mass, 1e-10));
        }
    }
};

HARELOOM_TEST(ExactWassersteinTest)
#include "ExactWassersteinTest.moc"
