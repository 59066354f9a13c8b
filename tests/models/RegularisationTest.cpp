// SPDX-License-Identifier: GPL-3.0-or-later
// What keeps a mixture's components from narrowing to a point, whatever unit the data have.
#include "core/data/Moments.h"
#include "tests/TestProgram.h"
#include "tests/metrics/Close.h"
#include "tests/models/Fits.h"

#include <QtTest>

#include <cmath>
#include <utility>

using namespace hareloom;

namespace {

constexpr const char* kShapes[] = {"full", "diagonal", "tied", "spherical"};

MixtureSettings settingsOf(const char* shape, RegularisationKind kind, double amount = 1e-6)
{
    MixtureSettings settings;
    settings.covariance = *choiceOf(kCovarianceShapes, shape);
    settings.regularisationKind = kind;
    settings.regularisation = amount;
    return settings;
}

NormalMixture fittedTo(const Matrix& rows, const MixtureSettings& settings)
{
    const auto model = make("mixture", {static_cast<int>(rows.cols()), 0}, settings);
    FitContext context;
    context.seed = 4;
    if (const auto fit = model->fit(tableOf(rows), context); !fit)
        qFatal("%s", fit.error().message.c_str());
    return mixtureOf(*model);
}

/// To `rounding` of the largest number.
bool isScaled(const Matrix& scaled, const Matrix& values, double unit, double rounding)
{
    return (scaled / unit - values).cwiseAbs().maxCoeff() <= rounding * values.cwiseAbs().maxCoeff();
}

/// Two clouds; one row in eight repeats another, so that a component may narrow.
Matrix twoClouds()
{
    Matrix rows = normalRows(120, 2, 11);
    for (Eigen::Index i = 0; i < rows.rows(); ++i) {
        rows(i, 0) += i % 3 == 0 ? 6 : 0;
        if (i % 8 == 7)
            rows.row(i) = rows.row(7);
    }
    return rows;
}

} // namespace

class RegularisationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // A chain of 30 fits. A power of two scales one normal without rounding; responsibilities have the unit's logarithm
    // in them, which rounds.
    void theUnitDoesNotMatter_data()
    {
        QTest::addColumn<double>("unit");
        QTest::newRow("about 1e-8") << std::ldexp(1.0, -27);
        QTest::newRow("about 1e-30") << std::ldexp(1.0, -100);
        QTest::newRow("about 1e30") << std::ldexp(1.0, 100);
    }
    void theUnitDoesNotMatter()
    {
        QFETCH(double, unit);
        for (const char* shape : kShapes)
            for (const std::int64_t components : {1, 2, 5}) {
                MixtureSettings settings = settingsOf(shape, RegularisationKind::RelativeFloor, 1e-3);
                settings.components = components;
                const auto one = make("mixture", {2, 0}, settings), scaled = make("mixture", {2, 0}, settings);
                DatasetPtr rows = tableOf(twoClouds()), scaledRows = tableOf(unit * twoClouds());
                for (Seed generation = 0; generation < 30; ++generation) {
                    FitContext context;
                    context.seed = generation;
                    QVERIFY(one->fit(rows, context) && scaled->fit(scaledRows, context));
                    const double rounding = components == 1 ? 0 : 1e-9;
                    QVERIFY(isScaled(mixtureOf(*scaled).weights, mixtureOf(*one).weights, 1, rounding));
                    QVERIFY(isScaled(mixtureOf(*scaled).means, mixtureOf(*one).means, unit, rounding));
                    for (std::size_t k = 0; k < mixtureOf(*one).covariances.size(); ++k)
                        QVERIFY(isScaled(mixtureOf(*scaled).covariances[k], mixtureOf(*one).covariances[k],
                                         unit * unit, rounding));
                    rows = sampled(*one, 30, generation);
                    scaledRows = sampled(*scaled, 30, generation);
                    QVERIFY(isScaled(*toMatrix(scaledRows), *toMatrix(rows), unit, rounding));
                }
            }
    }

    // Variables of different units have floors of their own: a small one is not buried under a large one's.
    void eachVariableHasItsOwnFloor()
    {
        const Matrix rows = twoClouds();
        Matrix mixed = rows;
        mixed.col(1) *= 1e-9;
        for (const char* shape : {"full", "diagonal", "tied"}) {
            MixtureSettings settings = settingsOf(shape, RegularisationKind::RelativeFloor);
            settings.components = 1;
            const Matrix plain = fittedTo(rows, settings).covariance(0);
            const Matrix scaled = fittedTo(mixed, settings).covariance(0);
            QVERIFY(isClose(scaled(0, 0), plain(0, 0)) && isClose(scaled(1, 1) / 1e-18, plain(1, 1), 1e-9));
        }
    }

    // The floor is that of the rows of generation 0, however narrow the later ones have become.
    void theFloorStaysThatOfGenerationZero()
    {
        MixtureSettings settings = settingsOf("full", RegularisationKind::RelativeFloor, 1e-4);
        settings.components = 1;
        const Matrix real = twoClouds();
        const auto model = make("mixture", {.dimension = 2, .realRows = tableOf(real)}, settings);
        QVERIFY(model->fit(tableOf(1e-7 * real), {}));
        const Vector variances = (real.rowwise() - real.colwise().mean()).colwise().squaredNorm() / 119.0;
        // No direction is below the floor, so the floor itself is what is left.
        QVERIFY(mixtureOf(*model).covariance(0).isApprox(Matrix(1e-4 * variances.asDiagonal()), 1e-9));
    }

    void constantRowsGiveAFiniteFit()
    {
        Matrix oneConstant = twoClouds();
        oneConstant.col(0).setConstant(0.1);
        for (const RegularisationKind kind :
             {RegularisationKind::RelativeFloor, RegularisationKind::Floor, RegularisationKind::Added})
            for (const char* shape : kShapes)
                for (const Matrix& rows : {oneConstant, Matrix(Matrix::Constant(40, 2, 0.1))}) {
                    const NormalMixture fitted = fittedTo(rows, settingsOf(shape, kind));
                    QVERIFY(fitted.means.allFinite() && fitted.weights.allFinite());
                    for (const Matrix& covariance : fitted.covariances)
                        QVERIFY(covariance.allFinite() && covariance.diagonal().minCoeff() > 0);
                }
    }

    // Each maximisation step adds it to every variance: the mixture's total is the rows' biased one and d times
    // the amount, whatever EM made of the components.
    void anAddedRegularisationWidensByItself()
    {
        const Matrix rows = twoClouds();
        const Moments moments = momentsOf(Table(rows), 1);
        for (const char* shape : kShapes)
            for (const std::int64_t components : {1, 2, 4}) {
                MixtureSettings settings = settingsOf(shape, RegularisationKind::Added, 0.25);
                settings.components = components;
                const double total = covarianceOf(fittedTo(rows, settings)).trace();
                QVERIFY(isClose(total, moments.scatter.trace() / 120 + 2 * 0.25, 1e-9));
            }
    }

    // Known answer: one component is the rows' biased covariance with the amount on its diagonal.
    void anAddedRegularisationIsThatOfScikitLearn()
    {
        MixtureSettings settings = settingsOf("full", RegularisationKind::Added, 1e-2);
        settings.components = 1;
        const NormalMixture fitted = fittedTo(Matrix{{0, 0}, {2, 0}, {0, 4}, {2, 4}}, settings);
        QVERIFY(fitted.covariance(0).isApprox(Matrix{{1.01, 0}, {0, 4.01}}, 1e-12));
    }
};

HARELOOM_TEST(RegularisationTest)
#include "RegularisationTest.moc"
