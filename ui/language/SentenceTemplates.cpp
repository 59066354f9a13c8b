// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/language/SentenceTemplates.h"

#include <QRegularExpression>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr qsizetype kMostLetters = 4000; // of a text that is read; longer ones are no sentences of the engine
constexpr int kMostMatches = 24;         // of one template with one text
constexpr int kMostOfPhrase = 1;         // words of a template that is no sentence
constexpr int kDeepest = 8;              // sentences within sentences

const QString& hole()
{
    static const QString text = QStringLiteral("{}");
    return text;
}

const QRegularExpression& quotedText()
{
    static const QRegularExpression quoted(QStringLiteral("\"[^\"]*\"|'[^']*'|`[^`]*`"));
    return quoted;
}

/// Words of plain letters. Names of settings, numbers, paths and what stands in quotation marks are none.
int englishWordsIn(const QString& text)
{
    static const QRegularExpression word(QStringLiteral("(?<=^|[\\s(])[A-Za-z][a-z'-]+(?=$|[\\s).,;:!?])"));
    int count = 0;
    const QString plain = QString(text).remove(quotedText());
    for (auto at = word.globalMatch(plain); at.hasNext(); at.next())
        ++count;
    return count;
}

/// Whether the text goes on behind a colon, a semicolon or a full stop.
bool hasParts(const QString& text)
{
    static const QRegularExpression end(QStringLiteral("[.:;] "));
    return QString(text).remove(quotedText()).contains(end);
}

/// Of "a.b, c or d", and of "a.json: b": names without blanks or in quotation marks. Empty where the text is
/// another one.
QStringList namesIn(const QString& text)
{
    static const QString name = QStringLiteral("(?:\"[^\"]*\"|[^\\s,:;\"]+)");
    static const QString between = QStringLiteral("(?:, | or | and |: )");
    static const QRegularExpression list(QStringLiteral("^%1(?:%2%1)+$").arg(name, between)), gap(between);
    QStringList names;
    if (list.match(text).hasMatch())
        for (const QString& part : text.split(gap))
            names << part;
    return names;
}

/// Chinese characters and punctuation, between which no blank stands.
bool isWide(QChar letter)
{
    return letter.unicode() >= 0x2e80 || (letter.unicode() >= 0x2018 && letter.unicode() <= 0x201d);
}

bool isInQuotes(const QStringList& literals, qsizetype hole)
{
    static const QString marks = QStringLiteral("\"'`");
    const QString &before = literals[hole], &behind = literals[hole + 1];
    return !before.isEmpty() && !behind.isEmpty() && before.back() == behind.front() &&
           marks.contains(before.back());
}

bool isHan(QChar letter)
{
    return letter.unicode() >= 0x4e00 && letter.unicode() <= 0x9fff;
}

bool isLatin(QChar letter)
{
    return letter.unicode() < 0x80 && letter.isLetterOrNumber();
}

/// `words` at the end of `text`: no blank between two wide letters, one between a Chinese and a Latin one.
void append(QString& text, const QString& words)
{
    if (words.isEmpty())
        return;
    if (text.size() > 1 && text.back() == QLatin1Char(' ') && isWide(text[text.size() - 2]) &&
        isWide(words.front()))
        text.chop(1);
    else if (!text.isEmpty() && ((isHan(text.back()) && isLatin(words.front())) ||
                                 (isLatin(text.back()) && isHan(words.front()))))
        text += QLatin1Char(' ');
    const bool isDoubled = words.front() == QLatin1Char(' ') && !text.isEmpty() && isWide(text.back()) &&
                           words.size() > 1 && isWide(words[1]);
    text += isDoubled ? words.mid(1) : words;
}

/// The template with its holes filled: "{}" in order, "{2}" by number.
QString filled(const QString& words, const QStringList& holes)
{
    static const QRegularExpression place(QStringLiteral("\\{([1-9]?)\\}"));
    QString text;
    qsizetype at = 0, next = 0;
    for (auto found = place.globalMatch(words); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        append(text, words.mid(at, match.capturedStart() - at));
        const qsizetype number = match.capturedLength(1) == 0 ? next++ : match.captured(1).toInt() - 1;
        append(text, holes.value(number));
        at = match.capturedEnd();
    }
    append(text, words.mid(at));
    return text;
}

} // namespace

bool SentenceTemplates::Reading::isBetterThan(const Reading& other) const
{
    if (left != other.left)
        return left < other.left;
    return parts != other.parts ? parts < other.parts : understood > other.understood;
}

/// Reads one text. What stands in several places of it is read once.
class SentenceTemplates::Reader
{
public:
    Reader(const SentenceTemplates& sentences, const Lookup& words) : m_sentences(sentences), m_words(words)
    {
    }

