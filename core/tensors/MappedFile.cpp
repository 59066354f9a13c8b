// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensors/MappedFile.h"

#include "core/base/ReadFile.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace hareloom {

Result<MappedFile> MappedFile::open(const std::string& path)
{
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0) {
        const std::string why = path + ": cannot be read: " + std::strerror(errno);
        return errno == ENOENT ? invalidFile(why) : systemError(why);
    }
    struct stat about = {};
    const bool isFile = fstat(file, &about) == 0 && S_ISREG(about.st_mode);
    const auto size = isFile ? static_cast<std::size_t>(about.st_size) : 0;
    void* data = size > 0 ? mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0) : nullptr;
    close(file);
    if (!isFile)
        return invalidFile(path + ": found something that is not a file");
    if (data == MAP_FAILED)
        return systemError(path + ": cannot be read: " + std::strerror(errno));
    MappedFile mapped(static_cast<const std::uint8_t*>(data), size);
    if (auto refused = refusalOfPointer(path, {static_cast<const char*>(data), size}))
        return *refused;
    return mapped;
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr)), m_size(std::exchange(other.m_size, 0))
{
}

MappedFile::~MappedFile()
{
    if (m_data)
        munmap(const_cast<std::uint8_t*>(m_data), m_size);
}

} // namespace hareloom
