// SPDX-License-Identifier: GPL-3.0-or-later
// TextStage in words and numbers: facts, legend, what is under the pointer, the table, and the text itself.
#include "ui/language/Joining.h"
#include "ui/plot/PlotFrame.h"
#include "ui/stage/ClassStream.h"
#include "ui/texts/PerplexityRidges.h"
#include "ui/texts/ShareText.h"
#include "ui/texts/TextStage.h"
#include "ui/texts/TextsOf.h"

#include <QCoreApplication>

#include <cmath>
#include <limits>
#include <set>

namespace hareloom::ui {

namespace {

constexpr int kSpokenLetters = 600;

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui::TextStage", text);
}

QString readable(const MarkedText& marked)
{
    QString text = marked.text;
    return text.replace(QChar(QChar::LineSeparator), QLatin1Char('\n')).trimmed();
}

QString shortened(QString text, int most)
{
    return text.size() <= most ? text : text.left(most - 1) + QStringLiteral("…");
}

} // namespace

QStringList TextStage::choices(const StageFrame&, const StageOptions& options) const
{
    const Mode mode = modeOf(options);
    if (mode != Mode::Pages && mode != Mode::Difference)
        return {};
    const WrittenTexts& first = *textsOf(m_origin.generation);
    QStringList names;
    for (const std::string& prompt : first.prompts)
        names << tr("Prompt %1: %2").arg(names.size() + 1).arg(m_texts.of(prompt).text.simplified());
    for (std::size_t i = 0; i < first.passages.size(); ++i)
        names << choiceName(promptCount() + static_cast<int>(i));
    return names;
}

ChoiceWords TextStage::choiceWords() const
{
    return {tr("Text"), tr("Which prompt's answers are read, or which generated passage"),
            tr("Previous text (Page Up)"), tr("Next text (Page Down)")};
}

// Of every generation that is side by side on the widest stage.
QString TextStage::text(const StageFrame& frame, const StageOptions& options) const
{
    const Mode mode = modeOf(options);
    if (mode != Mode::Pages && mode != Mode::Difference)
        return {};
    QString all = choiceName(choiceOf(options));
    const std::string* before = nullptr;
    const int count = mode == Mode::Pages ? frame.to->index + 1 : 2;
    for (const GenerationPtr& generation : pagesFor(count, frame, options)) {
        const Piece piece = pieceOf(generation, options);
        if (!piece.text)
            continue;
        if (!before || *piece.prompt != *before)
            all += QStringLiteral("\n") + readable(m_texts.of(*piece.prompt)) + QStringLiteral("\n");
        before = piece.prompt;
        all += QLatin1Char('\n') + tr("Generation %1").arg(generation->index) + QLatin1Char('\n') +
               readable(m_texts.of(*piece.text)) + QLatin1Char('\n');
    }
    return before ? all : QString();
}

std::vector<StageFact> TextStage::facts(const StageFrame& frame) const
{
    std::vector<StageFact> facts;
    const auto add = [&](const char* metric, const QString& name, bool isShare) {
        const double now = frame.to->metric(metric), before = m_origin.generation->metric(metric);
        if (facts.size() < 3 && std::isfinite(now) && std::isfinite(before))
            facts.push_back({name, isShare ? shareText(now) : numberText(now),
                             isShare ? shareText(before) : numberText(before)});
    };
    add("testPerplexity", tr("test perplexity"), false);
    add("repeatedShare", tr("repeated 4-grams"), true);
    add("distinct2", tr("distinct 2-grams"), true);
    add("survivingTopics", tr("topics alive"), false);
    add("survivingTokens", tr("tokens alive"), false);
    add("conditionalEntropyNats", tr("nats a token"), false);
    return facts;
}

