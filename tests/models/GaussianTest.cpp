// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/normal/NormalMixtureSnapshot.h"
#include "tests/TestProgram.h"
#include "tests/metrics/Close.h"
#include "tests/models/Fits.h"

#include <QtTest>

#include <limits>

using namespace hareloom;

namespace {

std::unique_ptr<Generator> gaussian(int d, Estimator estimator = Estimator::Unbiased)
{
    return make("gaussian", {d, 0}, GaussianSettings{estimator});
}

} // namespace

class GaussianTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void estimatorsDivideByCountOrOneLess()
    {
        const DatasetPtr data = tableOf(Matrix{{1}, {2}, {6}});
        const auto unbiased = gaussian(1), biased = gaussian(1, Estimator::Biased);
        QVERIFY(unbiased->fit(data, {}) && biased->fit(data, {}));
        QVERIFY(isClose(mixtureOf(*unbiased).means(0, 0), 3) &&
                isClose(mixtureOf(*unbiased).covariance(0)(0, 0), 7));
        QVERIFY(isClose(mixtureOf(*biased).means(0, 0), 3) &&
                isClose(mixtureOf(*biased).covariance(0)(0, 0), 14.0 / 3));
    }

    void covarianceInSeveralVariables()
    {
        const auto model = gaussian(2);
        QVERIFY(model->fit(tableOf(Matrix{{1, 2}, {3, 8}, {5, 5}}), {}));
        QVERIFY(mixtureOf(*model).means.isApprox(Matrix{{3, 5}}));
        QVERIFY(mixtureOf(*model).covariance(0).isApprox(Matrix{{4, 3}, {3, 9}}));
    }

    void likelihoodIsThatOfItsRows()
    {
        for (const int d : {1, 3}) {
            const Matrix rows = normalRows(50, d, 4);
            for (const Estimator estimator : {Estimator::Unbiased, Estimator::Biased}) {
                const auto model = gaussian(d, estimator);
                const auto report = model->fit(tableOf(rows), {});
                QVERIFY(report &&
                        isClose(report->logLikelihood, logDensity(mixtureOf(*model), rows).sum(), 1e-10));
            }
        }
    }

    // A density without width is without bound, in one variable as in a plane of three.
    void withoutVarianceTheLikelihoodIsInfinite()
    {
        const auto likelihood = [](const Matrix& rows) {
            const auto report = gaussian(static_cast<int>(rows.cols()))->fit(tableOf(rows), {});
            return report ? report->logLikelihood : 0;
        };
        constexpr double kInfinity = std::numeric_limits<double>::infinity();
        for (const double value : {0.0, 0.1, -1.0 / 3, 1.7e9, 1e-200})
            for (const Eigen::Index d : {1, 3})
                QCOMPARE(likelihood(Matrix::Constant(41, d, value)), kInfinity);
        Matrix oneConstant = normalRows(41, 2, 3);
        oneConstant.col(1).setConstant(0.1);
        QCOMPARE(likelihood(oneConstant), kInfinity);
        QCOMPARE(likelihood(normalRows(3, 5, 3)), kInfinity); // more variables than rows
    }

    void anExactRefitIsAFixedPoint()
    {
        const auto model = gaussian(2);
        QVERIFY(model->fit(tableOf(normalRows(20, 2, 1)), {}));
        const NormalMixture before = mixtureOf(*model);
        for (int g = 0; g < 100; ++g)
            QVERIFY(model->fitExactly(std::vector<PopulationPart>{partOf(1, model->snapshot())}));
        QVERIFY(mixtureOf(*model).means == before.means &&
                mixtureOf(*model).covariance(0) == before.covariance(0));
    }

    void anExactRefitTakesTheMomentsOfAMixture()
    {
        const auto model = gaussian(1);
        const auto part = [](double mean, double variance) {
            return std::make_shared<NormalMixture>(NormalMixture::single(Vector{{mean}}, Matrix{{variance}}));
        };
        QVERIFY(model->fitExactly(std::vector<PopulationPart>{{0.25, part(0, 1)}, {0.75, part(4, 2)}}));
        QVERIFY(isClose(mixtureOf(*model).means(0, 0), 3));
        QVERIFY(isClose(mixtureOf(*model).covariance(0)(0, 0), 0.25 + 1.5 + 0.25 * 0.75 * 16));
    }

    void aMixtureIsNoGaussian()
    {
        const auto model = gaussian(1);
        const NormalMixture two{Vector{{0.5, 0.5}}, Matrix{{0}, {1}}, {Matrix{{1}}}};
        const auto restored = model->restore(std::make_shared<NormalMixtureSnapshot>(two));
        QVERIFY(!restored && restored.error().kind == ErrorKind::InvalidFile);
    }
};

HARELOOM_TEST(GaussianTest)
#include "GaussianTest.moc"
