// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/AtomicFile.h"

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <charconv>
#include <climits>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <vector>

namespace hareloom {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPart = ".part-";

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

/// A file, or a folder after all that is in it: each is flushed once.
Result<void> flushTree(const std::string& path)
{
    std::error_code failed;
    if (fs::is_directory(path, failed))
        for (fs::directory_iterator entry(path, failed), end; !failed && entry != end;
             entry.increment(failed))
            if (Result<void> flushed = flushTree(entry->path().string()); !flushed)
                return flushed;
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return cannotWrite(path, errno);
    // Not every file system can flush a folder.
    const int code = ::fsync(descriptor) == 0 || errno == EINVAL ? 0 : errno;
    ::close(descriptor);
    return code == 0 ? Result<void>() : Result<void>(cannotWrite(path, code));
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
    if (std::error_code absent; failed && !fs::is_directory(whole, absent))
        return systemError(folder + ": this folder cannot be made (" + failed.message() +
                           "); choose another place, or free some space.");
    flushFolder(whole.string());
    return {};
}

Result<void> checkFolderToWrite(const std::string& folder)
{
    std::error_code ignored;
    fs::path existing = fs::absolute(folder, ignored).lexically_normal();
    while (!fs::exists(fs::symlink_status(existing, ignored)) && existing.has_relative_path())
        existing = existing.parent_path();
    if (!fs::is_directory(existing, ignored))
        return invalidInput(existing.string() +
                            ": this is a file, and a folder is to be there. Choose another name.");
    if (::access(existing.c_str(), W_OK | X_OK) != 0)
        return systemError(existing.string() + ": you may not write into this folder. Choose another one.");
    return {};
}

std::string nameBeside(const std::string& path)
{
    static std::atomic<unsigned> s_count{0};
    const std::string suffix =
        std::string(kPart) + std::to_string(::getpid()) + "-" + std::to_string(s_count.fetch_add(1));
    // What SQLite keeps beside a file has a longer name still.
    constexpr std::size_t longest = NAME_MAX - std::string_view("-journal").size();
    const fs::path whole(path);
    std::string name = whole.filename().string();
    if (name.size() + suffix.size() <= longest)
        return path + suffix;
    std::size_t length = longest - suffix.size();
    while (length > 0 && (static_cast<unsigned char>(name[length]) & 0xC0) == 0x80)
        --length; // not within a character
    name.resize(length);
    return (whole.parent_path() / (name + suffix)).string();
}

void removeLeftovers(const std::string& path)
{
    std::error_code failed;
    const std::string begin = fs::path(path).filename().string() + std::string(kPart);
    fs::path folder = fs::path(path).parent_path();
    std::vector<fs::path> left;
    for (fs::directory_iterator entry(folder.empty() ? "." : folder, failed), end; !failed && entry != end;
         entry.increment(failed)) {
        const std::string name = entry->path().filename().string();
        long process = 0;
        const char* const first = name.data() + std::min(begin.size(), name.size());
        if (name.starts_with(begin) &&
            std::from_chars(first, name.data() + name.size(), process).ptr != first && process > 0 &&
            ::kill(static_cast<pid_t>(process), 0) != 0 && errno == ESRCH)
            left.push_back(entry->path());
    }
    for (const fs::path& leftover : left)
        fs::remove_all(leftover, failed);
}

Result<void> flushToDisk(const std::string& path)
{
    Result<void> flushed = flushTree(path);
    if (flushed)
        flushFolder(path);
    return flushed;
}

Result<void> publishFile(const std::string& written, const std::string& path)
{
    if (Result<void> flushed = flushToDisk(written); !flushed)
        return flushed;
    if (::rename(written.c_str(), path.c_str()) != 0)
        return cannotWrite(path, errno);
    flushFolder(path);
    return {};
}

Result<void> publishNewFile(const std::string& written, const std::string& path)
{
    if (Result<void> flushed = flushToDisk(written); !flushed)
        return flushed;
    int code =
        ::renameat2(AT_FDCWD, written.c_str(), AT_FDCWD, path.c_str(), RENAME_NOREPLACE) == 0 ? 0 : errno;
    if (code == EINVAL || code == ENOSYS) // a file system without it can still make a second name
        code = ::link(written.c_str(), path.c_str()) == 0 ? ::unlink(written.c_str()), 0 : errno;
    if (code == EEXIST)
        return invalidFile(path + ": the file exists and is not overwritten; choose another name.");
    if (code != 0)
        return cannotWrite(path, code);
    flushFolder(path);
    return {};
}

Result<void> exchange(const std::string& written, const std::string& path)
{
    std::error_code absent;
    const bool isNew = !fs::exists(fs::symlink_status(path, absent));
    int code = ::renameat2(AT_FDCWD, written.c_str(), AT_FDCWD, path.c_str(),
                           isNew ? RENAME_NOREPLACE : RENAME_EXCHANGE) == 0
                   ? 0
                   : errno;
    if (code == EINVAL || code == ENOSYS) { // a file system without it: in two steps
        const std::string aside = nameBeside(path);
        code = isNew || ::rename(path.c_str(), aside.c_str()) == 0 ? 0 : errno;
        if (code == 0 && ::rename(written.c_str(), path.c_str()) != 0) {
            code = errno;
            if (!isNew)
                ::rename(aside.c_str(), path.c_str());
        } else if (code == 0 && !isNew) {
            ::rename(aside.c_str(), written.c_str());
        }
    }
    if (code != 0)
        return cannotWrite(path, code);
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
