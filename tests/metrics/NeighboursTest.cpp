// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Rng.h"
#include "core/metrics/Neighbours.h"
#include "tests/TestProgram.h"

#include <QtTest>

#include <cmath>
#include <numbers>

using namespace hareloom;

namespace {

Matrix normalRows(Eigen::Index n, Eigen::Index d, Seed seed)
{
    Matrix rows(n, d);
    Rng rng(seed);
    for (double& value : rows.reshaped())
        value = rng.normal();
    return rows;
}

Matrix uniformRows(Eigen::Index n, Eigen::Index d, Seed seed)
{
    Matrix rows(n, d);
    Rng rng(seed);
    for (double& value : rows.reshaped())
        value = rng.uniform();
    return rows;
}

} // namespace

class NeighboursTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNearestAndTheSecondAreFound()
    {
        Matrix rows(4, 2), queries(2, 2);
        rows << 0, 0, 3, 4, 10, 0, 0, 1;
        queries << 0, 0.2, 10, 1;
        const Nearest nearest = nearestRows(queries, rows);
        QVERIFY((nearest.rows == std::vector<std::int64_t>{0, 2}));
        QCOMPARE(nearest.distances[0], 0.2);
        QCOMPARE(nearest.second[0], 0.8);
        QCOMPARE(nearest.distances[1], 1.0);
        QCOMPARE(nearest.second[1], std::sqrt(49 + 9.0));
        QCOMPARE(copiedShare(nearest), 1.0); // 0.2 < 0.8 / 3, 1 < 7.6 / 3
    }

    void aRowItselfIsACopyEvenWhereItIsThereTwice()
    {
        const Matrix rows = Matrix::Ones(3, 2);
        QCOMPARE(copiedShare(nearestRows(rows.topRows(1), rows)), 1.0);
    }

    // Each query's balls are empty or not as of a Poisson process: a share of 3^-d by chance. 1,000 queries in the middle
    // of 50,000 rows are nearly independent: 6 standard deviations, a false alarm of 2e-9.
    void byChanceAShareOfThreeToTheMinusDIsACopy_data()
    {
        QTest::addColumn<int>("dimension");
        QTest::newRow("line") << 1;
        QTest::newRow("plane") << 2;
        QTest::newRow("space") << 3;
    }
    void byChanceAShareOfThreeToTheMinusDIsACopy()
    {
        QFETCH(int, dimension);
        const Matrix rows = uniformRows(50'000, dimension, 1);
        const Matrix queries = (uniformRows(1000, dimension, 2).array() * 0.8 + 0.1).matrix();
        const double expected = std::pow(3.0, -dimension), sd = std::sqrt(expected * (1 - expected) / 1000);
        const double found = copiedShare(nearestRows(queries, rows));
        QVERIFY2(std::abs(found - expected) < 6 * sd, qPrintable(QString::number(found)));
    }

    // Entropy of N(0, I) in two dimensions: ln(2 pi e). The estimate's standard deviation is
    // sqrt((pi^2 / 6 + d / 2) / n) = 0.026 to first order, its bias of the order of 1/n: 6 of them, a false alarm of 2e-9.
    void theEntropyOfANormalIsFound()
    {
        const Matrix rows = normalRows(4000, 2, 3);
        const double truth = std::log(2 * std::numbers::pi * std::numbers::e);
        const double sd = std::sqrt((std::numbers::pi * std::numbers::pi / 6 + 1) / 4000);
        const double found = nearestNeighbourEntropyNats(rows, 4000);
        QVERIFY2(std::abs(found - truth) < 6 * sd, qPrintable(QString::number(found)));
        // Of a part of the rows it is less exact, and no other.
        QVERIFY(std::abs(nearestNeighbourEntropyNats(rows, 1000) - truth) < 12 * sd);
    }

    void aScaleAddsItsLogarithm()
    {
        const Matrix rows = normalRows(500, 3, 4);
        const double plain = nearestNeighbourEntropyNats(rows, 500), twice = nearestNeighbourEntropyNats(2 * rows, 500);
        QVERIFY(std::abs(twice - plain - 3 * std::log(2)) < 1e-9);
    }

    void rowsThatAreThereTwiceHaveNoDensity()
    {
        Matrix rows = normalRows(10, 2, 5);
        rows.row(9) = rows.row(0);
        QVERIFY(std::isinf(nearestNeighbourEntropyNats(rows, 10)));
    }

    void aStopEndsIt()
    {
        StopSource stop;
        stop.requestStop();
        const Matrix rows = normalRows(100, 2, 6);
        QCOMPARE(nearestRows(rows, rows, stop.token()).distances.size(), 100);
        (void)nearestNeighbourEntropyNats(rows, 100, stop.token());
    }
};

HARELOOM_TEST(NeighboursTest)
#include "NeighboursTest.moc"
