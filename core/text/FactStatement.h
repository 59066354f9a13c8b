// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

namespace hareloom {

/// What a sentence says of a topic of the field guide, beside what the guide says of it.
struct FactStatement
{
    std::size_t begin = 0, end = 0; // where the value stands: bytes of the text
    int topic = 0;                  // index into the guide's topics()
    std::string fact;               // its name in the grammar: "height"
    std::string inGuide;            // what the guide would have written in that place
    bool isRight = true;

    bool operator==(const FactStatement&) const = default;
};

} // namespace hareloom
