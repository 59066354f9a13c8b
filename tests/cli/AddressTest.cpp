// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses and snippets on the command line.
#include "tests/TestProgram.h"
#include "tests/cli/Program.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace hareloom::test;

class AddressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAddressStandsForAnExperiment()
    {
        const QString address = "hareloom:?preset=old-faithful&set=generations=3&generation=2&view=density";
        const Outcome shown = cli({"show", address});
        QCOMPARE(shown.status, 0);
        QCOMPARE(shown.err, QString("The address leads to generation 2, the view density.\n"));
        QCOMPARE(QJsonDocument::fromJson(shown.out.toUtf8()).object()["generations"].toInt(), 3);
        const QTemporaryDir folder;
        const QString byAddress = folder.filePath("a.hareloom"), bySet = folder.filePath("b.hareloom");
        QCOMPARE(cli({"run", address, "--quiet", "--out", byAddress}).status, 0);
        QCOMPARE(cli({"run", "old-faithful", "--set", "generations=3", "--quiet", "--out", bySet}).status, 0);
        QCOMPARE(cli({"metrics", byAddress, "--metric", "variance"}).out,
                 cli({"metrics", bySet, "--metric", "variance"}).out);
        QCOMPARE(cli({"cite", address}).out, cli({"cite", "old-faithful"}).out);
        // What is set beside it holds for what it opens.
        QCOMPARE(QJsonDocument::fromJson(cli({"show", address, "--set", "seed=9"}).out.toUtf8())
                     .object()["seed"]
                     .toInt(),
                 9);
    }

    void anAddressIsPrintedAndReadBack()
    {
        const Outcome printed =
            cli({"address", "accumulate-or-replace", "--set", "policy.realShare=0.0", "--set", "seed=7",
                 "--generation", "37", "--chain", "22", "--view", "chains"});
        QCOMPARE(printed.status, 0);
        QCOMPARE(printed.out,
                 QString("hareloom:?preset=accumulate-or-replace&set=seed=7&variant=2&chain=3&generation=37"
                         "&view=chains\n"));
        QCOMPARE(cli({"address", printed.out.trimmed()}).out,
                 QString("hareloom:?preset=accumulate-or-replace&set=seed=7\n"));
        const Outcome code = cli({"address", "old-faithful", "--qr"});
        QCOMPARE(code.status, 0);
        QVERIFY2(code.out.startsWith("<svg ") &&
                     code.out.contains("<title>hareloom:?preset=old-faithful</title>"),
                 qPrintable(code.out));
    }

    void aSessionHasAnAddress()
    {
        const QTemporaryDir folder;
        const QString session = folder.filePath("s.hareloom");
        QCOMPARE(cli({"run", "old-faithful", "--generations", "4", "--quiet", "--out", session}).status, 0);
        QCOMPARE(cli({"address", session, "--generation", "4"}).out,
                 QString("hareloom:?preset=old-faithful&set=generations=4&generation=4\n"));
        const Outcome beyond = cli({"address", session, "--generation", "5"});
        QCOMPARE(beyond.status, 2);
        QVERIFY2(beyond.err.contains("ends with generation 4"), qPrintable(beyond.err));
        QCOMPARE(cli({"address", session, "--set", "seed=1"}).status, 2);
    }

    void whatNoAddressCanHoldIsRefused()
    {
        const QTemporaryDir folder;
        const QString table = written(folder, "mine.csv", "a\n1\n2\n3\n4\n");
        const Outcome own =
            cli({"address", "old-faithful", "--set", "source.kind=csv", "--set", "source.path=" + table});
        QCOMPARE(own.status, 2);
        QVERIFY2(own.err.contains("they are a file on this computer"), qPrintable(own.err));
        const Outcome hostile =
            cli({"run", "hareloom:?preset=old-faithful&set=source.kind=csv&set=source.path=" + table});
        QCOMPARE(hostile.status, 2);
        QVERIFY2(hostile.err.contains("names no file"), qPrintable(hostile.err));
        const Outcome named = cli({"run", "hareloom:?preset=old-faithful&out=x.hareloom"});
        QCOMPARE(named.status, 2);
        QVERIFY2(named.err.contains("unknown part \"out\""), qPrintable(named.err));
    }

    void snippetsArePrinted_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("holds");
        QTest::newRow("shell") << "shell"
                               << "--out again.hareloom";
        QTest::newRow("python") << "python"
                                << "METRIC = \"variance\"";
        QTest::newRow("r") << "r"
                           << "metric <- \"variance\"";
        QTest::newRow("pgfplots") << "pgfplots"
                                  << "\\end{tikzpicture}";
        QTest::newRow("methods") << "methods"
                                 << "There were 3 chains with seeds derived from 7";
    }

    void snippetsArePrinted()
    {
        QFETCH(QString, language);
        QFETCH(QString, holds);
        const QTemporaryDir folder;
        const QString session = folder.filePath("s.hareloom");
        QCOMPARE(cli({"run", shortExperiment(folder), "--quiet", "--out", session}).status, 0);
        const Outcome printed = cli({"snippet", language, session, "--metric", "variance"});
        QCOMPARE(printed.status, 0);
        QVERIFY2(printed.out.contains(holds), qPrintable(printed.out));
        QCOMPARE(cli({"snippet", "cobol", session}).status, 2);
        QCOMPARE(cli({"snippet", "python", session, "--metric", "nothing"}).status, 2);
        QCOMPARE(cli({"snippet", "python", folder.filePath("none.hareloom")}).status, 2);
    }
};

HARELOOM_TEST(AddressTest)
#include "AddressTest.moc"
