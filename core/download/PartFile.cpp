// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/download/PartFile.h"

#include "core/catalogue/Holdings.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

namespace hareloom {
namespace {

namespace fs = std::filesystem;

/// Whether `handle` is still the file of this name: another program may have finished it meanwhile.
bool isStill(int handle, const std::string& path)
{
    struct stat opened
    {
    }, named{};
    return ::fstat(handle, &opened) == 0 && ::stat(path.c_str(), &named) == 0 &&
           opened.st_ino == named.st_ino && opened.st_dev == named.st_dev;
}

} // namespace

PartFile::PartFile(std::string path, int handle)
    : m_path(std::move(path)), m_partPath(m_path + kPartSuffix), m_handle(handle)
{
    const auto end = ::lseek(handle, 0, SEEK_END);
    m_size = end < 0 ? 0 : static_cast<std::int64_t>(end);
}

PartFile::PartFile(PartFile&& other) noexcept
    : m_path(std::move(other.m_path)),
      m_partPath(std::move(other.m_partPath)),
      m_handle(std::exchange(other.m_handle, -1)),
      m_size(other.m_size)
{
}

PartFile::~PartFile()
{
    if (m_handle < 0)
        return;
    if (m_size == 0)
        ::unlink(m_partPath.c_str());
    ::close(m_handle);
}

Result<PartFile> PartFile::open(const std::string& path)
{
    std::error_code failure;
    fs::create_directories(fs::path(path).parent_path(), failure);
    if (failure)
        return systemError(fs::path(path).parent_path().string() +
                           ": this folder cannot be made: " + failure.message());
    const std::string part = path + kPartSuffix;
    for (;;) {
        const int handle = ::open(part.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);
        if (handle < 0 && errno == ELOOP)
            return systemError(part +
                               ": this is a link to another file, which is left alone; take the link away");
        if (handle < 0)
            return systemError(part + ": cannot be written: " + std::strerror(errno));
        if (::flock(handle, LOCK_EX | LOCK_NB) != 0) {
            ::close(handle);
            return systemError(part + ": another program is fetching this file just now");
        }
        if (isStill(handle, part))
            return PartFile(path, handle);
        ::close(handle);
    }
}

Error PartFile::failed(const char* what) const
{
    const int why = errno;
    if (why == ENOSPC || why == EDQUOT)
        return systemError(m_partPath + ": the disk is full; free some space and try again");
    return systemError(m_partPath + ": " + what + ": " + std::strerror(why));
}

Result<void> PartFile::startAgain()
{
    if (::ftruncate(m_handle, 0) != 0 || ::lseek(m_handle, 0, SEEK_SET) != 0)
        return failed("cannot be emptied");
    m_size = 0;
    return {};
}

Result<void> PartFile::append(std::span<const char> bytes)
{
    while (!bytes.empty()) {
        const auto written = ::write(m_handle, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return failed("cannot be written");
        m_size += written;
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return {};
}

Result<void> PartFile::finish()
{
    if (::fsync(m_handle) != 0)
        return failed("cannot be written");
    if (::rename(m_partPath.c_str(), m_path.c_str()) != 0)
        return failed("cannot be renamed");
    ::close(std::exchange(m_handle, -1));
    return {};
}

} // namespace hareloom
