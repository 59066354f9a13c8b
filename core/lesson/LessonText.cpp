// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson/LessonText.h"

#include "core/base/Text.h"
#include "core/base/Utf8.h"
#include "core/text/Markup.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <cstdio>

namespace hareloom {
namespace {

constexpr std::size_t kMostLine = 4000;
constexpr std::string_view kAllowed =
    "Texts are paragraphs, lists of lines that begin with \"- \", **strong**, "
    "*emphasis* and `code`.";

Error fault(const std::string& origin, std::size_t line, const std::string& what)
{
    return invalidFile(origin + ", line " + std::to_string(line) + ": " + what + ". " +
                       std::string(kAllowed));
}

/// What a text may not hold, as half a sentence; empty: nothing.
std::string forbiddenIn(std::string_view line)
{
    if (line.size() > kMostLine)
        return "the line has " + std::to_string(line.size()) + " bytes, more than " +
               std::to_string(kMostLine);
    if (printable(line, "\t") != line)
        return "there is a control character, or bytes that are no UTF-8";
    for (std::size_t at = line.find('<'); at != std::string_view::npos; at = line.find('<', at + 1))
        if (at + 1 < line.size() && (std::isalpha(static_cast<unsigned char>(line[at + 1])) != 0 ||
                                     std::string_view("/!?").find(line[at + 1]) != std::string_view::npos))
            return "HTML stands there, " + inQuotes(line.substr(at, 20));
    constexpr std::array<std::string_view, 2> kLinks = {"](", "!["};
    for (const std::string_view link : kLinks)
        if (line.find(link) != std::string_view::npos)
            return "a link or a picture stands there";
    if (line.find("://") != std::string_view::npos)
        return "an address stands there, and a lesson loads nothing from outside";
    if (line.starts_with('#') && !line.starts_with("## "))
        return "a heading stands there, and \"## ID\" alone begins a text";
    return {};
}

bool isTextId(std::string_view id)
{
    constexpr std::size_t kMost = 60;
    return !id.empty() && id.size() <= kMost && id.front() != '.' && id.back() != '.' &&
           std::all_of(id.begin(), id.end(),
                       [](unsigned char c) { return (c < 128 && std::isalnum(c) != 0) || c == '.'; });
}

std::string numberText(double value)
{
    if (std::isnan(value))
        return "?";
    if (std::isinf(value))
        return "never";
    if (value == std::floor(value) && std::abs(value) < 1e6)
        return std::to_string(static_cast<long long>(value));
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.3g", value);
    return text.data();
}

/// Reads `**`, `*` and a backquote; a mark without its partner stands for itself.
std::vector<TextSpan> spansOf(std::string_view line)
{
    struct Mark
    {
        std::string_view sign;
        TextSpan::Kind kind;
    };
    constexpr std::array<Mark, 3> kMarks = {
        {{"**", TextSpan::Kind::Strong}, {"*", TextSpan::Kind::Emphasis}, {"`", TextSpan::Kind::Code}}};
    std::vector<TextSpan> spans;
    std::string plain;
    for (std::size_t at = 0; at < line.size();) {
        const auto* const mark = std::find_if(kMarks.begin(), kMarks.end(), [&](const Mark& each) {
            return line.substr(at).starts_with(each.sign);
        });
        const std::size_t begin = mark == kMarks.end() ? at : at + mark->sign.size();
        const std::size_t end =
            mark == kMarks.end() ? std::string_view::npos : line.find(mark->sign, begin + 1);
        if (end == std::string_view::npos || line[begin] == ' ') {
            plain += line[at++];
            continue;
        }
        if (!plain.empty())
            spans.push_back({TextSpan::Kind::Plain, std::exchange(plain, {})});
        spans.push_back({mark->kind, std::string(line.substr(begin, end - begin))});
        at = end + mark->sign.size();
    }
    if (!plain.empty())
        spans.push_back({TextSpan::Kind::Plain, plain});
    return spans;
}

std::string_view tagOf(TextSpan::Kind kind)
{
    switch (kind) {
    case TextSpan::Kind::Plain:
        return {};
    case TextSpan::Kind::Strong:
        return "strong";
    case TextSpan::Kind::Emphasis:
        return "em";
    case TextSpan::Kind::Code:
        return "code";
    }
    return {};
}

} // namespace

Result<LessonTexts> LessonTexts::parse(std::string_view file, const std::string& origin)
{
    if (static_cast<std::int64_t>(file.size()) > kMostTextBytes)
        return invalidFile(origin + ": the text has " + std::to_string(file.size()) +
                           " bytes, more than the " + std::to_string(kMostTextBytes) +
                           " that a lesson's text may have.");
    LessonTexts texts;
    std::string* current = nullptr;
    std::size_t number = 0;
    while (!file.empty()) {
        ++number;
        const std::size_t end = std::min(file.find('\n'), file.size());
        std::string_view line = file.substr(0, end);
        file.remove_prefix(std::min(end + 1, file.size()));
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (const std::string what = forbiddenIn(line); !what.empty())
            return fault(origin, number, what);
        if (line.starts_with("## ")) {
            const std::string id(trimmed(line.substr(3)));
            if (!isTextId(id))
                return fault(origin, number,
                             inQuotes(id) + " is no id, which has letters, digits and points");
            if (texts.m_texts.contains(id))
                return fault(origin, number, "the text " + inQuotes(id) + " is there twice");
            texts.m_ids.push_back(id);
            current = &texts.m_texts[id];
        } else if (current) {
            *current += line;
            *current += '\n';
        } else if (!trimmed(line).empty())
            return fault(origin, number, "words stand before the first line \"## ID\"");
    }
    for (auto& [id, text] : texts.m_texts) {
        text = std::string(trimmed(text));
        if (text.empty())
            return invalidFile(origin + ": the text " + inQuotes(id) +
                               " is empty. Write its words below \"## " + id + "\".");
    }
    return texts;
}

const std::string* LessonTexts::find(std::string_view id) const
{
    const auto found = m_texts.find(id);
    return found == m_texts.end() ? nullptr : &found->second;
}

const std::string& LessonTexts::operator[](std::string_view id) const
{
    static const std::string s_none;
    const std::string* found = find(id);
    return found ? *found : s_none;
}

std::vector<TextPlace> placesIn(std::string_view text)
{
    std::vector<TextPlace> places;
    for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
        const std::size_t end = std::min(text.find('}', at), text.size());
        std::string name(text.substr(at + 1, end - at - 1));
        const bool isPercent = name.ends_with('%');
        if (isPercent)
            name.pop_back();
        places.push_back({std::move(name), isPercent, at, std::min(end + 1, text.size())});
    }
    return places;
}

