// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace hareloom {

/// A term that the program uses, and what it means in plain words.
struct Term
{
    std::string_view name;
    std::string_view meaning;
};

/// In the order in which one would learn them. docs/glossary.md says the same; a test compares the two.
std::span<const Term> glossary();

} // namespace hareloom
