// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <span>
#include <string_view>

namespace hareloom {

/// Lists and objects within one another that are read. Nobody writes as many, and what walks through a value
/// (a copy, a dump) recurses as deep as it is.
inline constexpr int kMostNesting = 100;

enum class RepeatedKey { LastCounts, Refused };

/// The one place where JSON is read, whoever wrote it: no text ends the program, and nothing throws. Errors:
/// InvalidFile, which say where ("line 3, column 7: this is no JSON"); callers put the file's name in front.
Result<nlohmann::json> readJson(std::string_view text, RepeatedKey repeated = RepeatedKey::LastCounts);

/// The same for CBOR (RFC 8949) as sessions keep it: every length is given, and no tags. Errors: InvalidFile,
/// "byte 12: this is no CBOR".
Result<nlohmann::json> readCbor(std::span<const std::uint8_t> bytes);

} // namespace hareloom
