// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/download/Fetch.h"
#include "tests/TestProgram.h"

#include "core/catalogue/Folders.h"
#include "core/catalogue/Holdings.h"
#include "core/catalogue/Sha256.h"
#include "core/download/PartFile.h"
#include "tests/catalogue/Server.h"

#include <sys/resource.h>
#include <zip.h>

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>

using namespace hareloom;
using namespace hareloom::test;
using namespace std::chrono_literals;

namespace {

constexpr qint64 kSize = 300'000, kMiddle = 120'000;

QByteArray bytesOf(qint64 count, char first)
{
    QByteArray bytes(count, first);
    for (qint64 i = 0; i < count; ++i)
        bytes[i] = static_cast<char>(first + i * i % 251);
    return bytes;
}

const QByteArray kContent = bytesOf(kSize, 1);

CatalogueEntry entryOf(const QByteArray& content, const std::vector<std::string>& mirrors)
{
    Sha256 hash;
    hash.add({reinterpret_cast<const std::uint8_t*>(content.constData()),
              static_cast<std::size_t>(content.size())});
    CatalogueEntry entry;
    entry.id = entry.title = "sample";
    entry.mirrors = mirrors;
    entry.files = {{"file.gz", content.size(), hash.hex()}};
    return entry;
}

CatalogueEntry entryAt(const std::vector<std::string>& mirrors)
{
    return entryOf(kContent, mirrors);
}

CatalogueEntry archiveAt(const std::string& address, const QByteArray& archive,
                         std::vector<std::string> unpacked)
{
    CatalogueEntry entry = entryOf(archive, {address});
    entry.unpacked = std::move(unpacked);
    return entry;
}

/// A zip archive of files with these contents.
QByteArray zipOf(const std::vector<std::pair<const char*, QByteArray>>& files)
{
    QTemporaryDir folder;
    const QString path = folder.filePath("made.zip");
    zip_t* archive = zip_open(path.toUtf8(), ZIP_CREATE, nullptr);
    for (const auto& [name, content] : files)
        zip_file_add(
            archive, name,
            zip_source_buffer(archive, content.constData(), static_cast<zip_uint64_t>(content.size()), 0), 0);
    zip_close(archive);
    QFile made(path);
    return made.open(QFile::ReadOnly) ? made.readAll() : QByteArray();
}

FetchOptions quick()
{
    FetchOptions options;
    options.retryAfter = 0ms;
    options.stallAfter = 30s;
    return options;
}

/// Half of what was asked for, and then nothing for thirty seconds.
Reply stalledInTheMiddle(const Request& request)
{
    Reply reply = served(request, kContent);
    reply.cutAfter = kMiddle;
    reply.stalls = true;
    return reply;
}

} // namespace

/// Evaluates `result` once.
#define SAYS(result, part)                                                                                   \
    do {                                                                                                     \
        const Result<void> said = result;                                                                    \
        QVERIFY2(!said, "it went well");                                                                     \
        QVERIFY2(said.error().message.find(part) != std::string::npos, said.error().message.c_str());        \
    } while (false)

class FetchTest : public QObject
{
    Q_OBJECT

    QTemporaryDir* m_folder = nullptr;

    static QString file(const CatalogueEntry& entry, const char* suffix = "")
    {
        return QString::fromStdString((folderOf(entry) / (entry.files[0].name + suffix)).string());
    }
    static QByteArray read(const QString& path)
    {
        QFile opened(path);
        return opened.open(QFile::ReadOnly) ? opened.readAll() : QByteArray("no file");
    }
    static void putPart(const CatalogueEntry& entry, const QByteArray& content)
    {
        QDir().mkpath(QString::fromStdString(folderOf(entry).string()));
        QFile part(file(entry, kPartSuffix));
        QVERIFY(part.open(QFile::WriteOnly) && part.write(content) == content.size());
    }
    static bool isWhole(const CatalogueEntry& entry)
    {
        return read(file(entry)) == kContent && !QFile::exists(file(entry, kPartSuffix)) &&
               holdingOf(entry).state == HoldingState::Present;
    }
    static bool isNothing(const CatalogueEntry& entry)
    {
        return !QFile::exists(file(entry)) && !QFile::exists(file(entry, kPartSuffix));
    }

private Q_SLOTS:
    void init()
    {
        m_folder = new QTemporaryDir;
        qputenv("XDG_DATA_HOME", m_folder->path().toUtf8());
        qputenv("HF_HUB_CACHE", m_folder->filePath("hub").toUtf8());
        for (const char* name : {"HF_ENDPOINT", "HF_HUB_OFFLINE", "HARELOOM_CATALOGUE_MIRROR"})
            qunsetenv(name);
    }
    void cleanup() { delete m_folder; }

