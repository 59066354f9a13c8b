// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/CsvPreview.h"
#include "tests/TestProgram.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace hareloom;

class CsvPreviewTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    std::string written(const QByteArray& text) const
    {
        QFile file(m_folder.filePath("t.csv"));
        if (!file.open(QFile::WriteOnly) || file.write(text) != text.size())
            qFatal("no file");
        return file.fileName().toStdString();
    }

private Q_SLOTS:
    void seesColumnsAndKinds()
    {
        const auto preview = previewCsv(written("name,size,weight\nhare,1,2.5\nfox,2,x\n"));
        QVERIFY(preview && preview->judgement.format.header == HeaderRow::Yes && preview->isWhole() &&
                preview->problem.empty());
        QVERIFY(preview->names() == (std::vector<std::string>{"name", "size", "weight"}));
        QVERIFY(preview->isNumeric == (std::vector<bool>{false, true, false}));
        QVERIFY(preview->rowsRead == 2 && preview->rows[1][2] == "x");
    }

    void columnsMeantForNumbersAreTold()
    {
        const auto preview = previewCsv(written("a,b,c,d\n1,2%,x,1.5\n2,3%,y,2.5\n3,4%,z,2.5O\n"));
        QVERIFY(preview && preview->isNumeric == (std::vector<bool>{true, false, false, false}));
        QVERIFY(preview->doubts[0].empty() && preview->doubts[2].empty());
        QVERIFY(preview->doubts[1].find("line 2, column 2 (b): \"2%\" was found") != std::string::npos);
        QVERIFY(preview->doubts[3].find("line 4, column 4 (d): \"2.5O\" was found") != std::string::npos);
    }

    void headerIsAsTold()
    {
        const std::string path = written("1,2\n3,4\n");
        QVERIFY(previewCsv(path)->rowsRead == 2 &&
                previewCsv(path)->judgement.format.header == HeaderRow::No);
        QVERIFY(previewCsv(path, {.header = HeaderRow::Yes})->rowsRead == 1 &&
                previewCsv(path, {.header = HeaderRow::Yes})->names()[0] == "1");
        QVERIFY(previewCsv(written("a,b\n3,4\n"), {.header = HeaderRow::No})->names()[1] == "x2");
    }

    void aLongFileIsReadFromItsBeginning()
    {
        const std::string path = written("a,b\n" + QByteArray("1.25,\"2\n3\"\n").repeated(100'000));
        const auto preview = previewCsv(path);
        QVERIFY(preview && !preview->isWhole() && preview->problem.empty());
        QVERIFY(preview->rowsRead > 1000 && preview->rowsRead < 100'000);
        QVERIFY(preview->rows.size() == CsvPreview::kRows);
        QVERIFY(countCsvRows(path, {.columns = {"a"}}, true)->rows == 100'000);
    }

    void saysWhatIsWrongAndWhere()
    {
        const auto preview = previewCsv(written("a,b\n1,2\n3\n"));
        QVERIFY(preview && preview->problem.find("t.csv, line 3: 1 cell found") == 0);
        const auto blank = previewCsv(written("a\n1\n\n3\n"));
        QVERIFY(blank && blank->problem.find("t.csv, line 3: a blank line") == 0);
        const auto number = countCsvRows(written("a,b\n1,2\n3,x\n"), {}, true);
        QVERIFY(!number &&
                number.error().message.find("line 3, column 2 (b): \"x\" was found") != std::string::npos);
        QVERIFY(countCsvRows(written("a,b\n1,2\n3,x\n"), {}, false)->rows == 2);
        QVERIFY(!countCsvRows(written("a\n1\nNA\n"), {}, false));
        StopSource stop;
        stop.requestStop();
        QCOMPARE(countCsvRows(written("1\n2\n"), {}, true, stop.token()).error().kind, ErrorKind::Stopped);
    }

    void whatIsNoTableIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("only a header") << QByteArray("a,b\n");
        QTest::newRow("binary") << QByteArray("a\0b\n", 4);
        QTest::newRow("open quotation") << QByteArray("\"a,b\n1,2\n");
        QTest::newRow("too many columns") << QByteArray("1,").repeated(1000) + "1\n";
    }
    void whatIsNoTableIsRefused()
    {
        QFETCH(QByteArray, bytes);
        const auto preview = previewCsv(written(bytes));
        QVERIFY(!preview && preview.error().kind == ErrorKind::InvalidFile);
        QVERIFY2(preview.error().message.find("found") != std::string::npos, preview.error().message.c_str());
        QVERIFY(!previewCsv(m_folder.path().toStdString()));
        QVERIFY(!previewCsv(m_folder.filePath("none.csv").toStdString()));
    }

    // A hole in the file takes no room on the disk.
    void moreThanIsReadIsRefusedAtOnce()
    {
        QFile file(m_folder.filePath("huge.csv"));
        QVERIFY(file.open(QFile::WriteOnly) && file.resize(kMaxCsvBytes + 1));
        const auto preview = previewCsv(file.fileName().toStdString());
        QVERIFY(!preview && preview.error().message.find("512 MiB") != std::string::npos);
    }
};

HARELOOM_TEST(CsvPreviewTest)
#include "CsvPreviewTest.moc"
