// SPDX-License-Identifier: GPL-3.0-or-later
// Readers of language models on thousands of damaged files. Seeded: the same cases every time.
#include "core/base/Rng.h"
#include "core/families/language/LanguageCheckpoint.h"
#include "core/tensors/Pickle.h"
#include "core/tensors/Safetensors.h"
#include "core/tensors/StoredZip.h"
#include "core/tensors/TorchFile.h"
#include "tests/TestProgram.h"
#include "tests/fuzz/Damage.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace hareloom;
using namespace hareloom::fuzz;

namespace {

void put(Bytes& to, std::uint64_t number, int bytes)
{
    for (int i = 0; i < bytes; ++i)
        to.push_back(i < 8 ? static_cast<std::uint8_t>(number >> (8 * i)) : 0);
}
void put(Bytes& to, const std::string& text)
{
    to.insert(to.end(), text.begin(), text.end());
}

/// A zip archive of stored files, as PyTorch writes it.
Bytes archiveOf(const std::vector<std::pair<std::string, Bytes>>& files)
{
    Bytes archive, directory;
    for (const auto& [name, content] : files) {
        const std::size_t at = archive.size();
        put(archive, 0x04034b50, 4), put(archive, 0, 10), put(archive, 0, 4);
        put(archive, content.size(), 4), put(archive, content.size(), 4);
        put(archive, name.size(), 2), put(archive, 0, 2), put(archive, name);
        archive.insert(archive.end(), content.begin(), content.end());
        put(directory, 0x02014b50, 4), put(directory, 0, 8), put(directory, 0, 8);
        put(directory, content.size(), 4), put(directory, content.size(), 4);
        put(directory, name.size(), 2), put(directory, 0, 12), put(directory, at, 4), put(directory, name);
    }
    const std::size_t at = archive.size();
    archive.insert(archive.end(), directory.begin(), directory.end());
    put(archive, 0x06054b50, 4), put(archive, 0, 4), put(archive, files.size(), 2),
        put(archive, files.size(), 2);
    put(archive, directory.size(), 4), put(archive, at, 4), put(archive, 0, 2);
    return archive;
}

/// The pickle of {name: tensor (2, 3) of floats in storage "0"}.
Bytes pickleOf(const std::string& function = "torch._utils\n_rebuild_tensor_v2\n")
{
    Bytes p;
    put(p, "\x80\x02"), put(p, "ccollections\nOrderedDict\n)Rq");
    p.push_back(0);
    p.push_back('(');
    const std::string name = "a.weight";
    p.push_back('X'), put(p, name.size(), 4), put(p, name);
    put(p, "c" + function + "((");
    for (const std::string& word : {std::string("storage"), std::string("0"), std::string("cpu")}) {
        p.push_back('X'), put(p, word.size(), 4), put(p, word);
        if (word == "storage")
            put(p, "ctorch\nFloatStorage\n");
    }
    put(p, "K\x06tQK"), p.push_back(0);
    put(p, "K\x02K\x03\x86K\x03K\x01\x86\x89"
           "ccollections\nOrderedDict\n)RtRu.");
    return p;
}

Bytes torchFile()
{
    return archiveOf({{"archive/data.pkl", pickleOf()},
                      {"archive/byteorder", {'l', 'i', 't', 't', 'l', 'e'}},
                      {"archive/data/0", Bytes(24, 0)}});
}

} // namespace

class LanguageFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWholeFileIsRead()
    {
        const Bytes bytes = torchFile();
        const auto views = viewTorchFile(bytes);
        QVERIFY2(views.ok(), views ? "" : views.error().message.c_str());
        QCOMPARE(views->size(), std::size_t{1});
        QCOMPARE(views->front().name, std::string("a.weight"));
        QCOMPARE(views->front().shape, (std::vector<std::int64_t>{2, 3}));
        QCOMPARE(views->front().bytes.size(), std::size_t{24});
    }

    void nothingIsCalled_data()
    {
        QTest::addColumn<QByteArray>("function");
        QTest::newRow("system") << QByteArray("posix\nsystem\n");
        QTest::newRow("eval") << QByteArray("builtins\neval\n");
        QTest::newRow("getattr") << QByteArray("builtins\ngetattr\n");
        QTest::newRow("load") << QByteArray("torch\nload\n");
        QTest::newRow("storage") << QByteArray("torch\nFloatStorage\n"); // known, but no function
        QTest::newRow("long") << QByteArray(100'000, 'x') + "\ny\n";
    }
    void nothingIsCalled()
    {
        QFETCH(QByteArray, function);
        const auto read = readStateDict(pickleOf(function.toStdString()));
        QVERIFY(!read.ok());
        QVERIFY2(isOfFile(read.error()), read.error().message.c_str());
    }

    void deepTuplesAreRefused()
    {
        Bytes pickle = {0x80, 2, ')'};
        pickle.insert(pickle.end(), 1'000'000, 0x85);
        pickle.push_back('.');
        const auto read = readStateDict(pickle);
        QVERIFY(!read.ok() && isOfFile(read.error()));
    }

    void pickles()
    {
        Rng rng(21);
        const Bytes whole = pickleOf();
        int accepted = 0;
        for (int i = 0; i < 8000; ++i) {
            Bytes bytes = whole;
            damage(bytes, rng);
            const auto read = readStateDict(bytes);
            if (!read)
                QVERIFY2(isOfFile(read.error()), read.error().message.c_str());
            accepted += read.ok();
        }
        QVERIFY(accepted > 0 && accepted < 8000);
    }

    void archives()
    {
        Rng rng(22);
        const Bytes whole = torchFile();
        int accepted = 0;
        for (int i = 0; i < 8000; ++i) {
            Bytes bytes = whole;
            damage(bytes, rng);
            const auto views = viewTorchFile(bytes);
            if (!views) {
                QVERIFY2(isOfFile(views.error()), views.error().message.c_str());
                continue;
            }
            ++accepted;
            for (const TensorView& view : *views) {
                std::int64_t size =
                    view.type == NumberType::Other ? 0 : static_cast<std::int64_t>(bytesOf(view.type));
                for (const std::int64_t side : view.shape)
                    size *= side;
                QCOMPARE(std::ssize(view.bytes), size);
                QVERIFY(view.bytes.empty() ||
                        (view.bytes.data() >= bytes.data() &&
                         view.bytes.data() + view.bytes.size() <= bytes.data() + bytes.size()));
            }
        }
        QVERIFY(accepted > 0 && accepted < 8000);
    }

    void checkpoints()
    {
        QTemporaryDir folder;
        const std::string path = folder.path().toStdString();
        LanguageArchitecture a;
        a.vocabulary = 11;
        a.positions = 5;
        a.hidden = 4;
        a.layers = 1;
        a.heads = 2;
        a.ffn = 6;
        QVERIFY(writeLanguageCheckpoint(path, {a, initialWeights(a, 1)}).ok());
        const auto bytesOfFile = [&](const char* name) {
            QFile file(folder.filePath(name));
            if (!file.open(QFile::ReadOnly))
                qFatal("%s is not there", name);
            const QByteArray all = file.readAll();
            return Bytes(all.begin(), all.end());
        };
        const auto write = [&](const char* name, const Bytes& bytes) {
            QFile file(folder.filePath(name));
            if (!file.open(QFile::WriteOnly | QFile::Truncate) ||
                file.write(reinterpret_cast<const char*>(bytes.data()), std::ssize(bytes)) !=
                    std::ssize(bytes))
                qFatal("%s cannot be written", name);
        };
        Rng rng(23);
        int accepted = 0;
        for (const char* name : {"config.json", "model.safetensors"}) {
            const Bytes whole = bytesOfFile(name);
            for (int i = 0; i < 1500; ++i) {
                Bytes bytes = whole;
                damage(bytes, rng);
                write(name, bytes);
                const auto read = readLanguageCheckpoint(path);
                if (read) {
                    ++accepted;
                    QCOMPARE(std::ssize(*read->weights), parameterCount(read->architecture));
                    continue;
                }
                const Error& error = read.error();
                QVERIFY2(error.message.starts_with(path) && isSentence(error), error.message.c_str());
            }
            write(name, whole);
        }
        QVERIFY(accepted > 0 && accepted < 3000);
    }
};

HARELOOM_TEST(LanguageFilesTest)
#include "LanguageFilesTest.moc"