    void aFileIsFetchedOnceAndNeedsNoNetworkAfterwards()
    {
        CatalogueEntry entry;
        std::int64_t last = 0;
        bool hasGrown = true;
        {
            Server server([](const Request& r) { return served(r, kContent); });
            entry = entryAt({server.address()});
            FetchOptions options = quick();
            options.onProgress = [&](const FetchProgress& p) {
                hasGrown = hasGrown && p.doneBytes >= last && p.totalBytes == kSize;
                last = p.doneBytes;
            };
            QVERIFY(fetchEntry(entry, options));
            QCOMPARE(server.requests().size(), std::size_t{1});
            QCOMPARE(server.requests()[0].path, QByteArray("/file.gz"));
        }
        QVERIFY(isWhole(entry) && hasGrown);
        QCOMPARE(last, kSize);
        QVERIFY(fetchEntry(entry, quick())); // the server is gone
    }

    void aConnectionThatIsCutGoesOnWhereItEnded()
    {
        Server server([](const Request& r) {
            Reply reply = served(r, kContent);
            if (r.from() == 0)
                reply.cutAfter = kMiddle;
            return reply;
        });
        const CatalogueEntry entry = entryAt({server.address()});
        QVERIFY(fetchEntry(entry, quick()));
        QVERIFY(isWhole(entry));
        QCOMPARE(server.requests().size(), std::size_t{2});
        QCOMPARE(server.requests()[1].from(), kMiddle);
    }

    void whatHasArrivedIsKeptForTheNextTime()
    {
        CatalogueEntry entry;
        {
            Server server([](const Request& r) {
                Reply reply = served(r, kContent);
                reply.cutAfter = r.from() == 0 ? kMiddle : 0;
                return reply;
            });
            entry = entryAt({server.address()});
            const auto done = fetchEntry(entry, quick());
            SAYS(done, "connection was cut");
            SAYS(done, "120 kB that have arrived are kept");
            QCOMPARE(done.error().kind, ErrorKind::System);
            QCOMPARE(server.requests().size(), std::size_t{5}); // once on the way, then four tries in vain
        }
        QCOMPARE(read(file(entry, kPartSuffix)), kContent.left(kMiddle));
        QVERIFY(holdingOf(entry).state == HoldingState::Partial);
        Server second([](const Request& r) { return served(r, kContent); });
        entry.mirrors = {second.address()};
        QVERIFY(fetchEntry(entry, quick()));
        QVERIFY(isWhole(entry));
        QCOMPARE(second.requests()[0].from(), kMiddle);
    }

    void aServerThatKnowsNoPiecesSendsAllAgain()
    {
        Server server([](const Request&) { return Reply{200, kContent}; });
        const CatalogueEntry entry = entryAt({server.address()});
        putPart(entry, kContent.left(kMiddle));
        QVERIFY(fetchEntry(entry, quick()));
        QCOMPARE(server.requests()[0].from(), kMiddle);
        QVERIFY(isWhole(entry));
    }

    void anotherPieceThanWasAskedForIsRefused()
    {
        Server server([](const Request&) {
            return Reply{206, kContent.mid(5), {"Content-Range: bytes 5-299999/300000"}};
        });
        const CatalogueEntry entry = entryAt({server.address()});
        putPart(entry, kContent.left(kMiddle));
        SAYS(fetchEntry(entry, quick()), "another piece");
        QCOMPARE(read(file(entry, kPartSuffix)), kContent.left(kMiddle));
    }

