// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <streambuf>
#include <string>

namespace hareloom::cli {

/// Hands on what is written to it with every character that a terminal would obey written as an escape
/// (printable()), but for line breaks and tabs: no name, title or text of a file moves the cursor, paints or
/// renames a window. Keeps what it is given until it is flushed, or has a good deal of it.
class PlainBuffer final : public std::streambuf
{
public:
    explicit PlainBuffer(std::streambuf& below) : m_below(below) {}

protected:
    int_type overflow(int_type character) override;
    std::streamsize xsputn(const char* text, std::streamsize size) override;
    int sync() override;

private:
    bool handOn(std::size_t bytes);

    std::streambuf& m_below;
    std::string m_text;
};

} // namespace hareloom::cli
