// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/TextReport.h"

#include "core/base/Text.h"
#include "core/metrics/Text.h"
#include "core/text/Markup.h"
#include "core/writing/LostWords.h"

#include <algorithm>
#include <string_view>

namespace hareloom {
namespace {

struct Written
{
    int generation;
    std::string prompt, text;
};

/// The texts that belong together: one prompt's answers, or one place's passages.
struct Section
{
    bool isPrompt;
    std::size_t number; // from 1
    std::vector<Written> texts;

    bool hasOnePrompt() const
    {
        return std::all_of(texts.begin(), texts.end(),
                           [&](const Written& each) { return each.prompt == texts.front().prompt; });
    }
};

std::vector<Section> sectionsOf(const TextReport& report)
{
    std::vector<Section> prompts, passages;
    const auto add = [](std::vector<Section>& sections, bool isPrompt, int generation,
                        const std::vector<std::string>& given, const std::vector<std::string>& written) {
        for (std::size_t i = 0; i < std::min(given.size(), written.size()); ++i) {
            if (sections.size() <= i)
                sections.push_back({isPrompt, i + 1, {}});
            sections[i].texts.push_back({generation, given[i], written[i]});
        }
    };
    for (const GenerationPtr& each : report.generations) {
        const WrittenTexts* written = each && each->snapshot ? each->snapshot->texts() : nullptr;
        if (!written)
            continue;
        add(prompts, true, each->index, written->prompts, written->answers);
        add(passages, false, each->index, written->passagePrompts, written->passages);
    }
    prompts.insert(prompts.end(), passages.begin(), passages.end());
    return prompts;
}

std::string headingOf(const Section& section)
{
    return (section.isPrompt ? "Prompt " : "Passage ") + std::to_string(section.number);
}

std::string oneLine(std::string text)
{
    for (char& c : text)
        if (static_cast<unsigned char>(c) < 0x20)
            c = ' ';
    return std::string(trimmed(text));
}

/// Everything that Markdown would obey, wherever it stands.
std::string markdownEscaped(std::string_view text)
{
    static constexpr std::string_view kSpecial = "\\`*_{}[]<>#+-.!|~=$&:";
    std::string out;
    for (const char c : text) {
        if (kSpecial.find(c) != std::string_view::npos)
            out += '\\';
        out += c;
    }
    return out;
}

/// The text with its repeated phrases between two marks.
std::string marked(const std::string& text, std::string (*escaped)(std::string_view), std::string_view open,
                   std::string_view close)
{
    std::string out;
    std::size_t at = 0;
    const auto upTo = [&](std::size_t end) {
        out += escaped(std::string_view(text).substr(at, end - at));
        at = end;
    };
    for (const RepeatedPhrase& phrase : repeatedPhrases(text)) {
        upTo(static_cast<std::size_t>(phrase.begin));
        out += open;
        upTo(static_cast<std::size_t>(phrase.end));
        out += close;
    }
    upTo(text.size());
    return out;
}

/// The words that one generation was the first not to write, as a line: "hare (95), moth (21)".
struct LostLine
{
    int generation = 0;
    std::size_t count = 0;
    std::string words;
};

constexpr std::size_t kMostLostWords = 40; // of a generation, the most frequent ones

std::vector<LostLine> lostLines(const std::vector<LostWord>& lost)
{
    std::vector<LostLine> lines;
    for (const LostWord& each : lost) {
        if (lines.empty() || lines.back().generation != each.generation)
            lines.push_back({each.generation, 0, {}});
        LostLine& line = lines.back();
        if (++line.count <= kMostLostWords)
            line.words += (line.words.empty() ? "" : ", ") + each.word + " (" + std::to_string(each.count) + ")";
        else if (line.count == kMostLostWords + 1)
            line.words += ", …";
    }
    return lines;
}

constexpr std::string_view kLostHeading = "Words lost, in this order";
constexpr std::string_view kLostHelp =
    "The words of the real text that a generation and all after it do not write; in brackets how often each stands in the "
    "real text.";

std::string lostName(const LostLine& line)
{
    return "Generation " + std::to_string(line.generation) + ": " + std::to_string(line.count) +
           (line.count == 1 ? " word" : " words");
}

std::string csv(const std::vector<Section>& sections, const std::vector<LostWord>& lost)
{
    std::string out = "generation,kind,number,prompt,text\n";
    for (const Section& section : sections)
        for (const Written& each : section.texts)
            out += std::to_string(each.generation) + (section.isPrompt ? ",prompt," : ",passage,") +
                   std::to_string(section.number) + ',' + csvField(each.prompt) + ',' + csvField(each.text) +
                   '\n';
    for (const LostWord& each : lost)
        out += std::to_string(each.generation) + ",lost," + std::to_string(each.count) + ",," + csvField(each.word) + '\n';
    return out;
}

std::string plain(const TextReport& report, const std::vector<Section>& sections, const std::vector<LostWord>& lost)
{
    std::string out;
    for (const std::string& line : {report.title, report.question, report.origin})
        if (!line.empty())
            out += line + '\n';
    for (const Section& section : sections) {
        out += (out.empty() ? "" : "\n\n") + headingOf(section) + '\n';
        if (section.hasOnePrompt())
            out += section.texts.front().prompt + '\n';
        for (const Written& each : section.texts) {
            out += "\nGeneration " + std::to_string(each.generation) + '\n';
            if (!section.hasOnePrompt())
                out += "(continues: " + each.prompt + ")\n";
            out += each.text + '\n';
        }
    }
    if (!lost.empty())
        out += (out.empty() ? "" : "\n\n") + std::string(kLostHeading) + '\n' + std::string(kLostHelp) + '\n';
    for (const LostLine& line : lostLines(lost))
        out += '\n' + lostName(line) + '\n' + line.words + '\n';
    return out;
}

std::string quotation(const std::string& text)
{
    return "> " + markdownEscaped(oneLine(text)) + "\n";
}

std::string markdown(const TextReport& report, const std::vector<Section>& sections,
                     const std::vector<LostWord>& lost)
{
    std::string out;
    if (!report.title.empty())
        out += "# " + markdownEscaped(oneLine(report.title)) + "\n\n";
    for (const std::string& line : {report.question, report.origin})
        if (!line.empty())
            out += markdownEscaped(oneLine(line)) + "\n\n";
    out += "Bold: a phrase of four or more words that its text repeats.\n";
    for (const Section& section : sections) {
        out += "\n## " + headingOf(section) + "\n\n";
        if (section.hasOnePrompt())
            out += quotation(section.texts.front().prompt);
        for (const Written& each : section.texts) {
            out += "\n### Generation " + std::to_string(each.generation) + "\n\n";
            if (!section.hasOnePrompt())
                out += quotation(each.prompt) + '\n';
            out += marked(oneLine(each.text), markdownEscaped, "**", "**") + '\n';
        }
    }
    if (!lost.empty())
        out += "\n## " + std::string(kLostHeading) + "\n\n" + std::string(kLostHelp) + '\n';
    for (const LostLine& line : lostLines(lost))
        out += "\n### " + lostName(line) + "\n\n" + markdownEscaped(line.words) + '\n';
    return out;
}

constexpr std::string_view kStyle =
    ":root{color-scheme:light}body{font:16px/1.55 Inter,\"Helvetica Neue\",Arial,sans-serif;color:#1d2329;"
    "background:#fff;max-width:46rem;margin:2rem auto;padding:0 1rem}h1{font-size:1.5rem}h2{font-size:1.1rem;"
    "border-top:1px solid #c9ced4;padding-top:1rem;margin-top:2rem}h3{font-size:.95rem;margin-bottom:.2rem}"
    "p{margin:.3rem 0;overflow-wrap:anywhere;white-space:pre-wrap}blockquote{margin:.5rem "
    "0;padding-left:1rem;"
    "border-left:3px solid #1d2329}mark{background:#fbe3dc;color:inherit;border-bottom:2px solid #c2410c}"
    ".muted{color:#5a636e}";

std::string paragraph(const std::string& inside, std::string_view kind = {})
{
    return "<p" + (kind.empty() ? std::string() : " class=\"" + std::string(kind) + '"') + '>' + inside +
           "</p>\n";
}

std::string html(const TextReport& report, const std::vector<Section>& sections, const std::vector<LostWord>& lost)
{
    const auto quoted = [](const std::string& prompt) {
        return "<blockquote>" + paragraph(xmlText(trimmed(prompt))) + "</blockquote>\n";
    };
    std::string out = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                      "<meta name=\"viewport\" content=\"width=device-width\"/>\n<title>" +
                      xmlText(report.title) + "</title>\n<style>" + std::string(kStyle) +
                      "</style>\n</head>\n<body>\n<h1>" + xmlText(report.title) + "</h1>\n";
    if (!report.question.empty())
        out += paragraph(xmlText(report.question));
    out +=
        paragraph("<mark>Underlined</mark>: a phrase of four or more words that its text repeats.", "muted");
    for (const Section& section : sections) {
        out += "<h2>" + headingOf(section) + "</h2>\n";
        if (section.hasOnePrompt())
            out += quoted(section.texts.front().prompt);
        for (const Written& each : section.texts) {
            out += "<h3>Generation " + std::to_string(each.generation) + "</h3>\n";
            if (!section.hasOnePrompt())
                out += quoted(each.prompt);
            out += paragraph(marked(each.text, xmlText, "<mark>", "</mark>"));
        }
    }
    if (!lost.empty())
        out += "<h2>" + std::string(kLostHeading) + "</h2>\n" + paragraph(xmlText(kLostHelp), "muted");
    for (const LostLine& line : lostLines(lost))
        out += "<h3>" + lostName(line) + "</h3>\n" + paragraph(xmlText(line.words));
    if (!report.origin.empty())
        out += paragraph(xmlText(report.origin), "muted");
    return out + "</body>\n</html>\n";
}

} // namespace

std::string textReport(const TextReport& report, TextFormat format)
{
    const std::vector<Section> sections = sectionsOf(report);
    const std::vector<LostWord> lost = lostWords(report.generations);
    switch (format) {
    case TextFormat::Markdown:
        return markdown(report, sections, lost);
    case TextFormat::Html:
        return html(report, sections, lost);
    case TextFormat::Csv:
        return csv(sections, lost);
    case TextFormat::Text:
        break;
    }
    return plain(report, sections, lost);
}

} // namespace hareloom
