// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/SourcesText.h"

#include "core/base/ReadJson.h"
#include "core/base/WriteJson.h"

#include <nlohmann/json.hpp>

namespace hareloom {

using nlohmann::json;

std::string textOfSources(const std::vector<SourceRecord>& sources)
{
    json all = json::array();
    for (const SourceRecord& source : sources)
        all.push_back(
            {{"digest", source.digest}, {"variables", source.variables}, {"states", source.states}});
    return jsonText(std::move(all));
}

std::vector<SourceRecord> sourcesFromText(const std::string& text)
{
    const Result<json> all = readJson(text);
    std::vector<SourceRecord> sources;
    if (!all || !all->is_array())
        return sources;
    for (const json& each : *all) {
        SourceRecord source;
        try {
            each.at("digest").get_to(source.digest);
            each.at("variables").get_to(source.variables);
            each.at("states").get_to(source.states);
        } catch (const json::exception&) {
            return {};
        }
        sources.push_back(std::move(source));
    }
    return sources;
}

} // namespace hareloom
