// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Database.h"

#include "core/base/Text.h"

#include <sqlite3.h>

#include <cerrno>
#include <cmath>
#include <filesystem>
#include <limits>
#include <utility>

namespace hareloom {

namespace {

constexpr int kBusyMilliseconds = 5000;
constexpr std::size_t kShownDetail = 300;     // bytes of what SQLite says
constexpr int kLongestValue = 1 << 29;        // bytes
constexpr std::size_t kLongestPath = 511 - 8; // SQLite's own limit, with "-journal" behind it

/// A path that SQLite takes for nothing else: neither for its word ":memory:" nor for a URI.
std::string plainPath(const std::string& path)
{
    std::error_code failed;
    const std::string whole = std::filesystem::absolute(path, failed).string();
    return failed ? path : whole;
}

/// Nothing that a file says of itself is obeyed but its tables; a value is at most as large as any that this
/// program writes.
void distrust(sqlite3* handle)
{
    for (const auto& [what, value] : {std::pair(SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0),
                                      {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
                                      {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
                                      {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
                                      {SQLITE_DBCONFIG_DEFENSIVE, 1}})
        sqlite3_db_config(handle, what, value, nullptr);
    for (const auto& [what, value] : {std::pair(SQLITE_LIMIT_LENGTH, kLongestValue),
                                      {SQLITE_LIMIT_SQL_LENGTH, 1 << 16},
                                      {SQLITE_LIMIT_COLUMN, 64},
                                      {SQLITE_LIMIT_EXPR_DEPTH, 50},
                                      {SQLITE_LIMIT_COMPOUND_SELECT, 3},
                                      {SQLITE_LIMIT_TRIGGER_DEPTH, 1},
                                      {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100}})
        sqlite3_limit(handle, what, value);
}

/// SQLite's URI form, which alone can say "immutable".
std::string immutableUri(const std::string& path)
{
    constexpr char kHex[] = "0123456789ABCDEF";
    std::string uri = "file:";
    for (const unsigned char c : path) {
        if (std::isalnum(c) || c == '/' || c == '-' || c == '_' || c == '.')
            uri += static_cast<char>(c);
        else
            (uri += '%').append({kHex[c >> 4], kHex[c & 15]});
    }
    return uri + "?immutable=1";
}

int openFlags(Access access)
{
    const int common = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    switch (access) {
    case Access::Create:
        return common | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    case Access::ReadWrite:
        return common | SQLITE_OPEN_READWRITE;
    case Access::ReadOnly:
        return common | SQLITE_OPEN_READONLY;
    case Access::Immutable:
        return common | SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
    }
    return common;
}

bool isDiskFull(int code, int systemError)
{
    const bool noRoom = systemError == ENOSPC || systemError == EDQUOT || systemError == EFBIG;
    return (code & 0xff) == SQLITE_FULL || ((code & 0xff) == SQLITE_IOERR && noRoom);
}

/// What the operating system said about the last failed read or write. SQLite keeps it with the file, and
/// sqlite3_system_errno() does not tell of writes to the log.
int lastErrno(sqlite3* handle)
{
    for (const int which : {SQLITE_FCNTL_JOURNAL_POINTER, SQLITE_FCNTL_FILE_POINTER}) {
        sqlite3_file* file = nullptr;
        int code = 0;
        sqlite3_file_control(handle, "main", which, &file);
        if (file && file->pMethods &&
            file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &code) == SQLITE_OK && code != 0)
            return code;
    }
    return sqlite3_system_errno(handle);
}

Error describe(const std::string& path, const std::string& what, int code, int systemErrno,
               const std::string& detail)
{
    if (isDiskFull(code, systemErrno))
        return systemError(path +
                           ": the disk is full or the file has reached its size limit; finished generations "
                           "are kept. Free some space, then resume the session.");
    switch (code & 0xff) {
    case SQLITE_READONLY:
        return invalidFile(path + ": the " + what +
                           " is read-only; copy it to a folder that you may write to, and use the copy.");
    case SQLITE_NOTADB:
        return invalidFile(path + (what == "session"
                                       ? ": this is not a Hareloom session; choose a .hareloom file that a "
                                         "run has written."
                                       : ": this is no " + what + ", or it is damaged."));
    case SQLITE_CORRUPT:
        return invalidFile(path + ": the " + what + " is damaged or cut short (" + detail +
                           "); fetch a whole copy of it.");
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return systemError(
            path + ": the file cannot be opened; check that its folder exists and that you may use it.");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return systemError(path + ": another program is writing to the " + what +
                           "; wait until it has finished.");
    case SQLITE_NOMEM:
        return systemError(path + ": there is not enough memory to use the " + what + ".");
    case SQLITE_ERROR:
        return invalidFile(path + ": the " + what + " lacks what it should hold (" + detail +
                           "); fetch a whole copy of it.");
    default:
        return systemError(path + ": the " + what + " cannot be read or written (" + detail + ").");
    }
}

} // namespace

void Statement::Finalizer::operator()(sqlite3_stmt* statement) const
{
    sqlite3_finalize(statement);
}

void Statement::bind(int parameter, std::int64_t value)
{
    m_bindStatus |= sqlite3_bind_int64(m_statement.get(), parameter, value);
}

void Statement::bind(int parameter, double value)
{
    m_bindStatus |= std::isnan(value) ? sqlite3_bind_null(m_statement.get(), parameter)
                                      : sqlite3_bind_double(m_statement.get(), parameter, value);
}

void Statement::bind(int parameter, std::string_view text)
{
    m_bindStatus |= sqlite3_bind_text64(m_statement.get(), parameter, text.data(), text.size(), SQLITE_STATIC,
                                        SQLITE_UTF8);
}

void Statement::bind(int parameter, std::span<const std::uint8_t> blob)
{
    m_bindStatus |=
        sqlite3_bind_blob64(m_statement.get(), parameter, blob.data(), blob.size(), SQLITE_STATIC);
}

Result<bool> Statement::step()
{
    if (m_bindStatus != SQLITE_OK)
        return m_database->failure();
    const int code = sqlite3_step(m_statement.get());
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        return m_database->failure();
    return code == SQLITE_ROW;
}

Result<void> Statement::run()
{
    // The failure is read before reset(), which may replace it.
    Result<bool> stepped = step();
    reset();
    return stepped ? Result<void>{} : Result<void>{stepped.error()};
}

void Statement::reset()
{
    sqlite3_reset(m_statement.get());
    m_bindStatus = SQLITE_OK;
}

bool Statement::isInteger(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_INTEGER;
}

bool Statement::isNumberOrNull(int column) const
{
    const int type = sqlite3_column_type(m_statement.get(), column);
    return type == SQLITE_INTEGER || type == SQLITE_FLOAT || type == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

double Statement::real(int column) const
{
    if (sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL)
        return std::numeric_limits<double>::quiet_NaN();
    return sqlite3_column_double(m_statement.get(), column);
}

std::string Statement::text(int column) const
{
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(m_statement.get(), column));
    const int size = sqlite3_column_bytes(m_statement.get(), column);
    return bytes ? std::string(bytes, static_cast<std::size_t>(size)) : std::string();
}

std::span<const std::uint8_t> Statement::blob(int column) const
{
    const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_column_blob(m_statement.get(), column));
    const int size = sqlite3_column_bytes(m_statement.get(), column);
    return {bytes, bytes ? static_cast<std::size_t>(size) : 0};
}

Result<std::unique_ptr<Database>> Database::open(const std::string& path, Access access,
                                                 const std::string& what)
{
    const std::string whole = plainPath(path);
    if (whole.size() > kLongestPath)
        return invalidFile(path + ": the path is too long for a " + what + " (" +
                           std::to_string(whole.size()) + " bytes with its folders; at most " +
                           std::to_string(kLongestPath) + "); choose a shorter name or a folder higher up.");
    const std::string name = access == Access::Immutable ? immutableUri(whole) : whole;
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(name.c_str(), &handle, openFlags(access), nullptr);
    std::unique_ptr<Database> database(new Database(path, what, handle));
    if (code != SQLITE_OK)
        return handle ? database->failure()
                      : systemError(path + ": there is not enough memory to use the " + what + ".");
    distrust(handle);
    sqlite3_busy_timeout(handle, kBusyMilliseconds);
    const bool mustWrite = access == Access::Create || access == Access::ReadWrite;
    if (mustWrite && sqlite3_db_readonly(handle, "main") == 1)
        return describe(path, what, SQLITE_READONLY, 0, {});
    return database;
}

Database::~Database()
{
    sqlite3_close_v2(m_handle);
}

Result<void> Database::execute(const char* sql) const
{
    if (sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        return failure();
    return {};
}

Result<Statement> Database::prepare(const char* sql) const
{
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v3(m_handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK)
        return failure();
    return Statement(this, statement);
}

Result<void> Database::forEachRow(const char* sql,
                                  const std::function<void(const Statement& row)>& read) const
{
    Result<Statement> rows = prepare(sql);
    if (!rows)
        return rows.error();
    for (;;) {
        const Result<bool> row = rows->step();
        if (!row)
            return row.error();
        if (!*row)
            return {};
        read(*rows);
    }
}

Result<std::int64_t> Database::integer(const char* sql) const
{
    Result<Statement> statement = prepare(sql);
    if (!statement)
        return statement.error();
    const Result<bool> row = statement->step();
    if (!row)
        return row.error();
    return *row ? statement->integer(0) : std::int64_t{0};
}

bool Database::inTransaction() const
{
    return sqlite3_get_autocommit(m_handle) == 0;
}

void Database::rollBack() const
{
    if (inTransaction())
        (void)execute("ROLLBACK");
}

bool Database::isConstraintFailure() const
{
    return (sqlite3_errcode(m_handle) & 0xff) == SQLITE_CONSTRAINT;
}

bool Database::isBusyFailure() const
{
    return (sqlite3_errcode(m_handle) & 0xff) == SQLITE_BUSY;
}

bool Database::isSharedMemoryFailure() const
{
    switch (sqlite3_extended_errcode(m_handle)) {
    case SQLITE_IOERR_SHMOPEN:
    case SQLITE_IOERR_SHMSIZE:
    case SQLITE_IOERR_SHMLOCK:
    case SQLITE_IOERR_SHMMAP:
    case SQLITE_PROTOCOL:
        return true;
    default:
        return false;
    }
}

void Database::readHeader(std::span<std::uint8_t> bytes) const
{
    std::fill(bytes.begin(), bytes.end(), std::uint8_t{0});
    sqlite3_file* file = nullptr;
    sqlite3_file_control(m_handle, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    if (file && file->pMethods)
        file->pMethods->xRead(file, bytes.data(), static_cast<int>(bytes.size()), 0);
}

Error Database::failure() const
{
    // What SQLite says may repeat what it read: a file's table may have any name.
    return describe(m_path, m_what, sqlite3_extended_errcode(m_handle), lastErrno(m_handle),
                    shortened(sqlite3_errmsg(m_handle), kShownDetail));
}

} // namespace hareloom
