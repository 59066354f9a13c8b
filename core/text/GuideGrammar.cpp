// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/GuideGrammar.h"

#include "core/base/Text.h"
#include "core/text/NameSyllables.h"

#include <charconv>
#include <stdexcept>

namespace hareloom {
namespace {

constexpr int kMostTries = 10'000;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isSmall(char c)
{
    return c >= 'a' && c <= 'z';
}

std::string capitalised(std::string text)
{
    if (!text.empty() && isSmall(text[0]))
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

[[noreturn]] void broken(std::string_view pattern, const char* what)
{
    throw std::logic_error("the field guide's grammar: " + std::string(what) +
                           " in: " + std::string(pattern));
}

class Expansion
{
public:
    Expansion(std::string_view pattern, const Facts& facts, Rng& rng,
              const std::function<bool(const std::string&)>& accept)
        : m_pattern(pattern), m_facts(facts), m_rng(rng), m_accept(accept)
    {
    }

    std::string all()
    {
        std::string text = sequence(true);
        if (m_at != m_pattern.size())
            broken(m_pattern, "a bracket too many");
        return text;
    }

private:
    /// Up to the end, or the "|" or "]" that ends an alternative. What is not `isUsed` is read over without
    /// drawing.
    std::string sequence(bool isUsed)
    {
        std::string text;
        while (m_at < m_pattern.size() && m_pattern[m_at] != '|' && m_pattern[m_at] != ']') {
            const char c = m_pattern[m_at];
            if (c == '[')
                text += choice(isUsed);
            else if (c == '{')
                text += fact(isUsed);
            else if (c == '#')
                text += number(isUsed);
            else if (c == '~')
                text += name(isUsed);
            else
                text += m_pattern[m_at++];
        }
        return text;
    }

    std::string choice(bool isUsed)
    {
        const std::size_t begin = ++m_at;
        std::size_t count = 1;
        for (sequence(false); at() == '|'; sequence(false)) {
            ++m_at;
            ++count;
        }
        if (at() != ']')
            broken(m_pattern, "a bracket that is not closed");
        const std::size_t end = m_at + 1;
        std::string text;
        if (isUsed) {
            m_at = begin;
            for (std::uint64_t skip = m_rng.below(count); skip > 0; --skip) {
                sequence(false);
                ++m_at;
            }
            text = sequence(true);
        }
        m_at = end;
        return text;
    }

    std::string fact(bool isUsed)
    {
        const std::size_t end = m_pattern.find('}', m_at);
        if (end == std::string_view::npos)
            broken(m_pattern, "a brace that is not closed");
        std::string called(m_pattern.substr(m_at + 1, end - m_at - 1));
        m_at = end + 1;
        if (!isUsed)
            return {};
        const bool isCapital = called[0] >= 'A' && called[0] <= 'Z';
        if (isCapital)
            called[0] = static_cast<char>(called[0] - 'A' + 'a');
        const std::size_t plus = called.find('+');
        const auto found = m_facts.find(called.substr(0, plus));
        if (found == m_facts.end())
            broken(m_pattern, "an unknown fact");
        if (plus != std::string::npos)
            return sum(found->second, called.substr(plus + 1));
        return isCapital ? capitalised(found->second) : found->second;
    }

    std::string sum(const std::string& a, const std::string& b) const
    {
        const auto x = parseNumber(a), y = parseNumber(b);
        if (!x || !y)
            broken(m_pattern, "a sum of what are no numbers");
        return shortNumber(*x + *y);
    }

    int digits()
    {
        int value = 0;
        const auto [end, error] =
            std::from_chars(m_pattern.data() + m_at, m_pattern.data() + m_pattern.size(), value);
        if (error != std::errc() || !isDigit(at()))
            broken(m_pattern, "a number that is none");
        m_at = static_cast<std::size_t>(end - m_pattern.data());
        return value;
    }

    std::string number(bool isUsed)
    {
        ++m_at;
        const int low = digits();
        if (at() != '-')
            broken(m_pattern, "a range without its end");
        ++m_at;
        const int high = digits();
        if (high < low)
            broken(m_pattern, "an empty range");
        return isUsed ? std::to_string(
                            low + static_cast<int>(m_rng.below(static_cast<std::uint64_t>(high - low + 1))))
                      : std::string();
    }

    std::string name(bool isUsed)
    {
        std::size_t end = m_at + 1;
        while (end < m_pattern.size() && isSmall(m_pattern[end]))
            ++end;
        const std::string_view kind = m_pattern.substr(m_at + 1, end - m_at - 1);
        m_at = end;
        for (int i = 0; isUsed && i < kMostTries; ++i) {
            const std::string invented = inventName(kind, m_rng);
            if (invented.empty())
                broken(m_pattern, "an unknown kind of name");
            if (m_accept(invented))
                return invented;
        }
        if (isUsed)
            broken(m_pattern, "no name left");
        return {};
    }

    char at() const { return m_at < m_pattern.size() ? m_pattern[m_at] : '\0'; }

    std::string_view m_pattern;
    const Facts& m_facts;
    Rng& m_rng;
    const std::function<bool(const std::string&)>& m_accept;
    std::size_t m_at = 0;
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
    return Expansion(pattern, facts, rng, accept).all();
}

Result<GuideKind> parseGuideKind(std::string_view text, const std::string& origin)
{
    GuideKind kind;
    for (int number = 1; !text.empty(); ++number) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (!line.empty() && !takeLine(line, kind))
            return invalidFile(origin + ", line " + std::to_string(number) + ": found \"" +
                               std::string(line) +
                               "\", allowed: name: value, or a line that begins with @, !, > or -");
    }
    if (kind.name.empty() || kind.topics < 1 || kind.key.empty() || kind.openings.empty() ||
        kind.sentences.size() < 8)
        return invalidFile(origin +
                           ": found no complete kind, allowed: kind, topics, key, title, openings (>) and at "
                           "least 8 sentences (-)");
    return kind;
}

} // namespace hareloom
