// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/FactReader.h"

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

namespace hareloom {
namespace {

constexpr int kMostNameWords = 3; // "Hugh Tarrow"

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isNameCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
}

/// A sentence begins with a capital, whatever its template begins with.
bool isSame(char a, char b, bool isFirst)
{
    return a == b || (isFirst && a >= 'A' && a <= 'Z' && a - 'A' + 'a' == b);
}

struct TopicKey
{
    std::string name;
    int topic = 0;
};

/// A kind of topic with its templates read.
struct KindForms
{
    std::vector<GuideTemplate> sentences, titles;
    std::map<std::string, std::vector<GuideTemplate>, std::less<>> values; // of each fact, what it may be
    std::vector<TopicKey> keys;                                            // longer ones first
};

KindForms formsOf(const FieldGuide& guide, int kind)
{
    const GuideKind& grammar = guide.kinds()[static_cast<std::size_t>(kind)];
    KindForms forms;
    for (const auto* patterns : {&grammar.openings, &grammar.sentences})
        for (const std::string& pattern : *patterns)
            forms.sentences.push_back(parseTemplate(pattern));
    forms.titles.push_back(parseTemplate("= " + grammar.title + " ="));
    for (const auto& [name, alternatives] : grammar.facts)
        for (const std::string_view alternative : alternativesOf(alternatives))
            forms.values[name].push_back(parseTemplate(alternative));
    for (std::size_t topic = 0; topic < guide.topics().size(); ++topic)
        if (guide.topics()[topic].kind == kind)
            forms.keys.push_back({guide.topics()[topic].key, static_cast<int>(topic)});
    std::stable_sort(forms.keys.begin(), forms.keys.end(),
                     [](const TopicKey& a, const TopicKey& b) { return a.name.size() > b.name.size(); });
    return forms;
}

/// A value that was found where a template has a fact.
struct Capture
{
    const GuidePart* part;
    std::size_t begin, end;
};

/// One template held against a text from one place on. Tries every way; the first that fits counts.
class Match
{
public:
    Match(const KindForms& forms, std::string_view text, std::size_t begin)
        : m_forms(forms), m_text(text), m_begin(begin)
    {
    }

    /// Where the template ends, or npos where it does not fit.
    std::size_t end(const GuideTemplate& form)
    {
        std::size_t found = std::string_view::npos;
        const bool fits = all(form, 0, m_begin, [&found](std::size_t at) {
            found = at;
            return true;
        });
        return fits ? found : std::string_view::npos;
    }

    int topic() const { return m_topic; }
    const std::vector<Capture>& captures() const { return m_captures; }

private:
    using Then = std::function<bool(std::size_t)>;

    bool all(const GuideTemplate& parts, std::size_t next, std::size_t at, const Then& then)
    {
        if (next == parts.size())
            return then(at);
        const Then rest = [&, next](std::size_t after) { return all(parts, next + 1, after, then); };
        return one(parts[next], at, rest);
    }

    bool one(const GuidePart& part, std::size_t at, const Then& then)
    {
        switch (part.kind) {
        case GuidePart::Kind::Words:
            return startsWith(part.text, at, at == m_begin) && then(at + part.text.size());
        case GuidePart::Kind::OneOf:
            return std::any_of(part.options.begin(), part.options.end(),
                               [&](const GuideTemplate& option) { return all(option, 0, at, then); });
        case GuidePart::Kind::Fact:
            return part.text == "key" ? key(part, at, then) : fact(part, at, then);
        case GuidePart::Kind::Number:
            return number(at, then);
        case GuidePart::Kind::Name:
            break;
        }
        return name(at, then);
    }

    bool startsWith(std::string_view words, std::size_t at, bool mayBeCapital) const
    {
        if (words.size() > m_text.size() - at)
            return false;
        for (std::size_t i = 0; i < words.size(); ++i)
            if (!isSame(m_text[at + i], words[i], mayBeCapital && i == 0))
                return false;
        return true;
    }

    bool key(const GuidePart& part, std::size_t at, const Then& then)
    {
        for (const TopicKey& key : m_forms.keys) {
            const int before = std::exchange(m_topic, key.topic);
            const bool isOne = before < 0 || before == key.topic;
            const bool isFirst = part.isCapital || at == m_begin;
            if (isOne && startsWith(key.name, at, isFirst) && then(at + key.name.size()))
                return true;
            m_topic = before;
        }
        return false;
    }

    bool fact(const GuidePart& part, std::size_t at, const Then& then)
    {
        const auto values = m_forms.values.find(part.text);
        if (values == m_forms.values.end())
            return false;
        const Then captured = [&](std::size_t end) {
            m_captures.push_back({&part, at, end});
            if (then(end))
                return true;
            m_captures.pop_back();
            return false;
        };
        if (part.plus != 0)
            return number(at, captured);
        return std::any_of(values->second.begin(), values->second.end(), [&](const GuideTemplate& value) {
            return part.isCapital ? capital(value, at, captured) : all(value, 0, at, captured);
        });
    }

