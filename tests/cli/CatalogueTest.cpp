// SPDX-License-Identifier: GPL-3.0-or-later
#include "Program.h"
#include "tests/TestProgram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace hareloom::test;

// Fetching itself: tests/catalogue.
class CatalogueTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;

    QString folder() const { return m_home.filePath("hareloom/catalogue/mnist"); }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_DATA_HOME", m_home.path().toUtf8());
        // Nobody answers there.
        qputenv("HARELOOM_CATALOGUE_MIRROR", "http://127.0.0.1:1/");
        qputenv("NO_PROXY", "*");
    }

    void theListSaysSizeLicenceAndState()
    {
        const Outcome outcome = cli({"catalogue", "list"});
        QCOMPARE(outcome.status, 0);
        for (const char* part : {"mnist", "11.6 MB", "CC BY-SA 3.0", "not here", "kmnist", "21.2 MB"})
            QVERIFY2(outcome.out.contains(part), qPrintable(outcome.out));
    }

    void theListAsJsonPinsEveryFile()
    {
        const Outcome outcome = cli({"catalogue", "list", "--json"});
        const QJsonArray all = QJsonDocument::fromJson(outcome.out.toUtf8()).array();
        QVERIFY(all.size() >= 2);
        const QJsonObject mnist = all[0].toObject();
        QCOMPARE(mnist["state"].toString(), QString("absent"));
        QCOMPARE(mnist["folder"].toString(), folder());
        const QJsonObject file = mnist["files"].toArray()[0].toObject();
        QCOMPARE(file["sha256"].toString().size(), 64);
        QCOMPARE(file["addresses"].toArray()[0].toString(),
                 QString("http://127.0.0.1:1/mnist/train-images-idx3-ubyte.gz"));
    }

    void nothingIsFetchedUnasked()
    {
        const Outcome outcome = cli({"catalogue", "get", "mnist"});
        QCOMPARE(outcome.status, 2);
        QVERIFY2(outcome.err.contains("Add --yes") && outcome.err.contains("licence CC BY-SA 3.0"),
                 qPrintable(outcome.err));
    }

    void noNetworkFailsWithASentence()
    {
        const Outcome outcome = cli({"catalogue", "get", "mnist", "--yes", "--quiet"});
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.err.contains("cannot be reached") && outcome.err.count('\n') == 1,
                 qPrintable(outcome.err));
        QVERIFY(outcome.out.isEmpty() && QDir(folder()).isEmpty());
    }

    void whatWasBegunCanBeRemoved()
    {
        QVERIFY(QDir().mkpath(folder()));
        QFile part(folder() + "/train-images-idx3-ubyte.gz.part");
        QVERIFY(part.open(QFile::WriteOnly) && part.write("begun") == 5);
        part.close();
        QVERIFY(cli({"catalogue", "list"}).out.contains("partly here (5 bytes)"));
        QCOMPARE(cli({"catalogue", "remove", "mnist"}).status, 2);
        QVERIFY(part.exists());
        const Outcome outcome = cli({"catalogue", "remove", "mnist", "--yes"});
        QCOMPARE(outcome.status, 0);
        QVERIFY(!QDir(folder()).exists());
        QVERIFY(cli({"catalogue", "remove", "mnist"}).out.contains("not on this machine."));
    }

    void anExperimentSaysHowToGetWhatItLacks()
    {
        const Outcome outcome = cli({"run", "images-paper", "--quiet"});
        QCOMPARE(outcome.status, 2);
        // Without LibTorch the missing library is said first.
        QVERIFY2(outcome.err.contains("hareloom-cli catalogue get mnist") ||
                     outcome.err.contains("LibTorch library"),
                 qPrintable(outcome.err));
    }

    void unknownNamesAreRefused_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("entry") << QStringList{"catalogue", "get", "nothing"};
        QTest::newRow("action") << QStringList{"catalogue", "polish"};
        QTest::newRow("no action") << QStringList{"catalogue"};
        QTest::newRow("no entry") << QStringList{"catalogue", "get"};
    }
    void unknownNamesAreRefused()
    {
        QFETCH(QStringList, arguments);
        const Outcome outcome = cli(arguments);
        QCOMPARE(outcome.status, 2);
        QVERIFY(outcome.err.startsWith("hareloom-cli: "));
    }
};

HARELOOM_TEST(CatalogueTest)
#include "CatalogueTest.moc"
