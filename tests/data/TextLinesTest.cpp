// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/TextLines.h"
#include "tests/TestProgram.h"

#include <QtTest>

#include <sstream>

using namespace hareloom;

namespace {

QString linesOf(const QByteArray& bytes, TextEncoding encoding = TextEncoding::Utf8)
{
    std::istringstream in(bytes.toStdString());
    TextLines lines(in, "t.txt", encoding);
    QStringList all;
    for (std::string line;;) {
        const auto more = lines.next(line);
        if (!more)
            return QString::fromStdString(more.error().message);
        if (!*more)
            return all.join('|');
        all << QString::number(lines.number()) + QString::fromStdString(line);
    }
}

} // namespace

class TextLinesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyEndOfLineWillDo()
    {
        for (const char* end : {"\n", "\r\n", "\r", "\r\r\n"}) {
            const QByteArray text = QByteArray("a\n\nb\nc").replace("\n", end);
            QCOMPARE(linesOf(text), QString("1a|2|3b|4c"));
            QCOMPARE(linesOf(text + end), QString("1a|2|3b|4c"));
        }
        QCOMPARE(linesOf("a\rb\nc\r\nd"), QString("1a|2b|3c|4d"));
        QCOMPARE(linesOf(""), QString());
        QCOMPARE(linesOf("a\n\x1A"), QString("1a"));
    }

    // The text is read in pieces of 64 KiB: an end of line, or a character, may lie across two.
    void piecesAreNotSeen()
    {
        for (int length = (64 << 10) - 4; length <= (64 << 10); ++length) {
            QCOMPARE(linesOf(QByteArray(length, 'x') + "\r\r\nb\r\nc").right(5), QString("2b|3c"));
            QVERIFY(
                linesOf(QByteArray(length, 'x') + "\xE2\x82\xAC\nb").endsWith(QStringLiteral("x\u20AC|2b")));
        }
    }

    void encodingsBecomeUtf8()
    {
        QCOMPARE(linesOf("\xEF\xBB\xBF"
                         "a\nb"),
                 QString("1a|2b"));
        QCOMPARE(linesOf(QByteArray("\xFF\xFE"
                                    "a\0\n\0\xAC\x20",
                                    8),
                         TextEncoding::Utf16Le),
                 QStringLiteral("1a|2\u20AC"));
        QCOMPARE(linesOf("a\n\x80", TextEncoding::Windows1252), QStringLiteral("1a|2\u20AC"));
    }

    void whatIsNoTextIsRefusedWithItsLine()
    {
        QVERIFY(linesOf("a\nb\n\xE4\n")
                    .startsWith(QLatin1String("t.txt, line 3: bytes were found that are no UTF-8")));
        QVERIFY(linesOf("a\n\x81\n", TextEncoding::Windows1252).contains(QLatin1String("line 2")));
        QVERIFY(linesOf(QByteArray("a\nb\0c\n", 6)).startsWith(QLatin1String("t.txt, line 2: binary data")));
        QVERIFY(linesOf(QByteArray((16 << 20) + 1, 'x'))
                    .contains(QLatin1String("line 1: a line of more than 16 MiB")));
        // A character that the text's end cuts.
        QVERIFY(linesOf(QByteArray("a\0b", 3), TextEncoding::Utf16Le).contains(QLatin1String("no UTF-16")));
    }
};

HARELOOM_TEST(TextLinesTest)
#include "TextLinesTest.moc"
