// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/writing/StoredTexts.h"

#include <algorithm>
#include <cmath>

namespace hareloom {
namespace {

using nlohmann::json;

bool readList(const json& object, const char* key, std::vector<std::string>& into)
{
    const auto found = object.find(key);
    if (found == object.end() || !found->is_array())
        return false;
    for (const json& text : *found) {
        if (!text.is_string())
            return false;
        into.push_back(text.get<std::string>());
    }
    return true;
}

} // namespace

void storeTexts(const WrittenTexts& texts, json& object)
{
    object["prompts"] = texts.prompts;
    object["answers"] = texts.answers;
    object["passages"] = texts.passages;
    object["passagePrompts"] = texts.passagePrompts;
    object["firstNats"] = packed(texts.firstNats);
    object["kinds"] = packed(texts.kinds);
    object["kindNames"] = texts.kindNames;
    if (!texts.real.empty())
        object["real"] = texts.real;
}

bool readTexts(const json& object, WrittenTexts& texts)
{
    return readList(object, "prompts", texts.prompts) && readList(object, "answers", texts.answers) &&
           readList(object, "passages", texts.passages) &&
           readList(object, "passagePrompts", texts.passagePrompts) &&
           readList(object, "kindNames", texts.kindNames) && unpack(object, "firstNats", texts.firstNats) &&
           unpack(object, "kinds", texts.kinds) && readRealValues(object, texts.real);
}

bool areWhole(const WrittenTexts& texts, std::int64_t blocks)
{
    const auto count = static_cast<std::size_t>(blocks);
    const auto isKind = [&](std::uint8_t k) {
        return k == WrittenTexts::kNoKind || k < texts.kindNames.size();
    };
    return texts.answers.size() == texts.prompts.size() &&
           texts.passagePrompts.size() == texts.passages.size() && texts.passages.size() <= count &&
           (texts.firstNats.empty() || texts.firstNats.size() == count) &&
           (texts.kinds.empty() || texts.kinds.size() == count) &&
           std::all_of(texts.kinds.begin(), texts.kinds.end(), isKind) &&
           std::none_of(texts.firstNats.begin(), texts.firstNats.end(),
                        [](float nats) { return std::isnan(nats); });
}

} // namespace hareloom
