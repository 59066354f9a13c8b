// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <string>

namespace hareloom {

/// Files of entries as Linux systems have them. Each becomes one text in UTF-8 with a heading for each entry,
/// "= Title =", a blank line, its paragraphs of one line each, a blank line: an entry is an article (Corpus.h).

/// Whether the path is that of a dictionary of dictd (RFC 2229's server): NAME.index beside NAME.dict or NAME.dict.dz,
/// which is gzip.
bool isDictionary(const std::string& indexPath);

/// Its entries in the order of the text, each under its headword; what describes the dictionary itself is left out. Errors:
/// InvalidFile (damaged, not UTF-8, an entry beyond the end).
Result<std::string> readDictionary(const std::string& indexPath);

/// Whether the path is a file of fortune(6): entries parted by lines "%", with its index NAME.dat beside it.
bool isFortunes(const std::string& path);

/// Its entries in their order, without the escapes that colour a terminal. An entry whose first line is in Chinese title
/// marks has that as its heading and keeps its lines; others have none and are paragraphs. Errors: InvalidFile.
Result<std::string> readFortunes(const std::string& path);

} // namespace hareloom
