// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <string>
#include <vector>

namespace hareloom {

/// A picture in grey, a byte a pixel, row by row from the top.
struct GreyImage
{
    int width = 0, height = 0;
    std::vector<std::uint8_t> pixels; // (height, width)
};

/// A PNG of any kind. Sixteen bits a channel become the eight that viewers show; what is transparent lies on
/// white. Sides are at most kMaxImageSide. Errors: InvalidFile, which name the file; System.
Result<GreyImage> readPng(const std::string& path);

} // namespace hareloom
