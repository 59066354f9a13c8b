// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/address/AddressedExperiment.h"
#include "core/address/FilesNamed.h"
#include "core/recipe/Variants.h"
#include "tests/fuzz/targets/Targets.h"

namespace hareloom::fuzz {

void address(Input input)
{
    const auto read = parseAddress(textOf(input));
    if (!read)
        return requireSentence(read.error());
    const std::string written = addressText(*read);
    if (written.size() <= kLongestAddress) { // blanks that were not encoded make it longer
        const auto again = parseAddress(written);
        require(again.ok(), "what is written can be read", written);
        require(addressText(*again) == written, "reading what is written changes nothing", written);
    }
    const auto opened = experimentOf(*read);
    if (!opened)
        return requireSentence(opened.error());
    require(expandVariants(opened->experiment).ok(), "what an address opens is valid", written);
    require(fileOf(opened->experiment).empty(), "an address names no file", written);
}

} // namespace hareloom::fuzz
