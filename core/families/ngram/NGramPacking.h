// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/ngram/NGramTables.h"

namespace hareloom {

/// Tables as few bytes as a session keeps: for each context, in order, how many tokens followed it, then of
/// each the distance to the one before, and twice its count, plus 1 where the two together are a context;
/// whole numbers in seven bits a byte, the lowest first (LEB128). Equal tables give equal bytes.
std::vector<std::uint8_t> packed(const NGramTables& tables);

/// Errors: InvalidFile, a message that begins with "found" (bytes that are no such tables); Stopped.
Result<NGramTables> unpacked(std::span<const std::uint8_t> bytes, int order, std::int64_t vocabulary,
                             const StopToken& stop = {});

} // namespace hareloom
