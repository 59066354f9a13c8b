// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ReadFile.h"
#include "core/base/Result.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace hareloom {

/// What the files of a byte-level BPE tokenizer say.
struct TokenizerParts
{
    std::vector<std::string> pieces;                         // by id, in the byte alphabet (ByteAlphabet.h)
    std::vector<std::pair<std::string, std::string>> merges; // by rank, in the byte alphabet
    std::vector<int> special;                                // ids that stand for no text
    int bos = -1, eos = -1, pad = -1;                        // -1: none
    bool putsBosInFront = false;                             // of every text, as OPT does
};

inline constexpr std::int64_t kMaxTokenizerBytes = 64LL << 20; // of one file
inline constexpr std::size_t kMaxPieces = 1U << 20;
inline constexpr std::size_t kMaxPieceBytes = 4096;

/// vocab.json and merges.txt where there is a vocab.json, else tokenizer.json. The special pieces are those
/// that tokenizer_config.json and special_tokens_map.json name, else config.json's ids, else by the
/// vocabulary: OPT's where it has "</s>" (in front of every text; "<pad>"), GPT-2's where it has
/// "<|endoftext|>". Errors: InvalidFile (not JSON, ids with a hole or given twice, too large), Unsupported
/// (another kind of tokenizer), naming the file.
Result<TokenizerParts> readTokenizerFiles(const std::string& folder);

/// Decides the special pieces of `parts` by its vocabulary alone, as readTokenizerFiles() does where no file
/// names them.
void decideSpecialPieces(TokenizerParts& parts);

/// The same layout from the parts.
std::vector<NamedText> tokenizerFiles(const TokenizerParts& parts);

} // namespace hareloom
