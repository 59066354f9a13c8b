// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ostream>

namespace hareloom::cli {

/// Where a command speaks: results to `out`, progress and errors to `err`.
struct Console
{
    std::ostream& out;
    std::ostream& err;
    bool errIsTerminal = false;
    int errColumns = 80; // of the terminal
};

/// The process's own stdout and stderr. A reader that goes away, as `head` does, ends no run.
Console processConsole();

/// Whether the reader of stdout has gone away: nobody is left to be told of an error.
bool readerIsGone();

} // namespace hareloom::cli
