// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/normal/NormalMixtureSnapshot.h"
#include "tests/TestProgram.h"
#include "tests/metrics/Close.h"
#include "tests/models/Fits.h"

#include <QtTest>

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
