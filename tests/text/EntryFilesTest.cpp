// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/Corpus.h"
#include "core/text/EntryFiles.h"
#include "core/text/PackagedTexts.h"
#include "tests/TestProgram.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <zlib.h>

using namespace hareloom;

namespace {

/// dictd's digits of a number.
QByteArray digits(int number)
{
    static const QByteArray kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    QByteArray text;
    do
        text.prepend(kDigits.at(number % 64));
    while ((number /= 64) > 0);
    return text;
}

std::string write(const QTemporaryDir& folder, const char* name, const QByteArray& content)
{
    QFile file(folder.filePath(name));
    if (!file.open(QFile::WriteOnly) || file.write(content) != content.size())
        qFatal("%s cannot be written", name);
    return file.fileName().toStdString();
}

void writeGzip(const QTemporaryDir& folder, const char* name, const QByteArray& content)
{
    gzFile file = gzopen(folder.filePath(name).toUtf8().constData(), "wb");
    if (!file || gzwrite(file, content.constData(), static_cast<unsigned>(content.size())) != content.size())
        qFatal("%s cannot be written", name);
    gzclose(file);
}

const QByteArray kAbout = "00-database-short\n     A test\n";
const QByteArray kHare = "hare\n   HARE, n.  A rodent\nthat runs.\n\n   Also a verb.\n";
const QByteArray kTower = "tower\n   A place to look from.\n";

/// The index of the dictionary above. Entries stand there by their headwords.
QByteArray index()
{
    const int hare = static_cast<int>(kAbout.size()), tower = hare + static_cast<int>(kHare.size());
    return "00databaseshort\tA\t" + digits(hare) + "\nleveret\t" + digits(hare) + '\t' +
           digits(static_cast<int>(kHare.size())) + "\nhare\t" + digits(hare) + '\t' +
           digits(static_cast<int>(kHare.size())) + "\ntower\t" + digits(tower) + '\t' +
           digits(static_cast<int>(kTower.size())) + "\n";
}

} // namespace

class EntryFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEntryOfADictionaryIsAnArticle_data()
    {
        QTest::addColumn<bool>("isGzip");
        QTest::newRow("as it is") << false;
        QTest::newRow("gzip") << true;
    }
    void anEntryOfADictionaryIsAnArticle()
    {
        QFETCH(bool, isGzip);
        const QTemporaryDir folder;
        const std::string path = write(folder, "test.index", index());
        if (isGzip)
            writeGzip(folder, "test.dict.dz", kAbout + kHare + kTower);
        else
            write(folder, "test.dict", kAbout + kHare + kTower);
        QVERIFY(isDictionary(path));
        const auto text = readDictionary(path);
        QVERIFY2(text.ok(), text ? "" : text.error().message.c_str());
        QCOMPARE(*text, std::string("= leveret =\n\nhare HARE, n.  A rodent that runs.\nAlso a verb.\n\n"
                                    "= tower =\n\nA place to look from.\n\n"));
        QCOMPARE(articlesOf(*text).size(), std::size_t{2});
    }

    void aDamagedDictionaryIsOneSentence()
    {
        const QTemporaryDir folder;
        const std::string path = write(folder, "test.index", index());
        QVERIFY(!isDictionary(path)); // without its text
        write(folder, "test.dict", kAbout + kHare);
        const auto cut = readDictionary(path);
        QVERIFY(!cut && cut.error().message.find("the entry \"tower\" lies beyond the end") != std::string::npos);
        write(folder, "test.dict", kAbout + kHare + "\xff\xfe");
        QVERIFY(!readDictionary(path));
        write(folder, "test.index", "no index at all\n\t\t\nx\t*\t+\n");
        write(folder, "test.dict", kHare);
        QCOMPARE(*readDictionary(path), std::string());
        QFile::remove(folder.filePath("test.dict"));
        write(folder, "test.dict.dz", QByteArray::fromHex("1f8b0800000000000003deadbeef"));
        const auto damaged = readDictionary(path);
        QVERIFY(!damaged && damaged.error().message.find("damaged") != std::string::npos);
    }

    void fortunesAreArticlesToo()
    {
        const QTemporaryDir folder;
        const std::string path =
            write(folder, "poems", "\x1b[32m《送别》\x1b[m\n\x1b[33m作者：王维\x1b[m\n下马饮君酒，\n%\nA wrapped\nsaying.\n%\n");
        QVERIFY(!isFortunes(path));
        write(folder, "poems.dat", "");
        QVERIFY(isFortunes(path));
        QCOMPARE(*readFortunes(path), std::string("= 送别 =\n\n作者：王维\n下马饮君酒，\n\nA wrapped saying.\n\n"));
    }

    void aPackageThatIsNotThereIsNamed()
    {
        QVERIFY(!findPackagedText("no such text"));
        for (const PackagedText& text : packagedTexts()) {
            QCOMPARE(findPackagedText(text.id), &text);
            PackagedText gone = text;
            gone.file = "/nowhere/at/all";
            const auto place = installedText(gone, "source.path");
            QVERIFY(!place && place.error().message.find(text.package) != std::string::npos);
        }
    }

    // The set-up installs them, so they are read as they are.
    void installedTextsAreWhatTheyAreSaidToBe()
    {
        for (const PackagedText& text : packagedTexts()) {
            const auto place = installedText(text, "source.path");
            QVERIFY2(place.ok(), place ? "" : place.error().message.c_str());
            const auto corpus = openCorpus(*place);
            QVERIFY2(corpus.ok(), corpus ? "" : corpus.error().message.c_str());
            QVERIFY(articlesOf(corpus->train).size() > 200);
            QVERIFY(corpus->train.find('\x1b') == std::string::npos);
        }
    }
};

HARELOOM_TEST(EntryFilesTest)
#include "EntryFilesTest.moc"
