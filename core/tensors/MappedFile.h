// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <span>
#include <string>

namespace hareloom {

/// A file's bytes, read when looked at. Whoever cuts the file short meanwhile ends the program.
class MappedFile
{
public:
    /// Errors: InvalidFile (no such file, a folder, a pointer of Git LFS), System.
    static Result<MappedFile> open(const std::string& path);
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&&) = delete;
    ~MappedFile();

    std::span<const std::uint8_t> bytes() const { return {m_data, m_size}; }

private:
    MappedFile(const std::uint8_t* data, std::size_t size) : m_data(data), m_size(size) {}
    const std::uint8_t* m_data;
    std::size_t m_size;
};

} // namespace hareloom
