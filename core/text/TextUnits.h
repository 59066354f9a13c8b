// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Word.h"

namespace hareloom {

/// What the tokens of a text are.
enum class TextUnits {
    Pieces,     // of a model's own tokenizer
    Words,      // of a language that parts them by spaces, and punctuation
    Characters, // Unicode's code points
};
inline constexpr std::array<Word<TextUnits>, 3> kTextUnits = {
    {{TextUnits::Pieces, "pieces"}, {TextUnits::Words, "words"}, {TextUnits::Characters, "characters"}}};

} // namespace hareloom
