// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Rng.h"
#include "core/families/regression/LeastSquares.h"
#include "core/families/regression/RegressionInputs.h"
#include "core/families/regression/RegressionRows.h"
#include "core/families/regression/RegressionTruth.h"
#include "tests/TestProgram.h"
#include "tests/metrics/Close.h"
#include "tests/models/Fits.h"

#include <Eigen/LU>
#include <Eigen/QR>

#include <QtTest>

#include <cmath>

using namespace hareloom;

namespace {

Experiment linear(std::int64_t inputs, const RegressionSettings& settings = {})
{
    Experiment e;
    e.family = "regression";
    e.source.kind = "linear";
    e.source.inputs = inputs;
    e.model.of<RegressionSettings>() = settings;
    return e;
}

std::unique_ptr<Generator> fittedOn(const Experiment& e, const Matrix& rows)
{
    DataShape shape{static_cast<int>(rows.cols())};
    shape.realRows = tableOf(rows);
    auto generator = findFamily("regression")->make(e, shape);
    return generator->fit(tableOf(rows), {}) ? std::move(generator) : nullptr;
}

const RegressionSnapshot& modelOf(const Generator& generator)
{
    return *asRegression(generator.snapshot().get());
}

Matrix withResponse(const Matrix& inputs, const Vector& response)
{
    Matrix rows(inputs.rows(), inputs.cols() + 1);
    rows << inputs, response;
    return rows;
}

} // namespace

class RegressionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // R 4.2.2: lm(waiting ~ eruptions, faithful).
    void oldFaithfulAsRFitsIt()
    {
        Experiment e = linear(1);
        e.source.kind = "faithful";
        const auto generator = fittedOn(e, faithful());
        const RegressionSnapshot& model = modelOf(*generator);
        QVERIFY(isClose(model.intercept(), 33.4743970227534, 1e-11));
        QVERIFY(isClose(model.coefficients()[0], 10.7296413951335, 1e-11));
        QVERIFY(isClose(model.residualVariance(), 5.91400943341999 * 5.91400943341999, 1e-11));
    }

    // (X'X/n + r I)^-1 X'y/n by hand: x = 1, 2, 3 and y = 1, 2, 6.
    void ridgeAndTheOrigin()
    {
        Matrix rows(3, 2);
        rows << 1, 1, 2, 2, 3, 6;
        const auto plain = fittedOn(linear(1, {.intercept = false}), rows);
        QVERIFY(isClose(modelOf(*plain).coefficients()[0], 23.0 / 14));
        QVERIFY(isClose(modelOf(*plain).residualVariance(), (41 - 23.0 * 23 / 14) / 2));
        QCOMPARE(modelOf(*plain).intercept(), 0.0);
        const auto ridge = fittedOn(linear(1, {.ridge = 2, .intercept = false}), rows);
        QVERIFY(isClose(modelOf(*ridge).coefficients()[0], 23.0 / 20));
        const double w = 1.15, degrees = 14.0 / 20;
        QVERIFY(isClose(modelOf(*ridge).residualVariance(), (41 - 2 * w * 23 + w * w * 14) / (3 - degrees)));
        const auto line = fittedOn(linear(1), rows);
        QVERIFY(isClose(modelOf(*line).coefficients()[0], 2.5) && isClose(modelOf(*line).intercept(), -2));
    }

    // Two inputs that are the same: what belongs to both is divided evenly.
    void openCoefficientsAreTheSmallest()
    {
        const Matrix x = normalRows(20, 1, 3);
        Matrix both(20, 2);
        both << x, x;
        const auto generator = fittedOn(linear(2), withResponse(both, 4 * x.col(0)));
        const Vector& w = modelOf(*generator).coefficients();
        QVERIFY(isClose(w[0], 2, 1e-9) && isClose(w[1], 2, 1e-9));
    }

    // Fewer rows than features, and more features than are decomposed as a whole: what a decomposition of the rows says.
    void wideModelsOfFewRowsAreTheSmallestToo()
    {
        constexpr int kRows = 40, kInputs = 700;
        Rng rng(5);
        Matrix inputs(kRows, kInputs);
        Vector response(kRows);
        for (int i = 0; i < kRows; ++i) {
            for (int j = 0; j < kInputs; ++j)
                inputs(i, j) = rng.uniform() - 0.5;
            response[i] = rng.uniform();
        }
        inputs.row(7) = inputs.row(3); // and fewer different ones
        response[7] = response[3];
        const Moments moments = momentsOf(*tableOf(withResponse(inputs, response)), 1);
        const LinearFit plain = leastSquares(moments, 0, false);
        const Vector smallest = inputs.completeOrthogonalDecomposition().solve(response);
        QVERIFY2((plain.coefficients - smallest).norm() < 1e-9 * smallest.norm(),
                 qPrintable(QString::number((plain.coefficients - smallest).norm())));
        QVERIFY(std::abs(plain.residualVariance) < 1e-12); // 39 degrees of freedom, and 40 rows, two of them alike
        // Ridge: P = X'X/n + r I, in its form for few rows, and the trace of the map of responses.
        const double penalty = 0.3 * kRows;
        const Matrix gram = inputs * inputs.transpose();
        const Matrix inverse = (gram + penalty * Matrix::Identity(kRows, kRows)).inverse();
        const LinearFit ridge = leastSquares(moments, 0.3, false);
        const Vector expected = inputs.transpose() * (inverse * response);
        QVERIFY((ridge.coefficients - expected).norm() < 1e-9 * expected.norm());
        const double left = kRows - (gram * inverse).trace();
        const double residual = (response - inputs * expected).squaredNorm();
        QVERIFY(std::abs(ridge.residualVariance - residual / left) < 1e-9 * ridge.residualVariance);
    }

    void aTablesInputsAreDrawnAgain()
    {
        Experiment e = linear(1);
        e.source.kind = "faithful";
        const Matrix real = faithful();
        const auto generator = fittedOn(e, real);
        const Matrix rows = *toMatrix(sampled(*generator, 500, 8));
        for (Eigen::Index i = 0; i < rows.rows(); ++i)
            QVERIFY((real.col(0).array() == rows(i, 0)).any());
        const auto exact = *toMatrix(sampled(*generator, 500, 8, 0)); // without noise all lie on the line
        QVERIFY(exact.col(1) == modelOf(*generator).predicted(exact.leftCols(1)));
        QVERIFY(exact.col(0) == rows.col(0));
    }

    // A source with dependent inputs: moments of 200,000 rows. Each entry's error is about 1e-2 standard
    // deviations at 5 standard errors; false alarm below 1e-5 for each of 9, with a fixed seed. The limit
    // is 6.5 standard errors: 1e-9.
    void inputsFollowTheSource()
    {
        Experiment e = linear(2);
        e.source.covariance = {{2, 0.9}, {0.9, 1}};
        e.source.coefficients = {1, -2};
        const auto source = *makeSource(e.source, RowKind::Numbers);
        QCOMPARE(source->variableNames(), (std::vector<std::string>{"x1", "x2", "y"}));
        const auto generator = fittedOn(e, *toMatrix(source->draw(1000, 4)));
        const auto expected = modelOf(*generator).moments();
        const Moments found = momentsOf(*sampled(*generator, 200'000, 5), 1);
        const Matrix covariance = found.scatter / static_cast<double>(found.count);
        for (Eigen::Index a = 0; a < 3; ++a)
            for (Eigen::Index b = 0; b < 3; ++b) {
                const Matrix& s = expected->covariance;
                const double error = std::sqrt((s(a, a) * s(b, b) + s(a, b) * s(a, b)) / 200'000);
                QVERIFY(std::abs(covariance(a, b) - s(a, b)) < 6.5 * error);
            }
        const auto truth = source->moments();
        QVERIFY(isClose(truth->covariance(2, 2), 2 - 4 * 0.9 + 4 + 0.01));
        const BestLine best = bestLine({truth->mean, truth->covariance});
        QVERIFY(isClose(best.coefficients[0], 1, 1e-9) && isClose(best.coefficients[1], -2, 1e-9));
        QVERIFY(isClose(best.noiseVariance, 0.01, 1e-9));
    }

    // The closed form against 100,000 rows of the truth; the mean of squares has a standard error that is
    // measured beside it. 6.5 standard errors: a false alarm below 1e-9.
    void theErrorOfRandomFeaturesIsExact()
    {
        Experiment e = linear(3, {.features = FeatureKind::Relu, .width = 40, .ridge = 0.01});
        e.source.covariance = {{1, 0.5, 0}, {0.5, 2, 0}, {0, 0, 0.5}};
        e.source.coefficients = {1, -1, 0.5};
        const auto source = *makeSource(e.source, RowKind::Numbers);
        const auto generator = fittedOn(e, *toMatrix(source->draw(300, 4)));
        const RegressionSnapshot& model = modelOf(*generator);
        QCOMPARE(model.coefficients().size(), 40);
        const auto truth = source->moments();
        const BestLine best = bestLine({truth->mean, truth->covariance});
        const Matrix inputs = toMatrix(source->draw(100'000, 9))->leftCols(3);
        const Eigen::ArrayXd squares = (model.predicted(inputs) - best.predicted(inputs)).array().square();
        const double error = std::sqrt((squares - squares.mean()).square().mean() / 100'000);
        const double exact =
            FeatureError(*model.features(), truth->covariance.topLeftCorner(3, 3)).of(model, best);
        QVERIFY2(std::abs(exact - squares.mean()) < 6.5 * error, qPrintable(QString::number(exact)));
        QVERIFY(exact > 0 && error < 0.05 * exact);
    }

    void wrongSourcesAreRefused()
    {
        Experiment e = linear(2);
        e.source.coefficients = {1, 2, 3};
        const auto source = makeSource(e.source, RowKind::Numbers);
        QVERIFY(!source && source.error().path == "source.coefficients");
        e.source.coefficients = {};
        e.source.covariance = {{1, 0}, {0, 1}};
        QVERIFY(makeSource(e.source, RowKind::Numbers));
        e.source.inputs = 3;
        const auto other = makeSource(e.source, RowKind::Numbers);
        QVERIFY(!other && QString::fromStdString(other.error().message).contains("source.covariance"));
    }
};

HARELOOM_TEST(RegressionTest)
#include "RegressionTest.moc"
