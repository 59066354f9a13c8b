// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson/ObjectReader.h"

#include "core/recipe/ExperimentFields.h"

#include <cctype>

namespace hareloom::lessons {

Error noSuchField(const std::string& path, const std::string& found, std::vector<std::string> names)
{
    constexpr std::size_t kShown = 80;
    const std::string key = shortened(found, kShown);
    std::stable_sort(names.begin(), names.end(), [&key](const std::string& a, const std::string& b) {
        return editDistance(a, key) < editDistance(b, key);
    });
    names.resize(std::min<std::size_t>(names.size(), 3));
    return invalidSetting(path.empty() ? key : path + "." + key,
                          "there is no such field here; the nearest are " + joined(names) + ".");
}

Result<void> readId(std::string& id, const json& value, const std::string& path)
{
    constexpr std::size_t kMost = 30;
    const auto isPart = [](unsigned char c) { return c < 128 && std::isalnum(c) != 0; };
    std::string word = value.is_string() ? value.get<std::string>() : std::string();
    if (word.empty() || word.size() > kMost || !std::all_of(word.begin(), word.end(), isPart) ||
        std::isdigit(static_cast<unsigned char>(word.front())) != 0)
        return fields::refusal(path, value,
                               "be a name of up to 30 letters and digits, beginning with a letter");
    id = std::move(word);
    return {};
}

Result<void> readIds(std::vector<std::string>& ids, const json& value, const std::string& path,
                     std::size_t most)
{
    std::vector<std::string> read;
    if (!value.is_array() || value.size() > most)
        return fields::refusal(path, value, "be a list of up to " + std::to_string(most) + " names");
    if (auto done = fields::assign(read, value, described(path)); !done)
        return done;
    for (auto name = read.begin(); name != read.end(); ++name)
        if (std::find(read.begin(), name, *name) != name)
            return invalidSetting(path, inQuotes(*name) + " stands there twice.");
    ids = std::move(read);
    return {};
}

Result<void> readExpression(Expression& expression, const json& value, const std::string& path)
{
    std::string text;
    if (auto done = fields::assign(text, value, described(path)); !done)
        return done;
    auto parsed = Expression::parse(text);
    if (!parsed)
        return invalidSetting(path, inQuotes(text) + " cannot be read: " + parsed.error().message + ".");
    expression = *std::move(parsed);
    return {};
}

Result<void> readSettings(SettingList& settings, const json& value, const std::string& path)
{
    constexpr std::size_t kMost = 40;
    if (!value.is_object() || value.size() > kMost)
        return fields::refusal(path, value, "be an object of up to 40 settings and their values");
    for (const auto& [key, setting] : value.items()) {
        if (!findField(key)) {
            std::vector<std::string> names;
            for (const ExperimentField& field : experimentFields())
                names.push_back(field.path);
            return noSuchField(path, key, std::move(names));
        }
        settings.emplace_back(key, setting.dump());
    }
    return {};
}

} // namespace hareloom::lessons
