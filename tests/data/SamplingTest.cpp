// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/Categorical.h"
#include "core/data/NormalMixture.h"
#include "tests/TestProgram.h"
#include "tests/base/Statistics.h"

#include <Eigen/Cholesky>
#include <QtTest>

using namespace hareloom;

namespace {

constexpr std::int64_t kRows = 200'000;

DatasetPtr drawn(const NormalMixture& mixture, double lambda = 1)
{
    return sampleOf(std::make_shared<const NormalMixture>(mixture), kRows, 77, lambda);
}

std::vector<double> counted(const Vector& probabilities, std::int64_t rows, Seed seed = 3)
{
    const auto states =
        toMatrix(sampleOf(std::make_shared<const Categorical>(Categorical{probabilities}), rows, seed));
    std::vector<double> counts(static_cast<std::size_t>(probabilities.size()), 0.0);
    for (const double state : states->reshaped())
        ++counts.at(static_cast<std::size_t>(state));
    return counts;
}

} // namespace

class SamplingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Kolmogorov-Smirnov on the probability transform, variable by variable: false alarm 1e-7 each.
    void marginalsFollowTheirCdf_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("one normal") << 0;
        QTest::newRow("two components") << 1;
        QTest::newRow("two variables") << 2;
        QTest::newRow("shared covariance") << 3;
    }
    void marginalsFollowTheirCdf()
    {
        QFETCH(int, which);
        const NormalMixture mixtures[] = {
            NormalMixture::single(Vector{{3}}, Matrix{{4}}),
            {Vector{{0.2, 0.8}}, Matrix{{-1}, {5}}, {Matrix{{0.25}}, Matrix{{4}}}},
            NormalMixture::single(Vector{{1, -1}}, Matrix{{2, 0.9}, {0.9, 1}}),
            {Vector{{0.5, 0.1, 0.4}}, Matrix{{0, 0}, {3, 3}, {-4, 1}}, {Matrix{{1, -0.5}, {-0.5, 1}}}}};
        const NormalMixture& mixture = mixtures[which];
        const auto rows = toMatrix(drawn(mixture));
        for (int j = 0; j < mixture.dimension(); ++j) {
            std::vector<double> p;
            for (const double x : rows->col(j))
                p.push_back(marginalCdf(mixture, j, x));
            QVERIFY(looksUniform(std::move(p)));
        }
    }

    // A correlation's estimate errs by (1 - rho^2) / sqrt(n): six of these, false alarm 2e-9.
    void variablesAreCorrelatedAsTold()
    {
        const auto rows = toMatrix(drawn(NormalMixture::single(Vector{{1, -1}}, Matrix{{4, 1.6}, {1.6, 1}})));
        const Matrix centred = rows->rowwise() - rows->colwise().mean();
        const Matrix scatter = centred.transpose() * centred;
        const double correlation = scatter(0, 1) / std::sqrt(scatter(0, 0) * scatter(1, 1));
        QVERIFY(std::abs(correlation - 0.8) < 6 * 0.36 / std::sqrt(static_cast<double>(kRows)));
    }

    void lambdaScalesTheDeviationAboutEachMean()
    {
        const NormalMixture mixture{Vector{{0.5, 0.5}}, Matrix{{-3}, {3}}, {Matrix{{1}}}};
        const auto plain = toMatrix(drawn(mixture)), narrow = toMatrix(drawn(mixture, 0.25)),
                   points = toMatrix(drawn(mixture, 0));
        for (Eigen::Index i = 0; i < 1000; ++i) {
            const double mean = (*points)(i, 0);
            QVERIFY(mean == 3 || mean == -3);
            QVERIFY(std::abs((*narrow)(i, 0) - mean - ((*plain)(i, 0) - mean) / 2) < 1e-14);
        }
    }

    void aSingularCovarianceKeepsItsPlane()
    {
        const auto rows = toMatrix(drawn(NormalMixture::single(Vector{{0, 1}}, Matrix{{1, 2}, {2, 4}})));
        QVERIFY(((rows->col(1) - 2 * rows->col(0)).array() - 1).abs().maxCoeff() < 1e-6);
        QVERIFY(rows->allFinite());
    }

    // False alarm 1e-7 each.
    void statesFollowTheirProbabilities_data()
    {
        QTest::addColumn<QVector<double>>("weights");
        QTest::newRow("even") << QVector<double>(8, 0.125);
        QTest::newRow("steep") << QVector<double>{0.9, 0.05, 0.03, 0.015, 0.005};
        QTest::newRow("one") << QVector<double>{0.5, 0.5};
    }
    void statesFollowTheirProbabilities()
    {
        QFETCH(QVector<double>, weights);
        const Vector p = Eigen::Map<const Vector>(weights.data(), weights.size());
        std::vector<double> expected(p.begin(), p.end());
        for (double& x : expected)
            x *= 100'000;
        QVERIFY(fitsExpected(counted(p, 100'000), expected));
    }

    void anExtinctStateNeverReturns()
    {
        Vector p(5);
        for (Seed seed = 0; seed < 200; ++seed) {
            Rng rng(seed);
            p << rng.uniform(), 0, rng.uniform() * 1e-9, rng.uniform(), 0;
            p /= p.sum();
            const auto counts = counted(p, 2000, seed);
            QVERIFY(counts[1] == 0 && counts[4] == 0);
        }
        QCOMPARE(counted(Vector{{0, 1, 0}}, 1000)[1], 1000.0);
    }

    // x = mean + F z, added up in the order of z's numbers, for any number of variables and components.
    void placesAreSumsInOrder()
    {
        for (const int d : {2, 7, 8, 13, 40})
            for (const int components : {1, 2}) {
                NormalMixture mixture = NormalMixture::single(Vector::LinSpaced(d, -1, 1), Matrix::Identity(d, d));
                if (components == 2) {
                    mixture.weights = Vector::Constant(2, 0.5);
                    mixture.means.conservativeResize(2, d);
                    mixture.means.row(1).setConstant(4);
                    mixture.covariances.push_back(Matrix::Identity(d, d) * 2 + Matrix::Constant(d, d, 0.5));
                }
                const DatasetPtr rows = sampleOf(std::make_shared<NormalMixture>(mixture), 300, 3);
                const Matrix all = *toMatrix(rows);
                std::vector<double> z(static_cast<std::size_t>(300 * d));
                fillNormals(3, 0, z);
                std::vector<Matrix> factors;
                for (const Matrix& covariance : mixture.covariances)
                    factors.emplace_back(covariance.llt().matrixL());
                for (int i = 0; i < 300; ++i) {
                    const auto k = static_cast<std::size_t>(
                        components == 2 && uniformAt(childSeed(3, 0), static_cast<std::uint64_t>(i)) >= 0.5);
                    for (int a = 0; a < d; ++a) {
                        double x = mixture.means(static_cast<Eigen::Index>(k), a);
                        for (int b = 0; b < d; ++b)
                            x += factors[k](a, b) * z[static_cast<std::size_t>(i * d + b)];
                        QCOMPARE(all(i, a), x);
                    }
                }
            }
    }

    void samplesAreSeekable()
    {
        const NormalMixture mixture{
            Vector{{0.5, 0.1, 0.4}}, Matrix{{0, 0}, {3, 3}, {-4, 1}}, {Matrix{{1, -0.5}, {-0.5, 1}}}};
        const auto categorical = std::make_shared<const Categorical>(Categorical{Vector{{0.2, 0.5, 0.3}}});
        for (const DatasetPtr& data : {drawn(mixture), drawn(NormalMixture::single(Vector{{0}}, Matrix{{2}})),
                                       sampleOf(categorical, kRows, 5)}) {
            Matrix all(3000, data->dimension()), part(3000, data->dimension());
            data->read(1000, all);
            data->read(1000, part.topRows(1234));
            data->read(2234, part.bottomRows(3000 - 1234));
            QVERIFY(part == all);
            const std::vector<std::int64_t> places{1000, 1001, 1500, 3999};
            Matrix gathered(4, data->dimension());
            data->gather(places, gathered);
            for (std::size_t i = 0; i < places.size(); ++i)
                QVERIFY(gathered.row(static_cast<Eigen::Index>(i)) == all.row(places[i] - 1000));
        }
    }
};

HARELOOM_TEST(SamplingTest)
#include "SamplingTest.moc"
