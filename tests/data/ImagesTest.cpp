// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/IdxFile.h"
#include "core/data/ImageSource.h"
#include "tests/TestProgram.h"

#include <png.h>
#include <zlib.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace hareloom;

namespace {

QByteArray number(std::uint32_t value)
{
    QByteArray bytes;
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes.append(static_cast<char>(value >> shift & 0xFF));
    return bytes;
}

QByteArray idxImages(std::uint32_t n, std::uint32_t height, std::uint32_t width, const QByteArray& pixels)
{
    return number(0x803) + number(n) + number(height) + number(width) + pixels;
}

QByteArray idxLabels(const QByteArray& labels)
{
    return number(0x801) + number(static_cast<std::uint32_t>(labels.size())) + labels;
}

} // namespace

class ImagesTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString write(const QString& name, const QByteArray& bytes) const
    {
        const QString path = m_folder.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QFile::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return path;
    }
    QString zip(const QString& name, const QByteArray& bytes) const
    {
        const QString path = m_folder.filePath(name);
        gzFile file = gzopen(path.toUtf8().constData(), "wb9");
        gzwrite(file, bytes.constData(), static_cast<unsigned>(bytes.size()));
        gzclose(file);
        return path;
    }
    QString writePng(const QString& name, int width, int height, std::uint8_t grey) const
    {
        const QString path = m_folder.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        png_image image{};
        image.version = PNG_IMAGE_VERSION;
        image.width = static_cast<png_uint_32>(width);
        image.height = static_cast<png_uint_32>(height);
        image.format = PNG_FORMAT_GRAY;
        const std::vector<std::uint8_t> pixels(static_cast<std::size_t>(width * height), grey);
        png_image_write_to_file(&image, path.toUtf8().constData(), 0, pixels.data(), 0, nullptr);
        return path;
    }
    static Result<std::shared_ptr<const Source>> open(const char* kind, const QString& path,
                                                      const QString& labels = {}, std::int64_t rare = -1,
                                                      double share = 1)
    {
        SourceConfig config;
        config.kind = kind;
        config.path = path.toStdString();
        config.labels = labels.toStdString();
        config.rareClass = rare;
        config.rareShare = share;
        return makeSource(config, RowKind::Images);
    }

