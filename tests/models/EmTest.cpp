// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/normal/Expectation.h"
#include "core/families/normal/KMeans.h"
#include "core/families/normal/Maximisation.h"
#include "tests/TestProgram.h"
#include "tests/metrics/Close.h"
#include "tests/models/Fits.h"

#include <QtTest>

#include <Eigen/Eigenvalues>

using namespace hareloom;

namespace {

const char* const kTypes[] = {"full", "diagonal", "tied", "spherical"};
const char* const kData[] = {"faithful",       "one cloud",    "needle",  "few rows",
                             "duplicates",     "constant",     "outlier", "three variables",
                             "five variables", "one variable", "tiny",    "huge"};

Matrix dataNamed(const QString& name)
{
    Matrix rows = normalRows(150,
                             name == "five variables"    ? 5
                             : name == "three variables" ? 3
                             : name == "one variable"    ? 1
                                                         : 2,
                             8);
    if (name == "faithful")
        return faithful();
    if (name == "needle")
        rows.col(1) = 2 * rows.col(0);
    if (name == "few rows")
        return rows.topRows(5);
    if (name == "duplicates")
        for (Eigen::Index i = 0; i < rows.rows(); ++i)
            rows.row(i) = rows.row(i % 4).eval();
    if (name == "constant")
        rows.setConstant(3);
    if (name == "outlier")
        rows(7, 0) = 1e6;
    if (name == "tiny")
        rows *= 1e-9;
    if (name == "huge")
        rows = rows * 1e9 + Matrix::Constant(rows.rows(), rows.cols(), 1e10);
    return rows;
}

MixtureSettings mixtureSettings(const QString& covariance, std::int64_t components = 2,
                                RegularisationKind kind = RegularisationKind::RelativeFloor)
{
    MixtureSettings settings;
    settings.regularisationKind = kind;
    settings.covariance = *choiceOf(kCovarianceShapes, covariance.toStdString());
    settings.components = components;
    return settings;
}

detail::Regularisation regularisationOf(const Matrix& rows, const MixtureSettings& settings)
{
    return detail::regularisationFor(settings, momentsOf(Table(rows), 1));
}

NormalMixture started(const Matrix& rows, const MixtureSettings& settings, Seed seed)
{
    Rng rng(seed);
    const int components = static_cast<int>(settings.components);
    return detail::fromClusters(rows, detail::kMeans(rows, components, 10, rng), components, settings.covariance,
                                regularisationOf(rows, settings));
}

void checkIsMixture(const NormalMixture& mixture, const detail::Regularisation& regularisation, bool isSpherical)
{
    const Vector units = isSpherical // whose one variance is held against the mean of the floors
                             ? Vector::Constant(regularisation.dimension(),
                                                std::sqrt(regularisation.unit.array().square().mean()))
                             : regularisation.unit;
    QVERIFY(mixture.weights.allFinite() && mixture.means.allFinite());
    QVERIFY(mixture.weights.minCoeff() >= 0);
    QVERIFY(isClose(mixture.weights.sum(), 1));
    for (const Matrix& covariance : mixture.covariances) {
        const Matrix unitless = covariance.cwiseQuotient(units * units.transpose());
        const Vector spectrum =
            Eigen::SelfAdjointEigenSolver<Matrix>(unitless, Eigen::EigenvaluesOnly).eigenvalues();
        // Eigenvalues are known to about 1e-15 of the largest.
        QVERIFY2(spectrum.minCoeff() >= regularisation.least * (1 - 1e-6) - 1e-14 * spectrum.maxCoeff(),
                 qPrintable(QString::number(spectrum.minCoeff())));
    }
}

} // namespace

class EmTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCase_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("data");
        QTest::addColumn<RegularisationKind>("kind");
        for (const char* type : kTypes)
            for (const char* data : kData)
                for (const RegularisationKind kind :
                     {RegularisationKind::RelativeFloor, RegularisationKind::Floor})
                    QTest::addRow("%s, %s, %s", type, data, wordOf(kRegularisationKinds, kind).data())
                        << type << data << kind;
    }

    // Step by step, from 12 starts: not by more than the rounding of a sum of n logarithms.
    void likelihoodNeverFalls_data() { everyCase_data(); }
    void likelihoodNeverFalls()
    {
        QFETCH(QString, type);
        QFETCH(QString, data);
        QFETCH(RegularisationKind, kind);
        const Matrix rows = dataNamed(data);
        for (const std::int64_t components : {1, 2, 4})
            for (Seed seed = 0; seed < 4; ++seed) {
                const MixtureSettings settings = mixtureSettings(type, components, kind);
                const detail::Regularisation regularisation = regularisationOf(rows, settings);
                NormalMixture mixture = started(rows, settings, seed);
                double last = -std::numeric_limits<double>::infinity();
                for (int step = 0; step < 60; ++step) {
                    checkIsMixture(mixture, regularisation, settings.covariance == CovarianceShape::Spherical);
                    if (QTest::currentTestFailed())
                        return;
                    const auto sums = detail::expectationOver(rows, detail::packedParameters(mixture), 1);
                    const double rounding =
                        1e-9 * (static_cast<double>(rows.rows()) + std::abs(sums.logLikelihood));
                    QVERIFY2(sums.logLikelihood >= last - rounding,
                             qPrintable(QString("K %1, seed %2, step %3: %4 after %5")
                                            .arg(components)
                                            .arg(seed)
                                            .arg(step)
                                            .arg(sums.logLikelihood, 0, 'g', 17)
                                            .arg(last, 0, 'g', 17)));
                    last = sums.logLikelihood;
                    mixture = detail::maximised(mixture, sums, settings.covariance, regularisation);
                }
            }
    }

    // The same through fit(): one more step allowed, no less likely.
    void moreIterationsAreNeverLessLikely()
    {
        for (const char* type : kTypes) {
            double last = -std::numeric_limits<double>::infinity();
            for (std::int64_t most = 1; most <= 25; ++most) {
                MixtureSettings settings = mixtureSettings(type);
                settings.maxIterations = most;
                settings.tolerance = 0;
                const auto model = make("mixture", {2, 0}, settings);
                FitContext context;
                context.seed = 3;
                const auto report = model->fit(tableOf(faithful()), context);
                QVERIFY(report && report->iterations <= most);
                QVERIFY(report->logLikelihood >= last - 1e-8);
                last = report->logLikelihood;
            }
        }
    }

    void likelihoodIsThatOfTheRows()
    {
        const Matrix rows = faithful();
        const auto model = make("mixture", {2, 0}, mixtureSettings("full"));
        const auto report = model->fit(tableOf(rows), {});
        QVERIFY(report && isClose(report->logLikelihood, logDensity(mixtureOf(*model), rows).sum(), 1e-10));
    }

    // The optimum that mclust and scikit-learn find, too: -1130.264 nats in total.
    void faithfulReachesItsOptimum()
    {
        for (Seed seed = 1; seed <= 10; ++seed) {
            MixtureSettings settings = mixtureSettings("full");
            settings.tolerance = 1e-10;
            const auto model = make("mixture", {2, 0}, settings);
            FitContext context;
            context.seed = seed;
            const auto report = model->fit(tableOf(faithful()), context);
            QVERIFY(report && report->converged);
            QVERIFY2(std::abs(report->logLikelihood + 1130.264) < 1e-3,
                     qPrintable(QString::number(report->logLikelihood, 'g', 12)));
            Vector eruptions = mixtureOf(*model).means.col(0);
            std::sort(eruptions.begin(), eruptions.end());
            QVERIFY(isClose(eruptions[0], 2.0364, 1e-3) && isClose(eruptions[1], 4.2897, 1e-3));
        }
    }

    // One step already reproduces the rows' mean and biased covariance, whatever the components.
    void momentsOfTheRowsAreKept()
    {
        const Matrix rows = faithful();
        const Matrix centred = rows.rowwise() - rows.colwise().mean();
        const Matrix covariance = centred.transpose() * centred / 272.0;
        for (const char* type : kTypes) {
            const auto model = make("mixture", {2, 0}, mixtureSettings(type));
            QVERIFY(model->fit(tableOf(rows), {}));
            QVERIFY(meanOf(mixtureOf(*model)).isApprox(rows.colwise().mean().transpose(), 1e-10));
            QVERIFY(isClose(covarianceOf(mixtureOf(*model)).trace(), covariance.trace(), 1e-9));
            if (type == QString("full") || type == QString("tied"))
                QVERIFY(covarianceOf(mixtureOf(*model)).isApprox(covariance, 1e-9));
        }
    }

    void covariancesHaveTheirStructure()
    {
        const Matrix rows = faithful();
        const auto fitted = [&](const char* type) {
            auto model = make("mixture", {2, 0}, mixtureSettings(type));
            return model->fit(tableOf(rows), {}) ? mixtureOf(*model).covariances : std::vector<Matrix>{};
        };
        QCOMPARE(fitted("full").size(), std::size_t{2});
        QCOMPARE(fitted("tied").size(), std::size_t{1});
        for (const Matrix& c : fitted("diagonal"))
            QVERIFY(c(0, 1) == 0 && c(1, 0) == 0 && c(0, 0) != c(1, 1));
        for (const Matrix& c : fitted("spherical"))
            QVERIFY(c(0, 1) == 0 && c(0, 0) == c(1, 1));
    }

    void oneComponentIsTheBiasedGaussian()
    {
        MixtureSettings settings = mixtureSettings("full", 1);
        const DatasetPtr data = tableOf(faithful());
        const auto mixture = make("mixture", {2, 0}, settings),
                   gaussian = make("gaussian", {2, 0}, GaussianSettings{Estimator::Biased});
        QVERIFY(mixture->fit(data, {}) && gaussian->fit(data, {}));
        QVERIFY(mixtureOf(*mixture).covariance(0).isApprox(mixtureOf(*gaussian).covariance(0), 1e-9));
    }

    // Whatever start a seed takes, the component that was left stays left.
    void componentsKeepTheirNumbers()
    {
        const auto model = make("mixture", {2, 0}, mixtureSettings("full"));
        QVERIFY(model->fit(tableOf(faithful()), {}));
        const bool firstIsShort = mixtureOf(*model).means(0, 0) < 3;
        for (Seed seed = 0; seed < 20; ++seed) {
            FitContext context;
            context.seed = seed;
            QVERIFY(model->fit(sampled(*model, 272, seed), context));
            QCOMPARE(mixtureOf(*model).means(0, 0) < mixtureOf(*model).means(1, 0), firstIsShort);
        }
    }

    void moreStartsAreNeverWorse()
    {
        const Matrix rows = normalRows(60, 2, 2);
        double last = -std::numeric_limits<double>::infinity();
        for (const std::int64_t starts : {1, 2, 4, 8}) {
            MixtureSettings settings = mixtureSettings("full", 3);
            settings.starts = starts;
            const auto report = make("mixture", {2, 0}, settings)->fit(tableOf(rows), {});
            QVERIFY(report && report->logLikelihood >= last);
            last = report->logLikelihood;
        }
    }

    void fewerRowsThanComponentsAreRefused()
    {
        const auto model = make("mixture", {2, 0}, mixtureSettings("full", 4));
        const auto report = model->fit(tableOf(normalRows(3, 2, 1)), {});
        QVERIFY(!report && report.error().kind == ErrorKind::InvalidData);
        QVERIFY(!model->snapshot());
    }

    void anExactRefitOfWhatItHoldsIsAFixedPoint()
    {
        for (const char* type : kTypes) {
            const auto model = make("mixture", {2, 0}, mixtureSettings(type));
            QVERIFY(model->fit(tableOf(faithful()), {}));
            const NormalMixture before = mixtureOf(*model);
            const auto refitted =
                model->fitExactly(std::vector<PopulationPart>{partOf(1, model->snapshot())});
            QVERIFY2(refitted.ok(), type);
            QVERIFY(mixtureOf(*model).means == before.means && mixtureOf(*model).weights == before.weights);
        }
    }

    void anExactRefitOfWhatItCannotHoldIsRefused()
    {
        const auto model = make("mixture", {2, 0}, mixtureSettings("diagonal"));
        const auto part = std::make_shared<NormalMixture>(
            NormalMixture::single(Vector{{0, 0}}, Matrix{{1, 0.5}, {0.5, 1}}));
        const auto refitted = model->fitExactly(std::vector<PopulationPart>{{1, part}});
        QVERIFY(!refitted && refitted.error().kind == ErrorKind::Unsupported);
    }
};

HARELOOM_TEST(EmTest)
#include "EmTest.moc"
