// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/family/NamedValues.h"

#include <nlohmann/json.hpp>

#include <limits>

namespace hareloom {

std::string partName(std::string_view metric, std::size_t part)
{
    return std::string(metric) + '[' + std::to_string(part) + ']';
}

double valueIn(const NamedValues& values, std::string_view metric, std::size_t part)
{
    auto found = values.find(metric);
    if (found == values.end())
        found = values.find(partName(metric, part));
    return found == values.end() ? std::numeric_limits<double>::quiet_NaN() : found->second;
}

bool readRealValues(const nlohmann::json& snapshot, NamedValues& real)
{
    const auto found = snapshot.find("real");
    if (found == snapshot.end())
        return true;
    if (!found->is_object())
        return false;
    for (const auto& [name, value] : found->items()) {
        if (!value.is_number())
            return false;
        real[name] = value.get<double>();
    }
    return true;
}

} // namespace hareloom
