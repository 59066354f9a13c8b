// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/data/ImageSet.h"

namespace hareloom {

/// Every *.png of a folder, read as grey of eight bits, in the order of their names; where the folder holds
/// folders, each of these is a class of its own and gives it its name. All must be of one size, with sides of
/// at most kMaxImageSide; at most kMaxIdxBytes of pixels and 256 classes. Errors: InvalidFile.
Result<ImageSet> readPngFolder(const std::string& folder);

} // namespace hareloom