    void aPartThatIsNotTheFilesBeginningIsThrownAway()
    {
        Server server([](const Request& r) { return served(r, kContent); });
        const CatalogueEntry entry = entryAt({server.address()});
        putPart(entry, QByteArray(kMiddle, 'x'));
        QVERIFY(fetchEntry(entry, quick()));
        QVERIFY(isWhole(entry));
        QCOMPARE(server.requests().size(), std::size_t{2});
        QCOMPARE(server.requests()[1].from(), 0);
    }

    void aPartThatIsTooLongStartsAgain()
    {
        Server server([](const Request& r) { return served(r, kContent); });
        const CatalogueEntry entry = entryAt({server.address()});
        putPart(entry, QByteArray(kSize + 1, 'x'));
        QVERIFY(fetchEntry(entry, quick()));
        QVERIFY(isWhole(entry));
    }

    void aServerThatHasNoSuchPieceIsAskedForAllOfIt()
    {
        Server server([](const Request& r) { return r.from() > 0 ? Reply{416, {}} : served(r, kContent); });
        const CatalogueEntry entry = entryAt({server.address()});
        putPart(entry, kContent.left(kMiddle));
        QVERIFY(fetchEntry(entry, quick()));
        QVERIFY(isWhole(entry));
    }

    void wrongBytesAreThrownAway()
    {
        Server server([](const Request& r) { return served(r, bytesOf(kSize, 2)); });
        const CatalogueEntry entry = entryAt({server.address()});
        const auto done = fetchEntry(entry, quick());
        SAYS(done, "not the published file");
        QCOMPARE(done.error().kind, ErrorKind::InvalidFile);
        QVERIFY(isNothing(entry));
        QCOMPARE(server.requests().size(), std::size_t{1});
    }

    void aSpoiltFileIsFetchedAnew()
    {
        Server server([](const Request& r) { return served(r, kContent); });
        const CatalogueEntry entry = entryAt({server.address()});
        QVERIFY(fetchEntry(entry, quick()));
        QFile spoilt(file(entry));
        QVERIFY(spoilt.open(QFile::ReadWrite) && spoilt.write("spoilt") == 6);
        spoilt.close();
        QVERIFY(fetchEntry(entry, quick()));
        QVERIFY(isWhole(entry));
    }

    void anotherLengthIsRefusedBeforeItArrives_data()
    {
        QTest::addColumn<qint64>("claimed");
        QTest::newRow("longer") << kSize + 1;
        QTest::newRow("shorter") << kSize - 1;
        QTest::newRow("an error page") << qint64{12};
    }
    void anotherLengthIsRefusedBeforeItArrives()
    {
        QFETCH(qint64, claimed);
        Server server([claimed](const Request&) { return Reply{200, kContent.left(claimed), {}, claimed}; });
        const CatalogueEntry entry = entryAt({server.address()});
        SAYS(fetchEntry(entry, quick()), "the published one 300000");
        QVERIFY(isNothing(entry));
        QCOMPARE(server.requests().size(), std::size_t{1});
    }

    void aServerThatSaysNoLengthIsHeldToThePublishedOne()
    {
        Server good([](const Request&) { return Reply{200, kContent, {}, -2}; });
        const CatalogueEntry whole = entryAt({good.address()});
        QVERIFY(fetchEntry(whole, quick()));
        QVERIFY(isWhole(whole) && removeEntry(whole));

        Server endless([](const Request&) { return Reply{200, kContent + kContent, {}, -2}; });
        SAYS(fetchEntry(entryAt({endless.address()}), quick()), "more than the 300000 bytes");

        Server brief([](const Request& r) {
            Reply reply = served(r, kContent);
            reply.claimedLength = -2;
            reply.cutAfter = r.from() == 0 ? kMiddle : 0;
            return reply;
        });
        SAYS(fetchEntry(entryAt({brief.address()}), quick()), "the server ended after");
    }

