// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/NetworkSettings.h"

#include <nlohmann/json.hpp>

#include <string>

namespace hareloom::detail {

/// A snapshot's field "precision", of its training's matrix products: Fp32 or Bf16. Sessions of older versions
/// have "" or no such field: nothing. False when the field holds something else.
inline bool readPrecision(const nlohmann::json& snapshot, std::optional<NumberFormat>& precision)
{
    const auto found = snapshot.find("precision");
    if (found == snapshot.end())
        return true;
    const std::string word = found->is_string() ? found->get<std::string>() : "?";
    precision = choiceOf(kNumberFormats, word);
    return word.empty() || (precision && *precision != NumberFormat::Auto);
}

/// What readPrecision() reads.
inline std::string precisionWord(std::optional<NumberFormat> precision)
{
    return precision ? std::string(wordOf(kNumberFormats, *precision)) : std::string();
}

} // namespace hareloom::detail
