// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/TextLines.h"

#include <sstream>

namespace hareloom {
namespace {

constexpr char kEndOfFile = '\x1A'; // DOS closed its texts with it

} // namespace

TextLines::TextLines(std::istream& in, std::string origin, TextEncoding encoding)
    : m_decoder(in, encoding), m_origin(std::move(origin))
{
}

/// False where there is nothing more.
bool TextLines::fill()
{
    m_text.erase(0, m_at);
    m_at = 0;
    if (m_isOver)
        return false;
    const auto more = m_decoder.read(m_text);
    if (!more)
        m_failure = more.error().message;
    m_isOver = !more || !*more;
    return !m_isOver;
}

Result<bool> TextLines::next(std::string& line)
{
    line.clear();
    ++m_number;
    for (;;) {
        const std::size_t end = m_text.find_first_of("\r\n", m_at);
        line.append(m_text, m_at, end == std::string::npos ? end : end - m_at);
        if (line.size() > kMaxRowBytes)
            return invalidFile(
                m_origin + ", line " + std::to_string(m_number) +
                ": a line of more than 16 MiB was found; no table has such rows. Save it as CSV anew");
        m_at = end == std::string::npos ? m_text.size() : end;
        // An end of line may be three bytes long.
        if (end != std::string::npos && (m_text.size() - end >= 3 || m_isOver))
            break;
        if (!fill() && m_text.empty())
            break;
    }
    if (!m_failure.empty() && m_text.empty())
        return invalidFile(m_origin + ", line " + std::to_string(m_number) + ": " + m_failure);
    if (line.find('\0') != std::string::npos)
        return invalidFile(m_origin + ", line " + std::to_string(m_number) +
                           ": binary data were found where a table as text (CSV) was expected");
    skipEnd();
    if (m_isOver && m_end.empty() && line.ends_with(kEndOfFile))
        line.pop_back();
    return !m_end.empty() || !line.empty();
}

void TextLines::skipEnd()
{
    m_end.clear();
    for (const std::string_view end : {"\r\r\n", "\r\n", "\r", "\n"})
        if (m_text.compare(m_at, end.size(), end) == 0) {
            m_end = end;
            m_at += end.size();
            return;
        }
}

Result<std::string> beginningOf(std::istream& in, const std::string& origin, TextEncoding encoding,
                                std::int64_t most, bool& isWhole)
{
    TextDecoder decoder(in, encoding);
    std::string text;
    const auto linesOf = [&text] {
        std::istringstream read(text);
        TextLines lines(read, "", TextEncoding::Utf8);
        for (std::string line;;)
            if (const auto more = lines.next(line); !more || !*more || lines.end().empty())
                return lines.number();
    };
    isWhole = false;
    while (decoder.bytesRead() < most && !isWhole) {
        const auto more = decoder.read(text);
        if (!more)
            return invalidFile(origin + ", line " + std::to_string(linesOf()) + ": " + more.error().message);
        isWhole = !*more;
    }
    if (!isWhole)
        isWhole = in.peek() == std::istream::traits_type::eof();
    if (const std::size_t end = text.find_last_of("\r\n"); !isWhole && end != std::string::npos)
        text.resize(end + 1);
    return text;
}

} // namespace hareloom
