// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Console.h"

#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <csignal>
#include <iostream>

namespace hareloom::cli {

namespace {

int terminalColumns()
{
    winsize size{};
    return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

} // namespace

Console processConsole()
{
    std::signal(SIGPIPE, SIG_IGN);
    // With the default action a file-size limit would kill the process instead of failing the write.
    std::signal(SIGXFSZ, SIG_IGN);
    std::ios::sync_with_stdio(false);
    return {std::cout, std::cerr, ::isatty(STDERR_FILENO) == 1, terminalColumns()};
}

bool readerIsGone()
{
    pollfd out{STDOUT_FILENO, POLLOUT, 0};
    return ::poll(&out, 1, 0) == 1 && (out.revents & POLLERR) != 0;
}

} // namespace hareloom::cli
