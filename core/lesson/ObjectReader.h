// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Refusal.h"
#include "core/base/Text.h"
#include "core/experiment/FieldBuilders.h"
#include "core/lesson/LessonFields.h"

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

/// How an object of JSON is read into a struct from one list of entries, from which the reference follows,
/// too.
namespace hareloom::lessons {

using nlohmann::json;

/// What an entry is beside its place in the struct.
struct EntryText
{
    std::string name, values, usual, meaning;
};

template<class T>
struct Entry
{
    EntryText text;
    std::function<Result<void>(T&, const json&, const std::string& path)> read;
    std::function<void(const std::string& path, std::vector<LessonField>&)> within =
        {}; // entries of an inner object
    bool isRequired() const { return text.usual == "must be given"; }
};
template<class T>
using Entries = std::vector<Entry<T>>;

Error noSuchField(const std::string& path, const std::string& found, std::vector<std::string> names);

template<class T>
Result<void> readObject(T& into, const json& object, const std::string& path, const Entries<T>& entries)
{
    if (!object.is_object())
        return fields::refusal(path.empty() ? "the lesson" : path, object, "be an object");
    std::vector<std::string> names;
    for (const Entry<T>& entry : entries)
        names.push_back(entry.text.name);
    for (const auto& [key, value] : object.items())
        if (std::find(names.begin(), names.end(), key) == names.end())
            return noSuchField(path, key, names);
    for (const Entry<T>& entry : entries) { // in the order of the list: an entry may depend on one before it
        const std::string inner = path.empty() ? entry.text.name : path + "." + entry.text.name;
        const auto found = object.find(entry.text.name);
        if (found == object.end() && entry.isRequired())
            return invalidSetting(inner, "this must be given: " + entry.text.meaning + ".");
        if (found == object.end())
            continue;
        if (auto done = entry.read(into, *found, inner); !done)
            return done;
    }
    return {};
}

template<class T>
void describe(const Entries<T>& entries, const std::string& path, std::vector<LessonField>& into)
{
    for (const Entry<T>& entry : entries) {
        const std::string inner = path.empty() ? entry.text.name : path + "." + entry.text.name;
        into.push_back({inner, entry.text.values, entry.text.usual, entry.text.meaning});
        if (entry.within)
            entry.within(inner, into);
    }
}

/// A field of its own for fields::assign(), which says what is allowed.
inline ExperimentField described(const std::string& path, fields::Range range = {},
                                 std::vector<std::string> choices = {})
{
    const FieldType type = choices.empty() ? FieldType::Text : FieldType::Choice;
    return fields::described(type, {path, "", ""}, range, std::move(choices), {});
}

/// A letter, then letters and digits: what expressions and texts can name.
Result<void> readId(std::string& id, const json& value, const std::string& path);
Result<void> readIds(std::vector<std::string>& ids, const json& value, const std::string& path,
                     std::size_t most);
Result<void> readExpression(Expression& expression, const json& value, const std::string& path);
/// Settings of experiments; whether they can be set is found when they are.
Result<void> readSettings(SettingList& settings, const json& value, const std::string& path);

template<class T>
Entry<T> id(EntryText text, std::string T::*member)
{
    return {std::move(text), [member](T& into, const json& value, const std::string& path) {
                return readId(into.*member, value, path);
            }};
}
template<class T>
Entry<T> words(EntryText text, std::string T::*member)
{
    return {std::move(text), [member](T& into, const json& value, const std::string& path) {
                return fields::assign(into.*member, value, described(path));
            }};
}
template<class T>
Entry<T> ids(EntryText text, std::vector<std::string> T::*member, std::size_t most)
{
    return {std::move(text), [member, most](T& into, const json& value, const std::string& path) {
                return readIds(into.*member, value, path, most);
            }};
}
template<class T>
Entry<T> expression(EntryText text, Expression T::*member)
{
    return {std::move(text), [member](T& into, const json& value, const std::string& path) {
                return readExpression(into.*member, value, path);
            }};
}
template<class T>
Entry<T> settings(EntryText text, SettingList T::*member)
{
    return {std::move(text), [member](T& into, const json& value, const std::string& path) {
                return readSettings(into.*member, value, path);
            }};
}
/// A number or a switch that fields::assign() reads.
template<class T, class Number>
Entry<T> number(EntryText text, fields::Range range, Number T::*member)
{
    return {std::move(text), [member, range](T& into, const json& value, const std::string& path) {
                return fields::assign(into.*member, value, described(path, range));
            }};
}
template<class T, class Choice, std::size_t N>
Entry<T> choice(EntryText text, const std::array<Word<Choice>, N>& words, Choice T::*member)
{
    return {std::move(text), [member, &words](T& into, const json& value, const std::string& path) {
                std::string word;
                auto done = fields::assign(word, value, described(path, {}, wordsOf(words)));
                if (done)
                    into.*member = *choiceOf(words, word);
                return done;
            }};
}
/// A list of objects, each read by `inner`.
template<class T, class Part>
Entry<T> parts(EntryText text, std::size_t most, std::vector<Part> T::*member,
               const Entries<Part>& (*inner)())
{
    Entry<T> entry{
        std::move(text),
        [member, most, inner](T& into, const json& value, const std::string& path) -> Result<void> {
            if (!value.is_array() || value.empty() || value.size() > most)
                return fields::refusal(
                    path, value,
                    "be a list of 1 to " + std::to_string(most) + " objects" +
                        (value.is_array() ? ", and this one has " + std::to_string(value.size()) : ""));
            (into.*member).resize(value.size());
            for (std::size_t i = 0; i < value.size(); ++i)
                if (auto done = readObject((into.*member)[i], value[i], path + "[" + std::to_string(i) + "]",
                                           inner());
                    !done)
                    return done;
            return {};
        }};
    entry.within = [inner](const std::string& path, std::vector<LessonField>& all) {
        describe(inner(), path + "[]", all);
    };
    return entry;
}
template<class T, class Part>
Entry<T> part(EntryText text, std::optional<Part> T::*member, const Entries<Part>& (*inner)())
{
    Entry<T> entry{std::move(text), [member, inner](T& into, const json& value, const std::string& path) {
                       (into.*member).emplace();
                       return readObject(*(into.*member), value, path, inner());
                   }};
    entry.within = [inner](const std::string& path, std::vector<LessonField>& all) {
        describe(inner(), path, all);
    };
    return entry;
}

} // namespace hareloom::lessons
