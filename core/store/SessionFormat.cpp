// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/SessionFormat.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <string_view>

namespace hareloom {

namespace {

constexpr std::string_view kMagic("SQLite format 3\0", 16);
constexpr std::size_t kHeaderBytes = 100;
using Header = std::array<std::uint8_t, kHeaderBytes>;

std::uint32_t bigEndian(const Header& header, std::size_t offset)
{
    return static_cast<std::uint32_t>(header[offset]) << 24 |
           static_cast<std::uint32_t>(header[offset + 1]) << 16 |
           static_cast<std::uint32_t>(header[offset + 2]) << 8 |
           static_cast<std::uint32_t>(header[offset + 3]);
}

Error notASession(const std::string& path, const std::string& found)
{
    return invalidFile(path + ": this is not a Hareloom session (" + found +
                       "); choose a .hareloom file that a run has written.");
}

bool mayUse(const std::string& path, int mode)
{
    return ::faccessat(AT_FDCWD, path.c_str(), mode, AT_EACCESS) == 0;
}

bool folderIsWritable(const std::string& path)
{
    return mayUse(std::filesystem::absolute(path).parent_path().string(), W_OK);
}

bool hasLog(const std::string& path)
{
    struct stat status
    {
    };
    return ::stat((path + "-wal").c_str(), &status) == 0 && status.st_size > 0;
}

/// What the file system says before a byte is read.
Result<std::uint64_t> checkedSize(const std::string& path)
{
    struct stat status
    {
    };
    if (::stat(path.c_str(), &status) != 0) {
        if (errno == ENOENT)
            return invalidFile(path + ": there is no such file; check the name and the folder.");
        return invalidFile(path + ": the file cannot be reached (" + std::strerror(errno) + ").");
    }
    if (S_ISDIR(status.st_mode))
        return notASession(path, "it is a folder");
    if (!S_ISREG(status.st_mode))
        return notASession(path, "it is not a regular file");
    if (!mayUse(path, R_OK))
        return invalidFile(path + ": you have no permission to read the session; ask its owner for a copy.");
    if (status.st_size == 0)
        return notASession(path, "it is empty");
    return static_cast<std::uint64_t>(status.st_size);
}

/// Bytes that the header promises, or 0 where it was written by a program that does not keep the count.
std::uint64_t promisedBytes(const Header& header)
{
    const std::uint64_t stored = static_cast<std::uint64_t>(header[16]) << 8 | header[17];
    const std::uint64_t pageBytes = stored == 1 ? 65536 : stored;
    const bool countIsKept = bigEndian(header, 24) == bigEndian(header, 92);
    return countIsKept ? pageBytes * bigEndian(header, 28) : 0;
}

Result<void> checkHeader(const std::string& path, std::uint64_t size, const Header& header)
{
    const std::string_view begin(reinterpret_cast<const char*>(header.data()), kMagic.size());
    if (begin != kMagic)
        return notASession(path, "it does not begin as an SQLite file does");
    // While a log is left beside it the file may lag behind its own header.
    const std::uint64_t promised = std::max<std::uint64_t>(promisedBytes(header), kHeaderBytes);
    if (size < promised && !hasLog(path))
        return invalidFile(path + ": the session is cut short (" + std::to_string(size) + " of " +
                           std::to_string(promised) + " bytes); fetch a whole copy of it.");
    if (bigEndian(header, 68) != kSessionApplicationId)
        return notASession(path, "it is an SQLite file of another program");
    const std::uint32_t version = bigEndian(header, 60);
    if (version > kSessionVersion)
        return invalidFile(path + ": the session was written by a newer Hareloom (format " +
                           std::to_string(version) + ", this program reads up to " +
                           std::to_string(kSessionVersion) + "); update this program.");
    if (version == 0)
        return notASession(path, "its format has no version");
    return {};
}

Result<std::unique_ptr<Database>> openChecked(const std::string& path, std::uint64_t size, Access access)
{
    Result<std::unique_ptr<Database>> database = Database::open(path, access);
    if (!database)
        return database;
    Header header{};
    (*database)->readHeader(header);
    if (Result<void> checked = checkHeader(path, size, header); !checked)
        return checked.error();
    // The first real read: recovers the log of a session that was killed, and meets damage.
    if (Result<std::int64_t> read = (*database)->integer("SELECT count(*) FROM sqlite_schema"); !read)
        return read.error();
    return database;
}

/// On media that cannot be written SQLite may lack the place for its index of the log.
Result<std::unique_ptr<Database>> openOnReadOnlyMedia(const std::string& path, std::uint64_t size)
{
    if (hasLog(path))
        return invalidFile(
            path + ": the session was not closed and its folder is read-only; copy it together with " + path +
            "-wal to a folder that you may write to, and open the copy.");
    return openChecked(path, size, Access::Immutable);
}

} // namespace

// Rows of `generations` carry a blob, so they are kept in a rowid table: leaves then hold the blobs and the
// index on (chain, idx) stays narrow.
const char* const kSessionSchema = R"sql(
CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE generations (
    chain            INTEGER NOT NULL,
    idx              INTEGER NOT NULL,
    seed             INTEGER NOT NULL,
    realRows         INTEGER NOT NULL,
    freshRows        INTEGER NOT NULL,
    syntheticRows    INTEGER NOT NULL,
    sampleRows       INTEGER NOT NULL,
    fitIterations    INTEGER NOT NULL,
    fitConverged     INTEGER NOT NULL,
    fitLogLikelihood REAL,
    note             TEXT NOT NULL,
    snapshot         BLOB,
    UNIQUE (chain, idx)
);
CREATE TABLE metricNames (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);
CREATE TABLE metrics (
    chain INTEGER NOT NULL,
    idx   INTEGER NOT NULL,
    name  INTEGER NOT NULL REFERENCES metricNames (id),
    value REAL,
    PRIMARY KEY (chain, idx, name)
) WITHOUT ROWID;
)sql";

Result<std::unique_ptr<Database>> openSessionFile(const std::string& path, bool readOnly)
{
    const Result<std::uint64_t> size = checkedSize(path);
    if (!size)
        return size.error();
    Result<std::unique_ptr<Database>> database =
        openChecked(path, *size, readOnly ? Access::ReadOnly : Access::ReadWrite);
    if (database || !readOnly || folderIsWritable(path))
        return database;
    Result<std::unique_ptr<Database>> still = openOnReadOnlyMedia(path, *size);
    return still;
}

void removeSideFiles(const std::string& path)
{
    for (const char* suffix : {"-wal", "-shm", "-journal"})
        ::unlink((path + suffix).c_str());
}

} // namespace hareloom
