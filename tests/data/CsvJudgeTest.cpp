// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/CsvJudge.h"
#include "tests/TestProgram.h"

#include <QtTest>

#include <sstream>

using namespace hareloom;

namespace {

QString taken(const QByteArray& bytes, const CsvFormat& asked = {})
{
    std::istringstream in(bytes.toStdString());
    const auto judgement = judgeCsv(in, "", asked);
    if (!judgement)
        return QString::fromStdString(judgement.error().message);
    QStringList names;
    for (const std::string& name : judgement->names)
        names << QString::fromStdString(name);
    return QString::fromStdString(readAs({}, *judgement)).remove("read as: ") + "; " + names.join('|') +
           "; " + QString::number(judgement->rows);
}

QByteArray utf16(const QString& text, bool bigEndian, bool mark)
{
    QByteArray bytes;
    for (const QChar c : (mark ? QString(QChar(0xFEFF)) : QString()) + text)
        bigEndian ? bytes.append(char(c.unicode() >> 8)).append(char(c.unicode() & 0xFF))
                  : bytes.append(char(c.unicode() & 0xFF)).append(char(c.unicode() >> 8));
    return bytes;
}

} // namespace

class CsvJudgeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void delimiterAndDecimalMarkAreFoundTogether_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, QByteArray text, const char* expected) {
            QTest::newRow(name) << text << expected;
        };
        row("commas", "kg,cm\n1.5,2\n3,4.5\n", "comma, decimal point, UTF-8, first row names; kg|cm; 2");
        row("semicolons and decimal commas", "kg;cm\r\n1,25;2,5\r\n0,5;3\r\n",
            "semicolon, decimal comma, UTF-8, first row names; kg|cm; 2");
        row("the same without names", "1;2,5\n2;3,5\n",
            "semicolon, decimal comma, UTF-8, first row data; x1|x2; 2");
        row("and the comma first", "2,5;1;3\n3,5;2;3\n",
            "semicolon, decimal comma, UTF-8, first row data; x1|x2|x3; 2");
        row("tabs and decimal commas", "kg\tcm\n1,2\t2,25\n0,5\t3\n",
            "tab, decimal comma, UTF-8, first row names; kg|cm; 2");
        row("one column of decimal commas", "kg\n1,2\n2,25\n3\n",
            "one column, decimal comma, UTF-8, first row names; kg; 3");
        row("the same without a name", "1,25\n2,05\n0,75\n",
            "one column, decimal comma, UTF-8, first row data; x1; 3");
        row("and with a sign that only a fraction has", "-0,5\n2,5\n1,5\n",
            "one column, decimal comma, UTF-8, first row data; x1; 3");
        row("pairs that may be either", "1,2\n3,4\n5,7\n",
            "comma, decimal point, UTF-8, first row data (if the commas are decimal marks, set "
            "source.decimal to "
            "\"comma\"); x1|x2; 3");
        row("quoted decimal commas", "kg,cm\n\"1,5\",\"2,25\"\n\"0,5\",3\n",
            "comma, decimal comma, UTF-8, first row names; kg|cm; 2");
        row("commas in quoted names", "\"force, N\";\"speed, m/s\"\n1.5;2\n2.5;3\n",
            "semicolon, decimal point, UTF-8, first row names; force, N|speed, m/s; 2");
        row("commas in bare names", "force, N;speed, m/s\n1.5;2\n2.5;3\n",
            "semicolon, decimal point, UTF-8, first row names; force, N|speed, m/s; 2");
        row("semicolons in a quoted name", "\"a;b;c\",d\n1.5,2\n2.5,3\n",
            "comma, decimal point, UTF-8, first row names; a;b;c|d; 2");
        row("commas in a column of words", "Lyon, FR;3,5\nBern, CH;4,5\nBari, IT;2,5\n",
            "semicolon, decimal comma, UTF-8, first row data; x1|x2; 3");
        row("dates beside decimal commas", "2024-01-01;1,5\n2024-01-02;2,5\n",
            "semicolon, decimal comma, UTF-8, first row data; x1|x2; 2");
        row("pipes", "a|b\n1.5|2\n2.5|3\n", "pipe, decimal point, UTF-8, first row names; a|b; 2");
        row("blanks", "  1.5   2.25\n 10.5  -3\n", "blanks, decimal point, UTF-8, first row data; x1|x2; 2");
        row("blanks and decimal commas", "1,5 2,5\n0,5 3,5\n",
            "blanks, decimal comma, UTF-8, first row data; x1|x2; 2");
        row("blanks between thousands part no columns", "12 345\n1 200\n9 876\n",
            "one column, decimal point, UTF-8, first row names; 12 345; 2");
        row("blanks between words part no columns", "town\nNew York\nSan Jose\n",
            "one column, decimal point, UTF-8, first row names; town; 2");
        row("a comma and a blank", "a, b\n1.5, 2\n2.5, 3\n",
            "comma, decimal point, UTF-8, first row names; a|b; 2");
        row("German thousands beside a fraction", "a;b\n1.234;2,5\n2.345;3\n",
            "semicolon, decimal comma, UTF-8, first row names; a|b; 2");
        row("1.234 alone is a fraction", "a;b\n1.234;2.345\n3.456;4.567\n",
            "semicolon, decimal point, UTF-8, first row names; a|b; 2");
        row("1,234 beside semicolons is a fraction", "a;b\n1,234;2,345\n3,456;4,567\n",
            "semicolon, decimal comma, UTF-8, first row names; a|b; 2");
        row("1,234 beside tabs may be thousands", "a\tb\n1,234\t2,345\n3,456\t4,567\n",
            "tab, decimal point, UTF-8, first row names; a|b; 2");
        row("sep= names the delimiter", "sep=;\na;b\n1;2\n",
            "semicolon, decimal point, UTF-8, first row names, without its line sep=; a|b; 1");
        row("sep= before data", "\"sep=,\"\r\n1.5\r\n2.5\r\n",
            "comma, decimal point, UTF-8, first row data, without its line sep=; x1; 2");
        row("a delimiter ends every row", "a,b,\n1,2,\n3,4,\n",
            "comma, decimal point, UTF-8, first row names, without the delimiters that end 3 rows; a|b; 2");
        row("or every row but the names", "a;b\n1;2;\n3;4;\n",
            "semicolon, decimal point, UTF-8, first row names, without the delimiters that end 2 rows; a|b; "
            "2");
        row("empty rows", "a,b\n1,2\n,\n3,4\n,\n,\n", "comma, decimal point, UTF-8, first row names; a|b; 2");
        row("an inch in a name", "width (6\" pipe),b\n1,2\n3,4\n",
            "comma, decimal point, UTF-8, first row names; width (6\" pipe)|b; 2");
    }
    void delimiterAndDecimalMarkAreFoundTogether()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, expected);
        QCOMPARE(taken(text), expected);
        if (!text.contains('"')) // the same, whatever ends a line
            for (const char* end : {"\r\n", "\r", "\r\r\n"})
                QCOMPARE(taken(QByteArray(text).replace("\r\n", "\n").replace("\n", end)), expected);
    }

    void whatIsAskedForIsTaken()
    {
        QCOMPARE(taken("1,2\n3,4\n", {.decimal = DecimalMark::Comma}),
                 QString("one column, decimal comma, UTF-8, first row data; x1; 2"));
        QCOMPARE(taken("1,05\n3,25\n", {.decimal = DecimalMark::Point}),
                 QString("comma, decimal point, UTF-8, first row data; x1|x2; 2"));
        QCOMPARE(taken("1,05\n3,25\n", {.delimiter = Delimiter::Comma}),
                 QString("comma, decimal point, UTF-8, first row data; x1|x2; 2"));
        QCOMPARE(taken("Roe, J\nDoe, K\nDoe, K\n", {.delimiter = Delimiter::None, .header = HeaderRow::No}),
                 QString("one column, decimal point, UTF-8, first row data; x1; 3"));
        QCOMPARE(taken("1\n2\n", {.header = HeaderRow::Yes}),
                 QString("one column, decimal point, UTF-8, first row names; 1; 1"));
    }

    void theFirstRowIsDataOrNames_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("isData");
        const auto row = [](const char* name, QByteArray text, bool isData) {
            QTest::newRow(name) << text << isData;
        };
        row("names", "a,b\n1,2\n", false);
        row("numbers", "2019,2020\n1,2\n", true);
        row("an empty name", ",b\n1,2\n", false);
        row("a gap", ",1.5\n2.5,3.5\n", true);
        row("a gap before whole numbers", ",15\n25,35\n", true);
        row("pandas without names", ",0,1\n0,2.5,3.5\n1,4.5,5.5\n", false);
        row("NA", "NA\n1.5\n2.5\n", true);
        row("NaN", "NaN,1.5\n2.5,3.5\n", true);
        row("inf", "inf,15\n2,3\n", true);
        row("a spreadsheet's error", "#DIV/0!\n1\n2\n", true);
        row("a letter for a digit", "1.5O,25\n2.5,35\n", true);
        row("a letter for a digit of a whole number", "l5O,2O\n25,35\n", false); // l5O begins with no digit
        row("a word beside a fraction", "oops,1.5\n2.5,3.5\n", true);
        row("a word beside years", "country,2019,2020\nDE,1.5,2.5\n", false);
        row("names that begin with digits", "1st,2nd\n1.5,2.5\n", false);
        row("data that end with a word", "5.1,3.5,setosa\n4.9,3.0,setosa\n", true);
        row("a word that occurs again", "39,clerk\n50,clerk\n38,smith\n", true);
        row("a state that occurs again", "fox\nhare\nfox\n", true);
        row("a state that does not", "animal\nhare\nfox\n", false);
        row("two tables one after another", "a,who\n1,x\na,who\n2,y\n", false);
    }
    void theFirstRowIsDataOrNames()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, isData);
        QVERIFY2(taken(text).contains(isData ? "first row data" : "first row names"),
                 qPrintable(taken(text)));
    }

    void encodingsAreFound()
    {
        const QString text = QStringLiteral("gr\u00F6\u00DFe\t\u20AC\n1,5\t2,5\n");
        const QString found = "tab, decimal comma, %1, first row names; gr\u00F6\u00DFe|\u20AC; 1";
        QCOMPARE(taken(text.toUtf8()), found.arg("UTF-8"));
        QCOMPARE(taken("\xEF\xBB\xBF" + text.toUtf8()), found.arg("UTF-8"));
        for (const bool mark : {true, false}) {
            QCOMPARE(taken(utf16(text, false, mark)), found.arg("UTF-16 (little-endian)"));
            QCOMPARE(taken(utf16(text, true, mark)), found.arg("UTF-16 (big-endian)"));
        }
        QCOMPARE(taken("gr\xF6\xDF"
                       "e\t\x80\n1,5\t2,5\n"),
                 found.arg("Windows-1252"));
        // One byte far behind tells of the whole.
        QVERIFY(taken("a;b\n" + QByteArray("1;2\n").repeated(100'000) + "1;\xE4\n").contains("Windows-1252"));
    }

    void encodingsAreTakenAsTold()
    {
        const auto named = [](const QByteArray& name, TextEncoding encoding) {
            return taken(name + "\n1\n2\n", {.encoding = encoding}).section("; ", 1, 1);
        };
        QCOMPARE(named("\x9E\xB9", TextEncoding::Windows1250), QString("\u017E\u0105"));
        QCOMPARE(named("\xE6\xFF", TextEncoding::Windows1251), QString("\u0436\u044F"));
        QCOMPARE(named("\xC9\xED\xB8\xDF", TextEncoding::Gb18030), QString("\u8EAB\u9AD8"));
        QCOMPARE(named("\x90\x67\x92\xB7", TextEncoding::ShiftJis), QString("\u8EAB\u9577"));
        QCOMPARE(named("\xE4\x81", TextEncoding::Windows1252), QString()); // 0x81 is none of its characters
    }

    void whatIsNoTextIsNamed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        QTest::newRow("workbook") << QByteArray("PK\x03\x04 and more") << "workbook";
        QTest::newRow("gzip") << QByteArray("\x1F\x8B\x08 and more") << "gzip";
        QTest::newRow("web page") << QByteArray("<!DOCTYPE html>\n<html>") << "web page";
        QTest::newRow("zeros") << QByteArray("a,b\n1,\0\0\0\n", 10) << "binary data";
        QTest::newRow("UTF-32") << QByteArray("\xFF\xFE\0\0a\0\0\0", 8) << "UTF-32";
        QTest::newRow("damaged") << QByteArray("\xC3\xA4,b\n1,2\n\xE4,3\n")
                                 << "line 3: bytes were found that are no UTF-8";
        QTest::newRow("empty") << QByteArray() << "no rows";
    }
    void whatIsNoTextIsNamed()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        QVERIFY2(taken(bytes).contains(says), qPrintable(taken(bytes)));
    }

    // A comma far behind the part that the delimiter is judged by still is a decimal mark.
    void allRowsTellTheDecimalMark()
    {
        QVERIFY(taken("a;b\n" + QByteArray("1;2\n").repeated(100'000) + "1,5;2\n").contains("decimal comma"));
        StopSource stop;
        stop.requestStop();
        std::istringstream in("a\n1\n");
        QCOMPARE(judgeCsv(in, "t.csv", {}, 1 << 30, stop.token()).error().kind, ErrorKind::Stopped);
    }
};

HARELOOM_TEST(CsvJudgeTest)
#include "CsvJudgeTest.moc"
