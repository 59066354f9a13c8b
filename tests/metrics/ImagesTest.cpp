// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/Images.h"
#include "tests/TestProgram.h"

#include <QtTest>

#include <cmath>

using namespace hareloom;

class ImagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spreadIsOfAllNumbersTogether()
    {
        QCOMPARE(pooledStd(Matrix{{1, -1}, {1, -1}}), 1.0);
        QCOMPARE(pooledStd(Matrix{{0, 4}, {4, 0}, {2, 2}}), std::sqrt(8.0 / 3));
        QCOMPARE(pooledStd(Matrix::Constant(5, 3, 7.0)), 0.0);
    }

    void sharesSumToOne() { QVERIFY(classShares({0, 2, 2, 2}, 4) == (Vector{{0.25, 0, 0.75, 0}})); }

    // Two normals of one variance, two apart; and equal sets.
    void frechetDistanceOfShiftedSets()
    {
        const Matrix a{{0, 0}, {1, 0}, {0, 1}, {1, 1}};
        const Matrix b = a.rowwise() + Eigen::RowVector2d(2, 0);
        QVERIFY(std::abs(frechetDistance(a, b) - 4) < 1e-9);
        QVERIFY(std::abs(frechetDistance(a, a)) < 1e-9);
        const Matrix line{{0}, {2}}, wide{{-1}, {5}}; // means 1 and 2, deviations sqrt 2 and 3 sqrt 2
        QVERIFY(std::abs(frechetDistance(line, wide) - (1 + 8)) < 1e-9);
    }

    void reachIsTheDistanceToTheKthNeighbour()
    {
        const Matrix reference{{0}, {1}, {2}, {10}}; // reach for k = 1: 1, 1, 1, 8
        const Matrix rows{{-0.5}, {2.9}, {-1.5}, {17}, {18.5}};
        QCOMPARE(shareWithinReach(rows, reference, 1), 3.0 / 5);
        QCOMPARE(shareWithinReach(reference, reference, 1), 1.0);
    }

    void thePlaneIsWhereRowsVaryMost()
    {
        Matrix rows(4, 3);
        rows << -5, 0, 1, 5, 0, 1, 0, -2, 1, 0, 2, 1;
        const Matrix plane = principalPlane(rows);
        QVERIFY(plane.col(0).isApprox(Vector{{1, 0, 0}}, 1e-9) &&
                plane.col(1).isApprox(Vector{{0, 1, 0}}, 1e-9));
        QVERIFY(principalPlane(Matrix{{1}, {2}}).col(1).isZero());
    }
};

HARELOOM_TEST(ImagesTest)
#include "ImagesTest.moc"
