// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson/ExpectationLesson.h"

#include "core/base/Refusal.h"
#include "core/lesson/LessonReader.h"
#include "core/metrics/Catalogue.h"
#include "core/metrics/MetricWords.h"
#include "core/recipe/ExperimentJson.h"

#include <nlohmann/json.hpp>

namespace hareloom {

namespace {

using nlohmann::json;

/// Those of which one can say that they fall or rise: one number a generation, and none of the clock's, nor of several
/// models, which one that learns from itself alone does not have.
std::vector<const MetricInfo*> comparable(const Experiment& experiment)
{
    std::vector<const MetricInfo*> found;
    for (const std::string& name : experiment.evaluation.metrics) {
        const MetricInfo* info = findMetric(name);
        if (info && info->name == name && !info->perVariable && name != "elapsedMs" &&
            info->needs != MetricNeed::Models && found.size() < kMostExpected)
            found.push_back(info);
    }
    return found;
}

/// `id`: of the values before and after, without their last digit.
json optionsFor(const std::string& id)
{
    const std::string loss = "(" + id + "0 - " + id + "1)", size = "abs(" + id + "0)";
    return json::array(
        {{{"id", "most"}, {"when", loss + " > 0.5 * " + size}},
         {{"id", "some"}, {"when", loss + " > 0.1 * " + size + " and " + loss + " <= 0.5 * " + size}},
         {{"id", "stays"}, {"when", "abs" + loss + " <= 0.1 * " + size}},
         {{"id", "rises"}, {"when", loss + " < -0.1 * " + size}}});
}

struct OptionWords
{
    const char *id, *words;
};
constexpr OptionWords kOptions[] = {{"most", "It falls below half of what it is"},
                                    {"some", "It falls, but not that far"},
                                    {"stays", "It stays within a tenth of what it is"},
                                    {"rises", "It rises by more than a tenth"}};

std::string under(const std::string& id, const std::string& words)
{
    return "\n## " + id + "\n" + words + "\n";
}

/// The lesson's words in the language that is wanted.
class Words
{
public:
    explicit Words(Translation translation) : m_translation(translation) {}
    std::string operator()(std::string_view english, const Arguments& arguments = {}) const
    {
        return filled(m_translation ? m_translation(english) : std::string(english), arguments);
    }

private:
    Translation m_translation;
};

/// A metric's own words are no template.
std::string textsFor(const std::string& id, const MetricInfo& info, std::int64_t generations,
                     const Words& words, Translation translation)
{
    const auto known = [translation](std::string_view english) {
        return translation ? translation(english) : std::string(english);
    };
    const MetricWords& metric = *findMetricWords(info.name);
    const std::string course = words("It was {before} in generation 0 and is {after} in the last one.",
                                     {{"before", "{v" + id + "0}"}, {"after", "{v" + id + "1}"}});
    std::string text = under(id, "**" + known(metric.plain) + "**: " + known(metric.meaning)) +
                       under(id + ".ask", words("What will become of it in {generations} generations?",
                                                {{"generations", generations}})) +
                       under(id + ".right", words("So it was. {course}", {{"course", course}}));
    for (const OptionWords& option : kOptions)
        text += under(id + "." + option.id, words(option.words)) +
                under(id + "." + option.id + ".wrong",
                      words("The run went another way. {course}", {{"course", course}}));
    return text + under("see" + id,
                        words("The usual name of this number is \"{name}\".", {{"name", known(info.title)}}));
}

/// What every such lesson says.
std::string frameTexts(const Words& words, std::int64_t generations)
{
    return under("title", words("What do you expect?")) +
           under("question", words("What will become of this experiment?")) +
           under("teacher.aims", words("Learners say what they expect before they see it.")) +
           under("teacher.misconceptions", words("Whatever their predictions show.")) +
           under("teacher.discussion", words("Why did it go this way?")) +
           under("begin",
                 words("This is generation 0, a model of the real data. {generations} more follow, each made "
                       "from the one before it. First say what you expect; then you see it.",
                       {{"generations", generations}}));
}

} // namespace

Result<Lesson> expectationLesson(const Experiment& experiment, Translation translation)
{
    const auto metrics = comparable(experiment);
    if (metrics.empty())
        return invalidInput(
            "There is nothing to expect here: the experiment measures no single number in each generation. "
            "Choose a metric in the recipe, then ask again.");
    if (experiment.generations < 1)
        return invalidInput(
            "There is nothing to expect here: the experiment ends with generation 0. Give it more "
            "generations, then ask again.");
    // What is on the stage at first: the first variant.
    const std::string title = experiment.variants.empty() ? std::string() : experiment.variants.front().title;
    if (title.find('"') != std::string::npos)
        return invalidInput(
            "The first variant's title holds a quotation mark, and expectations name it. Call it otherwise.");
    const std::string ofVariant = experiment.variants.empty() ? std::string() : " of own.\"" + title + '"';
    json values = json::array(), steps = json::array();
    const Words words(translation);
    std::string text = frameTexts(words, experiment.generations);
    steps.push_back({{"id", "begin"}, {"experiment", "own"}, {"runTo", 0}, {"show", {"stage"}}});
    json reveals = json::array();
    for (std::size_t i = 0; i < metrics.size(); ++i) {
        const std::string id = "ask" + std::to_string(i), name(metrics[i]->name), metric = name + ofVariant;
        values.push_back({{"id", "v" + id + "0"}, {"is", metric + " at 0"}});
        values.push_back({{"id", "v" + id + "1"}, {"is", metric + " at last"}});
        steps.push_back({{"id", id}, {"ask", {{"kind", "choice"}, {"options", optionsFor("v" + id)}}}});
        reveals.push_back({{"id", "see" + id},
                           {"runTo", experiment.generations},
                           {"show", {"stage", "filmstrip", "marks", "theory", "telling"}},
                           {"metrics", {name}},
                           {"reveal", id}});
        text += textsFor(id, *metrics[i], experiment.generations, words, translation);
    }
    for (json& reveal : reveals)
        steps.push_back(std::move(reveal));
    json own = toJson(experiment);
    const json lesson = {{"schema", kLessonSchema},
                         {"minutes", 3},
                         {"experiments", json::array({{{"id", "own"}, {"experiment", std::move(own)}}})},
                         {"values", std::move(values)},
                         {"steps", std::move(steps)}};
    LessonFiles files;
    files.id = "expectation";
    files.json = lesson.dump();
    files.text = std::move(text);
    return readLesson(files);
}

} // namespace hareloom