std::vector<LegendEntry> TextStage::legend(const StageFrame& frame, const StageOptions& options,
                                           const Theme& theme) const
{
    using Mark = LegendEntry::Mark;
    const QColor colour = theme.generation(frame.share);
    switch (modeOf(options)) {
    case Mode::Pages:
        if (knowsFacts())
            return {{Mark::Underlined, theme.newest, tr("phrase that the text repeats")},
                    {Mark::Wavy, theme.danger, tr("not what the guide says")}};
        return {{Mark::Underlined, theme.newest, tr("phrase that the text repeats")}};
    case Mode::Difference:
        return {{Mark::Struck, theme.oldest, tr("word lost")},
                {Mark::Framed, theme.newest, tr("word added")}};
    case Mode::Perplexity:
        return {{Mark::Dash, theme.generation(0), tr("generation 0")},
                {Mark::Fill, colour, tr("this generation")},
                {Mark::Tick, theme.muted, tr("1% and 99% points of generation 0")}};
    case Mode::Lost:
        return {};
    case Mode::Topics:
        break;
    }
    return {{Mark::Tick, theme.muted, tr("no topic recognised")},
            {Mark::Line, theme.text, tr("this generation")}};
}

QString TextStage::spoken(const StageFrame& frame, const StageOptions& options) const
{
    const Mode mode = modeOf(options);
    const Piece piece = pieceOf(frame.to, options);
    QStringList words{summary(frame)};
    if (mode == Mode::Lost)
        words << spokenLost(lostUntil(frame));
    if ((mode != Mode::Pages && mode != Mode::Difference) || !piece.text)
        return inARow(words);
    const MarkedText& now = m_texts.of(*piece.text);
    words << tr("To “%1” it answers: “%2”.")
                 .arg(shortened(m_texts.of(*piece.prompt).text.simplified(), kSpokenLetters),
                      shortened(now.text.simplified(), kSpokenLetters));
    if (mode == Mode::Pages) {
        words << tr("%1 of its words stand in repeated phrases.").arg(shareText(now.repeatedShare()))
              << (piece.facts ? factsSentence(*piece.facts) : QString());
        return inARow(words);
    }
    const GenerationPtr baseline = baselineOf(frame, options);
    const Piece before = pieceOf(baseline, options);
    if (!before.text)
        return inARow(words);
    const WordDifference difference = differenceOf(m_texts.of(*before.text), now);
    words << tr("Of generation %1's words %2 are kept and %3 lost; %4 are added.")
                 .arg(baseline->index)
                 .arg(difference.kept)
                 .arg(difference.lost())
                 .arg(difference.added());
    return inARow(words);
}

StagePlot TextStage::plot(const QRectF& area, const StageFrame& frame, const StageOptions& options) const
{
    switch (modeOf(options)) {
    case Mode::Pages:
    case Mode::Difference: {
        const Plan plan = planFor(area, frame, options);
        return {QRectF(plan.pages.front().body.topLeft(), plan.pages.back().body.bottomRight()), {}, false};
    }
    case Mode::Perplexity:
        return {PerplexityRidges::plotArea(area), Qt::Horizontal, false};
    case Mode::Lost:
        return {};
    case Mode::Topics:
        break;
    }
    return {ClassStream::plotArea(area), {}, false};
}

std::optional<StageReading> TextStage::read(const QPointF& at, const QRectF& area, const StageFrame& frame,
                                            const StageOptions& options) const
{
    switch (modeOf(options)) {
    case Mode::Pages:
    case Mode::Difference:
        return readPage(at, planFor(area, frame, options), options);
    case Mode::Perplexity:
        return PerplexityRidges(frame, m_origin.generation, options, double(m_origin.experiment.generations),
                                m_histograms)
            .read(at, area);
    case Mode::Lost:
        return std::nullopt;
    case Mode::Topics:
        break;
    }
    return topicStream(frame).read(at, area);
}

