// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson/Worksheet.h"

#include "core/base/Text.h"
#include "core/lesson/WorksheetAxes.h"
#include "core/lesson/WorksheetParts.h"
#include "core/literature/Paper.h"
#include "core/text/Markup.h"

#include <algorithm>
#include <cmath>

namespace hareloom {
namespace {

constexpr const char* kStyle = R"(<style>
body { font-family: sans-serif; max-width: 44em; margin: 2em auto; padding: 0 1em; color: #222; background: #fff; line-height: 1.45 }
h1 { margin-bottom: 0 } h2 { margin-top: 1.6em } ol.options { list-style: upper-alpha }
.question { break-inside: avoid; border-left: 3px solid #888; padding-left: 1em } .lead { font-size: 1.1em }
.key { color: #b03a2e } .line { border-bottom: 1px solid #555; height: 1.8em } svg { width: 100%; height: auto }
@media print { body { margin: 0 } }
</style>
)";

std::string page(const Lesson& lesson, const std::string& language, const std::string& heading,
                 const std::string& body)
{
    const std::string title = plainOf(lesson.texts["title"]);
    return "<!DOCTYPE html>\n<html lang=\"" + xmlText(language) +
           "\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + xmlText(title + ": " + heading) + "</title>\n" +
           kStyle + "</head>\n<body>\n<h1>" + xmlText(title) + "</h1>\n<p class=\"lead\">" +
           xmlText(plainOf(lesson.texts["question"])) + "</p>\n" + body + "</body>\n</html>\n";
}

std::string lines(int count)
{
    std::string html;
    for (int i = 0; i < count; ++i)
        html += "<div class=\"line\"></div>\n";
    return html;
}

std::string listHtml(const char* tag, const std::vector<std::string>& entries)
{
    std::string html = std::string("<") + tag + ">\n";
    for (const std::string& entry : entries)
        html += "<li>" + xmlText(entry) + "</li>\n";
    return html + "</" + std::string(tag).substr(0, 2) + ">\n";
}

std::string partHtml(const SheetPart& part, Translation t)
{
    using Kind = SheetPart::Kind;
    switch (part.kind) {
    case Kind::Heading:
        return "<h2>" + xmlText(part.text) + "</h2>\n";
    case Kind::Field:
        return "<p>" + xmlText(part.text) + ": <strong>" + xmlText(part.value) + "</strong></p>\n";
    case Kind::Words:
        return htmlOf(part.text);
    case Kind::Options:
        return listHtml("ol class=\"options\"", part.entries);
    case Kind::List:
        return listHtml("ul", part.entries);
    case Kind::Outcome:
        return "<p><strong>" + xmlText(known(t, "In this run:")) + "</strong> " + xmlText(part.text) +
               "</p>\n";
    case Kind::Lines:
        return lines(static_cast<int>(part.count));
    case Kind::Axes:
        return axesSvg(*part.question, part.text, part.outcome, known(t, "generation"));
    case Kind::Generations:
        return generationsSvg(part.count, part.outcome.empty() ? -1 : part.outcome.front(),
                              known(t, "generation"));
    }
    return {};
}

/// With a frame round each question, and what only the key has in its colour.
std::string partsHtml(const std::vector<SheetPart>& parts, Translation t)
{
    std::string html;
    int asked = -1;
    bool isKey = false;
    const auto turn = [&](int nowAsked, bool nowKey) {
        html += isKey && (!nowKey || nowAsked != asked) ? "</div>\n" : "";
        isKey = isKey && nowKey && nowAsked == asked;
        html += asked >= 0 && nowAsked != asked ? "</div>\n" : "";
        html += nowAsked >= 0 && nowAsked != asked ? "<div class=\"question\">\n" : "";
        html += nowKey && !isKey ? "<div class=\"key\">\n" : "";
        asked = nowAsked;
        isKey = nowKey;
    };
    for (const SheetPart& part : parts) {
        turn(part.asked, part.isKey);
        html += partHtml(part, t);
    }
    turn(-1, false);
    return html;
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
std::string askedHtml(const Lesson& lesson, const LessonStep& step, Translation t)
{
    const std::string colon = known(t, ": ");
    std::string html = "<h2>" + xmlText(known(t, "Asked") + colon + plainOf(lesson.texts[step.id + ".ask"])) +
                       "</h2>\n<ul>\n";
    for (const LessonOption& option : step.ask->options) {
        const std::string* wrong = lesson.texts.find(step.id + "." + option.id + ".wrong");
        html += "<li>" + xmlText(plainOf(labelOf(lesson, step, option.id)));
        html += (wrong ? "<br/><em>" + known(t, "If wrong") + colon + openWords(*wrong) + "</em>" : "") +
                "</li>\n";
    }
    for (const auto& [id, when] :
         {std::pair{".low", "If it is less"}, {".high", "If it is more"}, {".wrong", "If wrong"}})
        if (const std::string* words = lesson.texts.find(step.id + id))
            html += "<li><em>" + known(t, when) + colon + openWords(*words) + "</em></li>\n";
    return html + "</ul>\n";
}

} // namespace

std::string worksheetHtml(const Lesson& lesson, const WorksheetOptions& options)
{
    return page(lesson, options.language, known(options.translation, options.key ? "key" : "worksheet"),
                partsHtml(worksheetParts(lesson, options), options.translation));
}

std::string teacherHtml(const Lesson& lesson, const WorksheetOptions& options)
{
    const LessonTexts& texts = lesson.texts;
    const Translation t = options.translation;
    const auto heading = [t](const char* words) { return "<h2>" + known(t, words) + "</h2>\n"; };
    const Arguments minutes{{"minutes", std::int64_t(lesson.minutes)}};
    std::string body = "<p>" + filled(known(t, "{minutes} minutes"), minutes) + "</p>\n";
    body += heading("Aims") + htmlOf(texts["teacher.aims"]);
    body += heading("Misconceptions") + htmlOf(texts["teacher.misconceptions"]);
    for (const LessonStep& step : lesson.steps)
        body += step.ask && step.ask->isJudged() ? askedHtml(lesson, step, t) : "";
    body += heading("To discuss") + htmlOf(texts["teacher.discussion"]) + heading("Sources") + "<ul>\n";
    for (const std::string& source : lesson.sources)
        body += "<li>" + xmlText(citation(source)) + "</li>\n";
    return page(lesson, options.language, known(t, "for the teacher"), body + "</ul>\n");
}

} // namespace hareloom
