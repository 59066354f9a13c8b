// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/ImageSet.h"
#include "core/data/SourceKind.h"

namespace hareloom {

using ImagesResult = Result<ImageSetPtr>;

/// Reads images: `path` and `labels` are source.path and source.labels, absolute; empty where they are not
/// given.
using ImageReader = ImagesResult (*)(const std::string& path, const std::string& labels);

/// Real images as a table of rows (see ImageRows), which are also numbers where `rows` asks for them. Images
/// that are in memory are not read again. Errors: those of `reader`, and InvalidInput, InvalidFile.
MadeSource makeImageSource(const SourceConfig& config, RowKind rows, const std::string& baseFolder,
                           ImageReader reader);

} // namespace hareloom
