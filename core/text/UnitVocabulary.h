// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/TextUnits.h"
#include "core/text/Vocabulary.h"

#include <unordered_map>

namespace hareloom {

/// Words or characters as tokens: all that stand in a text, the most frequent first, of equally frequent ones
/// the one that came first. Any text goes back and forth unchanged but for words that the vocabulary does not
/// know: they have the id 0 and come back as U+FFFD.
///
/// A word is a run of letters, marks, digits and underscores, with apostrophes and hyphens between them, and
/// the space in front of it; each other character is a token, too, with the space in front of it, and so are
/// line ends and any further spaces. So spaces need no rule when the tokens are put together. Of a language
/// that puts none between its words, as Chinese, take characters.
class UnitVocabulary final : public Vocabulary
{
public:
    /// At most as many different tokens as metrics of text take (core/metrics/Text.h).
    static constexpr std::size_t kMostUnits = 1U << 21;

    /// `units`: Words or Characters. Errors: InvalidData (no UTF-8, with the byte offset; more than
    /// kMostUnits different tokens).
    static Result<VocabularyPtr> make(TextUnits units, std::string_view utf8);

    int size() const override { return static_cast<int>(m_texts.size()); }
    Result<std::vector<int>> encode(std::string_view utf8, bool withSpecial = true) const override;
    std::string decode(std::span<const int> ids, bool withSpecial = false) const override;

private:
    UnitVocabulary(TextUnits units, std::vector<std::string> texts);

    TextUnits m_units;
    std::vector<std::string> m_texts; // (size); of id 0: U+FFFD
    std::unordered_map<std::string_view, int> m_ids;
};

} // namespace hareloom
