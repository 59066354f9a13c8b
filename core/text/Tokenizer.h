// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/text/PairMerges.h"
#include "core/text/TokenizerFiles.h"
#include "core/text/Vocabulary.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hareloom {

class Tokenizer;
using TokenizerPtr = std::shared_ptr<const Tokenizer>;

/// Byte-level byte-pair encoding as GPT-2 and OPT have it: any UTF-8 text becomes ids in [0, size()), and
/// back. Names of special pieces within a text, as "</s>", are text like any other. Immutable; any thread.
class Tokenizer final : public Vocabulary
{
public:
    /// From a folder in Hugging Face's layout: vocab.json and merges.txt, or else tokenizer.json; see
    /// readTokenizerFiles(). Errors: InvalidFile or Unsupported, naming the file.
    static Result<TokenizerPtr> open(const std::string& folder);
    /// Errors: InvalidFile; the message begins with "found".
    static Result<TokenizerPtr> make(TokenizerParts parts);

    /// The ids of `utf8`. `withSpecial`: bos() in front where this vocabulary's convention has it (OPT's has,
    /// GPT-2's has not); nothing is put behind. Memory beyond text and ids is bounded (a few MB). Errors:
    /// InvalidData naming the byte offset where the text is no UTF-8, or of a word longer than kMaxWordBytes.
    Result<std::vector<int>> encode(std::string_view utf8, bool withSpecial = true) const override;
    static constexpr std::size_t kMaxWordBytes = 1U << 20;

    /// The text of any ids. Bytes that are no UTF-8, as where a character is cut, and ids outside [0, size())
    /// become U+FFFD each; special pieces leave nothing unless `withSpecial`, then their name. Never fails.
    std::string decode(std::span<const int> ids, bool withSpecial = false) const override;

    /// The bytes that the id stands for (the name, for a special piece); maybe a part of a character. Empty
    /// for an id outside [0, size()).
    const std::string& bytesOf(int id) const;
    bool isSpecial(int id) const;
    /// The id of a piece as vocab.json spells it, or -1.
    int idOf(std::string_view piece) const;

    int size() const override { return static_cast<int>(m_parts.pieces.size()); }
    /// Beginning and end of a text, padding; -1: this vocabulary has none.
    int bos() const { return m_parts.bos; }
    int eos() const { return m_parts.eos; }
    int pad() const { return m_parts.pad; }
    bool putsBosInFront() const { return m_parts.putsBosInFront; }

    /// vocab.json, merges.txt, tokenizer_config.json and special_tokens_map.json, as open() and Hugging
    /// Face's GPT2Tokenizer read them. Errors: System.
    Result<void> save(const std::string& folder) const;
    std::vector<NamedText> files() const { return tokenizerFiles(m_parts); }

private:
    struct Resolved;
    Tokenizer(TokenizerParts parts, Resolved resolved);

    TokenizerParts m_parts;
    std::vector<std::string> m_bytes; // (size): what each id stands for
    std::vector<bool> m_isSpecial;    // (size)
    PairMerges m_merges;
};

} // namespace hareloom
