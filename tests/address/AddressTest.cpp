// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/address/Address.h"
#include "tests/TestProgram.h"

#include <QtTest>

using namespace hareloom;

namespace {

QString refusalOf(const std::string& text)
{
    const auto address = parseAddress(text);
    return address ? QString() : QString::fromStdString(address.error().message);
}

} // namespace

class AddressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMomentIsWrittenAndReadBack()
    {
        Address address;
        address.preset = "accumulate-or-replace";
        address.set = {{"seed", "7"}, {"title", "50% of \"a\" & b=c #1 + ü"}, {"source.mean", "[0,1]"}};
        address.branches = {{20, 0, {{"policy.realShare", "0.1"}}}, {30, 2, {{"samples.size", "50"}}}};
        address.variant = "2";
        address.chain = 3;
        address.generation = 37;
        address.views = {"chains", "present"};
        const std::string text = addressText(address);
        QCOMPARE(QString::fromStdString(text),
                 QString("hareloom:?preset=accumulate-or-replace&set=seed=7"
                         "&set=title=50%25%20of%20%22a%22%20%26%20b=c%20%231%20%2B%20%C3%BC"
                         "&set=source.mean=%5B0,1%5D&branch=20&set=policy.realShare=0.1"
                         "&branch=30,3&set=samples.size=50&variant=2&chain=3&generation=37"
                         "&view=chains&view=present"));
        const auto read = parseAddress(text);
        QVERIFY2(read, read ? "" : read.error().message.c_str());
        QCOMPARE(addressText(*read), text);
        QVERIFY(read->set == address.set);
        QCOMPARE(read->branches.size(), std::size_t(2));
        QCOMPARE(read->branches[1].from, std::size_t(2));
        QVERIFY(read->pointsSomewhere());
    }

    // What browsers, mails and people make of it.
    void formsThatMeanTheSame_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << "hareloom:?preset=old-faithful&generation=5";
        QTest::newRow("slashes") << "hareloom:///?preset=old-faithful&generation=5";
        QTest::newRow("capitals") << "HARELOOM:?preset=old-faithful&generation=5";
        QTest::newRow("blanks around") << "  hareloom:?preset=old-faithful&generation=5\n";
        QTest::newRow("encoded") << "hareloom:?preset=old%2dfaithful&generation=%35";
        QTest::newRow("ends with &") << "hareloom:?preset=old-faithful&generation=5&";
        QTest::newRow("another order") << "hareloom:?generation=5&preset=old-faithful";
    }

    void formsThatMeanTheSame()
    {
        QFETCH(QString, text);
        QVERIFY(isAddress(text.trimmed().toStdString()));
        const auto read = parseAddress(text.toStdString());
        QVERIFY2(read, read ? "" : read.error().message.c_str());
        QCOMPARE(addressText(*read), std::string("hareloom:?preset=old-faithful&generation=5"));
    }

    void whatIsNoAddressIsRefusedByItsPart_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        const auto add = [](const char* name, const QString& text, const char* says) {
            QTest::newRow(name) << text << QString::fromLatin1(says);
        };
        add("another scheme", "https://example.org/?preset=x", "is no address");
        add("no preset", "hareloom:?generation=3", "names no preset");
        add("empty preset", "hareloom:?preset=", "says nothing after preset=");
        add("no question mark", "hareloom:old-faithful", "goes on with 'old-faithful'");
        add("two presets", "hareloom:?preset=a&preset=b", "more than one preset");
        add("two generations", "hareloom:?preset=a&generation=1&generation=2", "more than one generation");
        add("unknown part", "hareloom:?preset=a&out=b", "unknown part 'out'");
        add("a part without value", "hareloom:?preset=a&generation", "without a value");
        add("negative", "hareloom:?preset=a&generation=-1", "generation='-1'");
        add("no number", "hareloom:?preset=a&generation=3x", "generation='3x'");
        add("too large", "hareloom:?preset=a&generation=99999999999999999999", "whole number");
        add("chain 0", "hareloom:?preset=a&chain=0", "from 1 on");
        add("set without =", "hareloom:?preset=a&set=seed", "set='seed'");
        add("set without a path", "hareloom:?preset=a&set==1", "set='=1'");
        add("half an escape", "hareloom:?preset=a%2", "two hexadecimal digits");
        add("no escape", "hareloom:?preset=a%zz", "two hexadecimal digits");
        add("no UTF-8", "hareloom:?preset=a%ff", "no UTF-8");
        add("a line break", "hareloom:?preset=a%0a", "control character");
        add("an escape sequence", "hareloom:?preset=a%1b%5b2J", "control character");
        add("turned writing", "hareloom:?preset=a%e2%80%ae", "control character");
        add("a fragment", "hareloom:?preset=a#b", "%23");
        add("unknown view", "hareloom:?preset=a&view=chain", "nearest are chains");
        add("an empty branch", "hareloom:?preset=a&branch=20", "no set= after it");
        add("branch 0", "hareloom:?preset=a&branch=0&set=a=1", "from 1 on");
        add("too long", "hareloom:?preset=" + QString(2000, 'a'), "at most 2000");
        add("too many settings", "hareloom:?preset=a" + QString("&set=a=1").repeated(65), "more than 64");
        add("too many branches", "hareloom:?preset=a" + QString("&branch=2&set=a=1").repeated(9),
            "more than 8");
    }

    void whatIsNoAddressIsRefusedByItsPart()
    {
        QFETCH(QString, text);
        QFETCH(QString, says);
        const QString refusal = refusalOf(text.toStdString());
        QString plain = refusal;
        QVERIFY2(plain.replace('"', '\'').contains(says), qPrintable(refusal));
        QVERIFY2(!refusal.contains('\n') && refusal.size() < 400, qPrintable(refusal));
    }

    // Reading ends, and writes nothing but what can be read again, whatever the bytes.
    void anyBytesAreReadToTheEnd()
    {
        const std::vector<std::string> parts = {"&preset=a",
                                                "&set=seed=1",
                                                "&set=b%2C=c%20d",
                                                "&set=x=",
                                                "&view=compare",
                                                "&branch=2",
                                                "&branch=3,2",
                                                "&chain=4",
                                                "&generation=",
                                                "5",
                                                "&",
                                                "%41",
                                                "=",
                                                "\xff",
                                                "#",
                                                "%",
                                                "\n",
                                                "?"};
        std::uint32_t state = 1;
        int read = 0;
        for (int i = 0; i < 20'000; ++i) {
            std::string text = i % 2 == 0 ? "hareloom:?preset=a" : "hareloom:";
            for (int part = i % 7; part >= 0; --part) {
                state = state * 1664525u + 1013904223u;
                text += parts[(state >> 16) % parts.size()];
            }
            if (const auto address = parseAddress(text)) {
                ++read;
                const auto again = parseAddress(addressText(*address));
                QVERIFY2(again, addressText(*address).c_str());
                QCOMPARE(addressText(*again), addressText(*address));
            }
        }
        QVERIFY2(read > 1000, qPrintable(QString::number(read))); // the fixed seed makes that many addresses
    }
};

HARELOOM_TEST(AddressTest)
#include "AddressTest.moc"
