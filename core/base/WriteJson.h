// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace hareloom {

/// The one place where JSON becomes text that others read, whatever its texts hold: none ends the program.
/// Bytes that are no UTF-8, as a file's name may have, are written as utf8Of() does. `indent` < 0: one line.
std::string jsonText(nlohmann::json value, int indent = -1);
std::string jsonText(nlohmann::ordered_json value, int indent = -1);

/// A text as a JSON string, quotation marks included.
std::string jsonString(std::string_view bytes);

} // namespace hareloom
