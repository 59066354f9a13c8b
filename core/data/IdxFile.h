// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/data/ImageSet.h"

namespace hareloom {

/// An IDX file of bytes, as MNIST, Fashion-MNIST and KMNIST come, gzipped or not: images (n, height, width)
/// with magic 0x00000803, or labels (n) with magic 0x00000801. At most kMaxIdxBytes of content and sides of
/// kMaxImageSide; what the header claims is held against the file's size before memory is taken for it.
/// Errors: InvalidFile.
Result<ImageSet> readIdxImages(const std::string& path);
Result<std::vector<std::uint8_t>> readIdxLabels(const std::string& path);

inline constexpr std::int64_t kMaxIdxBytes = std::int64_t{1} << 30;
inline constexpr std::int64_t kMaxImageSide = 1024;

} // namespace hareloom
