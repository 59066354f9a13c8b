// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson/LessonFields.h"

#include "core/lesson/ObjectReader.h"
#include "core/recipe/ExperimentFields.h"
#include "core/recipe/ExperimentJson.h"
#include "core/recipe/Presets.h"
#include "core/recipe/Variants.h"

#include <nlohmann/json.hpp>

namespace hareloom {
namespace {

using namespace lessons;

constexpr std::size_t kMostSteps = 60, kMostOptions = 12, kMostExperiments = 8, kMostValues = 60,
                      kMostClaims = 60;
constexpr const char* kMust = "must be given";
constexpr const char* kNameValues = "up to 30 letters and digits";
constexpr const char* kExpression = "an expression";

const Entries<LessonOption>& optionEntries()
{
    static const Entries<LessonOption> entries = {
        id<LessonOption>({"id", kNameValues, kMust, "what answers name it; its words are the text `STEP.ID`"},
                         &LessonOption::id),
        expression<LessonOption>(
            {"when", kExpression, "empty",
             "choice: it is right when this is so, without it when no other is. order: what it is "
             "ordered by, the greatest first. strike: it is to be struck out when this is so"},
            &LessonOption::when)};
    return entries;
}

Entry<Question> generationsEntry()
{
    return {{"generations", "list of 2 to 20 rising whole numbers", "empty",
             "curve: the generations for which a value is asked, and at which curve and run are compared"},
            [](Question& question, const json& value, const std::string& path) -> Result<void> {
                constexpr double kMost = 1e6;
                std::vector<std::int64_t> read;
                if (auto done = fields::assign(read, value, described(path, {0, kMost})); !done)
                    return done;
                if (read.size() < 2 || read.size() > 20 || !std::is_sorted(read.begin(), read.end()) ||
                    std::adjacent_find(read.begin(), read.end()) != read.end())
                    return fields::refusal(path, value, "be 2 to 20 rising whole numbers");
                question.generations = std::move(read);
                return {};
            }};
}

const Entries<Question>& questionEntries()
{
    using Q = Question;
    constexpr fields::Range kNotNegative{0, fields::kHuge}, kAny{-fields::kHuge, fields::kHuge};
    static const Entries<Q> entries = {
        choice<Q>({"kind", "`choice`, `order`, `number`, `strike`, `curve`, `mark`", kMust,
                   "choose one; put in order; a number; strike out names; draw a metric over the "
                   "generations; set a "
                   "mark at a generation"},
                  kQuestionKinds, &Q::kind),
        parts<Q>({"options", "list of 2 to 12 objects", "empty",
                  "choice, order and strike: what there is to answer"},
                 kMostOptions, &Q::options, optionEntries),
        expression<Q>(
            {"answer", kExpression, "empty",
             "number and mark: the right answer, of the learner's run; curve: the metric in each generation"},
            &Q::answer),
        number<Q>({"tolerance", "number >= 0", "0",
                   "number, mark: so far off is right. order: options that differ by less may change places. "
                   "curve: the "
                   "mean distance that is right, as a share of the axis"},
                  kNotNegative, &Q::tolerance),
        number<Q>(
            {"percent", "0 to 100", "0", "number: so many percent of the right answer off is right, too"},
            {0, 100}, &Q::percent),
        number<Q>({"misses", "whole, 0 to 12", "0", "strike: with so many names wrong the answer is right"},
                  {0, 12}, &Q::misses),
        number<Q>({"least", "number", "0", "number: the least answer; curve: the lower end of the axis"},
                  kAny, &Q::least),
        number<Q>({"most", "number", "1", "number: the greatest answer; curve: the upper end of the axis"},
                  kAny, &Q::most),
        number<Q>({"logarithmic", "true or false", "false", "curve: whether the axis is"}, {},
                  &Q::isLogarithmic),
        generationsEntry(),
        choice<Q>({"rule", "`near`, `before`", "near",
                   "mark: right when it is as near as `tolerance`, or when it is not behind the answer"},
                  kMarkRules, &Q::rule),
        number<Q>(
            {"seen", "true or false", "false",
             "whether the answer is to be read from what is shown, or concluded from it. Otherwise it is "
             "to be predicted, and `lesson check` fails where a step shows it before"},
            {}, &Q::isSeen)};
    return entries;
}

const Entries<Goal>& goalEntries()
{
    static const Entries<Goal> entries = {
        expression<Goal>({"reach", kExpression, kMust, "the step waits until this is so"}, &Goal::reach),
        settings<Goal>({"solution", "object of settings", "empty",
                        "settings that reach it, of those in `unlock`: `lesson check` tries them"},
                       &Goal::solution)};
    return entries;
}

Entry<LessonStep> variantsShownEntry()
{
    return {{"variants", "whole, 1 to 100", "as before, at first all",
             "so many of the experiment's variants are shown, from the first on; the others stay hidden"},
            [](LessonStep& step, const json& value, const std::string& path) {
                return fields::assign(step.variants.emplace(), value, described(path, {1, 100}));
            }};
}

Entry<LessonStep> runToEntry()
{
    return {{"runTo", "whole, 0 to 1,000,000", "as before",
             "the generation up to which the experiment is run and shown from this step on"},
            [](LessonStep& step, const json& value, const std::string& path) {
                return fields::assign(step.runTo.emplace(), value, described(path, {0, 1e6}));
            }};
}

const Entries<LessonStep>& stepEntries()
{
    using S = LessonStep;
    static const Entries<S> entries = {
        id<S>({"id", kNameValues, kMust, "the step's name; its words are the text `ID`, a hint `ID.hint`"},
              &S::id),
        id<S>({"experiment", "an experiment's `id`", "as before", "the experiment that is on the stage"},
              &S::experiment),
        ids<S>({"show", "list of `stage`, `filmstrip`, `marks`, `theory`, `telling`, `chains`, `compare`",
                "as before", "what of the window is shown; everything else is hidden"},
               &S::show, kLessonViews.size()),
        ids<S>({"metrics", "list of metrics", "as before", "the charts that are shown"}, &S::metrics,
               kMostOptions),
        variantsShownEntry(),
        ids<S>({"unlock", "list of settings", "empty",
                "settings that may be changed in this step; all others are locked"},
               &S::unlock, kMostOptions),
        runToEntry(),
        part<S>({"ask", "object", "none", "a question, with the words `ID.ask`"}, &S::ask, questionEntries),
        id<S>({"reveal", "a step's `id`", "none", "the question whose outcome and feedback are shown"},
              &S::reveal),
        part<S>({"goal", "object", "none", "what must be reached before the lesson goes on"}, &S::goal,
                goalEntries)};
    return entries;
}

const Entries<LessonClaim>& claimEntries()
{
    using C = LessonClaim;
    static const Entries<C> entries = {
        words<C>({"text", "a text's id", kMust, "the text that claims it"}, &C::text),
        words<C>({"says", "words", kMust, "the words, as they stand in that text of the first language"},
                 &C::says),
        expression<C>({"holds", kExpression, kMust, "when the words are true"}, &C::holds),
        number<C>({"in", "number, 0 to 1", "1", "the share of all seeds for which they must be true"}, {0, 1},
                  &C::in)};
    return entries;
}

const Entries<LessonValue>& valueEntries()
{
    static const Entries<LessonValue> entries = {
        id<LessonValue>(
            {"id", kNameValues, kMust, "its name: `{ID}` in texts, `{ID%}` in percent, ID in expressions"},
            &LessonValue::id),
        expression<LessonValue>({"is", kExpression, kMust, "what it is"}, &LessonValue::is)};
    return entries;
}

Entry<LessonExperiment> ownExperiment()
{
    return {{"experiment", "object", "empty",
             "an experiment as [experiments.md](experiments.md) has it, instead of `preset`"},
            [](LessonExperiment& into, const json& value, const std::string& path) -> Result<void> {
                if (!into.preset.empty())
                    return invalidSetting(path, "a preset is named, too. Give one of the two.");
                auto read = readExperiment(value, path);
                if (!read)
                    return read.error();
                into.experiment = *std::move(read);
                return {};
            }};
}

Entry<LessonExperiment> presetEntry()
{
    return {{"preset", "a preset's id", "empty", "the experiment, as the gallery has it"},
            [](LessonExperiment& into, const json& value, const std::string& path) -> Result<void> {
                if (auto done = fields::assign(into.preset, value, described(path)); !done)
                    return done;
                auto read = loadPreset(into.preset);
                if (!read)
                    return invalidSetting(path, read.error().message);
                into.experiment = *std::move(read);
                return {};
            }};
}

Entry<LessonExperiment> setEntry()
{
    return {{"set", "object of settings", "empty", "settings that are changed in it, as `--set` does"},
            [](LessonExperiment& into, const json& value, const std::string& path) -> Result<void> {
                if (auto done = readSettings(into.set, value, path); !done)
                    return done;
                for (const auto& [setting, text] : into.set)
                    if (auto done = overrideField(into.experiment, setting, text); !done)
                        return Error{done.error().kind, path + "." + done.error().message, path};
                return {};
            }};
}

Entry<LessonExperiment> variantsEntry()
{
    return {{"variants", "list of titles", "all", "the variants that are kept, of a preset that has more"},
            [](LessonExperiment& into, const json& value, const std::string& path) -> Result<void> {
                std::vector<std::string> kept, titles;
                if (auto done = fields::assign(kept, value, described(path)); !done)
                    return done;
                std::vector<Variant> variants;
                for (const Variant& variant : into.experiment.variants) {
                    titles.push_back(variant.title);
                    if (std::find(kept.begin(), kept.end(), variant.title) != kept.end())
                        variants.push_back(variant);
                }
                if (variants.size() != kept.size() || kept.empty())
                    return fields::refusal(path, value,
                                           "name variants of the experiment: " + joined(titles, "; "));
                into.experiment.variants = std::move(variants);
                return {};
            }};
}

const Entries<LessonExperiment>& experimentEntries()
{
    using X = LessonExperiment;
    static const Entries<X> entries = {
        id<X>({"id", kNameValues, kMust, "what steps and expressions call it"}, &X::id),
        presetEntry(),
        ownExperiment(),
        setEntry(),
        variantsEntry(),
        ids<X>({"names", "list of names", "empty",
                "what its states are called, in their order; each has the text `EXPERIMENT.NAME`"},
               &X::names, 100)};
    return entries;
}

/// What stands at the top, beside its own values.
struct TopLevel
{
    Lesson lesson;
    std::int64_t schema = 0, minutes = 0, seeds = 20;
};

template<class Part>
Entry<TopLevel> list(EntryText text, std::size_t most, std::vector<Part> Lesson::*member,
                     const Entries<Part>& (*inner)())
{
    Entry<Lesson> own = parts<Lesson>(text, most, member, inner);
    return {std::move(text),
            [read = own.read](TopLevel& into, const json& value, const std::string& path) {
                return read(into.lesson, value, path);
            },
            own.within};
}

const Entries<TopLevel>& topEntries()
{
    using T = TopLevel;
    static const Entries<T> entries = {
        number<T>({"schema", "1", kMust, "the version of this format"}, {1, kLessonSchema}, &T::schema),
        number<T>({"minutes", "whole, 1 to 120", kMust, "how long it takes"}, {1, 120}, &T::minutes),
        number<T>(
            {"seeds", "whole, 1 to 1000", "20", "the seeds, from 1 on, for which `lesson check` plays it"},
            {1, 1000}, &T::seeds),
        {{"sources", "list of works", "empty",
          "the works that it follows, by their keys (`hareloom-cli cite` prints them) or in words"},
         [](T& into, const json& value, const std::string& path) {
             return readIds(into.lesson.sources, value, path, 30);
         }},
        list<LessonExperiment>(
            {"experiments", "list of 1 to 8 objects", kMust, "what is run, with the learner's own seed"},
            kMostExperiments, &Lesson::experiments, experimentEntries),
        list<LessonValue>(
            {"values", "list of 1 to 60 objects", "empty", "numbers that texts and expressions name"},
            kMostValues, &Lesson::values, valueEntries),
        list<LessonStep>({"steps", "list of 1 to 60 objects", kMust, "what happens, in order"}, kMostSteps,
                         &Lesson::steps, stepEntries),
        list<LessonClaim>({"claims", "list of 1 to 60 objects", "empty",
                           "passages of the texts that are true of runs, and when"},
                          kMostClaims, &Lesson::claims, claimEntries)};
    return entries;
}

} // namespace

std::vector<LessonField> lessonFields()
{
    std::vector<LessonField> all;
    describe(topEntries(), "", all);
    return all;
}

std::string lessonFieldTable()
{
    std::string table = "| field | values | otherwise | meaning |\n|---|---|---|---|\n";
    for (const LessonField& field : lessonFields())
        table +=
            "| `" + field.path + "` | " + field.values + " | " + field.usual + " | " + field.meaning + " |\n";
    return table;
}

Result<Lesson> readLessonFields(const json& object)
{
    TopLevel top;
    if (auto done = readObject(top, object, "", topEntries()); !done)
        return done.error();
    top.lesson.minutes = static_cast<int>(top.minutes);
    top.lesson.seeds = static_cast<int>(top.seeds);
    return std::move(top.lesson);
}

} // namespace hareloom
