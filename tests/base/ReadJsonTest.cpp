// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ReadJson.h"
#include "tests/TestProgram.h"

#include <nlohmann/json.hpp>

#include <QtTest>

using namespace hareloom;
using nlohmann::json;

namespace {

QByteArray nested(int depth, const char* open, const char* close)
{
    return QByteArray(open).repeated(depth) + QByteArray(close).repeated(depth);
}

Result<json> cborOf(const QByteArray& bytes)
{
    return readCbor(
        {reinterpret_cast<const std::uint8_t*>(bytes.constData()), static_cast<std::size_t>(bytes.size())});
}

} // namespace

class ReadJsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatTheLibraryReads_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char* text :
             {"null", "true", "-0.0", "1", "-9223372036854775808", "18446744073709551615", "1e-400", "\"\"",
              "\"\\u00e9\\ud83d\\udc07\"", "[]", "{}", "[[], {}, [1, [2, {\"a\": [3]}], null]]",
              R"({"b": {"c": [1, 2.5, "x"], "a": {}}, "a": false, "": [{}]})", " \n[1]\t", "\xEF\xBB\xBF{}"})
            QTest::newRow(text) << QByteArray(text);
        QTest::newRow("as deep as allowed") << nested(kMostNesting, "[", "]");
        QTest::newRow("many, but not deep") << "[" + QByteArray("[],").repeated(5000) + "[]]";
        QTest::newRow("brackets in a text") << "\"" + QByteArray("[").repeated(5000) + "\"";
    }
    void readsWhatTheLibraryReads()
    {
        QFETCH(QByteArray, text);
        const auto read = readJson(text.toStdString());
        QVERIFY2(read, read ? "" : read.error().message.c_str());
        const json expected = json::parse(text.toStdString());
        QVERIFY(*read == expected && read->dump() == expected.dump());
        const auto bytes = json::to_cbor(expected);
        const auto again = readCbor(bytes);
        QVERIFY2(again, again ? "" : again.error().message.c_str());
        QVERIFY(*again == expected);
    }

    void refusesText_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, QByteArray text, const char* says) {
            QTest::newRow(name) << text << says;
        };
        row("nothing", "", "line 1, column 1: this is no JSON");
        row("cut", "{\"a\":\n [1,", "line 2, column 5: this is no JSON");
        row("two values", "1 2", "line 1, column 3: this is no JSON");
        row("no UTF-8", "[\"\xff\"]", "line 1, column 3: this is no JSON");
        row("infinite", "[\n1e999]", "line 2, column 5: the number is too large");
        row("lists", nested(kMostNesting + 1, "[", "]"), "more than 100 lists and objects");
        row("very many lists", nested(1'000'000, "[", "]"), "more than 100 lists and objects");
        row("very many lists, cut", QByteArray("[").repeated(1'000'000), "more than 100 lists and objects");
        row("very many objects", QByteArray("{\"a\":").repeated(1'000'000),
            "more than 100 lists and objects");
    }
    void refusesText()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, says);
        const auto read = readJson(text.toStdString());
        QVERIFY(!read);
        QVERIFY2(QString::fromStdString(read.error().message).startsWith(says), read.error().message.c_str());
        QVERIFY(read.error().kind == ErrorKind::InvalidFile);
    }

    void aRepeatedKey()
    {
        const std::string text = R"({"a": 1, "b": [0, {"c": 1, "c": 2}], "a": 3})";
        const auto last = readJson(text);
        QVERIFY(last && *last == json::parse(text));
        const auto refused = readJson(text, RepeatedKey::Refused);
        QVERIFY(!refused);
        QCOMPARE(refused.error().message,
                 std::string("b[1].c: the key stands there twice, and only one value can count"));
        QVERIFY(readJson(R"([{"a": 1}, {"a": 2}])", RepeatedKey::Refused).ok());
    }

    void refusesCbor_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, QByteArray bytes, const char* says) {
            QTest::newRow(name) << bytes << says;
        };
        const int many = 1'000'000;
        row("nothing", "", "byte 1: this is no CBOR");
        row("cut in a number", QByteArray("\x1b\0\0", 3), "byte 1: this is no CBOR");
        row("cut in a text", "\x82\x01\x65seed", "byte 3: this is no CBOR");
        row("two values", "\x01\x02", "byte 2: there is more than one value");
        row("a list of 2^60", QByteArray("\x9b\x10\0\0\0\0\0\0\0\0", 10), "byte 1: this is no CBOR");
        row("a text of 2^60", QByteArray("\x7b\x10\0\0\0\0\0\0\0\0", 10), "byte 1: this is no CBOR");
        row("an object of 2^63", QByteArray("\xbb\x80\0\0\0\0\0\0\0\0", 10), "byte 1: this is no CBOR");
        row("a tag", QByteArray("\xc1\x00", 2), "byte 1: this is no CBOR");
        row("tags", QByteArray(many, '\xc1'), "byte 1: this is no CBOR");
        row("undefined", "\xf7", "byte 1: this is no CBOR");
        row("keys that are numbers", "\xa1\x01\x02", "byte 1: this is no CBOR");
        row("lists", QByteArray(many, '\x81'), "byte 101: more than 100 lists and objects");
        row("objects",
            QByteArray("\xa1\x61"
                       "a")
                .repeated(many),
            "byte 301: more than 100 lists and objects");
        row("texts of no length", QByteArray(many, '\x7f'), "byte 1: this is no CBOR");
        row("bytes of no length", QByteArray(many, '\x5f'), "byte 1: this is no CBOR");
        row("lists of no length", QByteArray(many, '\x9f'), "byte 1: this is no CBOR");
    }
    void refusesCbor()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        const auto read = cborOf(bytes);
        QVERIFY(!read);
        QVERIFY2(QString::fromStdString(read.error().message).startsWith(says), read.error().message.c_str());
    }

    // The library recurses into what it meets: whatever is cut or changed, it must not throw.
    void damageIsRefusedOrRead()
    {
        const auto whole = json::to_cbor(json{
            {"kind", "k"}, {"values", json::binary({1, 2, 3, 4})}, {"list", {1, -2, 2.5, {{"a", nullptr}}}}});
        int refused = 0;
        for (std::size_t at = 0; at < whole.size(); ++at)
            for (int byte = 0; byte < 256; ++byte) {
                auto changed = whole;
                changed[at] = static_cast<std::uint8_t>(byte);
                refused += !readCbor(changed).ok();
                refused += !readCbor(std::span(changed).first(at)).ok();
            }
        QVERIFY(refused > 256 * std::ssize(whole)); // every cut one, and more
    }
};

HARELOOM_TEST(ReadJsonTest)
#include "ReadJsonTest.moc"