std::optional<StageReading> TextStage::readPage(const QPointF& at, const Plan& plan,
                                                const StageOptions& options) const
{
    for (std::size_t i = 0; i < plan.pages.size(); ++i) {
        const Page& page = plan.pages[i];
        if (!page.piece.text || !page.body.contains(at))
            continue;
        const auto place = page.column.placeAt(at);
        const int lead = static_cast<int>(page.lead.size());
        if (!place || *place < lead)
            return std::nullopt;
        const MarkedText& marked = m_texts.of(*page.piece.text);
        const int index = marked.wordAt(*place - lead);
        if (index < 0)
            return std::nullopt;
        const MarkedText::Word& word = marked.words[static_cast<std::size_t>(index)];
        StageReading reading{at, {}, {page.body.width() / 6, page.column.lineHeight()}, {}, {}};
        reading.heading = tr("generation %1, word %2 of %3")
                              .arg(page.generation->index)
                              .arg(index + 1)
                              .arg(marked.words.size());
        if (modeOf(options) == Mode::Pages) {
            // Its other place may lie inside another phrase's.
            const int times = word.phrase >= 0 ? marked.occurrences(word.phrase) : 0;
            if (times > 0)
                reading.values.push_back(
                    {tr("its phrase stands"), times > 1 ? tr("%1 times").arg(times) : tr("elsewhere too")});
            reading.values.push_back({tr("words in repeated phrases"), shareText(marked.repeatedShare())});
            if (page.piece.facts)
                if (const QString right = correctionAt(*place - lead, marked, *page.piece.facts);
                    !right.isEmpty())
                    reading.values.push_back({tr("not so"), right});
        } else if (plan.pages[1 - i].piece.text) {
            const MarkedText& other = m_texts.of(*plan.pages[1 - i].piece.text);
            const WordDifference difference =
                i == 0 ? differenceOf(marked, other) : differenceOf(other, marked);
            const auto& kept = i == 0 ? difference.keptBefore : difference.keptAfter;
            const QString fate = kept[static_cast<std::size_t>(index)] ? tr("kept")
                                 : i == 0                              ? tr("lost")
                                                                       : tr("added");
            reading.values.push_back({tr("this word"), fate});
        }
        if (const double perplexity = page.generation->metric("testPerplexity"); std::isfinite(perplexity))
            reading.values.push_back({tr("test perplexity"), numberText(perplexity)});
        return reading;
    }
    return std::nullopt;
}

DataTable TextStage::table(const StageFrame& frame, const StageOptions& options) const
{
    switch (modeOf(options)) {
    case Mode::Pages:
        return pagesTable(frame, options);
    case Mode::Difference:
        return differenceTable(frame, options);
    case Mode::Perplexity:
        return PerplexityRidges(frame, m_origin.generation, options, double(m_origin.experiment.generations),
                                m_histograms)
            .table();
    case Mode::Lost:
        return lostTable(lostUntil(frame), tr("%1: what is lost").arg(generationWords(frame)));
    case Mode::Topics:
        break;
    }
    return topicStream(frame).table();
}

// What can be said of the texts in numbers: a generation each.
DataTable TextStage::pagesTable(const StageFrame& frame, const StageOptions& options) const
{
    DataTable table{
        tr("%1: texts of every generation up to %2").arg(choiceName(choiceOf(options))).arg(frame.to->index),
        {tr("generation"), tr("words"), tr("different words"), tr("share in repeated phrases"),
         tr("repeated phrases")},
        {}};
    StageOptions pages = options;
    pages.mode = 0;
    for (const GenerationPtr& generation : pagesFor(frame.to->index + 1, frame, pages)) {
        const Piece piece = pieceOf(generation, options);
        if (!piece.text)
            continue;
        const MarkedText& marked = m_texts.of(*piece.text);
        std::set<QString> words;
        std::set<int> phrases;
        for (const MarkedText::Word& word : marked.words)
            words.insert(marked.text.mid(word.begin, word.end - word.begin));
        for (const MarkedText::Mark& mark : marked.marks)
            phrases.insert(mark.phrase);
        table.rows.push_back({double(generation->index), double(marked.words.size()), double(words.size()),
                              marked.repeatedShare(), double(phrases.size())});
    }
    return table;
}

DataTable TextStage::differenceTable(const StageFrame& frame, const StageOptions& options) const
{
    DataTable table{options.beforeOnly
                        ? tr("%1: words against the generation before").arg(choiceName(choiceOf(options)))
                        : tr("%1: words against generation 0").arg(choiceName(choiceOf(options))),
                    {tr("generation"), tr("kept"), tr("lost"), tr("added")},
                    {}};
    for (int g = 1; frame.history && g <= frame.to->index; ++g) {
        StageFrame at = frame;
        at.to = frame.history->at(frame.chain, g);
        const Piece before = at.to ? pieceOf(baselineOf(at, options), options) : Piece();
        const Piece now = pieceOf(at.to, options);
        if (!before.text || !now.text)
            continue;
        const WordDifference difference = differenceOf(m_texts.of(*before.text), m_texts.of(*now.text));
        table.rows.push_back(
            {double(g), double(difference.kept), double(difference.lost()), double(difference.added())});
    }
    return table;
}

} // namespace hareloom::ui
