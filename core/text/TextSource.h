// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/Source.h"
#include "core/text/TextSet.h"
#include "core/text/TextUnits.h"

namespace hareloom {

/// How a text is cut into tokens.
struct TextCut
{
    TextUnits units = TextUnits::Pieces;
    std::string tokenizerFolder = {}; // Pieces: whose tokenizer
};

/// fieldGuide, text: the training part of a corpus as rows of source.blockTokens tokens (see TextSet). The
/// same corpus, opened twice at a time, is read once. Words and characters are those of the training part.
/// Errors: InvalidInput, InvalidFile, InvalidData, System.
Result<std::shared_ptr<const Source>> makeTextSource(const SourceConfig& config, const TextCut& cut,
                                                     const std::string& baseFolder);

} // namespace hareloom
