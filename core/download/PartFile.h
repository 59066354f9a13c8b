// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <span>
#include <string>

namespace hareloom {

/// A file in the making, PATH.part, which only one program writes at a time. It keeps what has arrived until
/// it is whole and checked, and only then gets its name. One thread.
class PartFile
{
public:
    /// Opens or begins the unfinished file of `path`, and makes its folder. Errors: System, as when another
    /// program is at it, or when it is a link, which is not followed.
    static Result<PartFile> open(const std::string& path);
    PartFile(PartFile&& other) noexcept;
    PartFile& operator=(PartFile&&) = delete;
    /// Leaves what has arrived, and nothing when nothing has.
    ~PartFile();

    std::int64_t size() const { return m_size; }
    const std::string& partPath() const { return m_partPath; }
    Result<void> startAgain();
    /// Errors: System, with the reason: the disk is full.
    Result<void> append(std::span<const char> bytes);
    /// Gives it its name, once it is safely on the disk. The last call.
    Result<void> finish();

private:
    PartFile(std::string path, int handle);
    Error failed(const char* what) const;

    std::string m_path, m_partPath;
    int m_handle = -1;
    std::int64_t m_size = 0;
};

} // namespace hareloom
