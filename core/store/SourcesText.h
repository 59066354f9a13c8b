// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/SourceRecord.h"

#include <string>
#include <vector>

namespace hareloom {

/// What a session's `meta` says of its real data: a JSON array with an object for each variant, and back. A
/// text that is none of this says nothing.
std::string textOfSources(const std::vector<SourceRecord>& sources);
std::vector<SourceRecord> sourcesFromText(const std::string& text);

} // namespace hareloom