    void aServerThatStallsIsLeft()
    {
        Server server([](const Request& r) {
            Reply reply = served(r, kContent);
            reply.cutAfter = r.from() == 0 ? kMiddle : 0;
            reply.stalls = true;
            return reply;
        });
        const CatalogueEntry entry = entryAt({server.address()});
        FetchOptions options = quick();
        options.stallAfter = 200ms;
        options.tries = 1;
        SAYS(fetchEntry(entry, options), "nothing came for 0.2 s");
        QCOMPARE(read(file(entry, kPartSuffix)), kContent.left(kMiddle));
    }

    void aServerThatIsTooSlowIsLeft()
    {
        Server server(stalledInTheMiddle);
        const CatalogueEntry entry = entryAt({server.address()});
        FetchOptions options = quick();
        options.slowFor = 100ms;
        options.leastBytesASecond = 1'000'000'000;
        SAYS(fetchEntry(entry, options), "fewer than 1000000000 bytes came a second, for 0.1 s");
        QCOMPARE(read(file(entry, kPartSuffix)), kContent.left(kMiddle));
    }

    void aPasswordIsNotShown_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("shown");
        QTest::newRow("none") << "https://a.org/x@y"
                              << "https://a.org/x@y";
        QTest::newRow("both") << "http://me:p@ss@a.org:80/x"
                              << "http://a.org:80/x";
        QTest::newRow("name") << "http://me@a.org?q=@"
                              << "http://a.org?q=@";
        QTest::newRow("no scheme") << "me:pass@a.org/x"
                                   << "a.org/x";
    }
    void aPasswordIsNotShown()
    {
        QFETCH(QString, address);
        QFETCH(QString, shown);
        QCOMPARE(QString::fromStdString(shownAddress(address.toStdString())), shown);
    }

    void theMirrorsPasswordIsNotInAMessage()
    {
        QString address = QString::fromStdString(std::string("http://127.0.0.1:1/"));
        address.insert(7, "teacher:secret@");
        const auto done = fetchEntry(entryAt({address.toStdString()}), quick());
        QVERIFY(!done);
        const auto message = QString::fromStdString(done.error().message);
        QVERIFY2(message.contains("127.0.0.1:1/") && !message.contains("secret"), qPrintable(message));
    }

    // What stands under the unfinished file's name may be a link that somebody else put there.
    void aLinkIsNotFollowed()
    {
        Server server([](const Request& r) { return served(r, kContent); });
        const CatalogueEntry entry = entryAt({server.address()});
        const QString target = m_folder->filePath("mine.txt");
        QFile mine(target);
        QVERIFY(mine.open(QFile::WriteOnly) && mine.write("mine") == 4);
        mine.close();
        QDir().mkpath(QFileInfo(file(entry)).path());
        QVERIFY(QFile::link(target, file(entry, kPartSuffix)));
        SAYS(fetchEntry(entry, quick()), "a link to another file");
        QCOMPARE(read(target), QByteArray("mine"));
    }

    void aStopIsHeardWhileAServerStalls()
    {
        Server server(stalledInTheMiddle);
        const CatalogueEntry entry = entryAt({server.address()});
        StopSource stop;
        FetchOptions options = quick();
        options.stop = stop.token();
        options.onProgress = [&](const FetchProgress& p) {
            if (p.doneBytes >= kMiddle)
                stop.requestStop();
        };
        QElapsedTimer timer;
        timer.start();
        const auto done = fetchEntry(entry, options);
        QVERIFY(!done && done.error().kind == ErrorKind::Stopped);
        QVERIFY2(timer.elapsed() < 10'000, "it would stall for thirty seconds");
        QCOMPARE(read(file(entry, kPartSuffix)), kContent.left(kMiddle));
    }

    void anotherAddressStandsIn()
    {
        Server absent([](const Request&) { return Reply{404, "not here"}; });
        Server cutting([](const Request& r) {
            Reply reply = served(r, kContent);
            reply.cutAfter = r.from() == 0 ? kMiddle : 0;
            return reply;
        });
        Server good([](const Request& r) { return served(r, kContent); });
        const CatalogueEntry entry = entryAt({absent.address(), cutting.address(), good.address()});
        QVERIFY(fetchEntry(entry, quick()));
        QVERIFY(isWhole(entry));
        QCOMPARE(absent.requests().size(), std::size_t{1});
        QCOMPARE(good.requests()[0].from(), kMiddle); // with what the other sent
    }

    void aFileThatIsNowhereIsSaid()
    {
        Server server([](const Request&) { return Reply{404, "not here"}; });
        const CatalogueEntry entry = entryAt({server.address()});
        SAYS(fetchEntry(entry, quick()), "status 404");
        QVERIFY(isNothing(entry));
    }

    void aServerInTroubleIsTriedAgain()
    {
        int asked = 0;
        Server server([&asked](const Request& r) {
            return ++asked < 3 ? Reply{503, "busy"} : served(r, kContent);
        });
        const CatalogueEntry entry = entryAt({server.address()});
        QVERIFY(fetchEntry(entry, quick()));
        QVERIFY(isWhole(entry));
    }

    void redirectionsAreFollowed()
    {
        Server target([](const Request& r) {
            Reply reply = served(r, kContent);
            if (r.from() == 0)
                reply.cutAfter = kMiddle;
            return reply;
        });
        const QByteArray there = QByteArray::fromStdString("Location: " + target.address() + "elsewhere");
        Server server([there](const Request&) { return Reply{302, "moved", {there}}; });
        const CatalogueEntry entry = entryAt({server.address()});
        QVERIFY(fetchEntry(entry, quick()));
        QVERIFY(isWhole(entry));
        QCOMPARE(target.requests()[0].path, QByteArray("/elsewhere"));
        QCOMPARE(target.requests()[1].from(), kMiddle);
    }

    void redirectionsThatLeadAstrayAreRefused_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("in a circle") << QByteArray("/file.gz");
        QTest::newRow("to a file of this machine") << QByteArray("file:///etc/hostname");
    }
    void redirectionsThatLeadAstrayAreRefused()
    {
        QFETCH(QByteArray, target);
        Server server([target](const Request&) { return Reply{301, "", {"Location: " + target}}; });
        const CatalogueEntry entry = entryAt({server.address()});
        const auto done = fetchEntry(entry, quick());
        QVERIFY(!done && done.error().kind == ErrorKind::System);
        QVERIFY(isNothing(entry) && server.requests().size() < 20);
    }

    void noNetworkIsSaid()
    {
        std::string gone;
        {
            Server server([](const Request&) { return Reply{}; });
            gone = server.address();
        }
        const CatalogueEntry entry = entryAt({gone});
        const auto done = fetchEntry(entry, quick());
        SAYS(done, "cannot be reached");
        SAYS(done, "is there a network?");
        QVERIFY(isNothing(entry));
    }

    void aDiskWithoutRoomIsSaidBeforeAnythingIsFetched()
    {
        Server server([](const Request& r) { return served(r, kContent); });
        CatalogueEntry entry = entryAt({server.address()});
        entry.files[0].bytes = std::int64_t{1} << 60;
        SAYS(fetchEntry(entry, quick()), "sample needs 1152922 TB more");
        QVERIFY(server.requests().empty());
    }

    void aDiskThatTakesNoMoreEndsTheFetchWithAReason()
    {
        Server server([](const Request& r) { return served(r, kContent); });
        const CatalogueEntry entry = entryAt({server.address(), server.address()});
        rlimit before{};
        getrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit narrow{static_cast<rlim_t>(kMiddle), before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &narrow);
        const auto done = fetchEntry(entry, quick());
        setrlimit(RLIMIT_FSIZE, &before);
        SAYS(done, "file.gz.part: cannot be written");
        QCOMPARE(server.requests().size(), std::size_t{1}); // another address would not help
        QCOMPARE(read(file(entry, kPartSuffix)), kContent.left(kMiddle));
        QVERIFY(fetchEntry(entry, quick()));
        QVERIFY(isWhole(entry));
    }

    void onlyOneProgramFetchesAFile()
    {
        Server server([](const Request& r) { return served(r, kContent); });
        const CatalogueEntry entry = entryAt({server.address()});
        {
            auto other = PartFile::open(file(entry).toStdString());
            QVERIFY(other.ok());
            SAYS(fetchEntry(entry, quick()), "another program is fetching");
        }
        QVERIFY(fetchEntry(entry, quick()));
        QVERIFY(isWhole(entry));
    }

    void aMirrorStandsForAllAddresses()
    {
        Server server([](const Request& r) { return served(r, kContent); });
        qputenv("HARELOOM_CATALOGUE_MIRROR", QByteArray::fromStdString(server.address()));
        const CatalogueEntry entry = entryAt({"http://127.0.0.1:1/"});
        QVERIFY(fetchEntry(entry, quick()));
        QCOMPARE(server.requests()[0].path, QByteArray("/sample/file.gz"));
    }

    void anArchiveIsUnpackedOnceItIsWhole()
    {
        const QByteArray archive =
            zipOf({{"raw/one.txt", kContent}, {"raw/two.txt", "second"}, {"rest", "?"}});
        Server server([&](const Request& r) { return served(r, archive); });
        CatalogueEntry entry = archiveAt(server.address(), archive, {"one.txt", "two.txt"});
        QVERIFY(fetchEntry(entry, quick()));
        const QDir folder(QString::fromStdString(folderOf(entry).string()));
        QCOMPARE(read(folder.filePath("one.txt")), kContent);
        QCOMPARE(read(folder.filePath("two.txt")), QByteArray("second"));
        QCOMPARE(folder.entryList(QDir::Files), QStringList({"file.gz", "one.txt", "two.txt"}));
        QVERIFY(holdingOf(entry).state == HoldingState::Present);

        QVERIFY(QFile::remove(folder.filePath("two.txt")));
        QVERIFY(holdingOf(entry).state == HoldingState::Partial);
        QVERIFY(fetchEntry(entry, quick()));
        QCOMPARE(read(folder.filePath("two.txt")), QByteArray("second"));
        QCOMPARE(server.requests().size(), std::size_t{1});
        QVERIFY(removeEntry(entry));
        QVERIFY(!folder.exists());
    }

    void anArchiveThatIsNoneOrLacksAFileIsRefused()
    {
        const QByteArray archive = zipOf({{"raw/one.txt", kContent}});
        QByteArray damaged = archive;
        damaged[archive.size() / 2] = static_cast<char>(damaged[archive.size() / 2] ^ 1);
        const struct
        {
            QByteArray archive;
            std::string name, says;
        } cases[] = {{kContent, "one.txt", "zip archive"},
                     {archive, "two.txt", "\"two.txt\""},
                     {damaged, "one.txt", "damaged"}};
        for (const auto& wrong : cases) {
            Server server([&](const Request& r) { return served(r, wrong.archive); });
            const CatalogueEntry entry = archiveAt(server.address(), wrong.archive, {wrong.name});
            SAYS(fetchEntry(entry, quick()), wrong.says);
            QVERIFY(holdingOf(entry).state == HoldingState::Partial);
            QVERIFY(!QFile::exists(QString::fromStdString((folderOf(entry) / wrong.name).string())));
            QVERIFY(removeEntry(entry));
        }
    }

    void aHubIsAskedForThePinnedRevision()
    {
        Server server([](const Request& r) { return served(r, kContent); });
        qputenv("HF_ENDPOINT", QByteArray::fromStdString(server.address()));
        CatalogueEntry entry = entryAt({});
        entry.hub = {"somebody/model", false, "0123456789abcdef0123456789abcdef01234567"};
        qputenv("HF_HUB_OFFLINE", "1");
        const auto refused = fetchEntry(entry, quick());
        SAYS(refused, "HF_HUB_OFFLINE");
        QVERIFY(server.requests().empty());
        qunsetenv("HF_HUB_OFFLINE");
        QVERIFY(fetchEntry(entry, quick()));
        QCOMPARE(server.requests()[0].path,
                 QByteArray("/somebody/model/resolve/0123456789abcdef0123456789abcdef01234567/file.gz"));
        QVERIFY(isWhole(entry));
        QVERIFY(file(entry).contains("hub/models--somebody--model/snapshots/0123456789"));
        qputenv("HF_HUB_OFFLINE", "1");
        QVERIFY(fetchEntry(entry, quick())); // it is here
    }
};

HARELOOM_TEST(FetchTest)
#include "FetchTest.moc"
