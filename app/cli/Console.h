// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ostream>
#include <string>

namespace hareloom::cli {

/// Where a command speaks: results to `out`, progress and errors to `err`.
struct Console
{
    std::ostream& out;
    std::ostream& err;
    bool errIsTerminal = false;
    int errColumns = 80; // of the terminal

    /// A line to `err`; nothing where there is nothing to say.
    void note(const std::string& line)
    {
        if (!line.empty())
            err << line << std::endl;
    }
};

/// The process's own stdout and stderr. A reader that goes away, as `head` does, ends no run.
Console processConsole();

/// Whether the reader of stdout has gone away: nobody is left to be told of an error.
bool readerIsGone();

} // namespace hareloom::cli
