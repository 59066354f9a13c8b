// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Text.h"
#include "core/base/WriteJson.h"
#include "tests/TestProgram.h"

#include <QtTest>
#include <nlohmann/json.hpp>

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

    void capitalsOfAsciiBecomeSmall()
    {
        QCOMPARE(lowerAscii("Wiki.TRAIN.Raw @[`{"), std::string("wiki.train.raw @[`{"));
        QCOMPARE(lowerAscii("Ä Ω İ"), std::string("Ä Ω İ"));
        QCOMPARE(lowerAscii('Z'), 'z');
        QCOMPARE(lowerAscii('\xC4'), '\xC4');
        QCOMPARE(lowerAscii(""), std::string());
    }

    void whatWasFoundIsShownOnOneLine()
    {
        QCOMPARE(inQuotes("two\nlines"), std::string(R"("two\nlines")"));
        QCOMPARE(inQuotes("abcdef", 3), std::string(R"("abc...")"));
        QCOMPARE(inQuotes("abc", 3), std::string(R"("abc")"));
        QCOMPARE(inQuotes("a\xC3\xA4z", 2), std::string(R"("a...")")); // no half of a character
        QCOMPARE(inQuotes("\xFF"), std::string(R"("\xff")"));
        QCOMPARE(shortened("\x1b[31m"), std::string(R"(\x1b[31m)"));
    }

    void whatATerminalObeysIsEscaped()
    {
        QCOMPARE(printable("\x1b[31m\r\n\t\x7f"), std::string("\\x1b[31m\\r\\n\\t\\x7f"));
        QCOMPARE(printable("\xc2\x9b"), std::string("\\u009b"));
        QCOMPARE(printable("\xe2\x80\xae\xe2\x81\xa9"), std::string("\\u202e\\u2069"));
        for (const char* plain : {"", "a b", "M = 1\u202f000", "\xc3\xbc \xe2\x80\x93 \xe6\xbc\xa2"})
            QCOMPARE(printable(plain), std::string(plain));
        QCOMPARE(printable("a\xe4z \xc2 \xe2\x80"), std::string("a\\xe4z \\xc2 \\xe2\\x80"));
        QCOMPARE(printable("a\tb\n\x1b", "\n\t"), std::string("a\tb\n\\x1b"));
    }

    void aCellOfATableComputesNothing_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("cell");
        for (const char* same : {"", "a b", "-1.5", "+1", "-inf", "nan", "-", "=", "3-4", "a=b", "\xc3\xbc",
                                 "1e-3", "2024-01-01"})
            QTest::newRow(same) << QByteArray(same) << QByteArray(same);
        QTest::newRow("formula") << QByteArray("=1+1") << QByteArray("'=1+1");
        QTest::newRow("command") << QByteArray("=cmd|' /C calc'!A0") << QByteArray("'=cmd|' /C calc'!A0");
        QTest::newRow("at") << QByteArray("@SUM(A1,A2)") << QByteArray("\"'@SUM(A1,A2)\"");
        QTest::newRow("minus") << QByteArray("-A1") << QByteArray("'-A1");
        QTest::newRow("plus") << QByteArray("+A1") << QByteArray("'+A1");
        QTest::newRow("tab first") << QByteArray("\t=1") << QByteArray("'\t=1");
        QTest::newRow("quotes") << QByteArray("6\" pipe") << QByteArray("\"6\"\" pipe\"");
        QTest::newRow("two lines") << QByteArray("a\nb") << QByteArray("\"a\nb\"");
        QTest::newRow("escape") << QByteArray("a\x1b[31m") << QByteArray("a\\x1b[31m");
        QTest::newRow("no UTF-8") << QByteArray("\xe4") << QByteArray("\\xe4");
    }
    void aCellOfATableComputesNothing()
    {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, cell);
        QCOMPARE(QByteArray::fromStdString(csvField(content.toStdString())), cell);
    }

    void noTextEndsWhatIsWrittenAsJson()
    {
        QCOMPARE(jsonString("a\"b\n"), std::string("\"a\\\"b\\n\""));
        QCOMPARE(jsonString("y\xe4.hareloom"), std::string("\"y\\\\xe4.hareloom\""));
        QCOMPARE(jsonString("\xc3\xbc"), std::string("\"\xc3\xbc\""));
        const nlohmann::json nested = {{"list", {1, "\xff", {{"inner", "\xc3"}}}}};
        QCOMPARE(jsonText(nested), std::string("{\"list\":[1,\"\\\\xff\",{\"inner\":\"\\\\xc3\"}]}"));
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
