// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ostream>
#include <string>

namespace hareloom::cli {

/// Where a command speaks. Nothing that a file holds can steer a terminal: `out` and `err` show control
/// characters as escapes, and so does `data` where stdout is a terminal.
struct Console
{
    std::ostream& out;  // stdout: sentences and tables for people
    std::ostream& data; // stdout: what programs read (CSV, JSON, texts), byte for byte in a file or a pipe
    std::ostream& err;  // stderr: progress and errors
    std::ostream& bar;  // stderr as it is, for draw() and wipe() alone
    bool errIsTerminal = false;
    int errColumns = 80; // of the terminal

    /// A line to `err`; nothing where there is nothing to say.
    void note(const std::string& line)
    {
        if (!line.empty())
            err << line << std::endl;
    }
    /// Draws `line`, cut to the terminal's width, over the line before. Only where err is a terminal.
    void draw(const std::string& line);
    /// Takes the line that draw() has drawn away.
    void wipe();
};

/// The process's own stdout and stderr. A reader that goes away, as `head` does, ends no run.
Console processConsole();

/// Whether the reader of stdout has gone away: nobody is left to be told of an error.
bool readerIsGone();

} // namespace hareloom::cli