std::string filled(std::string_view text, const std::function<double(const std::string& name)>& value)
{
    std::string made;
    std::size_t done = 0;
    for (const TextPlace& place : placesIn(text)) {
        made += text.substr(done, place.begin - done);
        const double number = value(place.name);
        made += place.isPercent && std::isfinite(number)
                    ? numberText(std::abs(number) < 0.095 ? std::round(1000 * number) / 10
                                                          : std::round(100 * number)) +
                          "%"
                    : numberText(number);
        done = place.end;
    }
    return made += text.substr(std::min(done, text.size()));
}

std::vector<TextBlock> blocksOf(std::string_view text)
{
    std::vector<TextBlock> blocks;
    std::string open;
    bool isEntry = false;
    const auto close = [&] {
        if (!trimmed(open).empty())
            blocks.push_back({isEntry, spansOf(trimmed(open))});
        open.clear();
    };
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const bool begins = line.starts_with("- ");
        if (begins || trimmed(line).empty()) {
            close();
            isEntry = begins;
        }
        open += (open.empty() ? "" : " ") + std::string(trimmed(begins ? line.substr(2) : line));
    }
    close();
    return blocks;
}

std::string htmlOf(std::string_view text)
{
    std::string html;
    bool inList = false;
    for (const TextBlock& block : blocksOf(text)) {
        if (block.isEntry != inList)
            html += block.isEntry ? "<ul>\n" : "</ul>\n";
        inList = block.isEntry;
        html += block.isEntry ? "<li>" : "<p>";
        for (const TextSpan& span : block.spans) {
            const std::string tag(tagOf(span.kind));
            html +=
                tag.empty() ? xmlText(span.words) : "<" + tag + ">" + xmlText(span.words) + "</" + tag + ">";
        }
        html += block.isEntry ? "</li>\n" : "</p>\n";
    }
    return html += inList ? "</ul>\n" : "";
}

std::string plainOf(std::string_view text)
{
    std::string plain;
    for (const TextBlock& block : blocksOf(text)) {
        plain += plain.empty() ? "" : "\n";
        plain += block.isEntry ? "- " : "";
        for (const TextSpan& span : block.spans)
            plain += span.words;
    }
    return plain;
}

} // namespace hareloom
