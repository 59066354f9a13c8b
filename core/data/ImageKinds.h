// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/SourceKind.h"

namespace hareloom {

/// Real images: those that come with the program, a package or the catalogue, and somebody's own. Errors:
/// InvalidInput, InvalidFile.
extern const SourceKind kDigitsSource, kFashionMnistSource, kMnistSource, kKuzushijiSource, kIdxSource,
    kImageFolderSource;

} // namespace hareloom
