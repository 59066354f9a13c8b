// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <span>
#include <string>
#include <string_view>

namespace hareloom {

/// A text that comes with a package of Debian's and its like: nothing of it is part of the program.
struct PackagedText
{
    std::string_view id;      // what source.path calls it
    std::string_view title;   // "The Devil's Dictionary"
    std::string_view summary; // one sentence: what it is, and how it may be used
    std::string_view package; // which brings it
    std::string_view file;    // where its files lie, for packagedData(); openCorpus() reads it
};

/// All of them.
std::span<const PackagedText> packagedTexts();
/// Null where no text has this id.
const PackagedText* findPackagedText(std::string_view id);

/// Where the text lies. Errors: InvalidInput with one sentence that names the package where it is not installed; `wanted`:
/// what asks for it, as "source.path".
Result<std::string> installedText(const PackagedText& text, const std::string& wanted);

/// Where a text lies that is called `path`: below `baseFolder` where there is such a file or folder, else a package's, else
/// the catalogue's (localOrHeld()). Errors: as installedText() and localOrHeld().
Result<std::string> textPlace(const std::string& path, const std::string& baseFolder, const std::string& wanted);

} // namespace hareloom
