// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace hareloom {

/// What a model of text wrote, to be read. UTF-8; lists of one length belong together.
struct WrittenTexts
{
    /// The experiment's chosen prompts, and how the model goes on from each.
    std::vector<std::string> prompts, answers;
    /// Some rows of its sample as text, the first of them, each with the prompt that it continues.
    std::vector<std::string> passages, passagePrompts;

    bool operator==(const WrittenTexts&) const = default;
};

} // namespace hareloom
