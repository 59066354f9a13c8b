// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ForksText.h"

#include "core/base/ReadJson.h"
#include "core/base/WriteJson.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace hareloom {

using nlohmann::json;

namespace {

std::optional<std::int64_t> numberIn(const json& object, const char* key)
{
    const bool isThere = object.is_object() && object.contains(key) && object[key].is_number_integer();
    return isThere ? std::optional(object[key].get<std::int64_t>()) : std::nullopt;
}

} // namespace

bool hasForks(const Forks& forks)
{
    return std::any_of(forks.begin(), forks.end(), [](const auto& fork) { return fork.has_value(); });
}

std::string textOfForks(const Forks& forks)
{
    if (!hasForks(forks))
        return {};
    json all = json::array();
    for (std::size_t v = 0; v < forks.size(); ++v)
        if (const auto& fork = forks[v])
            all.push_back({{"variant", v}, {"from", fork->from}, {"at", fork->at}});
    return jsonText(std::move(all));
}

Result<Forks> forksFromText(const std::string& text, std::size_t variants, std::int64_t generations)
{
    Forks forks(variants);
    if (text.empty())
        return forks;
    const Result<json> all = readJson(text);
    if (!all || !all->is_array())
        return invalidFile("what it says of its branches cannot be read");
    for (const json& each : *all) {
        const auto variant = numberIn(each, "variant"), from = numberIn(each, "from"),
                   at = numberIn(each, "at");
        const bool isSound = variant && from && at && *from >= 0 && *from < *variant &&
                             *variant < static_cast<std::int64_t>(variants) && *at >= 1 &&
                             *at <= generations + 1;
        if (!isSound)
            return invalidFile("what it says of its branches does not go with its experiment");
        forks[static_cast<std::size_t>(*variant)] = Fork{static_cast<std::size_t>(*from), *at};
    }
    return forks;
}

} // namespace hareloom
