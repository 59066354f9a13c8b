// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Word.h"

namespace hareloom {

/// Which characters a text file's bytes stand for. Auto: findEncoding() tells.
enum class TextEncoding {
    Auto,
    Utf8,
    Utf16Le,
    Utf16Be,
    Windows1252,
    Windows1250,
    Windows1251,
    Gb18030,
    ShiftJis
};
inline constexpr std::array<Word<TextEncoding>, 9> kTextEncodings = {
    {{TextEncoding::Auto, "auto"},
     {TextEncoding::Utf8, "utf-8"},
     {TextEncoding::Utf16Le, "utf-16le"},
     {TextEncoding::Utf16Be, "utf-16be"},
     {TextEncoding::Windows1252, "windows-1252"},
     {TextEncoding::Windows1250, "windows-1250"},
     {TextEncoding::Windows1251, "windows-1251"},
     {TextEncoding::Gb18030, "gb18030"},
     {TextEncoding::ShiftJis, "shift_jis"}}};

/// For people: "UTF-8", "Windows-1252".
inline constexpr std::array<Word<TextEncoding>, 9> kTextEncodingNames = {
    {{TextEncoding::Auto, "automatic"},
     {TextEncoding::Utf8, "UTF-8"},
     {TextEncoding::Utf16Le, "UTF-16 (little-endian)"},
     {TextEncoding::Utf16Be, "UTF-16 (big-endian)"},
     {TextEncoding::Windows1252, "Windows-1252"},
     {TextEncoding::Windows1250, "Windows-1250"},
     {TextEncoding::Windows1251, "Windows-1251"},
     {TextEncoding::Gb18030, "GB18030"},
     {TextEncoding::ShiftJis, "Shift JIS"}}};

} // namespace hareloom
