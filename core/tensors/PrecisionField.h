// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <string>

namespace hareloom::detail {

/// A snapshot's "precision", of the products of its training: "fp32" or "bf16"; "" in sessions of older
/// versions. False when it is something else.
inline bool readPrecision(const nlohmann::json& snapshot, std::string& precision)
{
    const auto found = snapshot.find("precision");
    if (found == snapshot.end())
        return true;
    precision = found->is_string() ? found->get<std::string>() : "?";
    return precision.empty() || precision == "fp32" || precision == "bf16";
}

} // namespace hareloom::detail
