// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hareloom {

struct GuidePart;
/// A template of the field guide's grammar, read: its parts follow one another.
using GuideTemplate = std::vector<GuidePart>;

/// {fact}, {Fact} with a capital, {year+20} a sum, [one|of|these], #10-99 a number, ~place an invented name;
/// everything else is words.
struct GuidePart
{
    enum class Kind { Words, OneOf, Fact, Number, Name };

    Kind kind = Kind::Words;
    std::string text;                        // the words; the name of the fact; the kind of the name
    bool isCapital = false;                  // Fact: with a capital in front
    double plus = 0;                         // Fact: a number that is added to it
    int low = 0, high = 0;                   // Number: from low to high
    std::vector<GuideTemplate> options = {}; // OneOf
};

/// A template that cannot be read is a bug in the grammar and throws std::logic_error.
GuideTemplate parseTemplate(std::string_view pattern);

} // namespace hareloom
