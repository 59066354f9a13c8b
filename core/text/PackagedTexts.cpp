// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/PackagedTexts.h"

#include "core/base/ProgramFiles.h"
#include "core/catalogue/Holdings.h"

#include <algorithm>
#include <array>
#include <filesystem>

namespace hareloom {
namespace {

constexpr std::array kTexts = {
    PackagedText{"devils-dictionary", "The Devil's Dictionary",
                 "Ambrose Bierce's satirical dictionary of 1911, some 1,000 entries, out of copyright.", "dict-devil",
                 "dictd/devil.index"},
    PackagedText{"jargon-lexicon", "The Jargon Lexicon",
                 "The words of the first hackers, some 2,300 entries, in the public domain.", "dict-jargon",
                 "dictd/jargon.index"},
    PackagedText{"tang-poems", "Three Hundred Tang Poems",
                 "Chinese poems of the 7th to the 10th century, out of copyright.", "fortunes-zh",
                 "games/fortunes/tang300"},
};

} // namespace

std::span<const PackagedText> packagedTexts()
{
    return kTexts;
}

const PackagedText* findPackagedText(std::string_view id)
{
    const auto found = std::find_if(kTexts.begin(), kTexts.end(), [id](const PackagedText& t) { return t.id == id; });
    return found == kTexts.end() ? nullptr : &*found;
}

Result<std::string> installedText(const PackagedText& text, const std::string& wanted)
{
    std::error_code ignored;
    if (const auto path = packagedData(text.file); std::filesystem::is_regular_file(path, ignored))
        return path.string();
    return invalidInput(wanted + ": \"" + std::string(text.title) + "\" comes with the package " +
                        std::string(text.package) + ", which is not installed. Install it (sudo apt install " +
                        std::string(text.package) + "), or name another text.");
}

Result<std::string> textPlace(const std::string& path, const std::string& baseFolder, const std::string& wanted)
{
    std::error_code ignored;
    const PackagedText* packaged = findPackagedText(path);
    const bool isLocal = std::filesystem::exists(std::filesystem::path(baseFolder) / path, ignored);
    return packaged && !isLocal ? installedText(*packaged, wanted) : localOrHeld(path, baseFolder, wanted);
}

} // namespace hareloom
