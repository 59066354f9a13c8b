// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace hareloom {

class Database;

/// A prepared statement, reused from one row to the next. Must not outlive its Database.
/// Parameters count from 1, columns from 0, as in SQLite.
class Statement
{
public:
    Statement() = default;

    /// A failed binding is reported by the next step(). Text and blobs must live until reset().
    void bind(int parameter, std::int64_t value);
    /// NaN is bound as NULL, because SQLite knows no NaN; real() turns it back.
    void bind(int parameter, double value);
    void bind(int parameter, std::string_view text);
    void bind(int parameter, std::span<const std::uint8_t> blob);

    /// True when there is a row to read, false when the statement is done.
    Result<bool> step();
    /// Runs a statement that returns no rows and makes it ready for the next.
    Result<void> run();
    void reset();

    /// Whether the column holds a number without a fraction, as the schema says: SQLite takes a text there,
    /// too.
    bool isInteger(int column) const;
    bool isNumberOrNull(int column) const;
    std::int64_t integer(int column) const;
    double real(int column) const;
    std::string text(int column) const;
    /// Valid until the next step() or reset().
    std::span<const std::uint8_t> blob(int column) const;

private:
    friend class Database;
    struct Finalizer
    {
        void operator()(sqlite3_stmt* statement) const;
    };
    Statement(const Database* database, sqlite3_stmt* statement)
        : m_database(database), m_statement(statement)
    {
    }

    const Database* m_database = nullptr;
    std::unique_ptr<sqlite3_stmt, Finalizer> m_statement;
    int m_bindStatus = 0;
};

enum class Access {
    Create,    // makes the file when there is none
    ReadWrite, // refuses a file that cannot be written
    ReadOnly,
    Immutable, // as ReadOnly, on media that cannot change: no lock, no recovery file
};

/// One connection to an SQLite file. One thread at a time; not copyable, because statements point to it.
class Database
{
public:
    /// SQLite reads the file at the first statement: a file of another kind fails there, not here. `what`:
    /// what messages call the file.
    static Result<std::unique_ptr<Database>> open(const std::string& path, Access access,
                                                  const std::string& what = "session");
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    const std::string& path() const { return m_path; }

    Result<void> execute(const char* sql) const;
    Result<Statement> prepare(const char* sql) const;
    /// Calls `read` once a row, the statement standing on it.
    Result<void> forEachRow(const char* sql, const std::function<void(const Statement& row)>& read) const;
    /// The first column of the first row; 0 when there is no row.
    Result<std::int64_t> integer(const char* sql) const;
    bool inTransaction() const;
    /// Takes back what the open transaction has done. SQLite does so by itself after some failures, a full
    /// disk among them: without a transaction this does nothing.
    void rollBack() const;
    /// Whether the last failure was a uniqueness or other constraint.
    bool isConstraintFailure() const;
    /// Whether it was that another connection uses the file: the statement may be tried again.
    bool isBusyFailure() const;
    /// Whether it was that the index of a log has no memory that processes share: not every file system gives it.
    bool isSharedMemoryFailure() const;

    /// Reads the file's first bytes through SQLite's own descriptor: opening the file a second time and
    /// closing it again would drop this process's POSIX locks on it. Bytes past the end are zero.
    void readHeader(std::span<std::uint8_t> bytes) const;

    /// The last failure as one sentence for a person, with the path.
    Error failure() const;

private:
    Database(std::string path, std::string what, sqlite3* handle)
        : m_path(std::move(path)), m_what(std::move(what)), m_handle(handle)
    {
    }

    std::string m_path, m_what;
    sqlite3* m_handle;
};

} // namespace hareloom
