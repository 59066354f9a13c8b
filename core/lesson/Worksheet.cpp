// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson/Worksheet.h"

#include "core/base/Text.h"
#include "core/lesson/WorksheetAxes.h"
#include "core/literature/Paper.h"
#include "core/metrics/Catalogue.h"
#include "core/text/Markup.h"

#include <algorithm>
#include <cmath>

namespace hareloom {
namespace {

using K = QuestionKind;

constexpr const char* kStyle = R"(<style>
body { font-family: sans-serif; max-width: 44em; margin: 2em auto; padding: 0 1em; color: #222; background: #fff; line-height: 1.45 }
h1 { margin-bottom: 0 } h2 { margin-top: 1.6em } ol.options { list-style: upper-alpha }
.question { break-inside: avoid; border-left: 3px solid #888; padding-left: 1em } .lead { font-size: 1.1em }
.key { color: #b03a2e } .line { border-bottom: 1px solid #555; height: 1.8em } svg { width: 100%; height: auto }
@media print { body { margin: 0 } }
</style>
)";

std::string page(const Lesson& lesson, const std::string& heading, const std::string& body)
{
    const std::string title = plainOf(lesson.texts["title"]);
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>" +
           xmlText(title + ": " + heading) + "</title>\n" + kStyle + "</head>\n<body>\n<h1>" +
           xmlText(title) + "</h1>\n<p class=\"lead\">" + xmlText(plainOf(lesson.texts["question"])) +
           "</p>\n" + body + "</body>\n</html>\n";
}

std::string lines(int count)
{
    std::string html;
    for (int i = 0; i < count; ++i)
        html += "<div class=\"line\"></div>\n";
    return html;
}

std::string optionsHtml(const Lesson& lesson, const LessonStep& step)
{
    std::string html = "<ol class=\"options\">\n";
    for (const LessonOption& option : step.ask->options)
        html += "<li>" + xmlText(plainOf(labelOf(lesson, step, option.id))) + "</li>\n";
    return html + "</ol>\n";
}

/// What a curve's axis is called: its metric's title where it is one metric, else the expression.
std::string axisTitle(const Question& question)
{
    const ExpressionNode& root = question.answer.root();
    const MetricInfo* info = root.kind == ExpressionNode::Kind::Metric ? findMetric(root.name) : nullptr;
    return info ? std::string(info->title) : question.answer.text();
}

std::string answerSpace(const Lesson& lesson, const LessonStep& step, const LessonPrediction& outcome)
{
    const Question& question = *step.ask;
    const std::int64_t last = lesson.findExperiment(step.experiment)->experiment.generations;
    switch (question.kind) {
    case K::Choice:
        return optionsHtml(lesson, step) + "<p>My reason:</p>\n" + lines(2);
    case K::Strike:
        return optionsHtml(lesson, step);
    case K::Order:
        return optionsHtml(lesson, step) + "<p>My order, the first one first:</p>\n" + lines(1);
    case K::Number:
        return lines(1);
    case K::DrawCurve:
        return axesSvg(question, axisTitle(question), outcome.numbers);
    case K::Mark:
        return generationsSvg(last, outcome.numbers.empty() ? -1 : outcome.numbers.front());
    }
    return {};
}

/// "A: the same; C: noise", a number, or for a curve its values.
std::string outcomeWords(const Lesson& lesson, const LessonStep& step, const LessonPrediction& outcome)
{
    std::vector<std::string> words;
    for (const std::string& id : outcome.options) {
        const auto& options = step.ask->options;
        const auto place =
            std::find_if(options.begin(), options.end(), [&id](const LessonOption& o) { return o.id == id; });
        words.push_back(std::string(1, static_cast<char>('A' + (place - options.begin()))) + ", " +
                        plainOf(labelOf(lesson, step, id)));
    }
    for (const double number : outcome.numbers)
        words.push_back(filled("{x}", [number](const std::string&) { return number; }));
    return outcome.isNothingStruck ? "none" : joined(words, "; ");
}

/// The misconceptions behind answers that are not right in this run.
std::string whyWrong(const Lesson& lesson, const LessonStep& step, const LessonPrediction& outcome,
                     const LessonFindings& key)
{
    if (step.ask->kind != K::Choice)
        return htmlOf(filled(lesson.texts[step.id + ".wrong"], key));
    std::string html = "<ul>\n";
    for (const LessonOption& option : step.ask->options)
        if (std::find(outcome.options.begin(), outcome.options.end(), option.id) == outcome.options.end())
            html += "<li>" + xmlText(plainOf(labelOf(lesson, step, option.id))) + ": " +
                    xmlText(plainOf(filled(lesson.texts[step.id + "." + option.id + ".wrong"], key))) +
                    "</li>\n";
    return html + "</ul>\n";
}

std::string questionHtml(const Lesson& lesson, const LessonStep& step, const LessonFindings* key)
{
    const LessonPrediction outcome = key && step.ask->isJudged() ? outcomeOf(step, *key) : LessonPrediction();
    std::string html = "<div class=\"question\">\n" + htmlOf(lesson.texts[step.id + ".ask"]);
    html += answerSpace(lesson, step, outcome);
    if (!outcome.isEmpty())
        html += "<div class=\"key\"><p><strong>In this run:</strong> " +
                xmlText(outcomeWords(lesson, step, outcome)) + "</p>\n" +
                whyWrong(lesson, step, outcome, *key) + "</div>\n";
    return html + "</div>\n";
}

/// Words that tell nothing of what a run will show.
bool isForWorksheet(const Lesson& lesson, const LessonStep& step)
{
    const auto end = lesson.steps.begin() + (&step - lesson.steps.data()) + 1;
    const bool isRevealed =
        std::any_of(lesson.steps.begin(), end, [](const LessonStep& s) { return !s.reveal.empty(); });
    return placesIn(lesson.texts[step.id]).empty() && step.reveal.empty() &&
           (!isRevealed || step.ask || step.goal);
}

std::string stepHtml(const Lesson& lesson, const LessonStep& step, const LessonFindings* key)
{
    const std::string& words = lesson.texts[step.id];
    std::string html = isForWorksheet(lesson, step) ? htmlOf(words) : std::string();
    if (html.empty() && key)
        html = "<div class=\"key\">\n" + htmlOf(filled(words, *key)) + "</div>\n";
    html +=
        step.goal && !step.unlock.empty() ? "<p>My settings, and what came of them:</p>\n" + lines(2) : "";
    return html + (step.ask ? questionHtml(lesson, step, key) : "");
}

std::string citation(const std::string& source)
{
    const Paper* paper = findPaper(source);
    if (!paper)
        return source;
    std::string text = std::string(paper->authors) + ": " + std::string(paper->title) + ". ";
    text += paper->where.empty() ? "" : std::string(paper->where) + " ";
    text += paper->volume.empty() ? "" : std::string(paper->volume) + " ";
    text += "(" + std::string(paper->year) + ")";
    if (!paper->arxiv.empty())
        text += ", arXiv " + std::string(paper->arxiv);
    return text + (paper->doi.empty() ? "" : ", doi:" + std::string(paper->doi));
}

/// Words on a run that has not been made: values are left open.
std::string openWords(std::string text)
{
    const auto places = placesIn(text);
    for (auto place = places.rbegin(); place != places.rend(); ++place)
        text.replace(place->begin, place->end - place->begin, "...");
    return xmlText(plainOf(text));
}

/// A question for the teacher: what can be answered, and what is said to whoever is wrong.
std::string askedHtml(const Lesson& lesson, const LessonStep& step)
{
    std::string html = "<h2>Asked: " + xmlText(plainOf(lesson.texts[step.id + ".ask"])) + "</h2>\n<ul>\n";
    for (const LessonOption& option : step.ask->options) {
        const std::string* wrong = lesson.texts.find(step.id + "." + option.id + ".wrong");
        html += "<li>" + xmlText(plainOf(labelOf(lesson, step, option.id)));
        html += (wrong ? "<br/><em>If wrong: " + openWords(*wrong) + "</em>" : "") + "</li>\n";
    }
    for (const auto& [id, when] :
         {std::pair{".low", "If it is less"}, {".high", "If it is more"}, {".wrong", "If wrong"}})
        if (const std::string* words = lesson.texts.find(step.id + id))
            html += std::string("<li><em>") + when + ": " + openWords(*words) + "</em></li>\n";
    return html + "</ul>\n";
}

} // namespace

std::string worksheetHtml(const Lesson& lesson, const WorksheetOptions& options)
{
    std::string body = options.name.empty() ? "<p>Name:</p>\n" + lines(1)
                                            : "<p>Name: <strong>" + xmlText(options.name) + "</strong></p>\n";
    if (options.seed)
        body += "<p>My seed: <strong>" + std::to_string(*options.seed) + "</strong></p>\n";
    int number = 0;
    for (const LessonStep& step : lesson.steps) {
        if (const std::string html = stepHtml(lesson, step, options.key); !html.empty())
            body += "<h2>" + std::to_string(++number) + "</h2>\n" + html;
    }
    return page(lesson, options.key ? "key" : "worksheet", body);
}

std::string teacherHtml(const Lesson& lesson)
{
    const LessonTexts& texts = lesson.texts;
    std::string body = "<p>" + std::to_string(lesson.minutes) + " minutes</p>\n";
    body += "<h2>Aims</h2>\n" + htmlOf(texts["teacher.aims"]);
    body += "<h2>Misconceptions</h2>\n" + htmlOf(texts["teacher.misconceptions"]);
    for (const LessonStep& step : lesson.steps)
        body += step.ask && step.ask->isJudged() ? askedHtml(lesson, step) : "";
    body += "<h2>To discuss</h2>\n" + htmlOf(texts["teacher.discussion"]) + "<h2>Sources</h2>\n<ul>\n";
    for (const std::string& source : lesson.sources)
        body += "<li>" + xmlText(citation(source)) + "</li>\n";
    return page(lesson, "for the teacher", body + "</ul>\n");
}

} // namespace hareloom