    /// {Fact} begins with a capital anywhere.
    bool capital(const GuideTemplate& value, std::size_t at, const Then& then)
    {
        const std::size_t begin = std::exchange(m_begin, at);
        const bool fits = all(value, 0, at, then);
        m_begin = begin;
        return fits;
    }

    bool number(std::size_t at, const Then& then) const
    {
        std::size_t end = at;
        while (end < m_text.size() && isDigit(m_text[end]))
            ++end;
        return end > at && then(end);
    }

    /// Longer names first.
    bool name(std::size_t at, const Then& then) const
    {
        std::vector<std::size_t> ends;
        std::size_t end = at;
        for (int word = 0; word < kMostNameWords; ++word) {
            const std::size_t begin = end;
            while (end < m_text.size() && isNameCharacter(m_text[end]))
                ++end;
            if (end == begin)
                break;
            ends.push_back(end);
            if (end >= m_text.size() || m_text[end] != ' ')
                break;
            ++end;
        }
        return std::any_of(ends.rbegin(), ends.rend(), then);
    }

    const KindForms& m_forms;
    std::string_view m_text;
    std::size_t m_begin; // where a capital may stand for a small letter
    int m_topic = -1;
    std::vector<Capture> m_captures;
};

/// The beginnings of sentences: after ". ", at the beginning of a line, and of the text.
std::size_t nextSentence(std::string_view text, std::size_t at)
{
    for (; at < text.size(); ++at) {
        const bool isEnd = text[at] == '\n' || (text[at] == '.' && at + 1 < text.size() && text[at + 1] == ' ');
        if (!isEnd)
            continue;
        at += text[at] == '.' ? 2 : 1;
        while (at < text.size() && (text[at] == ' ' || text[at] == '\n'))
            ++at;
        return at;
    }
    return at;
}

} // namespace

struct FactReader::Forms
{
    explicit Forms(const FieldGuide& of) : guide(of) {}

    const FieldGuide& guide;
    std::vector<KindForms> kinds;

    /// What a sentence or heading that begins at `begin` states. Its end; npos where it has no form of the guide's.
    /// `topic`: the one named before; afterwards the one that this names.
    std::size_t readOne(std::string_view text, std::size_t begin, int& topic, std::vector<FactStatement>& into) const;
    void state(const Match& match, std::string_view text, int topic, std::vector<FactStatement>& into) const;
};

std::size_t FactReader::Forms::readOne(std::string_view text, std::size_t begin, int& topic,
                                       std::vector<FactStatement>& into) const
{
    const bool isTitle = text.substr(begin).starts_with("= ");
    for (int kind = 0; kind < static_cast<int>(kinds.size()); ++kind) {
        const KindForms& forms = kinds[static_cast<std::size_t>(kind)];
        for (const GuideTemplate& form : isTitle ? forms.titles : forms.sentences) {
            Match match(forms, text, begin);
            const std::size_t end = match.end(form);
            if (end == std::string_view::npos)
                continue;
            const bool isKnown = topic >= 0 && guide.topics()[static_cast<std::size_t>(topic)].kind == kind;
            const int of = match.topic() >= 0 ? match.topic() : isKnown ? topic : -1;
            if (of < 0)
                continue;
            topic = of;
            state(match, text, of, into);
            return end;
        }
    }
    return std::string_view::npos;
}

void FactReader::Forms::state(const Match& match, std::string_view text, int topic,
                              std::vector<FactStatement>& into) const
{
    const Facts& facts = guide.topics()[static_cast<std::size_t>(topic)].facts;
    for (const Capture& capture : match.captures()) {
        const std::string found(text.substr(capture.begin, capture.end - capture.begin));
        std::string inGuide = valueOf(*capture.part, facts);
        const bool isRight = capitalised(found) == capitalised(inGuide);
        into.push_back({capture.begin, capture.end, topic, capture.part->text,
                        isRight ? found : std::move(inGuide), isRight});
    }
}

FactReader::FactReader(const FieldGuide& guide)
{
    auto forms = std::make_unique<Forms>(guide);
    for (int kind = 0; kind < static_cast<int>(guide.kinds().size()); ++kind)
        forms->kinds.push_back(formsOf(guide, kind));
    m_forms = std::move(forms);
}

FactReader::~FactReader() = default;

std::vector<FactStatement> FactReader::read(std::string_view text) const
{
    std::vector<FactStatement> statements;
    int topic = -1;
    for (std::size_t at = 0; at < text.size();) {
        if (text.substr(at).starts_with("= "))
            topic = -1; // an article that cannot be told speaks of none
        const std::size_t end = m_forms->readOne(text, at, topic, statements);
        at = nextSentence(text, end == std::string_view::npos ? at : end - 1);
    }
    return statements;
}

} // namespace hareloom
