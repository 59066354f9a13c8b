// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>

namespace hareloom {

/// The entries of a zip archive whose contents are stored as they are, as PyTorch writes them (with 64-bit
/// sizes where need be): names and bytes within `bytes`. Errors: InvalidFile; the message begins with
/// "found".
Result<std::map<std::string, std::span<const std::uint8_t>>>
readStoredZip(std::span<const std::uint8_t> bytes);

} // namespace hareloom
