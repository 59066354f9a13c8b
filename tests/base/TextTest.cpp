// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Text.h"
#include "tests/TestProgram.h"

#include <QtTest>

#include <bit>
#include <clocale>
#include <cmath>
#include <limits>

using namespace hareloom;

class TextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersReadBack_data()
    {
        QTest::addColumn<double>("value");
        for (const double value : {0.0, -0.0, 1.0, 0.1, -1.0 / 3, 1e300, 1e-300, 5e-324,
                                   1.7976931348623157e308, 123456789.0, 1e21})
            QTest::addRow("%g", value) << value;
    }
    void numbersReadBack()
    {
        QFETCH(double, value);
        for (const std::string& text : {shortNumber(value), exactNumber(value)}) {
            const auto read = parseNumber(text);
            QVERIFY2(read.has_value(), text.c_str());
            QCOMPARE(std::bit_cast<std::uint64_t>(*read), std::bit_cast<std::uint64_t>(value));
        }
    }

    void formats()
    {
        QCOMPARE(shortNumber(0.1), std::string("0.1"));
        QCOMPARE(exactNumber(0.1), std::string("0.10000000000000001"));
        const double infinity = std::numeric_limits<double>::infinity();
        QCOMPARE(shortNumber(infinity) + shortNumber(-infinity) + shortNumber(std::nan("")),
                 std::string("inf-infnan"));
        QCOMPARE(exactNumber(infinity) + exactNumber(-infinity) + exactNumber(std::nan("")),
                 std::string("inf-infnan"));
    }

    void parses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isNumber");
        QTest::addColumn<double>("value");
        QTest::newRow("blanks") << " \t2.5\r\n" << true << 2.5;
        QTest::newRow("plus") << "+3" << true << 3.0;
        QTest::newRow("exponent") << "-1E-3" << true << -0.001;
        QTest::newRow("bare point") << ".5" << true << 0.5;
        for (const char* text : {"", " ", "x", "1x", "1,5", "1 2", "nan", "inf", "-inf", "1e999", "--1",
                                 "+-1", "++1", "+", "0x10", "."})
            QTest::addRow("not a number: %s", text) << text << false << 0.0;
    }
    void parses()
    {
        QFETCH(QString, text);
        QFETCH(bool, isNumber);
        QFETCH(double, value);
        const auto read = parseNumber(text.toStdString());
        QCOMPARE(read.has_value(), isNumber);
        if (read)
            QCOMPARE(*read, value);
    }

    // A German locale writes 0,5. Where it is not installed the loop has nothing to change, so "C" is tried
    // too.
    void localeDoesNotMatter()
    {
        for (const char* name : {"C", "de_DE.UTF-8", "de_DE", "fr_FR.UTF-8"}) {
            std::setlocale(LC_ALL, name);
            QCOMPARE(shortNumber(1234.5), std::string("1234.5"));
            QCOMPARE(parseNumber("1234.5").value_or(0), 1234.5);
        }
        std::setlocale(LC_ALL, "C");
    }

    void trimsBlanksOnly()
    {
        QCOMPARE(trimmed("  a b\t"), std::string_view("a b"));
        QVERIFY(trimmed(" \r\n\t ").empty() && trimmed("").empty());
    }

    void whatATerminalObeysIsEscaped()
    {
        QCOMPARE(printable("\x1b[31m\r\n\t\x7f"), std::string("\\x1b[31m\\r\\n\\t\\x7f"));
        QCOMPARE(printable("\xc2\x9b"), std::string("\\u009b"));
        QCOMPARE(printable("\xe2\x80\xae\xe2\x81\xa9"), std::string("\\u202e\\u2069"));
        for (const char* plain :
             {"", "a b", "M = 1\u202f000", "\xc3\xbc \xe2\x80\x93 \xe6\xbc\xa2", "\xc2", "\xe2\x80"})
            QCOMPARE(printable(plain), std::string(plain));
    }

    void joinsWords()
    {
        QCOMPARE(joined({"a", "b", "c"}), std::string("a, b, c"));
        QCOMPARE(joined({"a", "b"}, "/"), std::string("a/b"));
        QVERIFY(joined({}).empty());
    }

    void countsEdits()
    {
        QCOMPARE(editDistance("", ""), 0);
        QCOMPARE(editDistance("", "abc"), 3);
        QCOMPARE(editDistance("kitten", "sitting"), 3);
        QCOMPARE(editDistance("sitting", "kitten"), 3);
        QCOMPARE(editDistance("policy.realshare", "policy.realShare"), 1);
    }
};

HARELOOM_TEST(TextTest)
#include "TextTest.moc"
