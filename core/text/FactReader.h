// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/FactStatement.h"
#include "core/text/FieldGuide.h"

#include <memory>
#include <string_view>
#include <vector>

namespace hareloom {

/// Holds what a text says against the field guide. A sentence can be checked when it is whole, has the form of one of
/// the guide's sentences (or headings) with any of its values, and its topic is known: the one that it names, else the
/// one that the heading or sentence before it names. Each value in it that is a fact of its topic is a statement; the
/// topic's name itself is none. A model that mixes two churches up writes sentences of the right form with another
/// church's values: those are found. Sentences of any other form are passed over, so a share of right statements says
/// nothing of how much of a text can be checked: their number does.
/// Immutable; any thread.
class FactReader
{
public:
    /// The guide must live as long.
    explicit FactReader(const FieldGuide& guide);
    ~FactReader();

    /// In the order of the text.
    std::vector<FactStatement> read(std::string_view text) const;

private:
    struct Forms;
    std::unique_ptr<const Forms> m_forms;
};

} // namespace hareloom
