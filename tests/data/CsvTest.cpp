// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/CsvTable.h"
#include "tests/TestProgram.h"

#include <QtTest>

#include <sstream>

using namespace hareloom;

namespace {

Result<CsvTable> read(const QByteArray& text, const CsvOptions& options = {})
{
    std::istringstream in(text.toStdString());
    return readCsv(in, "t.csv", options);
}

QString shown(const Result<CsvTable>& table)
{
    if (!table)
        return QString::fromStdString(table.error().message);
    QStringList columns;
    for (std::size_t j = 0; j < table->names.size(); ++j) {
        QStringList cells;
        for (const auto& cell : table->cells[j])
            cells << QString::fromStdString(cell);
        columns << QString::fromStdString(table->names[j]) + ": " + cells.join(",");
    }
    return columns.join("; ");
}

} // namespace

class CsvTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, QByteArray text, const char* expected) {
            QTest::newRow(name) << text << expected;
        };
        row("header", "a,b\n1,2\n3,4\n", "a: 1,3; b: 2,4");
        row("no header", "1,2\n3,4\n", "x1: 1,3; x2: 2,4");
        row("no last newline", "a,b\n1,2", "a: 1; b: 2");
        row("windows lines", "a,b\r\n1,2\r\n3,4\r\n", "a: 1,3; b: 2,4");
        row("semicolons", "a;b\n1;2\n", "a: 1; b: 2");
        row("tabs", "a\tb\n1\t2\n", "a: 1; b: 2");
        row("byte-order mark",
            "\xEF\xBB\xBF"
            "a,b\n1,2\n",
            "a: 1; b: 2");
        row("byte-order mark before a number",
            "\xEF\xBB\xBF"
            "1,2\n3,4\n",
            "x1: 1,3; x2: 2,4");
        row("quotes", "\"a, or \"\"b\"\"\",c\n\"1\",2\n", "a, or \"b\": 1; c: 2");
        row("newline in quotes", "a,b\n\"1\n2\",3\n", "a: 1\n2; b: 3");
        row("blank lines and blanks", "a , b\n\n 1 , 2 \n\n", "a: 1; b: 2");
        row("one column", "a\n1\n2\n", "a: 1,2");
        row("one column, blank lines around", "\n\na\n1\n2\n\n\n", "a: 1,2");
        row("one column, blank line in quotes", "a\n\"1\n\n2\"\n3\n", "a: 1\n\n2,3");
        row("text cells", "kind\ncat\ndog\n", "kind: cat,dog");
        row("a quotation mark within a cell", "size,b\n6\" pipe,1\n8\",2\n", "size: 6\" pipe,8\"; b: 1,2");
        row("DOS's end of a file", "a\n1\n2\n\x1A", "a: 1,2");
        row("old Macintosh lines, a new one in a cell", "a,b\r\"1\n2\",3\r", "a: 1\n2; b: 3");
        row("empty rows", "a,b\n1,2\n,\n\"\",\"\"\n3,4\n,,\n", "a: 1,3; b: 2,4");
        row("sep=", "sep=;\na;b\n1;2\n3;4\n", "a: 1,3; b: 2,4");
    }
    void reads()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, expected);
        QCOMPARE(shown(read(text)), expected);
    }

    void headerIsAsTold()
    {
        QCOMPARE(shown(read("1,2\n3,4\n", {.format = {.header = HeaderRow::Yes}, .columns = {}})),
                 QString("1: 3; 2: 4"));
        QCOMPARE(shown(read("a,b\n3,4\n", {.format = {.header = HeaderRow::No}, .columns = {}})),
                 QString("x1: a,3; x2: b,4"));
    }

    void columnsAreChosenByNameOrNumber()
    {
        const QByteArray text = "a,b,c\n1,2,3\n4,5,6\n";
        QCOMPARE(shown(read(text, {.columns = {"c", "1"}})), QString("c: 3,6; a: 1,4"));
        QCOMPARE(shown(read("7,8\n9,10\n", {.columns = {"2"}})), QString("x2: 8,10"));
        // A name that is a number is a name first.
        QCOMPARE(shown(read("2,1\nx,y\n", {.format = {.header = HeaderRow::Yes}, .columns = {"2"}})),
                 QString("2: x"));
    }

    void wordsForMissingValuesAreAsTold()
    {
        const QByteArray text = "land\nFR\nNA\nDE\n";
        QCOMPARE(shown(read(text, {.format = {.missing = {}}, .columns = {}})), QString("land: FR,NA,DE"));
        QVERIFY(shown(read(text, {.format = {.missing = {"DE"}}, .columns = {}}))
                    .contains("line 4, column 1 (land)"));
        QVERIFY(
            shown(read("a,b\n1,\n", {.format = {.missing = {}}, .columns = {}})).contains("an empty cell"));
    }

    // Whatever bytes a file's names and cells are, what leaves the reader is UTF-8.
    void everythingReadIsUtf8()
    {
        QCOMPARE(shown(read("Temp (\xB0"
                            "C),b\n1,\xE4\n")),
                 QStringLiteral("Temp (\u00B0C): 1; b: \u00E4"));
        const auto refused = read("a\n" + QByteArray("\xE4").repeated(60) + "\n", {.columns = {"x"}});
        QVERIFY(!refused &&
                QString::fromUtf8(refused.error().message.c_str()).toStdString() == refused.error().message);
    }

    void knowsTheLineOfARow()
    {
        const auto table = read("a,b\n\n\"1\n2\",3\n4,5\n");
        QVERIFY(table);
        QCOMPARE(table->lines, (std::vector<std::int64_t>{4, 5}));
    }

    void aColumnThatIsNotReadMayBeIncomplete()
    {
        QCOMPARE(shown(read("a,b\n1,\n2,NA\n", {.columns = {"a"}})), QString("a: 1,2"));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, QByteArray text, const char* says) {
            QTest::newRow(name) << text << says;
        };
        row("empty", "", "no rows");
        row("blank", "\n\n", "no rows");
        row("only a header", "a,b\n", "no rows");
        row("missing value", "a,b\n1,2\n3,\n", "line 3, column 2 (b): an empty cell");
        row("missing value without a name", "a,\n1,2\n3,\n", "line 3, column 2: an empty cell");
        row("NA", "a,b\n1,2\nNA,4\n",
            "line 3, column 1 (a): \"NA\" was found, which stands for a missing value");
        row("blank line in one column", "a\n1\n\n3\n", "line 3: a blank line");
        row("blanks in one column", "1\n2\n \t\n3\n", "line 3: a blank line");
        row("blank line after the header", "a\n\n1\n", "line 2: a blank line");
        row("ragged, short", "a,b\n1,2\n3\n", "line 3: 1 cell found, where the first row has 2");
        row("ragged, long", "a,b\n1,2\n3,4,5\n", "line 3: 3 cells found, where the first row has 2");
        row("pairs and one number", "1,2\n3\n5,6\n", "line 2: 1 cell found");
        row("titles above", "# made 2024\n# by a logger\nt,v\n1,2\n3,4\n", "Remove lines above the table");
        row("open quote", "a,b\n1,\"2\n3,4\n", "line 2, column 2: a quotation mark opens here");
        row("text after a quote", "a,b\n1,\"2\"x\n", "line 2, column 2: text was found after a closing");
        row("no character of its encoding", "a,b\n\x81,2\n",
            "line 2: bytes were found that are no Windows-1252");
        row("a gap and nothing else", "\"\"\n", "no rows");
        row("binary", QByteArray("a,b\n1,\0\n", 8), "binary data");
        row("program",
            QByteArray("\x7f"
                       "ELF\0\0\0",
                       7),
            "binary data");
        row("too many columns", QByteArray("1,").repeated(1000) + "1\n", "line 1: more than 1000 columns");
        row("endless row", "a,\"" + (QByteArray(1000, '1') + "\n").repeated(17'000), "16 MiB");
        row("open quote in the first row", "a,\"1\n2\n3\n", "line 1, column 2: a quotation mark opens here");
    }
    void refuses()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, says);
        const auto table = read(text);
        QVERIFY(!table);
        const QString message = QString::fromStdString(table.error().message);
        QVERIFY2(message.startsWith("t.csv") && message.contains(says) && !message.contains('\n'),
                 qPrintable(message));
        QCOMPARE(table.error().kind, ErrorKind::InvalidFile);
    }

    void namesTheColumnsThereAre_data()
    {
        QTest::addColumn<QString>("column");
        for (const char* column : {"d", "0", "4", "-1", "1.5", "", "1e99"})
            QTest::addRow("\"%s\"", column) << column;
    }
    void namesTheColumnsThereAre()
    {
        QFETCH(QString, column);
        const auto table = read("a,b,c\n1,2,3\n", {.columns = {column.toStdString()}});
        QVERIFY(!table);
        QCOMPARE(table.error().kind, ErrorKind::InvalidInput);
        const QString message = QString::fromStdString(table.error().message);
        QVERIFY2(message.startsWith("source.columns: ") &&
                     message.contains(" has no column \"" + column + "\"") &&
                     message.contains("Its columns are \"a\", \"b\", \"c\""),
                 qPrintable(message));
    }
};

HARELOOM_TEST(CsvTest)
#include "CsvTest.moc"
