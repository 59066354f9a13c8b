// SPDX-License-Identifier: GPL-3.0-or-later
// Readers of images and weights on thousands of damaged files. Seeded: the same cases every time.
#include "core/base/ReadJson.h"
#include "core/data/IdxFile.h"
#include "core/families/image/VaeSnapshot.h"
#include "core/recipe/Families.h"
#include "core/tensors/Safetensors.h"
#include "tests/TestProgram.h"
#include "tests/fuzz/Damage.h"

#include <nlohmann/json.hpp>
#include <zlib.h>

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

using namespace hareloom;
using namespace hareloom::fuzz;

class ImageFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void idxFiles()
    {
        QTemporaryDir folder;
        const std::string path = folder.filePath("fuzz").toStdString();
        Rng rng(11);
        int accepted = 0;
        for (int i = 0; i < 3000; ++i) {
            Bytes bytes = {0, 0, 8, 3, 0, 0, 0, 5, 0, 0, 0, 4, 0, 0, 0, 4};
            for (int p = 0; p < 80; ++p)
                bytes.push_back(static_cast<std::uint8_t>(rng.below(256)));
            const bool zipped = rng.below(2) == 1;
            if (!zipped || rng.below(2) == 1)
                damage(bytes, rng);
            if (zipped) {
                uLongf size = compressBound(static_cast<uLong>(bytes.size())) + 64;
                Bytes packed(size);
                z_stream stream{};
                deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
                stream.next_in = bytes.data();
                stream.avail_in = static_cast<uInt>(bytes.size());
                stream.next_out = packed.data();
                stream.avail_out = static_cast<uInt>(packed.size());
                deflate(&stream, Z_FINISH);
                packed.resize(stream.total_out);
                deflateEnd(&stream);
                if (rng.below(2) == 1)
                    damage(packed, rng);
                bytes = std::move(packed);
            }
            QFile file(QString::fromStdString(path));
            QVERIFY(file.open(QFile::WriteOnly | QFile::Truncate));
            file.write(reinterpret_cast<const char*>(bytes.data()), std::ssize(bytes));
            file.close();
            const auto images = readIdxImages(path);
            if (!images) {
                QVERIFY2(isOfFile(images.error()), images.error().message.c_str());
                continue;
            }
            ++accepted;
            QCOMPARE(std::ssize(images->pixels), images->count() * images->width * images->height);
            QVERIFY(images->count() >= 1);
        }
        QVERIFY(accepted > 0 && accepted < 3000);
    }

    void safetensors()
    {
        Rng rng(12);
        const Bytes whole =
            toSafetensors({{{"a.weight", {2, 3}, {1, 2, 3, 4, 5, 6}}, {"b", {1}, {7}}, {"c", {0, 4}, {}}},
                           {{"format", "pt"}}});
        int accepted = 0;
        for (int i = 0; i < 5000; ++i) {
            Bytes bytes = whole;
            damage(bytes, rng);
            const auto file = readSafetensors(bytes);
            if (!file) {
                QVERIFY2(isOfFile(file.error()), file.error().message.c_str());
                continue;
            }
            ++accepted;
            for (const NamedTensor& tensor : file->tensors) {
                std::int64_t size = 1;
                for (const std::int64_t side : tensor.shape)
                    size *= side;
                QCOMPARE(std::ssize(tensor.values), size);
            }
        }
        QVERIFY(accepted > 0 && accepted < 5000);
    }

    void snapshots()
    {
        const VaeArchitecture a{ImageNetwork::Dense, 4, 4, 2, 3};
        VaeView view{Bytes(32, 7), {0, 1, 2, 3}, {1, 2}, {}};
        const auto weights =
            std::make_shared<const std::vector<float>>(static_cast<std::size_t>(parameterCount(a)), 0.5F);
        const Bytes whole = nlohmann::json::to_cbor(toJson(VaeSnapshot(a, weights, view)));
        Rng rng(13);
        int accepted = 0;
        for (int i = 0; i < 3000; ++i) {
            Bytes bytes = whole;
            damage(bytes, rng);
            const auto read = readCbor(bytes);
            if (!read)
                continue;
            const auto snapshot = snapshotFromJson(*read);
            if (!snapshot) {
                QVERIFY2(isOfFile(snapshot.error()), snapshot.error().message.c_str());
                continue;
            }
            ++accepted;
            const VaeSnapshot* vae = asVae(**snapshot);
            QVERIFY(vae &&
                    (!vae->weights() || std::ssize(*vae->weights()) == parameterCount(vae->architecture())));
        }
        QVERIFY(accepted > 0 && accepted < 3000);
    }
};

HARELOOM_TEST(ImageFilesTest)
#include "ImageFilesTest.moc"
