// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/CrossProducts.h"
#include "core/data/Moments.h"
#include "core/data/NormalMixture.h"
#include "core/data/PartFold.h"
#include "tests/TestProgram.h"
#include "tests/metrics/Close.h"

#include <QtTest>

using namespace hareloom;

namespace {

Matrix rowsOf(int n, int d, double offset, Seed seed = 5)
{
    std::vector<double> z(static_cast<std::size_t>(n * d));
    fillNormals(seed, 0, z);
    return Eigen::Map<Matrix>(z.data(), n, d).array() + offset;
}

// Two passes in long double: what the moments are to about 1e-19 of the offset.
Matrix naiveScatter(const Matrix& rows)
{
    using Exact = Eigen::Matrix<long double, Eigen::Dynamic, Eigen::Dynamic>;
    Exact x = rows.cast<long double>();
    const Eigen::Matrix<long double, 1, Eigen::Dynamic> mean = x.colwise().mean();
    x.rowwise() -= mean;
    return (x.transpose() * x).cast<double>();
}

bool sameBytes(const Moments& a, const Moments& b)
{
    return a.count == b.count && a.mean == b.mean && a.scatter == b.scatter;
}

} // namespace

class MomentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreeWithTwoPasses_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("variables");
        QTest::addColumn<double>("offset");
        for (const int rows : {1, 2, 7, 1023, 1024, 1025, 5000})
            for (const int variables : {1, 3})
                for (const double offset : {0.0, -7.5, 1e9})
                    QTest::addRow("%d x %d at %g", rows, variables, offset) << rows << variables << offset;
    }
    void agreeWithTwoPasses()
    {
        QFETCH(int, rows);
        QFETCH(int, variables);
        QFETCH(double, offset);
        const Table table(rowsOf(rows, variables, offset));
        const Matrix expected = naiveScatter(*table.matrix());
        const Moments moments = momentsOf(table, 1);
        QCOMPARE(moments.count, std::int64_t{rows});
        const double scale = std::max(1.0, expected.trace());
        // A block's mean near 1e9 is known to 1e-7, which enters the scatter with the distance between
        // blocks.
        QVERIFY((moments.scatter - expected).cwiseAbs().maxCoeff() <= 1e-8 * scale);
        QVERIFY((moments.mean - table.matrix()->colwise().mean().transpose()).cwiseAbs().maxCoeff() <=
                1e-12 * (1 + std::abs(offset)));
        if (variables == 1) {
            const ScalarMoments scalar = scalarMomentsOf(table, 1);
            QVERIFY(std::abs(scalar.scatter - expected(0, 0)) <= 1e-8 * scale);
            QVERIFY(std::abs(scalar.mean - moments.mean[0]) <= 1e-12 * (1 + std::abs(offset)));
        }
    }

    void threadsDoNotChangeABit()
    {
        const auto mixture = std::make_shared<NormalMixture>(
            NormalMixture::single(Vector::Constant(1, 3), Matrix::Identity(1, 1)));
        const DatasetPtr data = sampleOf(mixture, 300'001, 11);
        const Moments one = momentsOf(*data, 1);
        const ScalarMoments scalar = scalarMomentsOf(*data, 1);
        for (const int threads : {2, 3, 8}) {
            QVERIFY(sameBytes(momentsOf(*data, threads), one));
            const ScalarMoments again = scalarMomentsOf(*data, threads);
            QVERIFY(again.mean == scalar.mean && again.scatter == scalar.scatter &&
                    again.count == scalar.count);
        }
    }

    // Plain sums over the rows in their order, whatever the widths of vector registers and the sizes of caches are;
    // of more than 504 rows in parts of like sizes.
    void crossProductsAddUpInOrder()
    {
        for (const int n : {5, 33, 504, 1000, 1024})
            for (const int d : {2, 3, 8, 10, 31, 100}) {
                const int part = n <= 504 ? n : n == 1000 ? 504 : 344;
                const Matrix x = rowsOf(n, d, 0), y = rowsOf(n, d, 0.5, 6);
                if (n + 2 * d < 20)
                    continue;
                for (const Matrix* other : {&x, &y}) {
                    const Matrix products = crossProducts(x, *other);
                    for (int i = 0; i < d; ++i)
                        for (int j = 0; j < d; ++j) {
                            double sum = 0;
                            for (int from = 0; from < n; from += part) {
                                double some = 0;
                                for (int k = from; k < std::min(n, from + part); ++k)
                                    some += x(k, i) * (*other)(k, j);
                                sum += some;
                            }
                            QCOMPARE(products(i, j), sum);
                        }
                }
            }
    }

    void appendingIsLikeOnePass()
    {
        const Matrix all = rowsOf(500, 2, 4);
        Moments together = momentsOf(Table(all.topRows(123)), 1);
        together.append(momentsOf(Table(all.bottomRows(377)), 1));
        const Moments once = momentsOf(Table(all), 1);
        QVERIFY(together.mean.isApprox(once.mean, 1e-14) && together.scatter.isApprox(once.scatter, 1e-13));
    }

    void nothingIsNeutral()
    {
        const Moments some = momentsOf(Table(rowsOf(10, 2, 0)), 1);
        Moments sum;
        sum.append(some);
        QVERIFY(sameBytes(sum, some));
    }

    void constantRowsHaveNoScatter()
    {
        QCOMPARE(scalarMomentsOf(Table(Matrix::Constant(3000, 1, 0.1)), 1).scatter, 0.0);
        QVERIFY(momentsOf(Table(Matrix::Constant(1000, 2, 5)), 1).scatter.isZero(0));
    }

    void aStoppedPassEndsAtOnce()
    {
        StopSource source;
        source.requestStop();
        const auto mixture =
            std::make_shared<NormalMixture>(NormalMixture::single(Vector::Zero(1), Matrix::Identity(1, 1)));
        const DatasetPtr endless = sampleOf(mixture, std::int64_t{1} << 50, 1);
        QCOMPARE(scalarMomentsOf(*endless, 1, source.token()).error().kind, ErrorKind::Stopped);
        QCOMPARE(momentsOf(*endless, 1, source.token()).error().kind, ErrorKind::Stopped);
    }

    // Whichever poll it comes at, on one thread or on two, a stopped pass has no result.
    void aPassStoppedMidwayHasNoResult()
    {
        const Table table(rowsOf(300'000, 2, 0));
        for (const int threads : {1, 2}) {
            int polls = 1;
            for (;; ++polls) {
                StopSource source;
                source.stopAfterPolls(polls);
                const auto moments = momentsOf(table, threads, source.token());
                if (!source.stopRequested()) {
                    QVERIFY(moments.ok() && moments->count == table.rows());
                    break;
                }
                QCOMPARE(moments.error().kind, ErrorKind::Stopped);
            }
            QVERIFY2(polls > 4, "the table is too short to be stopped midway");
        }
    }

    void aFoldStoppedMidwayGoesOnFromItsWholeParts()
    {
        std::vector<DatasetPtr> parts;
        for (Seed g = 0; g < 4; ++g)
            parts.push_back(std::make_shared<Table>(rowsOf(50, 2, 0, g)));
        const DatasetPtr all = concatenate(parts);
        PartFold<Moments> fresh;
        const Moments expected = *fresh.over(all, [](const Dataset& part) { return momentsOf(part, 1); });
        for (int polls = 1; polls <= 4; ++polls) {
            StopSource source;
            source.stopAfterPolls(polls);
            PartFold<Moments> fold;
            const auto stoppedAt =
                fold.over(all, [&](const Dataset& part) { return momentsOf(part, 1, source.token()); });
            QCOMPARE(stoppedAt.error().kind, ErrorKind::Stopped);
            int read = 0;
            const auto again =
                fold.over(all, [&](const Dataset& part) { return ++read, momentsOf(part, 1); });
            QVERIFY(sameBytes(*again, expected));
            QCOMPARE(read, 5 - polls);
        }
    }

    void foldReadsOnlyWhatIsNew()
    {
        int reads = 0;
        const auto summarise = [&reads](const Dataset& part) {
            ++reads;
            return momentsOf(part, 1);
        };
        std::vector<DatasetPtr> parts;
        PartFold<Moments> fold;
        for (int g = 0; g < 6; ++g) {
            parts.push_back(std::make_shared<Table>(rowsOf(50, 2, 0, static_cast<Seed>(g))));
            if (g == 0)
                continue;
            PartFold<Moments> fresh;
            const Moments expected =
                *fresh.over(concatenate(parts), [](const Dataset& part) { return momentsOf(part, 1); });
            QVERIFY(sameBytes(*fold.over(concatenate(parts), summarise), expected));
        }
        QCOMPARE(reads, 6);
    }

    void foldStartsAgainForOtherParts()
    {
        const DatasetPtr a = std::make_shared<Table>(rowsOf(5, 2, 0)),
                         b = std::make_shared<Table>(rowsOf(5, 2, 9));
        PartFold<Moments> fold;
        const auto summarise = [](const Dataset& part) { return momentsOf(part, 1); };
        (void)fold.over(concatenate({a, a, a}), summarise);
        PartFold<Moments> fresh;
        QVERIFY(sameBytes(*fold.over(concatenate({a, b}), summarise),
                          *fresh.over(concatenate({a, b}), summarise)));
    }
};

HARELOOM_TEST(MomentsTest)
#include "MomentsTest.moc"
