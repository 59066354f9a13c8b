// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/address/QrCode.h"
#include "tests/QrReading.h"
#include "tests/TestProgram.h"

#include <QFile>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

using namespace hareloom;

namespace {

constexpr int kScale = 3;

/// A grey picture of the code with its quiet zone, as PGM.
QByteArray pictureOf(const QrCode& code)
{
    const int side = (code.size + 2 * kQuietModules) * kScale;
    QByteArray picture = "P5\n" + QByteArray::number(side) + ' ' + QByteArray::number(side) + "\n255\n";
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const int row = y / kScale - kQuietModules, column = x / kScale - kQuietModules;
            const bool isInside = row >= 0 && column >= 0 && row < code.size && column < code.size;
            picture += isInside && code.isDark(row, column) ? '\0' : '\xff';
        }
    return picture;
}

} // namespace

class QrCodeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReaderReadsWhatWasWritten_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("short") << "hareloom:?preset=old-faithful&generation=37";
        QTest::newRow("escapes") << "hareloom:?preset=church-quick&set=evaluation.prompts=%5B%22a%22%5D";
        QTest::newRow("the longest") << "hareloom:?preset=" + QString(1983, 'a');
    }

    void aReaderReadsWhatWasWritten()
    {
        QFETCH(QString, text);
        if (!qr::canRead())
            QSKIP(qr::kNoReader);
        const auto code = qrCode(text.toStdString());
        QVERIFY(code);
        const QTemporaryDir folder;
        QFile file(folder.filePath("code.pgm"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(pictureOf(*code));
        file.close();
        QCOMPARE(qr::textIn(file.fileName()), std::optional(text));
    }

    void theSvgDrawsTheSameModules()
    {
        const std::string text = "hareloom:?preset=a&set=title=<b>\"&";
        const auto code = qrCode(text);
        const auto svg = qrSvg(text);
        QVERIFY(code && svg);
        QXmlStreamReader xml(QByteArray::fromStdString(*svg));
        QString title, path;
        while (!xml.atEnd()) {
            xml.readNext();
            if (xml.isStartElement() && xml.name() == QLatin1String("title"))
                title = xml.readElementText();
            else if (xml.isStartElement() && xml.name() == QLatin1String("path"))
                path = xml.attributes().value("d").toString(); // the last one is the dark one
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(title, QString::fromStdString(text));
        std::vector<bool> drawn(code->dark.size());
        static const QRegularExpression run("M(\\d+) (\\d+)h(\\d+)v1H(\\d+)z");
        auto runs = run.globalMatch(path);
        while (runs.hasNext()) {
            const auto match = runs.next();
            QCOMPARE(match.captured(1), match.captured(4));
            const int column = match.captured(1).toInt() - kQuietModules,
                      row = match.captured(2).toInt() - kQuietModules;
            for (int i = 0; i < match.captured(3).toInt(); ++i)
                drawn[static_cast<std::size_t>(row * code->size + column + i)] = true;
        }
        QVERIFY(drawn == code->dark);
    }

    void whatHasNoRoomIsRefused()
    {
        QVERIFY(!qrCode(""));
        QVERIFY(!qrCode(std::string(2400, 'a')));
        QVERIFY(qrCode(std::string(2331, 'a')));
    }
};

HARELOOM_TEST(QrCodeTest)
#include "QrCodeTest.moc"
