// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/Moments.h"
#include "core/data/Source.h"
#include "tests/TestProgram.h"
#include "tests/metrics/Close.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace hareloom;

class TableSourceTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    SourceConfig written(const QByteArray& text) const
    {
        QFile file(m_folder.filePath("t.csv"));
        if (!file.open(QFile::WriteOnly) || file.write(text) != text.size())
            qFatal("no file");
        return named("t.csv");
    }
    SourceConfig named(const QString& path) const
    {
        SourceConfig config;
        config.kind = "csv";
        config.path = path.toStdString();
        return config;
    }
    auto opened(const SourceConfig& config, bool discrete = false) const
    {
        return makeSource(config, discrete ? RowKind::States : RowKind::Numbers,
                          m_folder.path().toStdString());
    }

private Q_SLOTS:
    // Azzalini and Bowman 1990, as R has it: mean(faithful) and cov(faithful).
    void faithfulIsTheWellKnownTable()
    {
        SourceConfig config;
        config.kind = "faithful";
        const auto source = opened(config);
        QVERIFY(source);
        QCOMPARE((*source)->rowCount().value_or(0), std::int64_t{272});
        QCOMPARE((*source)->variableNames(), (std::vector<std::string>{"eruptions", "waiting"}));
        const Moments moments = momentsOf(*(*source)->draw(272, 0), 1);
        QVERIFY(isClose(moments.mean[0], 3.4877830882352936, 1e-12) &&
                isClose(moments.mean[1], 70.897058823529406, 1e-12));
        const Matrix covariance = moments.scatter / 271;
        QVERIFY(isClose(covariance(0, 0), 1.3027283, 1e-7) && isClose(covariance(0, 1), 13.9778078, 1e-7) &&
                isClose(covariance(1, 1), 184.8233124, 1e-7));
    }

    void columnsOfFaithfulCanBeChosen()
    {
        SourceConfig config;
        config.kind = "faithful";
        config.columns = {"waiting"};
        const auto source = opened(config);
        QVERIFY(source && (*source)->dimension() == 1);
        QCOMPARE((*toMatrix((*source)->draw(272, 0)))(0, 0), 79.0);
    }

    void drawsRowsWithoutRepeating()
    {
        const auto source = opened(written("a\n1\n2\n3\n4\n5\n6\n7\n8\n"));
        QVERIFY(source);
        const auto rows = toMatrix((*source)->draw(5, 3));
        QCOMPARE(rows->rows(), 5);
        for (int i = 1; i < 5; ++i)
            QVERIFY((*rows)(i - 1, 0) < (*rows)(i, 0));
        QVERIFY(*toMatrix((*source)->draw(5, 3)) == *rows);
    }

    void distinctCellsAreStates()
    {
        const auto source = opened(written("pet\ncat\ndog\ncat\nhare\n"), true);
        QVERIFY(source);
        QCOMPARE((*source)->stateCount(), std::int64_t{3});
        QCOMPARE((*source)->stateName(0) + (*source)->stateName(1) + (*source)->stateName(2),
                 std::string("catdoghare"));
        QVERIFY(*toMatrix((*source)->draw(4, 0)) == (Matrix{{0}, {1}, {0}, {2}}));
    }

    void saysWhatItTookTheTableFor()
    {
        const auto source = opened(written("kg;cm\n1,5;2\n0,5;3\n"));
        QVERIFY(source && *toMatrix((*source)->draw(2, 0)) == (Matrix{{1.5, 2}, {0.5, 3}}));
        QCOMPARE(QString::fromStdString((*source)->readAs()),
                 QString("t.csv: read as: semicolon, decimal comma, UTF-8, first row names"));
        SourceConfig faithful;
        faithful.kind = "faithful";
        QVERIFY((*opened(faithful))->readAs().empty());
    }

    void statesNeedOneColumn()
    {
        const auto source = opened(written("a,b\nx,1\ny,2\n"), true);
        QVERIFY(!source && source.error().kind == ErrorKind::InvalidInput);
        QVERIFY(QString::fromStdString(source.error().message).startsWith("source.columns: 2 columns of "));
    }

    void textAmongNumbersIsRefusedWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("cell");
        for (const char* cell : {"x", "1,234", "1e999", "inf", "0x1", "12 cm"})
            QTest::newRow(cell) << QByteArray(cell);
    }
    void textAmongNumbersIsRefusedWithItsPlace()
    {
        QFETCH(QByteArray, cell);
        const auto source = opened(written("a,b\n1,2\n3,\"" + cell + "\"\n"));
        QVERIFY(!source && source.error().kind == ErrorKind::InvalidFile);
        const QString message = QString::fromStdString(source.error().message);
        QVERIFY2(message.startsWith("t.csv, line 3, column 2 (b): \"" + cell + "\" was found, which "),
                 qPrintable(message));
    }

    void whatIsNoFileIsRefused_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("missing") << "nothing-here.csv";
        QTest::newRow("folder") << ".";
        QTest::newRow("no path") << "";
    }
    void whatIsNoFileIsRefused()
    {
        QFETCH(QString, path);
        const auto source = opened(named(path));
        QVERIFY(!source);
        const QString message = QString::fromStdString(source.error().message);
        QVERIFY2(message.endsWith('.'), qPrintable(message));
    }

    void pathsMayBeAbsolute()
    {
        SourceConfig config = written("1\n2\n");
        config.path = m_folder.filePath("t.csv").toStdString();
        const auto source = makeSource(config, RowKind::Numbers, "/somewhere/else");
        QVERIFY(source && (*source)->rowCount() == 2);
    }
};

HARELOOM_TEST(TableSourceTest)
#include "TableSourceTest.moc"
