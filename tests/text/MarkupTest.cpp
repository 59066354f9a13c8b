// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/Markup.h"
#include "tests/TestProgram.h"

#include <QTest>
#include <QXmlStreamReader>

using namespace hareloom;

/// Text from anywhere inside XML and HTML.
class MarkupTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatXmlForbidsIsReplaced_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("text");
        const QByteArray none("\xEF\xBF\xBD");
        QTest::newRow("plain") << QByteArray("plain, ä and 漢") << QByteArray("plain, ä and 漢");
        QTest::newRow("line breaks") << QByteArray("a\tb\nc\r") << QByteArray("a\tb\nc\r");
        QTest::newRow("escape and bell") << QByteArray("a\x1b[31mb\x07") << "a" + none + "[31mb" + none;
        QTest::newRow("nul") << QByteArray("a\0b", 3) << "a" + none + "b";
        QTest::newRow("non-characters")
            << QByteArray("\xEF\xBF\xBE\xEF\xBF\xBF\xEF\xBF\xBC") << none + none + "\xEF\xBF\xBC";
        QTest::newRow("a lone surrogate") << QByteArray("\xED\xA0\x80") << none + none + none;
        QTest::newRow("Latin-1") << QByteArray("caf\xE9") << "caf" + none;
        QTest::newRow("cut short") << QByteArray("\xEF\xBF") << none;
        QTest::newRow("beyond the first plane") << QByteArray("🐇") << QByteArray("🐇");
    }
    void whatXmlForbidsIsReplaced()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, text);
        const auto given = std::string_view(bytes.constData(), std::size_t(bytes.size()));
        QCOMPARE(QByteArray::fromStdString(xmlCharacters(given)), text);
        QXmlStreamReader xml("<a b=\"" + QByteArray::fromStdString(xmlText(given)) + "\">" +
                             QByteArray::fromStdString(xmlText(given)) + "</a>");
        QVERIFY(xml.readNextStartElement());
        QCOMPARE(xml.readElementText().toUtf8(), QByteArray(text).replace('\r', '\n'));
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    }

    void marksAreText()
    {
        QCOMPARE(xmlText("<a href='x'>\"&\"</a>"),
                 std::string("&lt;a href=&#39;x&#39;&gt;&quot;&amp;&quot;&lt;/a&gt;"));
        QCOMPARE(xmlCharacters("<a>&</a>"), std::string("<a>&</a>"));
    }
};

HARELOOM_TEST(MarkupTest)
#include "MarkupTest.moc"
