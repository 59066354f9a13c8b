// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/Source.h"
#include "core/text/TextSet.h"

namespace hareloom {

/// fieldGuide, text: the training part of a corpus as rows of source.blockTokens tokens (see TextSet). The
/// same corpus, opened twice at a time, is read once. `tokenizerFolder`: of the base model. Errors:
/// InvalidInput, InvalidFile, InvalidData, System.
Result<std::shared_ptr<const Source>>
makeTextSource(const SourceConfig& config, const std::string& tokenizerFolder, const std::string& baseFolder);

} // namespace hareloom