    Reading read(const QString& padded, int depth)
    {
        const QString text = padded.trimmed();
        const auto known = m_read.constFind(text);
        if (known != m_read.constEnd())
            return *known;
        const Reading found = readAnew(text, depth);
        m_read.insert(text, found);
        return found;
    }

private:
    Reading readAnew(const QString& text, int depth)
    {
        const QString whole = m_sentences.m_whole.value(text, m_words(text));
        if (!whole.isEmpty())
            return {whole, 0, 1, text.size()};
        if (const QStringList names = namesIn(text); names.size() > 1)
            return readList(text, names);
        Reading best{text, englishWordsIn(text), 0, 0};
        if (best.left == 0 || depth == kDeepest)
            return best;
        for (const bool joints : {false, true}) {
            for (const Template& each : m_sentences.m_templates)
                if (each.isJoint == joints && text.contains(each.longest))
                    takeBetter(each, text, depth, best);
            if (best.left == 0)
                break;
        }
        return best;
    }

    // Names are data: read as sentences they would be looked for in every way that there is.
    Reading readList(const QString& text, const QStringList& names)
    {
        Reading list{names.front(), 0, 1, text.size()};
        qsizetype at = names.front().size();
        for (qsizetype i = 1; i < names.size(); ++i) {
            const QString between = text.mid(at, text.indexOf(names[i], at) - at);
            at += between.size() + names[i].size();
            const QString joint = m_sentences.m_between.value(between, hole() + between + hole());
            list.words = filled(joint, {list.words, names[i]});
        }
        return list;
    }

    void takeBetter(const Template& sentence, const QString& text, int depth, Reading& best)
    {
        const QStringList& literals = sentence.literals;
        if (!text.startsWith(literals.front()) || !text.endsWith(literals.back()))
            return;
        int matches = kMostMatches;
        QStringList holes;
        takeFrom(sentence, text, literals.front().size(), holes, depth, matches, best);
    }

    // Every way in which the literals follow each other in the text, the nearest first.
    void takeFrom(const Template& sentence, const QString& text, qsizetype at, QStringList& holes, int depth,
                  int& matches, Reading& best)
    {
        const QStringList& literals = sentence.literals;
        const qsizetype next = holes.size() + 1;
        const bool isLast = next == literals.size() - 1;
        const qsizetype end = text.size() - literals.back().size();
        if (isLast) {
            if (end < at || (end == at && sentence.isJoint))
                return;
            if (sentence.isPhrase && hasParts(text.mid(at, end - at)))
                return;
            holes << text.mid(at, end - at);
            --matches;
            take(sentence, holes, depth, best);
            holes.removeLast();
            return;
        }
        qsizetype found = text.indexOf(literals[next], at);
        for (; found >= 0 && found <= end && matches > 0; found = text.indexOf(literals[next], found + 1)) {
            if (found == at && sentence.isJoint)
                continue;
            if (sentence.isPhrase && hasParts(text.mid(at, found - at)))
                return;
            holes << text.mid(at, found - at);
            takeFrom(sentence, text, found + literals[next].size(), holes, depth, matches, best);
            holes.removeLast();
        }
    }

    void take(const Template& sentence, const QStringList& holes, int depth, Reading& best)
    {
        Reading reading;
        reading.parts = 1;
        for (const QString& literal : sentence.literals)
            reading.understood += literal.size();
        QStringList words;
        for (qsizetype i = 0; i < holes.size(); ++i) {
            const bool isData = isInQuotes(sentence.literals, i);
            const Reading inside = isData ? Reading{holes[i], 0, 0, 0} : read(holes[i], depth + 1);
            reading.left += inside.left;
            reading.parts += inside.parts;
            reading.understood += inside.understood;
            words << inside.words;
            if (reading.left > best.left)
                return;
        }
        if (!reading.isBetterThan(best))
            return;
        reading.words = filled(sentence.translated, words);
        best = std::move(reading);
    }

    const SentenceTemplates& m_sentences;
    const Lookup& m_words;
    QHash<QString, Reading> m_read;
};

void SentenceTemplates::add(const QString& english, const QString& translated, bool isJoint)
{
    if (!english.contains(hole())) {
        m_whole.insert(english, translated);
        return;
    }
    if (isJoint && english.startsWith(hole()) && english.endsWith(hole()) && english.count(hole()) == 2)
        m_between.insert(english.mid(2, english.size() - 4), translated);
    Template made{english.split(hole()), {}, translated, isJoint, false};
    made.isPhrase =
        !isJoint && englishWordsIn(english) <= kMostOfPhrase && !english.endsWith(QLatin1Char('.'));
    made.longest = *std::max_element(made.literals.cbegin(), made.literals.cend(),
                                     [](const QString& a, const QString& b) { return a.size() < b.size(); });
    m_templates.push_back(std::move(made));
}

QString SentenceTemplates::translated(const QString& english, const Lookup& words) const
{
    if (english.size() > kMostLetters)
        return english;
    return Reader(*this, words).read(english, 0).words;
}

} // namespace hareloom::ui
