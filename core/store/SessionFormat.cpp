// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/SessionFormat.h"

#include "core/base/Text.h"
#include "core/store/SessionLog.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string_view>

namespace hareloom {

namespace {

constexpr std::string_view kMagic("SQLite format 3\0", 16);
constexpr std::size_t kHeaderBytes = 100;
constexpr int kMostTables = 50;
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

bool hasContent(const std::string& path)
{
    struct stat status
    {
    };
    return ::stat(path.c_str(), &status) == 0 && status.st_size > 0;
}

bool hasLog(const std::string& path)
{
    return hasContent(path + "-wal");
}

/// What SQLite keeps while it changes how it keeps its log, at the beginning and the end of a run. Where the
/// process was killed just then, only a connection that may write can clear it away.
bool hasJournal(const std::string& path)
{
    return hasContent(path + "-journal");
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

/// The version of its format.
Result<std::uint32_t> checkHeader(const std::string& path, std::uint64_t size, const Header& header)
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
    if (version > kRenumberedVersion)
        return invalidFile(path + ": the session was written by a newer Hareloom (format " +
                           std::to_string(version) + ", this program reads up to " +
                           std::to_string(kRenumberedVersion) + "); update this program.");
    if (version == 0)
        return notASession(path, "its format has no version");
    return version;
}

/// "CREATE TABLE meta (...)" -> "meta", for each statement of a schema.
std::map<std::string, std::string> tablesOf(std::string_view schema)
{
    constexpr std::string_view begin = "CREATE TABLE ";
    std::map<std::string, std::string> tables;
    for (std::size_t at = schema.find(begin); at != std::string_view::npos; at = schema.find(begin, at + 1)) {
        const std::string_view statement = schema.substr(at, schema.find(';', at) - at);
        const std::size_t nameEnd = statement.find(' ', begin.size());
        tables.emplace(statement.substr(begin.size(), nameEnd - begin.size()), statement);
    }
    return tables;
}

Error notAsMade(const std::string& path, const std::string& what)
{
    return invalidFile(
        path + ": the session holds " + what +
        ", which Hareloom never writes; it was changed by hand or with intent, and is not opened.");
}

/// A view, a trigger or a table of another form would be obeyed while the session is read or written: an
/// endless view never ends. Every table must be the very one that this program makes; tables of other names
/// are not looked at.
Result<void> checkSchema(const std::string& path, const Database& database, std::uint32_t version)
{
    const std::map<std::string, std::string> expected =
        tablesOf(version == kSessionVersion ? kSessionSchema : kOldSessionSchema);
    std::set<std::string> found;
    std::optional<Error> refused;
    int seen = 0;
    const auto read =
        database.forEachRow("SELECT type, name, sql FROM sqlite_schema LIMIT 200", [&](const Statement& row) {
            const std::string type = row.text(0), name = row.text(1), sql = row.text(2);
            const auto known = expected.find(name);
            if (refused || (type == "index" && sql.empty())) // SQLite's own, of a UNIQUE or PRIMARY KEY
                return;
            if (type != "table" || ++seen > kMostTables)
                refused = notAsMade(path, type == "table" ? "too many tables" : "a " + printable(type));
            else if (sql.starts_with("CREATE VIRTUAL"))
                refused = notAsMade(path, "a virtual table");
            else if (known != expected.end() && known->second != sql)
                refused = notAsMade(path, "a table '" + name + "' of another form");
            found.insert(name);
        });
    if (!read || refused)
        return read ? *refused : read.error();
    for (const auto& [name, sql] : expected)
        if (!found.contains(name))
            return invalidFile(path + ": the session lacks what it should hold (the table '" + name +
                               "'); fetch a whole copy of it.");
    return {};
}

enum class Locking { Usual, Exclusive };

/// `lacksMemory`: set where the file has a log whose index found no memory that processes share.
Result<SessionDatabase> openOnce(const std::string& path, std::uint64_t size, Access access, Locking locking,
                                 bool& lacksMemory)
{
    Result<std::unique_ptr<Database>> database = Database::open(path, access);
    if (!database)
        return database.error();
    if (locking == Locking::Exclusive)
        if (Result<void> locked = lockAlone(**database); !locked)
            return locked.error();
    Header header{};
    (*database)->readHeader(header);
    const Result<std::uint32_t> atRest = checkHeader(path, size, header);
    if (!atRest)
        return atRest.error();
    // The first real read: recovers the log of a session that was killed, and meets damage. What the log says
    // of the version counts.
    const Result<std::int64_t> version = (*database)->integer("PRAGMA user_version");
    lacksMemory = !version && (*database)->isSharedMemoryFailure();
    if (!version)
        return version.error();
    SessionDatabase opened{*std::move(database),
                           std::min(static_cast<std::uint32_t>(*version), kSessionVersion)};
    if (Result<void> checked = checkSchema(path, *opened.database, opened.version); !checked)
        return checked.error();
    return opened;
}

Result<SessionDatabase> openChecked(const std::string& path, std::uint64_t size, Access access)
{
    const bool mayLock = access == Access::ReadWrite;
    const bool isShared = mayLock && isOnSharedDisk(path);
    bool lacksMemory = false;
    Result<SessionDatabase> opened =
        openOnce(path, size, access, isShared ? Locking::Exclusive : Locking::Usual, lacksMemory);
    if (opened || !lacksMemory)
        return opened;
    if (mayLock)
        return openOnce(path, size, access, Locking::Exclusive, lacksMemory);
    // Who reads only needs a session at rest.
    bool ignored = false;
    if (const auto writable = openOnce(path, size, Access::ReadWrite, Locking::Exclusive, ignored))
        (void)writable->database->execute("PRAGMA journal_mode = DELETE").ok();
    return checkedSize(path).and_then(
        [&](std::uint64_t now) { return openOnce(path, now, access, Locking::Usual, lacksMemory); });
}

/// Changes to a write-ahead log, and looks for the memory of its index, which SQLite does at the first read.
Result<void> keepLog(const Database& database)
{
    return database.execute("PRAGMA journal_mode = WAL; SELECT count(*) FROM sqlite_schema");
}

/// On media that cannot be written SQLite may lack the place for its index of the log.
Result<SessionDatabase> openOnReadOnlyMedia(const std::string& path, std::uint64_t size)
{
    for (const char* beside : {"-wal", "-journal"})
        if (hasContent(path + beside))
            return invalidFile(
                path + ": the session was not closed and its folder is read-only; copy it together with " +
                path + beside + " to a folder that you may write to, and open the copy.");
    return openChecked(path, size, Access::Immutable);
}

} // namespace

// A block's row is found by its place alone, so it needs no index beside it.
const char* const kSessionSchema = R"sql(
CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE metricNames (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);
CREATE TABLE blocks (
    place  INTEGER PRIMARY KEY,
    count  INTEGER NOT NULL,
    body   BLOB NOT NULL,
    digest BLOB NOT NULL
);
CREATE TABLE lastSnapshots (
    chain  INTEGER PRIMARY KEY,
    idx    INTEGER NOT NULL,
    body   BLOB NOT NULL,
    digest BLOB NOT NULL
);
CREATE TABLE recorded (
    what   TEXT PRIMARY KEY,
    count  INTEGER NOT NULL,
    digest BLOB NOT NULL
) WITHOUT ROWID;
)sql";

