// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/IdxFile.h"
#include "core/data/PngImage.h"
#include "core/data/Source.h"
#include "tests/TestProgram.h"

#include <png.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace hareloom;

namespace {

/// Where root runs the tests: it is nobody as long as this lives.
class Nobody
{
public:
    Nobody() : m_wasRoot(::geteuid() == 0 && ::seteuid(kNobody) == 0) {}
    ~Nobody()
    {
        if (m_wasRoot && ::seteuid(0) != 0)
            qFatal("root is not root again");
    }
    Nobody(const Nobody&) = delete;
    Nobody& operator=(const Nobody&) = delete;

private:
    static constexpr uid_t kNobody = 65534;
    bool m_wasRoot;
};

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
        const QString path = QDir(m_folder.path()).absoluteFilePath(name);
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
        const QString path = QDir(m_folder.path()).absoluteFilePath(name);
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
    std::string writeRaw(const QString& name, int type, int bits, int width, int height,
                         const QByteArray& pixels) const
    {
        const std::string path = m_folder.filePath(name).toStdString();
        FILE* file = fopen(path.c_str(), "wb");
        png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
        png_infop info = png_create_info_struct(png);
        png_init_io(png, file);
        png_set_IHDR(png, info, static_cast<png_uint_32>(width), static_cast<png_uint_32>(height), bits, type,
                     PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
        png_write_info(png, info);
        for (int y = 0; y < height; ++y)
            png_write_row(png,
                          reinterpret_cast<png_const_bytep>(pixels.constData()) + y * pixels.size() / height);
        png_write_end(png, nullptr);
        png_destroy_write_struct(&png, &info);
        fclose(file);
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
    // The counts of each digit are those of the data set's own description; the pixels are sixteenths.
    void theDigitsComeWithTheProgram()
    {
        SourceConfig config;
        config.kind = "digits";
        const auto source = makeSource(config, RowKind::Images);
        QVERIFY(source);
        const ImageSetPtr images = (*source)->images();
        QVERIFY(images->width == 8 && images->height == 8 && images->count() == 1797 && images->classes() == 10);
        std::vector<int> counts(10);
        for (const std::uint8_t label : images->labels)
            ++counts.at(label);
        QCOMPARE(counts, (std::vector<int>{178, 182, 177, 183, 181, 182, 181, 179, 174, 180}));
        QCOMPARE(images->labels.front(), std::uint8_t(0));
        QCOMPARE(images->pixels[2], std::uint8_t(80)); // 5 of 16
        QCOMPARE(*std::max_element(images->pixels.begin(), images->pixels.end()), std::uint8_t(255));
    }

    // The same rows, as images or as numbers.
    void theDigitsAreNumbersToo()
    {
        SourceConfig config;
        config.kind = "digits";
        const auto images = makeSource(config, RowKind::Images), numbers = makeSource(config, RowKind::Numbers);
        QVERIFY(images && numbers);
        QVERIFY((*images)->rowKind() == RowKind::Images && (*numbers)->rowKind() == RowKind::Numbers);
        QCOMPARE((*numbers)->dimension(), 64);
        QVERIFY(*toMatrix((*images)->draw(1797, 1)) == *toMatrix((*numbers)->draw(1797, 1)));
        QVERIFY(!makeSource(config, RowKind::States));
    }

    // Nobody writes into it: to open it would be to wait without end.
    void aPipeIsRefusedAtOnce()
    {
        const QTemporaryDir folder;
        const std::string pipe = folder.filePath("pipe").toStdString();
        QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
        QVERIFY(readIdxImages(pipe).error().message.find("no file there that you may read") != std::string::npos);
        QVERIFY(readIdxLabels(pipe).error().message.find("no file there that you may read") != std::string::npos);
    }

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
        QTest::newRow("no pixel") << idxImages(2, 0, 2, four) << QByteArray("there must be one or more");
        QTest::newRow("absurd side") << idxImages(1, 4000000000U, 1, four)
                                     << QByteArray("sides of 1 to 1024");
        QTest::newRow("absurd count") << idxImages(4000000000U, 28, 28, four) << QByteArray("more than the ");
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

    void mnistUnderItsOtherNames_data()
    {
        QTest::addColumn<QStringList>("names"); // images and labels of training, then of the test
        QTest::addColumn<QString>("folder");
        const auto row = [](const char* title, QStringList names, const char* folder = "") {
            QTest::newRow(title) << names << folder;
        };
        row("as unpacked by name", {"train-images.idx3-ubyte", "train-labels.idx1-ubyte",
                                    "t10k-images.idx3-ubyte", "t10k-labels.idx1-ubyte"});
        row("EMNIST", {"emnist-letters-train-images-idx3-ubyte", "emnist-letters-train-labels-idx1-ubyte",
                       "emnist-letters-test-images-idx3-ubyte", "emnist-letters-test-labels-idx1-ubyte"});
        const QStringList usual = {"train-images-idx3-ubyte", "train-labels-idx1-ubyte",
                                   "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"};
        row("usual", usual);
        row("torchvision's", usual, "MNIST/raw/");
        row("one folder deep", usual, "raw/");
    }
    void mnistUnderItsOtherNames()
    {
        QFETCH(QStringList, names);
        QFETCH(QString, folder);
        const QTemporaryDir place;
        const auto put = [&](int part, const QByteArray& bytes) {
            write(place.filePath(folder + names[part]), bytes);
            write(place.filePath(folder + "._" + names[part]), "macOS"); // is not there
        };
        put(0, idxImages(3, 1, 1, "abc"));
        put(1, idxLabels(QByteArray("\x03\x01\x04", 3)));
        put(2, idxImages(2, 1, 1, "de"));
        put(3, idxLabels(QByteArray("\x01\x04", 2)));
        const auto source = open("idx", place.path());
        QVERIFY2(source.ok(), source ? "" : source.error().message.c_str());
        const ImageSetPtr images = (*source)->images();
        // Only numbers that some image has are classes: EMNIST's letters begin with 1.
        QCOMPARE(images->classNames, (std::vector<std::string>{"1", "3", "4"}));
        QCOMPARE(images->labels, (std::vector<std::uint8_t>{1, 0, 2}));
        QVERIFY(images->testSet);
        QCOMPARE(images->testSet->labels, (std::vector<std::uint8_t>{0, 2}));
        QVERIFY(open("idx", place.path(), {}, 4, 0));
        const auto none = open("idx", place.path(), {}, 0, 0);
        QVERIFY(!none && none.error().message.find("a class from 1 to 4") != std::string::npos);
    }

    void severalSetsAreNamed()
    {
        const QTemporaryDir place;
        for (const char* set : {"MNIST/raw/", "KMNIST/raw/", "emnist/emnist-digits-", "emnist/emnist-mnist-"})
            write(place.filePath(QString(set) + "train-images-idx3-ubyte"), idxImages(2, 1, 1, "ab"));
        const auto source = open("idx", place.path());
        QVERIFY(!source);
        const auto message = QString::fromStdString(source.error().message);
        QVERIFY2(message.contains("4 sets of images (KMNIST/raw/train-images-idx3-ubyte, MNIST/raw/") &&
                     message.contains("set source.path"),
                 qPrintable(message));
    }

    // Opening a pipe would wait for somebody who writes into it.
    void pipesAreRefusedAtOnce()
    {
        const QTemporaryDir place;
        for (const char* name : {"pipe", "train-images-idx3-ubyte", "a.png", "b.png"})
            QVERIFY(::mkfifo(place.filePath(name).toUtf8().constData(), 0600) == 0);
        QVERIFY(!open("idx", place.filePath("pipe")));
        QVERIFY(!open("idx", place.path()));
        QVERIFY(!open("imageFolder", place.path()));
        const QString images = write("i", idxImages(3, 1, 1, "abc"));
        QVERIFY(!open("idx", images, place.filePath("pipe")));
    }

    void aPointerOfGitIsCalledOne()
    {
        const QByteArray pointer("version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 5481\n");
        const QString path = write("pointers/a.png", pointer);
        for (const auto& message :
             {readPng(path.toStdString()).error().message, readIdxImages(path.toStdString()).error().message})
            QVERIFY2(message.find("a pointer of Git LFS") != std::string::npos, message.c_str());
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

    void whatProgramsLeaveIsNoData_data()
    {
        QTest::addColumn<QStringList>("beside");
        QTest::addColumn<bool>("hasClasses");
        for (const bool hasClasses : {false, true}) {
            const auto row = [hasClasses](const char* name, QStringList beside) {
                QTest::addRow("%s, %s", hasClasses ? "classes" : "flat", name) << beside << hasClasses;
            };
            row("nothing", {});
            row("hidden folders", {".thumbnails/a.png", ".ipynb_checkpoints/b.txt"});
            row("an archive's", {"__MACOSX/a.png", "__MACOSX/inner/._a.png"});
            row("a disk's", {"@eaDir/a.png", "lost+found/x", "$RECYCLE.BIN/a.png"});
            row("beside each file", {"._0.png", ".0.png.swp", ".hidden.png", "Thumbs.db", "desktop.ini"});
            row("folders of other things", {"originals/readme.txt", "raw/a.jpg", "empty/"});
        }
    }
    void whatProgramsLeaveIsNoData()
    {
        QFETCH(QStringList, beside);
        QFETCH(bool, hasClasses);
        const QTemporaryDir place;
        const auto at = [&place](const QString& name) { return place.filePath(name); };
        for (int i = 0; i < 4; ++i)
            writePng(at(QString(hasClasses ? (i < 2 ? "b/%1.png" : "a/%1.png") : "%1.png").arg(i)), 4, 3,
                     static_cast<std::uint8_t>(10 * i));
        for (const QString& name : beside)
            if (name.endsWith('/'))
                QDir().mkpath(at(name));
            else if (name.endsWith("a.png")) // a picture of another size
                writePng(at(name), 2, 2, 99);
            else
                write(at(name), "no picture");
        const auto source = open("imageFolder", place.path());
        QVERIFY2(source.ok(), source ? "" : source.error().message.c_str());
        const ImageSetPtr images = (*source)->images();
        QCOMPARE(images->count(), std::int64_t{4});
        QCOMPARE(images->classNames,
                 hasClasses ? (std::vector<std::string>{"a", "b"}) : std::vector<std::string>());
        QCOMPARE(images->readAs, std::string());
    }

    void imagesBesideClassesAreMentioned()
    {
        const QTemporaryDir place;
        for (const char* name : {"a/0.png", "b/1.png", "2.png", "3.png", "4.PNG"})
            writePng(place.filePath(name), 4, 3, static_cast<std::uint8_t>(name[0]));
        const auto source = open("imageFolder", place.path());
        QVERIFY2(source.ok(), source ? "" : source.error().message.c_str());
        QCOMPARE((*source)->images()->count(), std::int64_t{2});
        QVERIFY((*source)->readAs().find("3 PNG images beside the folders") != std::string::npos);
    }

    void foldersAreCalledWhatTheyAre()
    {
        const QTemporaryDir place;
        const auto refusal = [](const QString& path) {
            const auto source = open("imageFolder", path);
            return source ? QString() : QString::fromStdString(source.error().message);
        };
        for (const char* name : {"parts/train/a/0.png", "parts/train/b/1.png", "parts/test/a/2.png"})
            writePng(place.filePath(name), 4, 3, 1);
        const QString parts = refusal(place.filePath("parts"));
        QVERIFY2(
            parts.contains("two folders deep, below test and train; choose " + place.filePath("parts/train")),
            qPrintable(parts));
        write(place.filePath("photos/a.JPG"), "x");
        QVERIFY(refusal(place.filePath("photos"))
                    .contains("1 images of other formats in this folder, such as a.JPG"));
        QVERIFY(refusal(write(place.filePath("file"), "x")).contains("this is a file"));
        QVERIFY(refusal(place.filePath("nowhere")).contains("no such folder"));
        QDir().mkpath(place.filePath("locked"));
        QFile::setPermissions(place.filePath("locked"), {});
        QFile::setPermissions(place.path(), QFile::permissions(place.path()) | QFile::ReadOther | QFile::ExeOther);
        const Nobody nobody; // root may read every folder
        QVERIFY2(refusal(place.filePath("locked")).contains("no permission to read this folder"),
                 qPrintable(refusal(place.filePath("locked"))));
    }

    void sixteenBitsAreTheirEightBitTwins_data()
    {
        QTest::addColumn<int>("type");
        QTest::newRow("grey") << PNG_COLOR_TYPE_GRAY;
        QTest::newRow("grey with opacity") << PNG_COLOR_TYPE_GRAY_ALPHA;
        QTest::newRow("colour") << PNG_COLOR_TYPE_RGB;
        QTest::newRow("colour with opacity") << PNG_COLOR_TYPE_RGB_ALPHA;
    }
    void sixteenBitsAreTheirEightBitTwins()
    {
        QFETCH(int, type);
        for (const int grey : {0, 1, 50, 127, 128, 200, 254, 255}) {
            const bool hasOpacity = (type & PNG_COLOR_MASK_ALPHA) != 0;
            const int channels = ((type & PNG_COLOR_MASK_COLOR) ? 3 : 1) + (hasOpacity ? 1 : 0);
            for (const int bytes : {1, 2}) {
                QByteArray pixels;
                for (int pixel = 0; pixel < 2 * 3; ++pixel)
                    for (int c = 0; c < channels; ++c)
                        pixels.append(bytes, static_cast<char>(hasOpacity && c == channels - 1 ? 255 : grey));
                const auto image = readPng(writeRaw("twin.png", type, 8 * bytes, 2, 3, pixels));
                QVERIFY2(image.ok(), image ? "" : image.error().message.c_str());
                QVERIFY(image->width == 2 && image->height == 3);
                QCOMPARE(image->pixels, std::vector<std::uint8_t>(6, static_cast<std::uint8_t>(grey)));
            }
        }
    }

    void whatIsTransparentLiesOnWhite()
    {
        const char both[] = {0, 0, 0, '\x80', 0, '\xff', '\x64', '\x33'};
        const auto image =
            readPng(writeRaw("ink.png", PNG_COLOR_TYPE_GRAY_ALPHA, 8, 4, 1, QByteArray(both, 8)));
        QVERIFY(image.ok());
        QCOMPARE(image->pixels, (std::vector<std::uint8_t>{255, 127, 0, 224})); // 100/5 + 255 * 4/5
    }

    void damagedPngsCostNothing_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray signature("\x89PNG\r\n\x1a\n", 8);
        const QByteArray header = number(13) + "IHDR" + number(8) + number(8) +
                                  QByteArray("\x08\0\0\0\0", 5) + QByteArray("\xe1\x64\xe1\x57", 4);
        QTest::newRow("a chunk of 2 GB") << signature + header + number(0x7fffffff) + "tEXtabc" + number(0);
        QTest::newRow("a chunk of 4 GB") << signature + header + number(0xffffffff) + "IDATabc" + number(0);
        QTest::newRow("no end") << signature + header;
        QTest::newRow("its beginning") << signature;
        QTest::newRow("a JPEG") << QByteArray("\xff\xd8\xff\xe0\0\x10JFIF", 10);
        QTest::newRow("empty") << QByteArray();
    }
    void damagedPngsCostNothing()
    {
        QFETCH(QByteArray, bytes);
        const QString path = write("damaged.png", bytes);
        const auto image = readPng(path.toStdString());
        QVERIFY(!image);
        QCOMPARE(image.error().kind, ErrorKind::InvalidFile);
        const auto message = QString::fromStdString(image.error().message);
        QVERIFY2(message.startsWith(path) && message.contains("; "), qPrintable(message));
    }

    void imagesThatAreAllAlikeAreRefused()
    {
        const auto refusal = [](const char* kind, const QString& path) {
            const auto source = open(kind, path);
            return source ? QString() : QString::fromStdString(source.error().message);
        };
        for (const char* name : {"alike/0.png", "alike/1.png", "alike/2.png"})
            writePng(name, 4, 3, 128);
        QVERIFY(refusal("imageFolder", m_folder.filePath("alike"))
                    .contains("all 3 images are alike, and each of their pixels is 128 of 255"));
        QVERIFY(refusal("idx", write("alike-idx", idxImages(2, 1, 2, "abab")))
                    .contains("all 2 images are alike;"));
        QVERIFY(open("idx", write("unlike-idx", idxImages(2, 1, 2, "abaa"))));
    }

    void otherPngsAreRefused()
    {
        writePng("sizes/a.png", 4, 4, 1);
        writePng("sizes/b.png", 4, 5, 1);
        const auto sizes = open("imageFolder", m_folder.filePath("sizes"));
        QVERIFY(!sizes && sizes.error().message.find("the folder's first has 4 x 4") != std::string::npos);
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
