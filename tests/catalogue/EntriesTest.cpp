// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/Folders.h"
#include "core/catalogue/Holdings.h"
#include "core/catalogue/Sha256.h"
#include "tests/TestProgram.h"

#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QtTest>

using namespace hareloom;

namespace {

std::string hashOf(const QByteArray& text, int piece)
{
    Sha256 hash;
    for (int first = 0; first < text.size(); first += piece) {
        const QByteArray part = text.mid(first, piece);
        hash.add(
            {reinterpret_cast<const std::uint8_t*>(part.constData()), static_cast<std::size_t>(part.size())});
    }
    return hash.hex();
}

CatalogueEntry onHub(bool isDataset)
{
    CatalogueEntry entry;
    entry.id = "some";
    entry.hub = {"facebook/opt-125m", isDataset, "0123456789abcdef0123456789abcdef01234567"};
    entry.files = {{"config.json", 3, {}}};
    return entry;
}

} // namespace

class EntriesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        for (const char* name : {"XDG_DATA_HOME", "XDG_CACHE_HOME", "HF_HOME", "HF_HUB_CACHE", "HF_ENDPOINT",
                                 "HF_HUB_OFFLINE", "HARELOOM_CATALOGUE_MIRROR"})
            qunsetenv(name);
        qputenv("HOME", "/home/somebody");
    }

    // FIPS 180-4's own examples, and one that crosses every border.
    void sha256IsTheStandards_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("digest");
        QTest::newRow("nothing") << QByteArray()
                                 << QByteArray(
                                        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        QTest::newRow("abc") << QByteArray("abc")
                             << QByteArray(
                                    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        QTest::newRow("two blocks")
            << QByteArray("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
            << QByteArray("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
        QTest::newRow("a million a")
            << QByteArray(1'000'000, 'a')
            << QByteArray("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    }
    void sha256IsTheStandards()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, digest);
        for (const int piece : {1'000'000, 64, 63, 7})
            QCOMPARE(QByteArray::fromStdString(hashOf(text, piece)), digest);
    }

    void everyEntrySaysWhatItIs()
    {
        QSet<QString> ids;
        for (const CatalogueEntry& entry : catalogueEntries()) {
            ids.insert(QString::fromStdString(entry.id));
            QVERIFY(!entry.title.empty() && !entry.licence.empty() && !entry.credit.empty() &&
                    !entry.page.empty());
            QVERIFY(entry.isOnHub() || !entry.mirrors.empty());
            for (const std::string& mirror : entry.mirrors)
                QVERIFY(mirror.starts_with("http") && mirror.ends_with('/'));
            QVERIFY(!entry.files.empty());
            QVERIFY(entry.unpacked.empty() || entry.files[0].name.ends_with(".zip"));
            for (const CatalogueFile& file : entry.files) {
                QVERIFY(file.bytes > 0 && file.sha256.size() == 64);
                QVERIFY(file.sha256.find_first_not_of("0123456789abcdef") == std::string::npos);
            }
        }
        QCOMPARE(ids.size(), std::ssize(catalogueEntries()));
        QCOMPARE(findCatalogueEntry("mnist")->bytes(), 11'594'722);
        QVERIFY(!findCatalogueEntry("nothing of the sort"));
    }

    void foldersFollowTheEnvironment()
    {
        const CatalogueEntry& mnist = *findCatalogueEntry("mnist");
        QCOMPARE(folderOf(mnist).string(),
                 std::string("/home/somebody/.local/share/hareloom/catalogue/mnist"));
        qputenv("XDG_DATA_HOME", "relative"); // to be ignored
        QCOMPARE(folderOf(mnist).string(),
                 std::string("/home/somebody/.local/share/hareloom/catalogue/mnist"));
        qputenv("XDG_DATA_HOME", "/data");
        QCOMPARE(folderOf(mnist).string(), std::string("/data/hareloom/catalogue/mnist"));
    }

    void aHubsFolderIsItsOwnProgramsCache()
    {
        const std::string end =
            "/models--facebook--opt-125m/snapshots/0123456789abcdef0123456789abcdef01234567";
        QCOMPARE(folderOf(onHub(false)).string(), "/home/somebody/.cache/huggingface/hub" + end);
        qputenv("XDG_CACHE_HOME", "/cache");
        QCOMPARE(folderOf(onHub(false)).string(), "/cache/huggingface/hub" + end);
        qputenv("HF_HOME", "/hf");
        QCOMPARE(folderOf(onHub(false)).string(), "/hf/hub" + end);
        qputenv("HF_HUB_CACHE", "/hub");
        QCOMPARE(folderOf(onHub(false)).string(), "/hub" + end);
        QVERIFY(folderOf(onHub(true)).string().starts_with("/hub/datasets--facebook--opt-125m/"));
    }

    void addressesFollowTheEnvironment()
    {
        const CatalogueEntry& mnist = *findCatalogueEntry("mnist");
        QCOMPARE(addressesOf(mnist, mnist.files[0])[0], mnist.mirrors[0] + mnist.files[0].name);
        QCOMPARE(addressesOf(mnist, mnist.files[0]).size(), mnist.mirrors.size());
        qputenv("HARELOOM_CATALOGUE_MIRROR", "http://mirror/here");
        QCOMPARE(addressesOf(mnist, mnist.files[0]),
                 std::vector<std::string>{"http://mirror/here/mnist/" + mnist.files[0].name});
        const std::string end =
            "facebook/opt-125m/resolve/0123456789abcdef0123456789abcdef01234567/config.json";
        const CatalogueEntry model = onHub(false), data = onHub(true);
        QCOMPARE(addressesOf(model, model.files[0])[0], "https://huggingface.co/" + end);
        qputenv("HF_ENDPOINT", "http://hub");
        QCOMPARE(addressesOf(model, model.files[0])[0], "http://hub/" + end);
        QCOMPARE(addressesOf(data, data.files[0])[0], "http://hub/datasets/" + end);
    }

    void aHoldingIsToldFromTheFiles()
    {
        QTemporaryDir folder;
        qputenv("XDG_DATA_HOME", folder.path().toUtf8());
        CatalogueEntry entry;
        entry.id = "two";
        entry.files = {{"a", 3, {}}, {"b", 5, {}}};
        const QString place = QString::fromStdString(folderOf(entry).string());
        const auto put = [&](const char* name, const QByteArray& content) {
            QVERIFY(QDir().mkpath(place));
            QFile file(place + "/" + name);
            QVERIFY(file.open(QFile::WriteOnly) && file.write(content) == content.size());
        };
        QVERIFY(holdingOf(entry).state == HoldingState::Absent);
        put("a", "abc");
        put("b.part", "ab");
        QVERIFY(holdingOf(entry).state == HoldingState::Partial);
        QCOMPARE(holdingOf(entry).bytes, 5);
        put("b", "ab"); // too short to be the file
        QVERIFY(holdingOf(entry).state == HoldingState::Partial);
        put("b", "abcde");
        QVERIFY(holdingOf(entry).state == HoldingState::Present);
        put("other", "mine");
        QVERIFY(removeEntry(entry));
        QVERIFY(holdingOf(entry).state == HoldingState::Absent);
        QCOMPARE(QDir(place).entryList(QDir::Files), QStringList("other"));
        QFile::remove(place + "/other");
        QVERIFY(removeEntry(entry));
        QVERIFY(!QDir(place).exists());
    }

    void whatIsMissingIsSaidWithTheWayToGetIt()
    {
        QTemporaryDir folder;
        qputenv("XDG_DATA_HOME", folder.path().toUtf8());
        const auto held = heldFolder("mnist", "source.kind");
        QVERIFY(!held && held.error().kind == ErrorKind::InvalidInput);
        for (const char* part :
             {"source.kind", "11.6 MB", "File, Catalogue", "hareloom-cli catalogue get mnist"})
            QVERIFY2(held.error().message.find(part) != std::string::npos, held.error().message.c_str());
    }

    void aPathIsMeantBeforeAnEntry()
    {
        QTemporaryDir data, own;
        qputenv("XDG_DATA_HOME", data.path().toUtf8());
        const std::string base = own.path().toStdString();
        QVERIFY(localOrHeld("elsewhere", base, "x").value() == base + "/elsewhere");
        const auto absent = localOrHeld("wikitext-2", base, "source.path");
        QVERIFY(!absent && absent.error().message.starts_with("source.path: found \"wikitext-2\""));
        QVERIFY(QDir(own.path()).mkdir("wikitext-2"));
        QVERIFY(localOrHeld("wikitext-2", base, "source.path").value() == base + "/wikitext-2");
        QVERIFY(QDir(own.path()).rmdir("wikitext-2"));

        const CatalogueEntry& entry = *findCatalogueEntry("wikitext-2");
        const QString place = QString::fromStdString(folderOf(entry).string());
        QVERIFY(QDir().mkpath(place));
        for (const std::string& name : entry.unpacked)
            QVERIFY(QFile(place + "/" + QString::fromStdString(name)).open(QFile::WriteOnly));
        QFile archive(place + "/" + QString::fromStdString(entry.files[0].name));
        QVERIFY(archive.open(QFile::WriteOnly) && archive.resize(entry.files[0].bytes));
        QVERIFY(localOrHeld("wikitext-2", base, "source.path").value() == place.toStdString());
    }

    void sizesReadWell()
    {
        QCOMPARE(sizeText(512), std::string("512 bytes"));
        QCOMPARE(sizeText(11'594'722), std::string("11.6 MB"));
        QCOMPARE(sizeText(999'700), std::string("1.0 MB"));
        QCOMPARE(sizeText(250'540'281), std::string("251 MB"));
    }
};

HARELOOM_TEST(EntriesTest)
#include "EntriesTest.moc"
