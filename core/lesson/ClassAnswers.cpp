// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson/ClassAnswers.h"

#include "core/base/Text.h"

#include <algorithm>
#include <filesystem>
#include <map>

namespace hareloom {
namespace {

namespace fs = std::filesystem;

bool names(const LessonStep& step, const LessonPrediction& prediction, const std::string& option)
{
    const auto& named = prediction.options;
    if (step.ask->kind == QuestionKind::Order)
        return !named.empty() && named.front() == option;
    return std::find(named.begin(), named.end(), option) != named.end();
}

} // namespace

Result<std::vector<std::string>> answersFilesIn(const std::string& folder)
{
    std::error_code failed;
    std::vector<std::string> files;
    for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed))
        if (at->path().filename().string().ends_with(kAnswersEnding))
            files.push_back(at->path().string());
    if (failed)
        return invalidFile(folder +
                           ": this is no folder that can be read. Name the folder with the answers.");
    std::sort(files.begin(), files.end());
    return files;
}

Result<std::string> lessonOfClass(const std::string& folder)
{
    const auto files = answersFilesIn(folder);
    if (!files)
        return files.error();
    std::map<std::string, int> found;
    for (const std::string& file : *files)
        if (const auto standing = readStanding(file))
            ++found[standing->lesson];
    const auto most = std::max_element(found.begin(), found.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == found.end() ? std::string() : most->first;
}

Result<ClassAnswers> readClass(const std::string& folder, const Lesson& lesson)
{
    const auto files = answersFilesIn(folder);
    if (!files)
        return files.error();
    ClassAnswers all;
    for (const std::string& file : *files) {
        const auto standing = readStanding(file);
        if (standing && standing->lesson != lesson.id) {
            all.problems.push_back(file + ": these are answers to " + inQuotes(standing->lesson) +
                                   ", and the lesson is " + inQuotes(lesson.id) + ". They are passed over.");
            continue;
        }
        auto answers = standing ? readAnswers(file, lesson) : Result<LessonAnswers>(standing.error());
        if (answers)
            all.learners.push_back(*std::move(answers));
        else
            all.problems.push_back(answers.error().message);
    }
    return all;
}

std::vector<OptionCount> countOptions(const LessonStep& step, const ClassAnswers& answers)
{
    std::vector<OptionCount> counts;
    for (const LessonOption& option : step.ask->options) {
        OptionCount count;
        for (const LessonAnswers& learner : answers.learners)
            if (const LessonAnswer* answer = learner.find(step.id)) {
                count.predicted += names(step, answer->prediction, option.id) ? 1 : 0;
                count.came += names(step, answer->outcome, option.id) ? 1 : 0;
            }
        counts.push_back(count);
    }
    return counts;
}

} // namespace hareloom
