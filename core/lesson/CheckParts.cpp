// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Refusal.h"
#include "core/base/Text.h"
#include "core/lesson/LessonChecks.h"
#include "core/lesson/LessonReader.h"
#include "core/recipe/ExperimentFields.h"
#include "core/recipe/ExperimentJson.h"
#include "core/recipe/Variants.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>

namespace hareloom {
namespace {

namespace fs = std::filesystem;

std::string pathOf(const char* list, std::size_t index, const char* field)
{
    return std::string(list) + "[" + std::to_string(index) + "]." + field;
}

template<class T>
std::vector<std::string> idsOf(const std::vector<T>& all)
{
    std::vector<std::string> ids;
    for (const T& each : all)
        ids.push_back(each.id);
    return ids;
}

bool isIn(const std::vector<std::string>& all, const std::string& one)
{
    return std::find(all.begin(), all.end(), one) != all.end();
}

Result<void> checkUnique(const char* list, const std::vector<std::string>& ids)
{
    for (std::size_t i = 0; i < ids.size(); ++i)
        if (std::find(ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(i), ids[i]) !=
            ids.begin() + static_cast<std::ptrdiff_t>(i))
            return refusedSetting(pathOf(list, i, "id"), inQuotes(ids[i]),
                                  "be a name that stands there once");
    return {};
}

/// Data of a lesson lie in its folder, or have a name of their own: of the catalogue, of a package, of the
/// program.
Result<void> checkPlace(const std::string& path, const std::string& named, const std::string& folder)
{
    const fs::path place(named);
    const auto out = [&](const std::string& why) {
        return refusedSetting(path, inQuotes(named), "lie within the lesson's own folder" + why);
    };
    if (place.is_absolute() || std::find(place.begin(), place.end(), fs::path("..")) != place.end() ||
        named.starts_with('~'))
        return out("; name it from there");
    if (folder.empty())
        return {};
    std::error_code ignored;
    const fs::path root = fs::weakly_canonical(folder, ignored),
                   real = fs::weakly_canonical(root / place, ignored);
    const bool isInside =
        std::mismatch(root.begin(), root.end(), real.begin(), real.end()).first == root.end();
    return isInside ? Result<void>() : out(", and a link leads out of it");
}

Result<void> checkPlaces(const Experiment& variant, const std::string& path, const std::string& folder)
{
    for (const ExperimentField& field : experimentFields()) {
        if (field.names == PathKind::Nothing || !field.applies(variant))
            continue;
        const auto value = field.get(variant).get<std::string>();
        if (value.empty())
            continue;
        if (auto done = checkPlace(path + "." + field.path, value, folder); !done)
            return done;
    }
    return {};
}

Result<void> checkWork(const Experiment& experiment, const std::string& path)
{
    constexpr double kMostRows = 1e10;
    const auto variants = std::max<std::int64_t>(1, std::ssize(experiment.variants));
    const double links = static_cast<double>(variants) * static_cast<double>(experiment.chains) *
                         static_cast<double>(experiment.generations + 1);
    if (links > static_cast<double>(kMostLessonLinks))
        return invalidSetting(
            path, "it has " + shortNumber(links) + " generations of all chains, and a lesson's may have " +
                      std::to_string(kMostLessonLinks) + ". Choose fewer generations, chains or variants.");
    const double rows = static_cast<double>(sampleSize(experiment.samples, experiment.generations)) * links;
    if (rows > kMostRows)
        return invalidSetting(path,
                              "it has more than " + shortNumber(kMostRows) +
                                  " rows in all, too many for a lesson. Choose a smaller samples.size.");
    return {};
}

Result<void> checkExperiment(LessonExperiment& experiment, const std::string& path, const std::string& folder)
{
    Experiment& own = experiment.experiment;
    own.baseFolder = folder;
    if (auto valid = validate(own); !valid)
        return Error{valid.error().kind, path + ": " + valid.error().message, path};
    if (auto done = checkWork(own, path); !done)
        return done;
    const auto variants = expandVariants(own);
    if (!variants)
        return variants.error();
    for (const Experiment& variant : *variants)
        if (auto done = checkPlaces(variant, path, folder); !done)
            return done;
    return {};
}

/// What is not written is as in the step before.
void takeOver(Lesson& lesson, const nlohmann::json& steps)
{
    for (std::size_t i = 0; i < lesson.steps.size(); ++i) {
        LessonStep& step = lesson.steps[i];
        LessonStep before;
        before.show = {"stage", "filmstrip"};
        if (i > 0)
            before = lesson.steps[i - 1];
        if (!steps[i].contains("experiment"))
            step.experiment = before.experiment;
        if (!steps[i].contains("show"))
            step.show = before.show;
        const bool isSame = step.experiment == before.experiment;
        if (!steps[i].contains("metrics") && isSame)
            step.metrics = before.metrics;
        if (!step.runTo && isSame)
            step.runTo = before.runTo;
        if (!step.variants && isSame)
            step.variants = before.variants;
    }
}

Result<void> checkShown(const LessonStep& step, std::size_t index)
{
    const std::vector<std::string> views(kLessonViews.begin(), kLessonViews.end());
    for (const std::string& view : step.show)
        if (!isIn(views, view))
            return refusedSetting(pathOf("steps", index, "show"), inQuotes(view), beOneOf(views));
    return {};
}

Result<void> checkVariants(const LessonStep& step, const LessonExperiment& on, std::size_t index)
{
    const std::string path = pathOf("steps", index, "variants");
    const std::int64_t all = std::max<std::int64_t>(1, std::ssize(on.experiment.variants));
    if (step.variants && *step.variants > all)
        return refusedSetting(path, std::to_string(*step.variants),
                              "be at most " + std::to_string(all) + ", the experiment's variants");
    if (step.variants && *step.variants < all && isIn(step.show, "compare"))
        return invalidSetting(path,
                              "the step hides variants, and \"compare\" shows all of them. Leave out one "
                              "of the two.");
    return {};
}

Result<void> checkStage(const Lesson& lesson, const LessonStep& step, std::size_t index)
{
    const LessonExperiment* on = lesson.findExperiment(step.experiment);
    if (!on && !step.experiment.empty())
        return refusedSetting(pathOf("steps", index, "experiment"), inQuotes(step.experiment),
                              beOneOf(idsOf(lesson.experiments)));
    if (!on && (step.runTo || step.ask || step.goal || step.variants || !step.metrics.empty() ||
                !step.unlock.empty()))
        return invalidSetting(pathOf("steps", index, "experiment"),
                              "no experiment is on the stage yet. Name one, or leave out what needs it.");
    if (!on)
        return {};
    const auto& measured = on->experiment.evaluation.metrics;
    for (const std::string& metric : step.metrics)
        if (!isIn(measured, metric))
            return refusedSetting(pathOf("steps", index, "metrics"), inQuotes(metric), beOneOf(measured));
    if (step.runTo && *step.runTo > on->experiment.generations)
        return refusedSetting(pathOf("steps", index, "runTo"), std::to_string(*step.runTo),
                              "be at most " + std::to_string(on->experiment.generations) +
                                  ", the experiment's last generation");
    for (const std::string& setting : step.unlock) {
        const ExperimentField* field = findField(setting);
        if (!field || !field->applies(on->experiment))
            return refusedSetting(pathOf("steps", index, "unlock"), inQuotes(setting),
                                  "be a setting that counts for this experiment");
    }
    return checkVariants(step, *on, index);
}

Result<void> checkGoal(const LessonStep& step, std::size_t index)
{
    if (!step.goal)
        return {};
    for (const auto& [setting, value] : step.goal->solution)
        if (!isIn(step.unlock, setting))
            return refusedSetting(pathOf("steps", index, "goal.solution"), inQuotes(setting),
                                  step.unlock.empty() ? "be empty, because the step unlocks no setting"
                                                      : beOneOf(step.unlock));
    return {};
}

Result<void> checkOptions(const Question& question, const std::string& path)
{
    using K = QuestionKind;
    const bool hasOptions =
        question.kind == K::Choice || question.kind == K::Order || question.kind == K::Strike;
    if (hasOptions && question.options.size() < 2)
        return invalidSetting(path + ".options", "this kind of question needs two options or more.");
    if (!hasOptions && !question.options.empty())
        return invalidSetting(path + ".options", "this kind of question has none. Leave it out.");
    if (hasOptions != question.answer.isEmpty())
        return invalidSetting(path + ".answer", hasOptions ? "options hold the answer. Leave it out."
                                                           : "this kind of question needs it.");
    if (auto done = checkUnique((path + ".options").c_str(), idsOf(question.options)); !done)
        return done;
    const auto open = std::count_if(question.options.begin(), question.options.end(),
                                    [](const LessonOption& option) { return option.when.isEmpty(); });
    if (question.kind == K::Choice && question.isJudged() && open > 1)
        return invalidSetting(path + ".options",
                              "more than one option has no \"when\". One may be without it, or all, "
                              "where the question asks for an opinion.");
    if ((question.kind == K::Order || question.kind == K::Strike) && open > 0)
        return invalidSetting(path + ".options", "each option needs \"when\" here.");
    return {};
}

Result<void> checkQuestion(const Lesson& lesson, const LessonStep& step, std::size_t index)
{
    if (!step.ask)
        return {};
    const Question& question = *step.ask;
    const std::string path = pathOf("steps", index, "ask");
    if (auto done = checkOptions(question, path); !done)
        return done;
    if (question.kind == QuestionKind::DrawCurve) {
        const auto last = lesson.findExperiment(step.experiment)->experiment.generations;
        if (question.generations.empty() || question.generations.back() > last)
            return invalidSetting(path + ".generations",
                                  "a curve needs 2 to 20 rising generations, the last at most " +
                                      std::to_string(last) + ".");
        if (question.isLogarithmic && !(question.least > 0))
            return refusedSetting(path + ".least", shortNumber(question.least),
                                  "be more than 0 on a logarithmic axis");
    }
    const bool hasRange = question.kind == QuestionKind::DrawCurve || question.kind == QuestionKind::Number;
    if (hasRange && !(question.least < question.most))
        return refusedSetting(path + ".most", shortNumber(question.most), "be more than \"least\"");
    const bool isRevealed =
        std::any_of(lesson.steps.begin() + static_cast<std::ptrdiff_t>(index), lesson.steps.end(),
                    [&step](const LessonStep& later) { return later.reveal == step.id; });
    if (question.isJudged() && !isRevealed)
        return invalidSetting(path, "no later step reveals " + inQuotes(step.id) + ". Add \"reveal\": \"" +
                                        step.id + "\" to one.");
    return {};
}

Result<void> checkReveal(const Lesson& lesson, const LessonStep& step, std::size_t index)
{
    if (step.reveal.empty())
        return {};
    const auto end = lesson.steps.begin() + static_cast<std::ptrdiff_t>(index);
    const bool isAsked = std::any_of(lesson.steps.begin(), end, [&step](const LessonStep& before) {
        return before.id == step.reveal && before.ask;
    });
    return isAsked ? Result<void>()
                   : refusedSetting(pathOf("steps", index, "reveal"), inQuotes(step.reveal),
                                    "be an earlier step that asks a question");
}

} // namespace

Result<void> checkParts(Lesson& lesson, const nlohmann::json& object, const std::string& folder)
{
    if (auto done = checkUnique("steps", idsOf(lesson.steps)); !done)
        return done;
    if (auto done = checkUnique("values", idsOf(lesson.values)); !done)
        return done;
    std::vector<std::string> ids = idsOf(lesson.experiments);
    if (auto done = checkUnique("experiments", ids); !done)
        return done;
    for (std::size_t i = 0; i < lesson.steps.size(); ++i)
        if (isIn(ids, lesson.steps[i].id) || lesson.steps[i].id == "teacher")
            return refusedSetting(pathOf("steps", i, "id"), inQuotes(lesson.steps[i].id),
                                  "be another name than those of the experiments and \"teacher\"");
    for (std::size_t i = 0; i < lesson.experiments.size(); ++i) {
        const std::string path = "experiments[" + std::to_string(i) + "]";
        if (!object["experiments"][i].contains("preset") && !object["experiments"][i].contains("experiment"))
            return invalidSetting(path, "it has neither \"preset\" nor \"experiment\". Give one of the two.");
        if (auto done = checkExperiment(lesson.experiments[i], path, folder); !done)
            return done;
    }
    takeOver(lesson, object["steps"]);
    for (std::size_t i = 0; i < lesson.steps.size(); ++i) {
        const LessonStep& step = lesson.steps[i];
        auto done = checkShown(step, i).and_then([&] { return checkStage(lesson, step, i); });
        done = done.and_then([&] { return checkGoal(step, i); });
        done = done.and_then([&] { return checkReveal(lesson, step, i); });
        done = done.and_then([&] { return checkQuestion(lesson, step, i); });
        if (!done)
            return done;
    }
    return {};
}

} // namespace hareloom
