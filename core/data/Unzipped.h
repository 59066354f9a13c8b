// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <cstddef>
#include <cstdint>
#include <string>

struct gzFile_s; // zlib's

namespace hareloom {

/// Reads a file through zlib, which hands plain files through as they are.
class Unzipped
{
public:
    explicit Unzipped(const std::string& path);
    ~Unzipped();
    Unzipped(const Unzipped&) = delete;
    Unzipped& operator=(const Unzipped&) = delete;

    /// A regular file that may be read.
    bool isOpen() const { return m_file != nullptr; }
    /// Bytes read, fewer than asked at the end; -1 when the gzip stream is damaged.
    std::int64_t read(void* to, std::size_t bytes) const;
    bool isPlain() const;

private:
    gzFile_s* m_file;
};

/// All of a file, unzipped where it is gzip. Errors: InvalidFile naming the path (none there, damaged, more than `most`
/// bytes).
Result<std::string> readUnzipped(const std::string& path, std::int64_t most);

} // namespace hareloom
