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

/// A text's statements, each as [begin, end, is right, topic, fact, what the guide has].
json stored(const std::vector<std::vector<FactStatement>>& all)
{
    json lists = json::array();
    for (const auto& statements : all) {
        json& list = lists.emplace_back(json::array());
        for (const FactStatement& each : statements)
            list.push_back({each.begin, each.end, each.isRight, each.topic, each.fact, each.inGuide});
    }
    return lists;
}

bool readStatement(const json& stored, FactStatement& into)
{
    if (!stored.is_array() || stored.size() != 6 || !stored[0].is_number_unsigned() || !stored[1].is_number_unsigned() ||
        !stored[2].is_boolean() || !stored[3].is_number_unsigned() || !stored[4].is_string() || !stored[5].is_string())
        return false;
    into = {stored[0], stored[1], stored[3], stored[4], stored[5], stored[2]};
    return true;
}

/// Sessions of version 0.1.0 have none. Each statement must lie within its text.
bool readStatements(const json& object, const char* key, const std::vector<std::string>& texts,
                    std::vector<std::vector<FactStatement>>& into)
{
    const auto found = object.find(key);
    if (found == object.end())
        return true;
    if (!found->is_array() || found->size() != texts.size())
        return false;
    for (const json& list : *found) {
        const std::string& text = texts[into.size()];
        auto& statements = into.emplace_back();
        if (!list.is_array())
            return false;
        for (const json& each : list)
            if (!readStatement(each, statements.emplace_back()) || statements.back().begin > statements.back().end ||
                statements.back().end > text.size())
                return false;
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
    if (!texts.words.empty()) {
        object["words"] = texts.words;
        object["wordCounts"] = packed(texts.wordCounts);
    }
    if (!texts.standing.empty())
        object["standing"] = packed(texts.standing);
    if (!texts.answerFacts.empty())
        object["answerFacts"] = stored(texts.answerFacts);
    if (!texts.passageFacts.empty())
        object["passageFacts"] = stored(texts.passageFacts);
}

/// Sessions of version 0.1.0 have none.
bool readWords(const json& object, WrittenTexts& texts)
{
    if (object.contains("words") &&
        !(readList(object, "words", texts.words) && unpack(object, "wordCounts", texts.wordCounts)))
        return false;
    return texts.words.size() == texts.wordCounts.size() &&
           std::all_of(texts.wordCounts.begin(), texts.wordCounts.end(), [](std::int64_t n) { return n > 0; }) &&
           (!object.contains("standing") || unpack(object, "standing", texts.standing));
}

bool readTexts(const json& object, WrittenTexts& texts)
{
    return readList(object, "prompts", texts.prompts) && readList(object, "answers", texts.answers) &&
           readList(object, "passages", texts.passages) &&
           readList(object, "passagePrompts", texts.passagePrompts) &&
           readList(object, "kindNames", texts.kindNames) && unpack(object, "firstNats", texts.firstNats) &&
           unpack(object, "kinds", texts.kinds) && readRealValues(object, texts.real) && readWords(object, texts) &&
           readStatements(object, "answerFacts", texts.answers, texts.answerFacts) &&
           readStatements(object, "passageFacts", texts.passages, texts.passageFacts);
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
