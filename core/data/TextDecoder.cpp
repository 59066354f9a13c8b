// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/TextDecoder.h"

#include <iconv.h>

#include <cerrno>

namespace hareloom {
namespace {

constexpr std::size_t kPiece = 64 << 10;
constexpr std::string_view kMark = "\xEF\xBB\xBF"; // U+FEFF

const char* charsetOf(TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Auto:
    case TextEncoding::Utf8:
        return "UTF-8";
    case TextEncoding::Utf16Le:
        return "UTF-16LE";
    case TextEncoding::Utf16Be:
        return "UTF-16BE";
    case TextEncoding::Windows1252:
        return "CP1252";
    case TextEncoding::Windows1250:
        return "CP1250";
    case TextEncoding::Windows1251:
        return "CP1251";
    case TextEncoding::Gb18030:
        return "GB18030";
    case TextEncoding::ShiftJis:
        return "CP932";
    }
    return "UTF-8";
}

} // namespace

/// The C library's own tables.
struct TextDecoder::Converter
{
    explicit Converter(const char* charset) : handle(iconv_open("UTF-8", charset)) {}
    ~Converter()
    {
        if (isOpen())
            iconv_close(handle);
    }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;

    bool isOpen() const { return reinterpret_cast<std::intptr_t>(handle) != -1; }

    iconv_t handle;
};

TextDecoder::TextDecoder(std::istream& in, TextEncoding encoding)
    : m_in(in), m_encoding(encoding), m_converter(std::make_unique<Converter>(charsetOf(encoding)))
{
}

TextDecoder::~TextDecoder() = default;

Result<bool> TextDecoder::read(std::string& text)
{
    const std::string name(wordOf(kTextEncodingNames, m_encoding));
    if (!m_converter->isOpen())
        return invalidFile("this computer cannot read " + name + "; save the file as UTF-8");
    const std::size_t kept = m_raw.size();
    m_raw.resize(kept + kPiece);
    m_in.read(m_raw.data() + kept, static_cast<std::streamsize>(kPiece));
    const auto got = static_cast<std::size_t>(m_in.gcount());
    m_raw.resize(kept + got);
    m_bytes += m_in.gcount();
    if (m_raw.empty())
        return false;
    const std::size_t before = text.size();
    const Result<void> converted = convert(text);
    if (m_atStart && text.size() > before) {
        m_atStart = false;
        if (text.compare(before, kMark.size(), kMark) == 0)
            text.erase(before, kMark.size());
    }
    if (converted && (got > 0 || m_raw.empty()))
        return true;
    if (text.size() > before) // first what could be read; the same bytes come up again
        return true;
    return invalidFile("bytes were found that are no " + name +
                       ". Repair them, or name the file's encoding in source.encoding");
}

// What an unfinished character at the end of a piece needs comes with the next one.
Result<void> TextDecoder::convert(std::string& text)
{
    char out[kPiece];
    char* from = m_raw.data();
    std::size_t left = m_raw.size();
    for (;;) {
        char* to = out;
        std::size_t room = sizeof out;
        const std::size_t done = iconv(m_converter->handle, &from, &left, &to, &room);
        const int reason = done == static_cast<std::size_t>(-1) ? errno : 0;
        text.append(out, static_cast<std::size_t>(to - out));
        if (reason == E2BIG)
            continue;
        m_raw.erase(0, m_raw.size() - left);
        return reason == EILSEQ ? Result<void>(invalidFile("")) : Result<void>();
    }
}

} // namespace hareloom
