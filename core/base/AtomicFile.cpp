// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/AtomicFile.h"

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace hareloom {

namespace {

Error cannotWrite(const std::string& path, int code)
{
    return systemError(path + ": the file cannot be written (" + std::strerror(code) +
                       "); choose another folder or free some space.");
}

/// Removes the unfinished file unless it was published.
struct Discard
{
    std::string path;
    ~Discard() { ::unlink(path.c_str()); }
};

/// A rename survives a power cut only when the folder is flushed too; not every file system can.
void flushFolder(const std::string& path)
{
    const std::string folder = std::filesystem::absolute(path).parent_path().string();
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fsync(descriptor);
    ::close(descriptor);
}

} // namespace

Result<void> makeFolder(const std::string& folder)
{
    namespace fs = std::filesystem;
    std::error_code failed;
    const fs::path place = fs::absolute(folder, failed).lexically_normal();
    const fs::path whole = place.has_filename() ? place : place.parent_path(); // without a slash at its end
    if (fs::is_directory(whole, failed))
        return {};
    if (whole.has_parent_path() && whole.parent_path() != whole)
        if (auto above = makeFolder(whole.parent_path().string()); !above)
            return above;
    fs::create_directory(whole, failed);
    if (failed && !fs::is_directory(whole))
        return systemError(folder + ": this folder cannot be made (" + failed.message() +
                           "); choose another place, or free some space.");
    flushFolder(whole.string());
    return {};
}

std::string nameBeside(const std::string& path)
{
    static std::atomic<unsigned> s_count{0};
    return path + ".part-" + std::to_string(::getpid()) + "-" + std::to_string(s_count.fetch_add(1));
}

Result<void> publishFile(const std::string& written, const std::string& path)
{
    const int descriptor = ::open(written.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return cannotWrite(path, errno);
    const int flushed = ::fsync(descriptor) == 0 ? 0 : errno;
    ::close(descriptor);
    if (flushed != 0)
        return cannotWrite(path, flushed);
    if (::rename(written.c_str(), path.c_str()) != 0)
        return cannotWrite(path, errno);
    flushFolder(path);
    return {};
}

Result<void> writeFileAtomically(const std::string& path,
                                 const std::function<Result<void>(std::ostream&)>& write)
{
    const Discard unfinished{nameBeside(path)};
    errno = 0;
    std::ofstream out(unfinished.path, std::ios::binary | std::ios::trunc);
    if (!out)
        return cannotWrite(path, errno);
    if (Result<void> written = write(out); !written)
        return written;
    out.close();
    if (!out)
        return cannotWrite(path, errno != 0 ? errno : EIO);
    return publishFile(unfinished.path, path);
}

} // namespace hareloom
