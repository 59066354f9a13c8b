// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/SessionLog.h"
#include "tests/TestProgram.h"
#include "tests/store/Links.h"

#include <QtTest>

#include <sqlite3.h>
#include <sys/mman.h>

#include <cerrno>
#include <filesystem>

using namespace hareloom;
using namespace hareloom::test;

namespace {

namespace fs = std::filesystem;

int s_refused = 0;

/// As on a file system whose files no two processes can have in memory together.
void* withoutSharing(void* address, std::size_t size, int protection, int flags, int descriptor, off_t offset)
{
    if ((flags & MAP_SHARED) != 0) {
        ++s_refused;
        errno = ENODEV;
        return MAP_FAILED;
    }
    return ::mmap(address, size, protection, flags, descriptor, offset);
}

/// While it lives, SQLite gets no shared memory in this process.
class NoSharedMemory
{
public:
    NoSharedMemory() { set(reinterpret_cast<sqlite3_syscall_ptr>(&withoutSharing)); }
    ~NoSharedMemory() { set(nullptr); }
    NoSharedMemory(const NoSharedMemory&) = delete;
    NoSharedMemory& operator=(const NoSharedMemory&) = delete;

private:
    static void set(sqlite3_syscall_ptr call)
    {
        s_refused = 0;
        sqlite3_vfs* files = sqlite3_vfs_find(nullptr);
        if (files->xSetSystemCall(files, "mmap", call) != SQLITE_OK)
            qFatal("this SQLite does not let its system calls be replaced");
    }
};

std::unique_ptr<Session> begun(const std::string& path, int generations)
{
    auto session = Session::create(path, smallExperiment(), someProvenance());
    if (!session)
        qFatal("%s", session.error().message.c_str());
    const Names names;
    for (int index = 0; index < generations; ++index)
        if (!(*session)->append(link(names, 0, index)))
            qFatal("cannot append");
    if (!(*session)->commit())
        qFatal("cannot commit");
    return *std::move(session);
}

std::size_t countIn(const std::string& path)
{
    const auto session = Session::openReadOnly(path);
    if (!session)
        qFatal("%s", session.error().message.c_str());
    return (*session)->generations()->size();
}

} // namespace

class SharedDiskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSessionIsWrittenWithoutSharedMemory()
    {
        const QTemporaryDir folder;
        const std::string path = folder.filePath("s.hareloom").toStdString();
        const NoSharedMemory none;
        begun(path, 3);
        QVERIFY(s_refused > 0); // a log was tried first
        QCOMPARE(countIn(path), std::size_t(3));
        {
            const auto again = Session::open(path);
            QVERIFY(again.ok());
            const Names names;
            QVERIFY((*again)->append(link(names, 0, 3)).ok());
            QVERIFY((*again)->commit().ok());
        }
        QCOMPARE(countIn(path), std::size_t(4));
        QVERIFY(!fs::exists(path + "-wal"));
    }

    /// Begun where memory is shared, killed, and gone on with where it is not: another computer of a cluster.
    void aLogThatWasLeftIsTakenIn()
    {
        const QTemporaryDir folder;
        const std::string path = folder.filePath("s.hareloom").toStdString();
        const std::string read = folder.filePath("r.hareloom").toStdString();
        const std::string written = folder.filePath("w.hareloom").toStdString();
        const auto session = begun(path, 3);
        for (const std::string& copy : {read, written})
            for (const char* part : {"", "-wal"})
                fs::copy_file(path + part, copy + part); // as a kill leaves them
        const NoSharedMemory none;
        QCOMPARE(countIn(read), std::size_t(3));
        const auto again = Session::open(written);
        QVERIFY2(again.ok(), again ? "" : again.error().message.c_str());
        const Names names;
        QVERIFY((*again)->append(link(names, 0, 3)).ok());
        QVERIFY((*again)->commit().ok());
    }

    void aDiskOfThisComputerIsNotShared()
    {
        QVERIFY(!isOnSharedDisk("/proc/self/status"));
        QVERIFY(!isOnSharedDisk("/there/is/no/such/file"));
    }
};

HARELOOM_TEST(SharedDiskTest)
#include "SharedDiskTest.moc"