const char* const kOldSessionSchema = R"sql(
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

Result<SessionDatabase> openSessionFile(const std::string& path, bool readOnly)
{
    const Result<std::uint64_t> size = checkedSize(path);
    if (!size)
        return size.error();
    if (readOnly && hasJournal(path) && folderIsWritable(path) && mayUse(path, W_OK))
        (void)openChecked(path, *size, Access::ReadWrite);
    Result<SessionDatabase> opened =
        openChecked(path, *size, readOnly ? Access::ReadOnly : Access::ReadWrite);
    if (opened || !readOnly || folderIsWritable(path))
        return opened;
    return openOnReadOnlyMedia(path, *size);
}

Result<SessionDatabase> openSessionToWrite(const std::string& path)
{
    Result<SessionDatabase> opened = openSessionFile(path, false);
    if (!opened)
        return opened;
    const Result<void> logged = keepLog(*opened->database);
    if (logged)
        return opened;
    if (!opened->database->isSharedMemoryFailure())
        return logged.error();
    opened->database.reset(); // it looks for the memory again and again
    const Result<std::uint64_t> size = checkedSize(path);
    bool ignored = false;
    opened = size ? openOnce(path, *size, Access::ReadWrite, Locking::Exclusive, ignored)
                  : Result<SessionDatabase>(size.error());
    if (!opened || keepLog(*opened->database))
        return opened;
    const Result<void> journal = opened->database->execute("PRAGMA journal_mode = TRUNCATE");
    return journal ? std::move(opened) : Result<SessionDatabase>(journal.error());
}

void removeSideFiles(const std::string& path)
{
    for (const char* suffix : {"-wal", "-shm", "-journal"})
        ::unlink((path + suffix).c_str());
}

} // namespace hareloom
