// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Session.h"
#include "tests/TestProgram.h"
#include "tests/store/Links.h"
#include "tests/store/OldSession.h"

#include <QtTest>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>

using namespace hareloom;
using namespace hareloom::test;

namespace {

/// Other programs' privileges for a while: file permissions do not bind root.
class AsNobody
{
public:
    AsNobody() : m_wasRoot(::geteuid() == 0)
    {
        if (m_wasRoot && ::seteuid(65534) != 0)
            qFatal("cannot drop privileges");
    }
    ~AsNobody()
    {
        if (m_wasRoot && ::seteuid(0) != 0)
            qFatal("cannot regain privileges");
    }

private:
    bool m_wasRoot;
};

/// No file of this process may grow beyond `bytes`: a real full disk for root and for others.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limited{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limited);
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before{};
};

void writeBytes(const std::string& path, const QByteArray& bytes)
{
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", path.c_str());
}

/// A closed session of `count` generations of chain 0.
void makeSession(const std::string& path, int count = 200)
{
    auto session = Session::create(path, smallExperiment(), someProvenance());
    if (!session)
        qFatal("%s", session.error().message.c_str());
    const Names names;
    for (int i = 0; i < count; ++i)
        if (!(*session)->append(link(names, 0, i)))
            qFatal("append failed");
}

void expectRefusal(const Result<std::unique_ptr<Session>>& session, const std::string& path,
                   const QString& says)
{
    QVERIFY(!session.ok());
    const QString message = QString::fromStdString(session.error().message);
    QCOMPARE(session.error().kind, ErrorKind::InvalidFile);
    QVERIFY2(message.contains(QString::fromStdString(path)), qPrintable(message));
    QVERIFY2(message.contains(says), qPrintable(message));
    QVERIFY2(!message.contains('\n'), qPrintable(message));
}

} // namespace

class SessionDamageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNotASessionIsRefused_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("says");
        QTest::newRow("missing") << "missing"
                                 << "there is no such file";
        QTest::newRow("empty") << "empty"
                               << "it is empty";
        QTest::newRow("folder") << "folder"
                                << "it is a folder";
        QTest::newRow("text") << "text"
                              << "it does not begin as an SQLite file does";
        QTest::newRow("another program's") << "foreign"
                                           << "of another program";
        QTest::newRow("newer") << "newer"
                               << "newer Hareloom (format 5";
        QTest::newRow("half of it") << "half"
                                    << "cut short";
        QTest::newRow("a few bytes of it") << "stub"
                                           << "cut short";
        QTest::newRow("no tables") << "hollow"
                                   << "lacks what it should hold";
        QTest::newRow("bad experiment") << "experiment"
                                        << "experiment is damaged";
    }

    void whatIsNotASessionIsRefused()
    {
        QFETCH(QString, kind);
        QFETCH(QString, says);
        const QTemporaryDir folder;
        const std::string path = pathIn(folder, "s.hareloom");
        make(kind, path);
        expectRefusal(Session::open(path), path, says);
        expectRefusal(Session::openReadOnly(path), path, says);
    }

    void aFileThatMayNotBeReadIsRefused()
    {
        const QTemporaryDir folder;
        const std::string path = pathIn(folder, "s.hareloom");
        makeSession(path);
        std::filesystem::permissions(folder.path().toStdString(), std::filesystem::perms(0755));
        std::filesystem::permissions(path, std::filesystem::perms(0));
        const AsNobody nobody;
        expectRefusal(Session::open(path), path, "no permission");
        expectRefusal(Session::openReadOnly(path), path, "no permission");
    }

    void aReadOnlySessionIsReadAndNotWritten()
    {
        const QTemporaryDir folder;
        const std::string path = pathIn(folder, "s.hareloom");
        makeSession(path);
        // As a session that was copied while it was open: its header still asks for a log.
        change(path, "PRAGMA journal_mode = WAL");
        std::filesystem::permissions(path, std::filesystem::perms(0444));
        std::filesystem::permissions(folder.path().toStdString(), std::filesystem::perms(0555));
        {
            const AsNobody nobody;
            expectRefusal(Session::open(path), path, "read-only");
            const auto session = Session::openReadOnly(path);
            QVERIFY2(session.ok(), session.ok() ? "" : session.error().message.c_str());
            QCOMPARE((*session)->generations()->size(), std::size_t{200});
            QVERIFY(!(*session)->append(link(Names(), 0, 200)).ok());
        }
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList("s.hareloom"));
        std::filesystem::permissions(folder.path().toStdString(), std::filesystem::perms(0755));
    }

    void aFullDiskKeepsWhatIsCommitted()
    {
        const QTemporaryDir folder;
        const std::string path = pathIn(folder, "s.hareloom");
        makeSession(path, 0);
        const Names names;
        int committed = 0;
        {
            auto session = Session::open(path);
            const FullDisk full(300'000);
            Result<void> done;
            for (int i = 0; done && i < 100'000; ++i) {
                done = (*session)->append(link(names, 0, i));
                if (done && i % 10 == 9) {
                    done = (*session)->commit();
                    committed = done ? i + 1 : committed;
                }
            }
            QVERIFY(!done.ok());
            QCOMPARE(done.error().kind, ErrorKind::System);
            QVERIFY2(done.error().message.find("disk is full") != std::string::npos,
                     done.error().message.c_str());
            QVERIFY(committed > 0);
        }
        // With room again it goes on as if nothing had happened.
        auto session = Session::open(path);
        QVERIFY(session.ok());
        QCOMPARE((*session)->generations()->size(), static_cast<std::size_t>(committed));
        QVERIFY((*session)->append(link(names, 0, committed)).ok());
        QVERIFY((*session)->commit().ok());
        QCOMPARE((*session)->generations()->size(), static_cast<std::size_t>(committed + 1));
    }

    void noSessionIsLeftWhereNoneCouldBeMade()
    {
        const QTemporaryDir folder;
        const std::string path = pathIn(folder, "s.hareloom");
        {
            const FullDisk full(1000);
            const auto session = Session::create(path, smallExperiment(), someProvenance());
            QVERIFY(!session.ok());
            QCOMPARE(session.error().kind, ErrorKind::System);
            QVERIFY2(session.error().message.starts_with(path + ":"), session.error().message.c_str());
        }
        QVERIFY(QDir(folder.path()).entryList(QDir::Files).isEmpty());
    }

    void aJournalThatWasLeftIsClearedAwayByAReader()
    {
        const QTemporaryDir folder;
        const std::string path = pathIn(folder, "s.hareloom");
        makeSession(path, 20);
        const pid_t child = ::fork();
        if (child == 0) { // killed in the midst of a change of the file itself
            sqlite3* db = nullptr;
            sqlite3_open(path.c_str(), &db);
            sqlite3_exec(
                db,
                "PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN; UPDATE meta SET value = value || "
                "hex(zeroblob(100000))",
                nullptr, nullptr, nullptr);
            ::_exit(0);
        }
        int status = -1;
        ::waitpid(child, &status, 0);
        QVERIFY(std::filesystem::exists(path + "-journal"));
        const auto session = Session::openReadOnly(path);
        QVERIFY2(session.ok(), session ? "" : session.error().message.c_str());
        QVERIFY((*session)->verify()->empty());
        QCOMPARE((*session)->generations()->size(), std::size_t{20});
    }

    void aStaleLogIsNotReplayedIntoANewSession()
    {
        const QTemporaryDir folder;
        const std::string path = pathIn(folder, "s.hareloom"), kept = pathIn(folder, "kept-wal");
        {
            auto session = Session::create(path, smallExperiment(), someProvenance());
            QVERIFY((*session)->append(link(Names(), 0, 0)).ok());
            QVERIFY((*session)->commit().ok());
            std::filesystem::copy_file(path + "-wal", kept);
        }
        std::filesystem::remove(path);
        std::filesystem::rename(kept, path + "-wal");
        const auto session = Session::create(path, smallExperiment(), someProvenance());
        QVERIFY(session.ok());
        QCOMPARE((*session)->generations()->size(), std::size_t{0});
        QVERIFY((*session)->verify()->empty());
    }

    void verifyFindsWhatIsWrongInAnOldSession_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QString>("finds");
        QTest::newRow("sound") << QByteArray("SELECT 1") << "";
        QTest::newRow("a missing link")
            << QByteArray("DELETE FROM generations WHERE idx = 5; DELETE FROM metrics WHERE idx = 5")
            << "chain 0, generation 6: generation 5 is missing";
        QTest::newRow("no generation 0")
            << QByteArray("DELETE FROM generations WHERE idx = 0; DELETE FROM metrics WHERE idx = 0")
            << "generation 0 is missing";
        QTest::newRow("another seed") << QByteArray("UPDATE generations SET seed = seed + 1 WHERE idx = 3")
                                      << "chain 0, generation 3: its seed does not follow";
        QTest::newRow("no CBOR") << QByteArray("UPDATE generations SET snapshot = x'ff00' WHERE idx = 4")
                                 << "chain 0, generation 4: its snapshot is damaged";
        QTest::newRow("CBOR that boasts of 2^64 elements")
            << QByteArray("UPDATE generations SET snapshot = x'9bffffffffffffffff' WHERE idx = 4")
            << "chain 0, generation 4: its snapshot is damaged";
        QTest::newRow("no snapshot's CBOR")
            << QByteArray("UPDATE generations SET snapshot = x'a0' WHERE idx = 4")
            << "chain 0, generation 4: ";
        QTest::newRow("CBOR nested without end")
            << QByteArray("UPDATE generations SET snapshot = CAST(replace(hex(zeroblob(100000)), '00', "
                          "char(129)) AS "
                          "BLOB) WHERE idx = 4")
            << "chain 0, generation 4: its snapshot is damaged";
        QTest::newRow("no snapshot") << QByteArray("UPDATE generations SET snapshot = NULL WHERE idx = 4")
                                     << "chain 0, generation 4: its snapshot is missing";
        QTest::newRow("another family's")
            << QByteArray("UPDATE generations SET snapshot = x'a1646b696e6463766165' WHERE idx = 4")
            << "chain 0, generation 4: its snapshot is of another family";
        QTest::newRow("no number") << QByteArray(
                                          "UPDATE metrics SET value = 'abc' WHERE idx = 2 AND name = 2")
                                   << "chain 0, generation 2: the metric variance is no number";
        QTest::newRow("fewer than no rows")
            << QByteArray("UPDATE generations SET sampleRows = -3 WHERE idx = 2")
            << "chain 0, generation 2: its counts";
        QTest::newRow("an index out of range")
            << QByteArray(
                   "UPDATE generations SET idx = 2147483647 WHERE idx = 9; DELETE FROM metrics WHERE idx = 9")
            << "has only the generations 0 to 1000000";
        QTest::newRow("a metric lost") << QByteArray("DELETE FROM metrics WHERE idx = 2 AND name = 2")
                                       << "chain 0, generation 2: the metric variance is missing";
        QTest::newRow("all metrics lost")
            << QByteArray("DELETE FROM metrics WHERE idx = 2") << "it has no metrics";
        QTest::newRow("collapsed")
            << QByteArray("DELETE FROM metrics WHERE idx = 9; UPDATE generations SET note = 'one "
                          "distinct row' WHERE idx = 9")
            << "";
        QTest::newRow("metrics of nothing")
            << QByteArray("INSERT INTO metrics VALUES (7, 7, 1, 0.5)") << "belong to no generation";
        QTest::newRow("a chain too many")
            << QByteArray("UPDATE generations SET chain = 3; UPDATE metrics SET chain = 3")
            << "only 3 chains";
    }

    void verifyFindsWhatIsWrongInAnOldSession()
    {
        QFETCH(QByteArray, sql);
        QFETCH(QString, finds);
        const QTemporaryDir folder;
        const std::string path = pathIn(folder, "s.hareloom");
        makeOldSession(path, 10);
        change(path, sql.constData());
        const auto session = Session::openReadOnly(path);
        QVERIFY(session.ok());
        const auto problems = (*session)->verify();
        QVERIFY(problems.ok());
        QStringList said;
        for (const std::string& problem : *problems)
            said << QString::fromStdString(problem);
        QCOMPARE(said.isEmpty(), finds.isEmpty());
        QVERIFY2(said.join('\n').contains(finds), qPrintable(said.join('\n')));
    }

    void verifyFindsEveryChange_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QString>("finds");
        const auto row = [](const char* name, const char* sql, const char* finds) {
            QTest::newRow(name) << QByteArray(sql) << QString(finds);
        };
        row("sound", "SELECT 1", "");
        row("a byte of a block",
            "UPDATE blocks SET body = CAST(substr(body, 1, 9) || x'55' || substr(body, 11) AS BLOB) "
            "WHERE place = (SELECT max(place) FROM blocks)",
            "its digest differs");
        row("a digest", "UPDATE blocks SET digest = zeroblob(32)", "its digest differs");
        row("no digest", "UPDATE blocks SET digest = x''", "its digest differs");
        row("another chain's", "UPDATE blocks SET place = place + (1 << 32)", "its digest differs");
        row("shifted", "UPDATE blocks SET place = place + 1", "");
        row("fewer", "UPDATE blocks SET count = count - 1", "its digest differs");
        row("no number of them", "UPDATE blocks SET count = 'many'", "the block that holds it is damaged");
        row("more than there can be", "UPDATE blocks SET count = 1000000", "has only the generations");
        row("a chain that is not there", "UPDATE blocks SET place = place + (3 << 32)", "only 3 chains");
        row("a negative place", "UPDATE blocks SET place = place - 100000000000", "only 3 chains");
        row("the last ones", "DELETE FROM blocks WHERE place = (SELECT max(place) FROM blocks)",
            "that were written");
        row("all of them", "DELETE FROM blocks", "holds 0 generations, of 10 that were written");
        row("a title",
            "UPDATE meta SET value = replace(value, 'by hand', 'by foot') WHERE key = 'experiment'",
            "is not what was written");
        row("the program's version", "UPDATE meta SET value = '9.9.9' WHERE key = 'version'",
            "is not what was written");
    }

    void verifyFindsEveryChange()
    {
        QFETCH(QByteArray, sql);
        QFETCH(QString, finds);
        const QTemporaryDir folder;
        const std::string path = pathIn(folder, "s.hareloom");
        {
            auto session = Session::create(path, smallExperiment(), someProvenance());
            const Names names;
            for (int i = 0; i < 10; ++i) {
                QVERIFY((*session)->append(link(names, 0, i)).ok());
                if (i == 4)
                    QVERIFY((*session)->commit().ok());
            }
        }
        change(path, sql.constData());
        const auto session = Session::openReadOnly(path);
        QVERIFY2(session.ok(), session ? "" : session.error().message.c_str());
        const auto problems = (*session)->verify();
        QVERIFY(problems.ok());
        QString said;
        for (const std::string& problem : *problems)
            said += QString::fromStdString(problem) + '\n';
        QCOMPARE(problems->empty(), sql == "SELECT 1");
        QVERIFY2(said.contains(finds), qPrintable(said));
        const auto goesOn = Session::open(path);
        QCOMPARE(goesOn.ok() && (*goesOn)->toResume().ok(), problems->empty());
    }

    void aNameThatIsChangedIsNotRead()
    {
        const QTemporaryDir folder;
        const std::string path = pathIn(folder, "s.hareloom");
        for (const char* sql :
             {"UPDATE metricNames SET name = 'entropyNats' WHERE id = 2",
              "UPDATE metricNames SET name = 'mean[18446744073709551616]' WHERE id = 1",
              "UPDATE metricNames SET name = CAST(x'ff' AS TEXT) WHERE id = 1",
              "DELETE FROM metricNames WHERE id = 1", "INSERT INTO metricNames VALUES (7, 'risk[0]')"}) {
            std::filesystem::remove(path);
            makeSession(path, 3);
            change(path, sql);
            expectRefusal(Session::openReadOnly(path), path, "the session is damaged");
        }
    }

    void whatIsNoPlainTableIsRefused_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("an endless view")
            << QByteArray("DROP TABLE metricNames; CREATE VIEW metricNames AS WITH RECURSIVE n(id) AS "
                          "(SELECT 1 UNION ALL SELECT id + "
                          "1 FROM n) SELECT id, 'x' || id AS name FROM n");
        QTest::newRow("a view more") << QByteArray("CREATE VIEW v AS SELECT 1");
        QTest::newRow("a trigger") << QByteArray(
            "CREATE TRIGGER t AFTER INSERT ON blocks BEGIN UPDATE blocks SET count = 42; END");
        QTest::newRow("a virtual table") << QByteArray("CREATE VIRTUAL TABLE t USING fts5(x)");
        QTest::newRow("an index on an expression") << QByteArray("CREATE INDEX i ON blocks (abs(count))");
        QTest::newRow("a table of another form")
            << QByteArray("DROP TABLE blocks; CREATE TABLE blocks (place INTEGER PRIMARY KEY, count, body, "
                          "digest AS (zeroblob(9)))");
    }

    void whatIsNoPlainTableIsRefused()
    {
        QFETCH(QByteArray, sql);
        const QTemporaryDir folder;
        const std::string path = pathIn(folder, "s.hareloom");
        makeSession(path, 5);
        change(path, sql.constData());
        expectRefusal(Session::open(path), path, "which Hareloom never writes");
        expectRefusal(Session::openReadOnly(path), path, "which Hareloom never writes");
    }

    void modelsOfOtherDataAreRefused()
    {
        const QTemporaryDir folder;
        const std::string path = pathIn(folder, "s.hareloom");
        {
            auto session = Session::create(path, smallExperiment(), someProvenance());
            Generation plane = link(Names(), 0, 0);
            plane.snapshot = std::make_shared<NormalMixtureSnapshot>(
                NormalMixture::single(Vector::Zero(2), Matrix::Identity(2, 2)));
            QVERIFY((*session)->append(plane).ok()); // the source has one variable
        }
        const auto session = Session::openReadOnly(path);
        QVERIFY(session.ok());
        QVERIFY(!(*session)->generations().ok());
        QVERIFY(!(*session)->verify()->empty());
    }

    void verifyFindsADamagedPageAndSaysItBriefly()
    {
        const QTemporaryDir folder;
        const std::string path = pathIn(folder, "s.hareloom");
        makeSession(path, 2000);
        QFile file(QString::fromStdString(path));
        QVERIFY(file.open(QIODevice::ReadWrite));
        for (qint64 page = 8; page < file.size() / 4096; page += 3) {
            QVERIFY(file.seek(page * 4096));
            file.write(QByteArray(4096, '\x5a'));
        }
        file.close();
        const auto session = Session::openReadOnly(path);
        QVERIFY(session.ok());
        const auto problems = (*session)->verify();
        QVERIFY(problems.ok());
        QVERIFY(!problems->empty());
        QVERIFY(problems->size() <= static_cast<std::size_t>(Session::kMaxProblems) + 1);
        // Reading it says so too, instead of giving half a session for a whole one.
        QVERIFY(!(*session)->generations().ok());
    }

private:
    static void make(const QString& kind, const std::string& path)
    {
        if (kind == "empty")
            writeBytes(path, {});
        else if (kind == "folder")
            std::filesystem::create_directory(path);
        else if (kind == "text")
            writeBytes(path, QByteArray("eruptions,waiting\n3.6,79\n").repeated(100));
        else if (kind == "foreign")
            change(path, "CREATE TABLE meta (key, value); PRAGMA application_id = 7");
        else if (kind == "hollow")
            change(path,
                   "CREATE TABLE other (key); PRAGMA application_id = 0x48617265; PRAGMA user_version = 1");
        else if (kind != "missing")
            damage(kind, path);
    }

    static void damage(const QString& kind, const std::string& path)
    {
        makeSession(path);
        if (kind == "newer")
            change(path, "PRAGMA user_version = 5");
        else if (kind == "experiment")
            change(path, "UPDATE meta SET value = '{' WHERE key = 'experiment'");
        else if (kind == "half")
            std::filesystem::resize_file(path, std::filesystem::file_size(path) / 2);
        else if (kind == "stub")
            std::filesystem::resize_file(path, 40);
        else
            qFatal("no such damage");
    }
};

HARELOOM_TEST(SessionDamageTest)
#include "SessionDamageTest.moc"
