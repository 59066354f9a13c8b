// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/WriterLock.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <mutex>
#include <set>
#include <utility>

namespace hareloom {

namespace {

constexpr off_t kLockedByte = off_t{1} << 62; // beyond any file, and beyond what SQLite locks (2^30)

using Identity = std::pair<dev_t, ino_t>;

/// The files that this process has locked: a second attempt must not open and close one of them.
struct Locked
{
    std::mutex mutex;
    std::set<Identity> files;
};

Locked& locked()
{
    static Locked s_locked;
    return s_locked;
}

Error isTaken(const std::string& path, const std::string& what)
{
    return systemError(path + ": another run is writing to this " + what +
                       "; wait until it has finished, or choose another file.");
}

Error cannotOpen(const std::string& path, const std::string& what, int code)
{
    return systemError(path + ": the " + what + " cannot be opened for writing (" + std::strerror(code) +
                       ").");
}

} // namespace

class WriterLock::File
{
public:
    File(int descriptor, Identity identity) : m_descriptor(descriptor), m_identity(identity) {}
    ~File()
    {
        const std::lock_guard lock(locked().mutex);
        locked().files.erase(m_identity);
        ::close(m_descriptor);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    int descriptor() const { return m_descriptor; }

private:
    int m_descriptor;
    Identity m_identity;
};

Result<WriterLock> WriterLock::take(const std::string& path, const std::string& what)
{
    const std::lock_guard lock(locked().mutex);
    struct stat known
    {
    };
    if (::stat(path.c_str(), &known) != 0)
        return cannotOpen(path, what, errno);
    if (locked().files.contains({known.st_dev, known.st_ino}))
        return isTaken(path, what);
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return cannotOpen(path, what, errno);
    struct flock wanted
    {
    };
    wanted.l_type = F_WRLCK;
    wanted.l_whence = SEEK_SET;
    wanted.l_start = kLockedByte;
    wanted.l_len = 1;
    struct stat opened
    {
    };
    ::fstat(descriptor, &opened);
    const bool isHeld =
        ::fcntl(descriptor, F_OFD_SETLK, &wanted) != 0 && (errno == EAGAIN || errno == EACCES);
    if (isHeld || opened.st_ino != known.st_ino || opened.st_dev != known.st_dev) {
        ::close(descriptor);
        return isTaken(path, what);
    }
    locked().files.insert({known.st_dev, known.st_ino});
    return WriterLock(std::make_shared<File>(descriptor, Identity(known.st_dev, known.st_ino)));
}

bool WriterLock::isFileGone() const
{
    struct stat now
    {
    };
    return ::fstat(m_file->descriptor(), &now) == 0 && now.st_nlink == 0;
}

} // namespace hareloom
