// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Console.h"

#include "app/cli/PlainBuffer.h"
#include "core/base/Text.h"

#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <string_view>

namespace hareloom::cli {

namespace {

int terminalColumns()
{
    winsize size{};
    return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

/// Whether lines can be drawn over: not where TERM says that the terminal cannot.
bool canRedraw()
{
    const char* const terminal = std::getenv("TERM");
    return ::isatty(STDERR_FILENO) == 1 && !(terminal && std::string_view(terminal) == "dumb");
}

} // namespace

void Console::draw(const std::string& line)
{
    bar << '\r' << printable(line.substr(0, static_cast<std::size_t>(std::max(10, errColumns - 1))))
        << "\x1b[K" << std::flush;
}

void Console::wipe()
{
    bar << "\r\x1b[K" << std::flush;
}

Console processConsole()
{
    std::signal(SIGPIPE, SIG_IGN);
    // With the default action a file-size limit would kill the process instead of failing the write.
    std::signal(SIGXFSZ, SIG_IGN);
    std::ios::sync_with_stdio(false);
    static PlainBuffer s_plainOut(*std::cout.rdbuf()), s_plainErr(*std::cerr.rdbuf());
    static std::ostream s_out(&s_plainOut), s_err(&s_plainErr);
    s_err << std::unitbuf;
    std::ostream& data = ::isatty(STDOUT_FILENO) == 1 ? s_out : std::cout;
    return {s_out, data, s_err, std::cerr, canRedraw(), terminalColumns()};
}

bool readerIsGone()
{
    pollfd out{STDOUT_FILENO, POLLOUT, 0};
    return ::poll(&out, 1, 0) == 1 && (out.revents & POLLERR) != 0;
}

} // namespace hareloom::cli
