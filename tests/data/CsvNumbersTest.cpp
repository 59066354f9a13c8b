// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/CsvNumbers.h"
#include "tests/TestProgram.h"

#include <QtTest>

using namespace hareloom;

class CsvNumbersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsOneMark()
    {
        const auto point = DecimalMark::Point, comma = DecimalMark::Comma;
        QCOMPARE(numberIn("1.5", point).value_or(0), 1.5);
        QCOMPARE(numberIn("-0,25", comma).value_or(0), -0.25);
        QCOMPARE(numberIn("+1,5E+02", comma).value_or(0), 150.0);
        QCOMPARE(numberIn(",5", comma).value_or(0), 0.5);
        QCOMPARE(numberIn("7", comma).value_or(0), 7.0);
        QCOMPARE(numberIn("1e-400", point).value_or(1), 0.0); // the nearest double
        QCOMPARE(numberIn("0.000000001e-320", point).value_or(1), 0.0);
        for (const char* cell : {"1,5", "1.2.3", "", "inf", "nan", "1e400", "0x1", "1 5"})
            QVERIFY2(!numberIn(cell, point), cell);
        for (const char* cell : {"1.5", "1,2,3", "1.234,5", "", ",", "1e400"})
            QVERIFY2(!numberIn(cell, comma), cell);
    }

    void looksAtMarks()
    {
        for (const char* cell : {"12", "-3", "1e5"})
            QVERIFY2(lookOf(cell) == NumberLook::Whole, cell);
        for (const char* cell : {"1.5", "0.123", "1234.567", ".5", "1,234.5", "1,234,567"})
            QVERIFY2(lookOf(cell) == NumberLook::Point, cell);
        for (const char* cell : {"1,5", "-0,123", "1234,567", "1.234,5", "1.234.567"})
            QVERIFY2(lookOf(cell) == NumberLook::Comma, cell);
        QVERIFY(lookOf("1.234") == NumberLook::Points && lookOf("-12,345") == NumberLook::Commas);
        for (const char* cell : {"", "a", "1,2,3", "01.02.2024", "12:30", "1.5 kg", "-", "12,34,567"})
            QVERIFY2(lookOf(cell) == NumberLook::None, cell);
    }

    void saysWhatToDo_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<bool>("commas");
        QTest::addColumn<QString>("says");
        QTest::newRow("thousands") << "1,234,567" << false << "marks between its thousands";
        QTest::newRow("with a fraction") << "1.234,5" << true << "marks between its thousands";
        QTest::newRow("Swiss") << "6'744.50" << false << "marks between its thousands";
        QTest::newRow("narrow blanks")
            << QStringLiteral("1\u202F349") << false << "marks between its thousands";
        QTest::newRow("blanks") << "12 345" << false << "source.delimiter to \"blanks\"";
        QTest::newRow("either") << "1,234" << false << "source.decimal to \"comma\"";
        QTest::newRow("either the other way") << "1.234" << true << "source.decimal to \"point\"";
        QTest::newRow("comma") << "0,5" << false << "source.decimal to \"comma\"";
        QTest::newRow("percent") << "70,5%" << true << "percent sign";
        QTest::newRow("dash") << QStringLiteral("\u22121.5") << false << "minus sign";
        QTest::newRow("Fortran") << "1.5D+02" << false << "Write E";
        QTest::newRow("too large") << "1e400" << false << "larger";
        QTest::newRow("single quotation marks") << "'1.5'" << false << "single quotation marks";
        QTest::newRow("a word") << "hare" << false << "";
        QTest::newRow("nothing") << "" << false << "";
    }
    void saysWhatToDo()
    {
        QFETCH(QString, cell);
        QFETCH(bool, commas);
        QFETCH(QString, says);
        const QString why = QString::fromStdString(
            whyNoNumber(cell.toStdString(), commas ? DecimalMark::Comma : DecimalMark::Point));
        QVERIFY2(says.isEmpty() ? why.isEmpty() : why.contains(says), qPrintable(why));
    }
};

HARELOOM_TEST(CsvNumbersTest)
#include "CsvNumbersTest.moc"
