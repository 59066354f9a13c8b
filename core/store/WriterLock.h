// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <memory>
#include <string>

namespace hareloom {

/// The right to write to a session, or to another file, which one process or session object at a time has: a
/// lock on the file itself, so that it goes with the file when that is renamed and ends with the process. It
/// lies beyond the file's bytes, where SQLite's own locks do not meet it. On file systems without locks
/// everybody has it.
class WriterLock
{
public:
    /// At once: it does not wait for another to finish. `what`: what messages call the file. Errors: System
    /// (another has it; the file cannot be opened for writing).
    static Result<WriterLock> take(const std::string& path, const std::string& what = "session");

    /// Whether the file is no longer there under any name: deleted, or another has taken its place.
    bool isFileGone() const;

private:
    class File;
    explicit WriterLock(std::shared_ptr<File> file) : m_file(std::move(file)) {}
    /// Closing any descriptor of a file ends all POSIX locks that the process has on it: SQLite's, too. So
    /// this one is closed last.
    std::shared_ptr<File> m_file;
};

} // namespace hareloom