private Q_SLOTS:
    void readsPlainAndZippedAlike()
    {
        const QByteArray bytes =
            idxImages(2, 2, 3, QByteArray("\x00\x33\xff\x01\x02\x03\x10\x20\x30\x40\x50\x60", 12));
        for (const QString& path : {write("plain", bytes), zip("zipped", bytes)}) {
            const auto images = readIdxImages(path.toStdString());
            QVERIFY2(images.ok(), images ? "" : images.error().message.c_str());
            QCOMPARE(images->width, 3);
            QCOMPARE(images->height, 2);
            QCOMPARE(images->count(), std::int64_t{2});
            QCOMPARE(images->pixels[2], std::uint8_t{255});
            QCOMPARE(images->pixels[6], std::uint8_t{0x10});
        }
    }

    void rowsAreBytesOver255InAnyOrder()
    {
        const auto source =
            *open("idx", write("rows", idxImages(3, 1, 2, QByteArray("\x00\xff\x33\x66\x01\x02", 6))));
        QCOMPARE(source->dimension(), 2);
        const DatasetPtr rows = source->draw(3, 0);
        const auto all = toMatrix(rows);
        QCOMPARE((*all)(0, 1), 1.0);
        QCOMPARE((*all)(1, 0), 0.2);
        Matrix two(2, 2);
        const std::int64_t which[] = {0, 2};
        rows->gather(which, two);
        QVERIFY(two.row(0) == all->row(0) && two.row(1) == all->row(2));
        QCOMPARE(source->draw(2, 1)->rows(), std::int64_t{2});
    }

    void malformedFilesAreRefusedInASentence_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("said");
        const QByteArray four("abcd", 4);
        QTest::newRow("empty") << QByteArray() << QByteArray("no IDX file");
        QTest::newRow("another magic") << number(0x802) + four << QByteArray("00 00 08 03");
        QTest::newRow("labels for images") << idxLabels("ab") << QByteArray("no IDX file of images");
        QTest::newRow("floats") << number(0xD03) + number(1) + number(1) + number(1) + four
                                << QByteArray("unsigned bytes");
        QTest::newRow("header cut") << number(0x803) + number(1) << QByteArray("ends within its header");
        QTest::newRow("short") << idxImages(2, 2, 2, four) << QByteArray("shorter than the 8 bytes");
        QTest::newRow("long") << idxImages(1, 2, 2, four + four)
                              << QByteArray("more content than the 4 bytes");
        QTest::newRow("no image") << idxImages(0, 2, 2, {}) << QByteArray("0 images");
        QTest::newRow("no pixel") << idxImages(2, 0, 2, four) << QByteArray("allowed");
        QTest::newRow("absurd side") << idxImages(1, 4000000000U, 1, four)
                                     << QByteArray("sides of 1 to 1024");
        QTest::newRow("absurd count")
            << idxImages(4000000000U, 28, 28, four) << QByteArray("allowed: at most");
        QTest::newRow("claims 1 GB") << idxImages(1000000, 28, 28, four) << QByteArray("shorter than");
    }
    void malformedFilesAreRefusedInASentence()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, said);
        for (const QString& path : {write("bad", bytes), zip("bad.gz", bytes)}) {
            const auto images = readIdxImages(path.toStdString());
            QVERIFY(!images);
            QCOMPARE(images.error().kind, ErrorKind::InvalidFile);
            const auto message = QByteArray::fromStdString(images.error().message);
            QVERIFY2(message.contains(said) && message.contains("found"), message.constData());
        }
    }

    // Content that unpacks to far more than its header says is left at the first byte too many.
    void aGzipBombCostsNothing()
    {
        const QString path = zip("bomb.gz", idxImages(1, 2, 2, QByteArray(64 << 20, 0)));
        const auto images = readIdxImages(path.toStdString());
        QVERIFY(!images && images.error().message.find("more content than the 4 bytes") != std::string::npos);
    }

    void aCutGzipIsRefused()
    {
        QFile whole(zip("whole.gz", idxImages(50, 8, 8, QByteArray(3200, 'x') + QByteArray("abcdefg"))));
        QVERIFY(whole.open(QFile::ReadOnly));
        const QByteArray bytes = whole.readAll();
        const auto images = readIdxImages(write("cut.gz", bytes.left(bytes.size() / 2)).toStdString());
        QVERIFY(!images);
        QCOMPARE(images.error().kind, ErrorKind::InvalidFile);
    }

    void labelsMustFitTheImages()
    {
        const QString images = write("i", idxImages(3, 1, 1, "abc"));
        QVERIFY(open("idx", images, write("l3", idxLabels(QByteArray("\x00\x02\x01", 3)))));
        QCOMPARE((*open("idx", images, write("l3", idxLabels(QByteArray("\x00\x02\x01", 3)))))
                     ->images()
                     ->classes(),
                 3);
        const auto wrong = open("idx", images, write("l2", idxLabels("ab")));
        QVERIFY(!wrong && wrong.error().message.find("2 labels for 3 images") != std::string::npos);
    }

    void aFolderOfMnistsFilesHasItsTestImages()
    {
        const QString folder = m_folder.filePath("mnist");
        write("mnist/train-images-idx3-ubyte", idxImages(2, 1, 1, "ab"));
        write("mnist/train-labels-idx1-ubyte", idxLabels(QByteArray("\x00\x01", 2)));
        write("mnist/t10k-images-idx3-ubyte", idxImages(3, 1, 1, "cde"));
        write("mnist/t10k-labels-idx1-ubyte", idxLabels(QByteArray("\x01\x00\x01", 3)));
        const auto source = open("idx", folder);
        QVERIFY2(source.ok(), source ? "" : source.error().message.c_str());
        QCOMPARE((*source)->images()->testSet->count(), std::int64_t{3});
        QDir().mkpath(m_folder.filePath("nothing"));
        const auto empty = open("idx", m_folder.filePath("nothing"));
        QVERIFY(!empty && empty.error().message.find("train-images-idx3-ubyte") != std::string::npos);
    }

    void aRareClassKeepsItsShare()
    {
        QByteArray pixels, labels;
        for (int i = 0; i < 200; ++i) {
            pixels.append(static_cast<char>(i));
            labels.append(static_cast<char>(i % 2));
        }
        const QString images = write("all", idxImages(200, 1, 1, pixels)),
                      names = write("names", idxLabels(labels));
        const auto source = *open("idx", images, names, 1, 0.1);
        const auto& kept = source->images()->labels;
        QCOMPARE(std::count(kept.begin(), kept.end(), 0), std::ptrdiff_t{100});
        QCOMPARE(std::count(kept.begin(), kept.end(), 1), std::ptrdiff_t{10});
        QCOMPARE(*source->rowCount(), std::int64_t{110});
        QVERIFY(!open("idx", images, names, 2, 0.1));
        QVERIFY(!open("idx", images, {}, 0, 0.1));
    }

    void foldersOfPngsAreClasses()
    {
        for (int i = 0; i < 3; ++i) {
            writePng(QString("pngs/cats/%1.png").arg(i), 4, 3, static_cast<std::uint8_t>(10 + i));
            writePng(QString("pngs/dogs/%1.PNG").arg(i), 4, 3, 200);
        }
        const auto source = open("imageFolder", m_folder.filePath("pngs"));
        QVERIFY2(source.ok(), source ? "" : source.error().message.c_str());
        const ImageSetPtr images = (*source)->images();
        QCOMPARE(images->count(), std::int64_t{6});
        QVERIFY(images->width == 4 && images->height == 3);
        QCOMPARE(images->classNames, (std::vector<std::string>{"cats", "dogs"}));
        QCOMPARE(images->labels.back(), std::uint8_t{1});
        QCOMPARE(images->pixels.front(), std::uint8_t{10});
        QVERIFY(open("imageFolder", m_folder.filePath("pngs/cats")));
    }

    void otherPngsAreRefused()
    {
        writePng("sizes/a.png", 4, 4, 1);
        writePng("sizes/b.png", 4, 5, 1);
        const auto sizes = open("imageFolder", m_folder.filePath("sizes"));
        QVERIFY(!sizes &&
                sizes.error().message.find("the size of the folder's first, 4 x 4") != std::string::npos);
        write("fake/a.png", "not a picture");
        write("fake/b.png", "not a picture");
        QVERIFY(!open("imageFolder", m_folder.filePath("fake")));
        writePng("one/a.png", 4, 4, 1);
        QVERIFY(!open("imageFolder", m_folder.filePath("one")));
        QVERIFY(!open("imageFolder", m_folder.filePath("absent")));
        QVERIFY(!open("imageFolder", {}));
    }
};

HARELOOM_TEST(ImagesTest)
#include "ImagesTest.moc"
