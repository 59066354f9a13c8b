// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/GuideGrammar.h"

#include "core/base/Text.h"
#include "core/text/NameSyllables.h"

#include <stdexcept>

namespace hareloom {
namespace {

constexpr int kMostTries = 10'000;

[[noreturn]] void broken(const char* what, const std::string& where)
{
    throw std::logic_error("the field guide's grammar: " + std::string(what) + ": " + where);
}

class Expansion
{
public:
    Expansion(const Facts& facts, Rng& rng, const std::function<bool(const std::string&)>& accept)
        : m_facts(facts), m_rng(rng), m_accept(accept)
    {
    }

    std::string all(const GuideTemplate& parts)
    {
        std::string text;
        for (const GuidePart& part : parts)
            text += one(part);
        return text;
    }

private:
    std::string one(const GuidePart& part)
    {
        switch (part.kind) {
        case GuidePart::Kind::OneOf:
            return all(part.options[m_rng.below(part.options.size())]);
        case GuidePart::Kind::Fact:
            return valueOf(part, m_facts);
        case GuidePart::Kind::Number:
            return std::to_string(part.low + static_cast<int>(m_rng.below(
                                                 static_cast<std::uint64_t>(part.high - part.low + 1))));
        case GuidePart::Kind::Name:
            return name(part.text);
        case GuidePart::Kind::Words:
            break;
        }
        return part.text;
    }

    std::string name(const std::string& kind)
    {
        for (int i = 0; i < kMostTries; ++i) {
            const std::string invented = inventName(kind, m_rng);
            if (invented.empty())
                broken("an unknown kind of name", kind);
            if (m_accept(invented))
                return invented;
        }
        broken("no name left", kind);
    }

    const Facts& m_facts;
    Rng& m_rng;
    const std::function<bool(const std::string&)>& m_accept;
};

std::pair<std::string, std::string> named(std::string_view line)
{
    const std::size_t colon = line.find(": ");
    if (colon == std::string_view::npos)
        return {};
    return {std::string(trimmed(line.substr(0, colon))), std::string(trimmed(line.substr(colon + 2)))};
}

Facts factsOf(std::string_view text)
{
    Facts facts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(';'), text.size());
        facts.insert(named(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return facts;
}

bool takeNamed(const std::pair<std::string, std::string>& line, GuideKind& kind)
{
    const auto& [name, value] = line;
    if (value.empty())
        return false;
    if (name == "kind")
        kind.name = value;
    else if (name == "topics")
        kind.topics = static_cast<int>(parseNumber(value).value_or(0));
    else if (name == "key")
        kind.key = value;
    else if (name == "title")
        kind.title = value;
    else if (name == "prompt")
        kind.prompt = value;
    else
        return false;
    return true;
}

bool takeLine(std::string_view line, GuideKind& kind)
{
    const std::string rest(trimmed(line.substr(1)));
    switch (line[0]) {
    case '>':
        kind.openings.push_back(rest);
        return true;
    case '-':
        kind.sentences.push_back(rest);
        return true;
    case '!':
        kind.given.push_back(factsOf(rest));
        return true;
    case '@':
        kind.facts.push_back(named(rest));
        return !kind.facts.back().second.empty();
    default:
        return takeNamed(named(line), kind);
    }
}

} // namespace

std::vector<std::string_view> alternativesOf(std::string_view text)
{
    std::vector<std::string_view> alternatives;
    for (std::size_t bar = text.find(" | "); bar != std::string_view::npos; bar = text.find(" | ")) {
        alternatives.push_back(text.substr(0, bar));
        text.remove_prefix(bar + 3);
    }
    alternatives.push_back(text);
    return alternatives;
}

std::string expand(std::string_view pattern, const Facts& facts, Rng& rng,
                   const std::function<bool(const std::string&)>& accept)
{
    return Expansion(facts, rng, accept).all(parseTemplate(pattern));
}

std::string capitalised(std::string text)
{
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

std::string valueOf(const GuidePart& part, const Facts& facts)
{
    const auto found = facts.find(part.text);
    if (found == facts.end())
        broken("an unknown fact", part.text);
    if (part.plus != 0) {
        const auto number = parseNumber(found->second);
        if (!number)
            broken("a sum of what are no numbers", part.text);
        return shortNumber(*number + part.plus);
    }
    return part.isCapital ? capitalised(found->second) : found->second;
}

Result<GuideKind> parseGuideKind(std::string_view text, const std::string& origin)
{
    GuideKind kind;
    for (int number = 1; !text.empty(); ++number) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (!line.empty() && !takeLine(line, kind))
            return invalidFile(
                origin + ", line " + std::to_string(number) + ": " + inQuotes(line) +
                " is no line of a guide. Write name: value, or begin the line with @, !, > or -.");
    }
    if (kind.name.empty() || kind.topics < 1 || kind.key.empty() || kind.openings.empty() ||
        kind.sentences.size() < 8)
        return invalidFile(
            origin + ": the kind is not complete. It must have kind, topics, key, title, openings (>) and at "
                     "least 8 sentences (-).");
    return kind;
}

} // namespace hareloom
