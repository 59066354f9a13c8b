// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson/LessonReader.h"

#include "core/base/EmbeddedText.h"
#include "core/base/ReadFile.h"
#include "core/base/ReadJson.h"
#include "core/base/Text.h"
#include "core/lesson/LessonChecks.h"
#include "core/lesson/LessonFields.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>

namespace hareloom {
namespace {

namespace fs = std::filesystem;

std::string textNameOf(std::string_view language)
{
    return "text." + std::string(language) + ".md";
}

/// A file of the folder that lies in it, whatever its name leads to.
Result<std::string> readInside(const fs::path& folder, const std::string& name, std::int64_t most)
{
    std::error_code failed;
    const fs::path path = folder / name;
    const fs::path root = fs::canonical(folder, failed), real = fs::weakly_canonical(path, failed);
    if (real.parent_path() != root)
        return invalidFile(
            path.string() +
            ": this is a link that leads out of the lesson's folder. Put the file itself there.");
    return readWholeFile(path.string(), most);
}

Error inFile(const std::string& name, const Error& error)
{
    return {error.kind, name + ": " + error.message, error.path};
}

/// "en" of "text.en.md"; empty of any other name.
std::string languageOf(std::string_view file)
{
    constexpr std::string_view kBegin = "text.", kEnd = ".md";
    return file.starts_with(kBegin) && file.ends_with(kEnd) && file.size() > kBegin.size() + kEnd.size()
               ? std::string(file.substr(kBegin.size(), file.size() - kBegin.size() - kEnd.size()))
               : std::string();
}

/// "copy-of-a-copy/lesson.json" of an embedded file's name.
std::string embedded(const std::string& name)
{
    for (const auto& [id, text] : embeddedLessons())
        if (id == name)
            return std::string(text);
    return {};
}

} // namespace

Result<Lesson> readLesson(const LessonFiles& files)
{
    const std::string place = files.folder.empty() ? files.id : files.folder;
    const std::string jsonName = place + "/lesson.json", textName = place + "/" + files.textName;
    const auto object = readJson(files.json, RepeatedKey::Refused);
    if (!object)
        return inFile(jsonName, object.error());
    auto texts = LessonTexts::parse(files.text, textName);
    if (!texts)
        return texts.error();
    auto lesson = readLessonFields(*object);
    if (!lesson)
        return inFile(jsonName, lesson.error());
    lesson->id = files.id;
    lesson->texts = *std::move(texts);
    auto checked = checkParts(*lesson, *object, files.folder);
    if (checked)
        checked = checkExpressions(*lesson);
    if (!checked)
        return inFile(jsonName, checked.error());
    if (checked = checkTexts(*lesson, textName); !checked)
        return checked.error();
    if (checked = nameStates(*lesson, textName); !checked)
        return checked.error();
    if (checked = checkClaims(*lesson, files.textName); !checked)
        return inFile(jsonName, checked.error());
    return lesson;
}

Result<Lesson> readLesson(const std::string& folder, std::string_view language)
{
    std::error_code failed;
    if (!fs::is_directory(folder, failed))
        return invalidFile(folder +
                           ": there is no such folder. A lesson is a folder with lesson.json and text.en.md; "
                           "`hareloom-cli lesson new` makes one.");
    LessonFiles files;
    files.folder = folder;
    files.id = fs::weakly_canonical(folder, failed).filename().string();
    const bool isThere = fs::exists(fs::path(folder) / textNameOf(language), failed);
    files.textName = textNameOf(isThere ? language : kFirstLanguage);
    auto json = readInside(folder, "lesson.json", kMostLessonBytes);
    if (!json)
        return json.error();
    auto text = readInside(folder, files.textName, kMostTextBytes);
    if (!text)
        return text.error();
    files.json = *std::move(json);
    files.text = *std::move(text);
    return readLesson(files);
}

std::span<const std::string> shippedLessons()
{
    static const std::vector<std::string> s_ids = [] {
        std::vector<std::string> ids;
        for (const auto& [id, text] : embeddedLessons())
            if (id.ends_with("/lesson.json"))
                ids.emplace_back(id.substr(0, id.find('/')));
        return ids;
    }();
    return s_ids;
}

std::vector<std::string> lessonLanguages(const std::string& name)
{
    std::vector<std::string> files, languages;
    const auto shipped = shippedLessons();
    if (std::find(shipped.begin(), shipped.end(), name) != shipped.end()) {
        for (const auto& [id, text] : embeddedLessons())
            if (id.starts_with(name + "/"))
                files.emplace_back(id.substr(name.size() + 1));
    } else {
        std::error_code failed;
        for (fs::directory_iterator at(name, failed), end; !failed && at != end; at.increment(failed))
            files.push_back(at->path().filename().string());
    }
    for (const std::string& file : files)
        if (std::string language = languageOf(file); !language.empty())
            languages.push_back(std::move(language));
    std::sort(languages.begin(), languages.end());
    return languages;
}

Result<Lesson> findLesson(const std::string& name, std::string_view language)
{
    const auto shipped = shippedLessons();
    if (std::find(shipped.begin(), shipped.end(), name) != shipped.end()) {
        const std::string wanted = textNameOf(language);
        const std::string text = embedded(name + "/" + wanted);
        const std::string first = textNameOf(kFirstLanguage);
        return readLesson(LessonFiles{name, embedded(name + "/lesson.json"),
                                      text.empty() ? embedded(name + "/" + first) : text,
                                      text.empty() ? first : wanted});
    }
    std::error_code ignored;
    if (fs::exists(name, ignored))
        return readLesson(name, language);
    return invalidInput("lesson: there is no lesson and no folder " + inQuotes(name) + ". The lessons are " +
                        joined({shipped.begin(), shipped.end()}) + ".");
}

} // namespace hareloom
