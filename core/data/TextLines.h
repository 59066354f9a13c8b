// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/TextDecoder.h"

namespace hareloom {

/// No line of a text, and no row of a table, is longer.
inline constexpr std::size_t kMaxRowBytes = 16 << 20;

/// The lines of a text as UTF-8, one after another. A line ends with LF, CR LF or CR, as on any system, or
/// with CR CR LF, which some programs write by mistake.
class TextLines
{
public:
    /// `in` outlives this and stands at its beginning; `origin` names the text in messages.
    TextLines(std::istream& in, std::string origin, TextEncoding encoding);

    /// The next line without its end; false after the last. Errors: InvalidFile with the line: binary data,
    /// bytes that are no character of the encoding, a line of more than kMaxRowBytes.
    Result<bool> next(std::string& line);
    /// Of the latest line, from 1.
    std::int64_t number() const { return m_number; }
    /// What ended the latest line: "\n", "\r\n", "\r"; empty at the text's end.
    std::string_view end() const { return m_end; }
    /// Bytes of the file that have been read, in pieces.
    std::int64_t bytesRead() const { return m_decoder.bytesRead(); }
    const std::string& origin() const { return m_origin; }

private:
    bool fill();
    void skipEnd();

    TextDecoder m_decoder;
    std::string m_origin;
    std::string m_text; // decoded
    std::size_t m_at = 0;
    std::string m_end;
    std::int64_t m_number = 0;
    bool m_isOver = false;
    std::string m_failure; // why it is over before its end: said of the line where that is
};

/// The whole lines among a text's first `most` bytes, as UTF-8; `isWhole`: there is nothing else. Errors: as
/// TextLines.
Result<std::string> beginningOf(std::istream& in, const std::string& origin, TextEncoding encoding,
                                std::int64_t most, bool& isWhole);

} // namespace hareloom
