// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/PlainBuffer.h"

#include "core/base/Text.h"

namespace hareloom::cli {

namespace {

constexpr std::size_t kMostKept = 1 << 16;

/// Bytes of `text` that end with a whole character.
std::size_t wholeCharacters(const std::string& text)
{
    std::size_t end = text.size();
    while (end > 0 && text.size() - end < 3 && (static_cast<unsigned char>(text[end - 1]) & 0xC0) == 0x80)
        --end;
    const bool isWhole = end == text.size() && end > 0 && static_cast<unsigned char>(text[end - 1]) < 0x80;
    return isWhole || end == 0 ? text.size() : end - 1;
}

} // namespace

std::streambuf::int_type PlainBuffer::overflow(int_type character)
{
    if (traits_type::eq_int_type(character, traits_type::eof()))
        return traits_type::not_eof(character);
    const char c = traits_type::to_char_type(character);
    return xsputn(&c, 1) == 1 ? character : traits_type::eof();
}

std::streamsize PlainBuffer::xsputn(const char* text, std::streamsize size)
{
    m_text.append(text, static_cast<std::size_t>(size));
    if (m_text.size() >= kMostKept && !handOn(wholeCharacters(m_text)))
        return 0;
    return size;
}

int PlainBuffer::sync()
{
    return handOn(m_text.size()) && m_below.pubsync() == 0 ? 0 : -1;
}

bool PlainBuffer::handOn(std::size_t bytes)
{
    const std::string shown = printable(std::string_view(m_text).substr(0, bytes), "\n\t");
    m_text.erase(0, bytes);
    const auto size = static_cast<std::streamsize>(shown.size());
    return m_below.sputn(shown.data(), size) == size;
}

} // namespace hareloom::cli
