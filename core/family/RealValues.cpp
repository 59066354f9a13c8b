// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/family/RealValues.h"

#include "core/families/image/VaeSnapshot.h"
#include "core/families/language/LanguageSnapshot.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>

namespace hareloom {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

const NamedValues* realOf(const SnapshotPtr& first)
{
    if (!first)
        return nullptr;
    if (const LanguageSnapshot* text = asLanguage(*first))
        return &text->view().real;
    const VaeSnapshot* images = asVae(*first);
    return images ? &images->view().real : nullptr;
}

} // namespace

std::string partName(std::string_view metric, std::size_t part)
{
    return std::string(metric) + '[' + std::to_string(part) + ']';
}

double valueIn(const NamedValues& values, std::string_view metric, std::size_t part)
{
    auto found = values.find(metric);
    if (found == values.end())
        found = values.find(partName(metric, part));
    return found == values.end() ? kNone : found->second;
}

double realValueOf(const SnapshotPtr& first, std::string_view metric)
{
    const NamedValues* real = realOf(first);
    if (!real)
        return kNone;
    const auto found = real->find(metric);
    return found == real->end() ? kNone : found->second;
}

std::vector<double> realPartsOf(const SnapshotPtr& first, const std::string& metric)
{
    std::vector<double> parts;
    for (double part = 0;; parts.push_back(part)) {
        part = realValueOf(first, partName(metric, parts.size()));
        if (std::isnan(part))
            return parts;
    }
}

bool detail::readRealValues(const nlohmann::json& snapshot, NamedValues& real)
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
