// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipe/Published.h"

#include "core/base/EmbeddedText.h"
#include "core/base/ReadJson.h"
#include "core/recipe/ExperimentJson.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace hareloom {

namespace {

using nlohmann::json;

constexpr std::size_t kMostGenerations = 1'000'000;

/// "policy.realShare" becomes /policy/realShare.
json::json_pointer pointerTo(std::string path)
{
    std::replace(path.begin(), path.end(), '.', '/');
    return json::json_pointer("/" + path);
}

bool agrees(const json& settings, const json& when)
{
    return std::all_of(when.items().begin(), when.items().end(), [&](const auto& condition) {
        const auto pointer = pointerTo(condition.key());
        return settings.contains(pointer) && settings.at(pointer) == condition.value();
    });
}

std::vector<double> valuesOf(const json& byGeneration)
{
    std::vector<double> values;
    for (const auto& [generation, value] : byGeneration.items()) {
        const auto g = static_cast<std::size_t>(std::stoul(generation));
        if (g > kMostGenerations)
            throw std::out_of_range("generation " + generation);
        if (g >= values.size())
            values.resize(g + 1, std::nan(""));
        values[g] = value.get<double>();
    }
    return values;
}

} // namespace

Result<std::vector<PublishedCurve>> publishedCurves(const Experiment& variant, const std::string& metric,
                                                    std::string_view text, const std::string& origin)
{
    const auto read = readJson(text);
    if (!read)
        return invalidFile(origin + ": " + read.error().message);
    try {
        const json& file = *read;
        std::vector<PublishedCurve> found;
        json settings;
        for (const json& curve : file.at("curves")) {
            if (curve.at("metric") != metric)
                continue;
            if (settings.is_null())
                settings = toJson(variant);
            if (agrees(settings, curve.at("when")))
                found.push_back(
                    {curve.at("label"), file.at("source"), file.at("note"), valuesOf(curve.at("values"))});
        }
        return found;
    } catch (const std::exception& error) {
        return Error{ErrorKind::InvalidFile, origin + ": not a file of published curves: " + error.what()};
    }
}

std::vector<PublishedCurve> publishedCurves(const Experiment& variant, const std::string& metric)
{
    std::vector<PublishedCurve> all;
    for (const auto& [id, text] : embeddedPublished())
        if (auto found = publishedCurves(variant, metric, text, std::string(id)))
            all.insert(all.end(), found->begin(), found->end());
    return all;
}

} // namespace hareloom
