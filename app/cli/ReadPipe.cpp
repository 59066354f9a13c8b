// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ReadPipe.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

namespace hareloom::cli {

namespace {

constexpr std::size_t kMostBytes = 64 << 20; // as an experiment's file
constexpr int kWriterMilliseconds = 1000;    // within which a pipe's other end is to be opened

/// The descriptor to read from; its own ones are closed.
class Opened
{
public:
    // Without O_NONBLOCK a pipe that nobody writes to would never be open.
    explicit Opened(const std::string& name)
        : m_descriptor(name == "-" ? STDIN_FILENO : ::open(name.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC)),
          m_isOwn(name != "-")
    {
    }
    ~Opened()
    {
        if (m_isOwn && m_descriptor >= 0)
            ::close(m_descriptor);
    }
    Opened(const Opened&) = delete;
    Opened& operator=(const Opened&) = delete;

    int descriptor() const { return m_descriptor; }

private:
    int m_descriptor;
    bool m_isOwn;
};

std::string called(const std::string& name)
{
    return name == "-" ? "standard input" : name;
}

Error cannotRead(const std::string& name, int code)
{
    return systemError(called(name) + " cannot be read: " + std::strerror(code));
}

/// Waits until there is something to read, or the other end is closed; at most so long (-1: without end).
void waitFor(int descriptor, int milliseconds)
{
    pollfd waiting{descriptor, POLLIN, 0};
    while (::poll(&waiting, 1, milliseconds) < 0 && errno == EINTR) {
    }
}

} // namespace

bool isPipe(const std::string& name)
{
    std::error_code ignored;
    const std::filesystem::file_status status = std::filesystem::status(name, ignored);
    if (name == "-" || !std::filesystem::exists(status) || std::filesystem::is_directory(status))
        return name == "-";
    // /dev/stdin may be a file, too, whose folder is not /dev.
    return !std::filesystem::is_regular_file(status) || name.starts_with("/dev/");
}

Result<std::string> readPipe(const std::string& name)
{
    const Opened opened(name);
    if (opened.descriptor() < 0)
        return cannotRead(name, errno);
    std::string text;
    char some[1 << 16];
    for (bool hasWaited = false;;) {
        const ssize_t bytes = ::read(opened.descriptor(), some, sizeof some);
        if (bytes < 0 && errno == EAGAIN) { // somebody writes, and has not yet
            waitFor(opened.descriptor(), -1);
        } else if (bytes < 0 && errno != EINTR) {
            return cannotRead(name, errno);
        } else if (bytes > 0) {
            text.append(some, static_cast<std::size_t>(bytes));
        } else if (bytes == 0 && text.empty() && !hasWaited && name != "-") { // nobody writes: not yet?
            waitFor(opened.descriptor(), kWriterMilliseconds);
            hasWaited = true;
        } else if (bytes == 0) {
            break;
        }
        if (text.size() > kMostBytes)
            return invalidFile(called(name) + ": more than 64 MiB come from here; an experiment is smaller.");
    }
    if (text.empty())
        return invalidFile(called(name) +
                           ": nothing comes from here; an experiment (JSON) is expected, as from "
                           "'hareloom-cli show old-faithful | hareloom-cli run -'.");
    return text;
}

} // namespace hareloom::cli
