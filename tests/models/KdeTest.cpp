// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/TestProgram.h"
#include "tests/metrics/Close.h"
#include "tests/models/Fits.h"

#include <QtTest>

using namespace hareloom;

class KdeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The conventions of SciPy's gaussian_kde.
    void bandwidths_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<int>("variables");
        QTest::addColumn<double>("factor"); // kernel covariance over that of the rows; fixed: h^2
        QTest::newRow("fixed, 1") << "fixed" << 1 << 0.25;
        QTest::newRow("fixed, 2") << "fixed" << 2 << 0.25;
        QTest::newRow("scott, 1") << "scott" << 1 << std::pow(100, -2.0 / 5);
        QTest::newRow("scott, 2") << "scott" << 2 << std::pow(100, -2.0 / 6);
        QTest::newRow("silverman, 1") << "silverman" << 1 << std::pow(75, -2.0 / 5);
        QTest::newRow("silverman, 2") << "silverman" << 2 << std::pow(100, -2.0 / 6);
    }
    void bandwidths()
    {
        QFETCH(QString, rule);
        QFETCH(int, variables);
        QFETCH(double, factor);
        KdeSettings settings;
        settings.bandwidth = *choiceOf(kBandwidths, rule.toStdString());
        settings.bandwidthValue = 0.5;
        const Matrix rows = normalRows(100, variables, 3, 2, 5);
        const auto model = make("kde", {variables, 0}, settings);
        QVERIFY(model->fit(tableOf(rows), {}));
        const Matrix centred = rows.rowwise() - rows.colwise().mean();
        const Matrix covariance = rule == "fixed" ? Matrix::Identity(variables, variables)
                                                  : Matrix(centred.transpose() * centred / 99);
        QCOMPARE(mixtureOf(*model).components(), 100);
        QCOMPARE(mixtureOf(*model).covariances.size(), std::size_t{1});
        QVERIFY(mixtureOf(*model).covariance(0).isApprox(factor * covariance, 1e-12));
        QVERIFY(mixtureOf(*model).means == rows);
    }

    // Its variance is the rows' biased one plus the kernel's.
    void varianceIsRowsPlusKernel()
    {
        KdeSettings settings;
        settings.bandwidth = Bandwidth::Fixed;
        const auto model = make("kde", {1, 0}, settings);
        QVERIFY(model->fit(tableOf(Matrix{{1}, {2}, {6}}), {}));
        QVERIFY(isClose(covarianceOf(mixtureOf(*model))(0, 0), 14.0 / 3 + 0.09));
    }

    // Rows that are all the same have no variance, not that of rounding.
    void constantRowsHaveNoVariance()
    {
        for (const char* rule : {"scott", "silverman"})
            for (const double value : {0.1, -1.0 / 3, 1.7e9, 1e-200})
                for (const int d : {1, 2}) {
                    KdeSettings settings;
                    settings.bandwidth = *choiceOf(kBandwidths, rule);
                    const auto model = make("kde", {d, 0}, settings);
                    QVERIFY(model->fit(tableOf(Matrix::Constant(777, d, value)), {}));
                    QCOMPARE(covarianceOf(mixtureOf(*model)), Matrix(Matrix::Zero(d, d)));
                    QCOMPARE(meanOf(mixtureOf(*model)), Vector(Vector::Constant(d, value)));
                }
    }

    // Infinitely many rows: every component widens by the kernel, and rules have no width left.
    void anExactRefitWidensByTheKernel()
    {
        for (const char* rule : {"fixed", "scott", "silverman"}) {
            KdeSettings settings;
            settings.bandwidth = *choiceOf(kBandwidths, rule);
            const auto model = make("kde", {1, 0}, settings);
            const auto truth =
                std::make_shared<NormalMixture>(NormalMixture::single(Vector{{1}}, Matrix{{2}}));
            for (int g = 0; g < 3; ++g)
                QVERIFY(model->fitExactly(
                    std::vector{g == 0 ? PopulationPart{1, truth} : partOf(1, model->snapshot())}));
            QVERIFY(isClose(covarianceOf(mixtureOf(*model))(0, 0),
                            2 + (settings.bandwidth == Bandwidth::Fixed ? 3 * 0.09 : 0)));
        }
    }
};

HARELOOM_TEST(KdeTest)
#include "KdeTest.moc"
