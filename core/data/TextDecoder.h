// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/data/TextEncoding.h"

#include <cstdint>
#include <istream>
#include <memory>
#include <string>

namespace hareloom {

/// A text's bytes as UTF-8, piece by piece, without a byte-order mark; needs no more memory than a piece.
class TextDecoder
{
public:
    /// `in` outlives this. `encoding` is not Auto.
    TextDecoder(std::istream& in, TextEncoding encoding);
    ~TextDecoder();
    TextDecoder(const TextDecoder&) = delete;
    TextDecoder& operator=(const TextDecoder&) = delete;

    /// Appends the next piece; false at the end. Error: InvalidFile, a sentence without the place, at bytes
    /// that are no character; everything before them has been given.
    Result<bool> read(std::string& text);
    /// Bytes of the file that have been read.
    std::int64_t bytesRead() const { return m_bytes; }

private:
    struct Converter;

    Result<void> convert(std::string& text);

    std::istream& m_in;
    TextEncoding m_encoding;
    std::unique_ptr<Converter> m_converter;
    std::string m_raw; // read and not yet converted
    std::int64_t m_bytes = 0;
    bool m_atStart = true;
};

/// How the text is encoded: by its byte-order mark; UTF-16 without one where that is evident; UTF-8 when all
/// of it is; otherwise Windows-1252. Reads `in` from its beginning to its end, or `most` bytes.
/// Errors: InvalidFile, beginning with `origin`: what is no text, naming what it is where that is known, and
/// a text that is UTF-8 but for some bytes, with the line.
Result<TextEncoding> findEncoding(std::istream& in, const std::string& origin, std::int64_t most);

} // namespace hareloom
