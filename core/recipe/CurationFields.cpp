// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipe/CurationFields.h"

#include "core/base/ReadJson.h"
#include "core/base/Refusal.h"
#include "core/base/Text.h"
#include "core/data/Source.h"
#include "core/experiment/Curation.h"
#include "core/experiment/FieldBuilders.h"
#include "core/family/Family.h"
#include "core/recipe/Families.h"

#include <algorithm>
#include <cmath>

namespace hareloom {
namespace {

using fields::refusal;
using nlohmann::json;

constexpr const char* kTastes = "policy.curation.tastes";
constexpr double kMostCandidates = 1000, kMostStrength = 1e6, kMostPlace = 1e100, kMostClass = 1e7;
constexpr std::size_t kMostTastes = 100;

const Curation& curationOf(const Experiment& experiment)
{
    static const Curation kNone{1, {}};
    return experiment.policy.curation ? *experiment.policy.curation : kNone;
}

void setCuration(Experiment& experiment, Curation curation)
{
    const bool isNone = curation.bestOf < 2 && curation.tastes.empty();
    experiment.policy.curation = isNone ? nullptr : std::make_shared<const Curation>(std::move(curation));
}

/// The member of a taste that says what the reward is of.
const char* memberOf(Reward reward)
{
    switch (reward) {
    case Reward::Near:
    case Reward::Direction:
        return "point";
    case Reward::Classes:
        return "classes";
    case Reward::Words:
        return "words";
    case Reward::Picks:
        return "picks";
    }
    return "point";
}

Result<void> readPositive(const json& value, const std::string& path, double most, double& into)
{
    if (!value.is_number() || !(value.get<double>() > 0 && value.get<double>() <= most))
        return refusal(path, value, "be a number above 0 and at most " + shortNumber(most));
    into = value.get<double>();
    return {};
}

Result<void> readPoint(const json& value, const std::string& path, std::vector<double>& point)
{
    const bool isPoint =
        value.is_array() && !value.empty() && std::all_of(value.begin(), value.end(), [](const json& x) {
            return x.is_number() && std::abs(x.get<double>()) <= kMostPlace;
        });
    if (!isPoint)
        return refusal(path, value,
                       "be a list of numbers of at most " + shortNumber(kMostPlace) +
                           " in size, one for each variable");
    point = value.get<std::vector<double>>();
    return {};
}

Result<void> readNumbers(const json& value, const std::string& path, const std::string& must,
                         std::vector<int>& numbers)
{
    const bool areNumbers =
        value.is_array() && !value.empty() && std::all_of(value.begin(), value.end(), [](const json& x) {
            return x.is_number_integer() && x.get<double>() >= 0 && x.get<double>() <= kMostClass;
        });
    if (!areNumbers)
        return refusal(path, value, must);
    numbers = value.get<std::vector<int>>();
    return {};
}

Result<void> readWords(const json& value, const std::string& path, std::vector<std::string>& words)
{
    const bool areWords =
        value.is_array() && !value.empty() && std::all_of(value.begin(), value.end(), [](const json& x) {
            return x.is_string() && !x.get<std::string>().empty();
        });
    if (!areWords)
        return refusal(path, value, "be a list of texts that are not empty, one word or more");
    words = value.get<std::vector<std::string>>();
    return {};
}

Result<void> readMember(Taste& taste, const std::string& key, const json& value, const std::string& path)
{
    if (key == "reward")
        return {}; // read before
    if (key == "strength")
        return readPositive(value, path, kMostStrength, taste.strength);
    if (key == "share")
        return readPositive(value, path, kMostStrength, taste.share);
    if (key != memberOf(taste.reward))
        return invalidInput(path + ": a taste with the reward " + inQuotes(wordOf(kRewards, taste.reward)) +
                            " has no such key. It has reward, strength, share and " + memberOf(taste.reward) +
                            ".");
    switch (taste.reward) {
    case Reward::Near:
    case Reward::Direction:
        return readPoint(value, path, taste.point);
    case Reward::Classes:
        return readNumbers(value, path,
                           "be a list of whole numbers from 0 to " + shortNumber(kMostClass) +
                               ", one class or more",
                           taste.classes);
    case Reward::Words:
        return readWords(value, path, taste.words);
    case Reward::Picks:
        return readNumbers(value, path,
                           "be a list of whole numbers from 0 to " + shortNumber(kMostClass) +
                               ", one row or more",
                           taste.picks);
    }
    return {};
}

Result<Taste> readTaste(const json& value, const std::string& path)
{
    const auto isKnown = [](const json& word) {
        return word.is_string() && choiceOf(kRewards, word.get<std::string>()).has_value();
    };
    if (!value.is_object() || !value.contains("reward") || !isKnown(value["reward"]))
        return refusal(path, value, "be an object with \"reward\", which is " + oneOf(wordsOf(kRewards)));
    Taste taste;
    taste.reward = *choiceOf(kRewards, value["reward"].get<std::string>());
    for (const auto& [key, member] : value.items())
        if (auto read = readMember(taste, key, member, path + "." + printable(key)); !read)
            return read.error();
    if (!value.contains(memberOf(taste.reward)))
        return refusal(path, value,
                       std::string("have the key \"") + memberOf(taste.reward) + "\" for this reward");
    return taste;
}

/// A list, or the text of one, as a line of the recipe holds it.
Result<void> assignTastes(Experiment& experiment, const json& given, const ExperimentField& self)
{
    json value = given;
    if (given.is_string())
        if (auto read = readJson(given.get<std::string>()))
            value = *read;
    if (!value.is_array() || value.size() > kMostTastes)
        return refusal(self.path, given,
                       "be a list of up to 100 tastes, such as [{\"reward\": \"near\", \"point\": [0]}]");
    Curation curation = curationOf(experiment);
    curation.tastes.clear();
    for (std::size_t i = 0; i < value.size(); ++i) {
        auto taste = readTaste(value[i], self.path + "[" + std::to_string(i) + "]");
        if (!taste)
            return taste.error();
        curation.tastes.push_back(*std::move(taste));
    }
    setCuration(experiment, std::move(curation));
    return {};
}

json tastesJson(const Experiment& experiment)
{
    json list = json::array();
    for (const Taste& taste : curationOf(experiment).tastes)
        list.push_back(tasteJson(taste));
    return list;
}

bool isCuratable(const Experiment& experiment)
{
    return canBeCurated(*findFamily(experiment.family));
}

/// The rewards that rows of this kind can have.
std::vector<std::string> rewardsFor(RowKind rows)
{
    switch (rows) {
    case RowKind::Numbers:
        return {"near", "direction", "picks"};
    case RowKind::States:
    case RowKind::Images:
        return {"classes", "picks"};
    case RowKind::Text:
        return {"words", "picks"};
    }
    return {};
}

std::string pathOf(std::size_t taste, const char* member)
{
    return std::string(kTastes) + "[" + std::to_string(taste) + "]." + member;
}

} // namespace

bool canBeCurated(const Family& family)
{
    switch (family.rows) {
    case RowKind::Numbers:
    case RowKind::States:
        return true;
    case RowKind::Images:
        return family.hasClasses;
    case RowKind::Text:
        return !family.keepsSamples;
    }
    return false;
}

json tasteJson(const Taste& taste)
{
    json object = {{"reward", wordOf(kRewards, taste.reward)}, {"strength", taste.strength}};
    switch (taste.reward) {
    case Reward::Near:
    case Reward::Direction:
        object["point"] = taste.point;
        break;
    case Reward::Classes:
        object["classes"] = taste.classes;
        break;
    case Reward::Words:
        object["words"] = taste.words;
        break;
    case Reward::Picks:
        object["picks"] = taste.picks;
        break;
    }
    if (taste.share != 1)
        object["share"] = taste.share;
    return object;
}

std::vector<ExperimentField> curationFields()
{
    std::vector<ExperimentField> all;
    ExperimentField bestOf = fields::described(FieldType::Integer,
                                               {"policy.curation.bestOf", "Best of",
                                                "Rows that are generated for each one that the next "
                                                "generation learns from: a person keeps the one that is to "
                                                "their taste. 1: nobody chooses."},
                                               {1, kMostCandidates}, {}, isCuratable);
    bestOf.get = [](const Experiment& e) { return json(curationOf(e).bestOf); };
    bestOf.assign = [](Experiment& e, const json& value, const ExperimentField& self) {
        Curation curation = curationOf(e);
        auto done = fields::assign(curation.bestOf, value, self);
        if (done)
            setCuration(e, std::move(curation));
        return done;
    };
    all.push_back(std::move(bestOf));
    ExperimentField tastes = fields::described(
        FieldType::LongText,
        {"policy.curation.tastes", "Tastes",
         "What those who choose like, as JSON: a list of objects with a reward (near or direction with a "
         "point, classes, "
         "words, or the picks that somebody made), its strength and its share of the rows."},
        {}, {}, [](const Experiment& e) { return isCuratable(e) && curationOf(e).bestOf > 1; });
    tastes.get = tastesJson;
    tastes.assign = assignTastes;
    all.push_back(std::move(tastes));
    return all;
}

Result<void> checkCuration(const Experiment& e)
{
    const Curation& curation = curationOf(e);
    if (curation.bestOf < 2)
        return {};
    const Family& family = *findFamily(e.family);
    if (!canBeCurated(family))
        return refusedSetting("policy.curation.bestOf", std::to_string(curation.bestOf),
                              "be 1 for this family, among whose rows nobody can choose");
    if (curation.tastes.empty())
        return refusedSetting(
            kTastes, "empty",
            "have one taste or more where policy.curation.bestOf is above 1, such as {\"reward\": "
            "\"near\", \"point\": [0]}");
    const std::vector<std::string> rewards = rewardsFor(family.rows);
    for (std::size_t i = 0; i < curation.tastes.size(); ++i) {
        const std::string word(wordOf(kRewards, curation.tastes[i].reward));
        if (std::find(rewards.begin(), rewards.end(), word) == rewards.end())
            return refusedSetting(pathOf(i, "reward"), inQuotes(word),
                                  beOneOf(rewards) + " for rows of this family");
        for (const int pick : curation.tastes[i].picks)
            if (pick >= curation.bestOf)
                return invalidSetting(
                    pathOf(i, "picks"),
                    std::to_string(pick) + " is the number of no candidate. They go from 0 to " +
                        std::to_string(curation.bestOf - 1) + ", as policy.curation.bestOf says.");
    }
    return {};
}

Result<void> checkCurationOf(const Experiment& e, const Source& source)
{
    const Curation& curation = curationOf(e);
    if (curation.bestOf < 2)
        return {};
    const auto classes = source.images() ? std::ssize(source.images()->classNames) : source.stateCount();
    for (std::size_t i = 0; i < curation.tastes.size(); ++i) {
        const Taste& taste = curation.tastes[i];
        if (!taste.point.empty() && std::ssize(taste.point) != source.dimension())
            return invalidSetting(pathOf(i, "point"),
                                  "it has " + std::to_string(taste.point.size()) +
                                      " numbers. It must have one for each of the source's " +
                                      std::to_string(source.dimension()) + " variables.");
        for (const int one : taste.classes)
            if (one >= classes)
                return invalidSetting(pathOf(i, "classes"),
                                      std::to_string(one) + " is none of the source's. They go from 0 to " +
                                          std::to_string(classes - 1) + ".");
    }
    return {};
}

} // namespace hareloom
