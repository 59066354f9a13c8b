// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/TextDecoder.h"

#include <algorithm>
#include <array>

namespace hareloom {
namespace {

constexpr std::size_t kHead = 64 << 10;

struct Beginning
{
    std::string_view bytes, what, advice;
};
constexpr std::array kOtherFiles = {
    Beginning{"PK\x03\x04", "a workbook (as .xlsx, .ods) or an archive", "save the sheet as CSV"},
    Beginning{"\xD0\xCF\x11\xE0", "a workbook of old (.xls)", "save the sheet as CSV"},
    Beginning{"\x1F\x8B", "compressed with gzip", "unpack it first"},
    Beginning{"BZh", "compressed with bzip2", "unpack it first"},
    Beginning{"\xFD"
              "7zXZ",
              "compressed with xz", "unpack it first"},
    Beginning{"\x28\xB5\x2F\xFD", "compressed with zstd", "unpack it first"},
    Beginning{"%PDF", "a PDF", "save the table as CSV"},
    Beginning{"PAR1", "a Parquet file", "save the table as CSV"},
    Beginning{"<!DOCTYPE", "a web page", "download the table itself"},
    Beginning{"<!doctype", "a web page", "download the table itself"},
    Beginning{"<html", "a web page", "download the table itself"},
};

std::int64_t linesIn(std::string_view text)
{
    const auto feeds = std::count(text.begin(), text.end(), '\n');
    return feeds > 0 ? feeds : std::count(text.begin(), text.end(), '\r');
}

Error binary(const std::string& origin, std::int64_t linesBefore)
{
    return invalidFile(
        origin + ", line " + std::to_string(1 + linesBefore) +
        ": binary data were found where a table as text (CSV) was expected. Save the table as CSV, "
        "in UTF-8");
}

/// Two bytes a character, most of them ASCII: what a spreadsheet's "Unicode text" is without its mark.
bool isUtf16(std::string_view head, std::size_t high)
{
    std::size_t ascii = 0, pairs = 0;
    for (std::size_t i = 0; i + 1 < head.size(); i += 2, ++pairs) {
        const auto top = static_cast<unsigned char>(head[i + high]);
        const auto low = static_cast<unsigned char>(head[i + 1 - high]);
        if (top == 0 && low < 0x20 && low != '\t' && low != '\r' && low != '\n')
            return false;
        ascii += top == 0 ? 1 : 0;
    }
    return pairs > 0 && ascii * 2 > pairs;
}

Result<TextEncoding> byBeginning(std::string_view head, const std::string& origin)
{
    for (const Beginning& other : kOtherFiles)
        if (head.starts_with(other.bytes))
            return invalidFile(origin + ": this file was found to be " + std::string(other.what) +
                               ", no table as text (CSV); " + std::string(other.advice));
    using namespace std::string_view_literals;
    if (head.starts_with("\xFF\xFE\0\0"sv) || head.starts_with("\0\0\xFE\xFF"sv))
        return invalidFile(origin +
                           ": this text was found to be UTF-32, which is not read; save it as UTF-8");
    if (head.starts_with("\xFF\xFE"))
        return TextEncoding::Utf16Le;
    if (head.starts_with("\xFE\xFF"))
        return TextEncoding::Utf16Be;
    if (head.starts_with("\xEF\xBB\xBF"))
        return TextEncoding::Utf8;
    if (head.find('\0') == std::string_view::npos)
        return TextEncoding::Auto;
    if (isUtf16(head, 1))
        return TextEncoding::Utf16Le;
    if (isUtf16(head, 0))
        return TextEncoding::Utf16Be;
    return binary(origin, linesIn(head.substr(0, head.find('\0'))));
}

bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

} // namespace

Result<TextEncoding> findEncoding(std::istream& in, const std::string& origin, std::int64_t most)
{
    std::string text(kHead, '\0');
    in.read(text.data(), std::ssize(text));
    text.resize(static_cast<std::size_t>(in.gcount()));
    in.clear();
    in.seekg(0);
    const auto begins = byBeginning(text, origin);
    if (!begins || *begins != TextEncoding::Auto)
        return begins;
    TextDecoder decoder(in, TextEncoding::Utf8);
    std::int64_t characters = 0, lines = 0; // characters of more than one byte
    while (decoder.bytesRead() < most) {
        text.clear();
        const auto more = decoder.read(text);
        if (!more && characters == 0)
            return TextEncoding::Windows1252;
        if (!more)
            return invalidFile(
                origin + ", line " + std::to_string(1 + lines) +
                ": bytes were found that are no UTF-8, in a text that is UTF-8 before them. Repair the "
                "line, or name the file's encoding in source.encoding");
        if (!*more)
            break;
        characters += std::count_if(text.begin(), text.end(), isContinuation);
        if (const std::size_t zero = text.find('\0'); zero != std::string::npos)
            return binary(origin, lines + linesIn(std::string_view(text).substr(0, zero)));
        lines += linesIn(text);
    }
    return TextEncoding::Utf8;
}

} // namespace hareloom
