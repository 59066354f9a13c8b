// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/texts/TextStage.h"

#include "core/family/RealValues.h"
#include "ui/language/EngineSentence.h"
#include "ui/plot/PlotFrame.h"
#include "ui/stage/ClassStream.h"
#include "ui/texts/PerplexityRidges.h"
#include "ui/texts/TextsOf.h"
#include "ui/theme/OkLab.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui::TextStage", text);
}

} // namespace

void TextStage::setOrigin(StageOrigin origin)
{
    m_origin = std::move(origin);
    m_texts.clear();
    m_histograms.clear();
    m_lostUntil.reset();
    const WrittenTexts& first = *textsOf(m_origin.generation);
    m_modes = {Mode::Pages};
    if (!first.prompts.empty() || !first.passages.empty())
        m_modes.push_back(Mode::Difference);
    if (!first.firstNats.empty())
        m_modes.push_back(Mode::Perplexity);
    m_kindNames = first.kindNames;
    m_kindNames.push_back(tr("no topic").toStdString());
    if (!first.kinds.empty())
        m_modes.push_back(Mode::Topics);
    if (!first.words.empty())
        m_modes.push_back(Mode::Lost);
}

QStringList TextStage::modes() const
{
    QStringList names;
    for (const Mode mode : m_modes)
        names << (mode == Mode::Pages        ? tr("Pages")
                  : mode == Mode::Difference ? tr("Difference")
                  : mode == Mode::Perplexity ? tr("Perplexity")
                  : mode == Mode::Topics     ? tr("Topics")
                                             : tr("What is lost"));
    return names;
}

TextStage::Mode TextStage::modeOf(const StageOptions& options) const
{
    const auto mode = static_cast<std::size_t>(std::max(0, options.mode));
    return mode < m_modes.size() ? m_modes[mode] : Mode::Pages;
}

bool TextStage::comparesGenerations(const StageOptions& options) const
{
    return modeOf(options) == Mode::Difference;
}

double TextStage::shareOf(const Generation& generation) const
{
    return double(generation.index) / std::max(1.0, double(m_origin.experiment.generations));
}

int TextStage::promptCount() const
{
    return static_cast<int>(textsOf(m_origin.generation)->prompts.size());
}

bool TextStage::knowsFacts() const
{
    const WrittenTexts& first = *textsOf(m_origin.generation);
    return !first.answerFacts.empty() || !first.passageFacts.empty();
}

int TextStage::choiceOf(const StageOptions& options) const
{
    const int count = promptCount() + static_cast<int>(textsOf(m_origin.generation)->passages.size());
    return std::clamp(options.choice, 0, std::max(0, count - 1));
}

QString TextStage::choiceName(int choice) const
{
    const int prompts = promptCount();
    const auto passages = qulonglong(textsOf(m_origin.generation)->passages.size());
    return choice < prompts ? tr("Prompt %1 of %2").arg(choice + 1).arg(prompts)
                            : tr("Passage %1 of %2").arg(choice - prompts + 1).arg(passages);
}

TextStage::Piece TextStage::pieceOf(const GenerationPtr& generation, const StageOptions& options) const
{
    const WrittenTexts* texts = textsOf(generation);
    if (!texts)
        return {};
    const int choice = choiceOf(options), prompts = promptCount();
    const auto& given = choice < prompts ? texts->prompts : texts->passagePrompts;
    const auto& written = choice < prompts ? texts->answers : texts->passages;
    const auto at = static_cast<std::size_t>(choice < prompts ? choice : choice - prompts);
    const auto& stated = choice < prompts ? texts->answerFacts : texts->passageFacts;
    return at < written.size() && at < given.size()
               ? Piece{&given[at], &written[at], at < stated.size() ? &stated[at] : nullptr}
               : Piece{};
}

void TextStage::paint(QPainter& painter, const QRectF& area, const StageFrame& frame,
                      const StageOptions& options, const Theme& theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    switch (modeOf(options)) {
    case Mode::Pages:
        paintPages(painter, planFor(area, frame, options), frame, theme);
        break;
    case Mode::Difference:
        paintDifference(painter, planFor(area, frame, options), theme);
        break;
    case Mode::Perplexity:
        PerplexityRidges(frame, m_origin.generation, options, double(m_origin.experiment.generations),
                                m_histograms)
            .paint(painter, area, theme);
        break;
    case Mode::Topics:
        topicStream(frame).paint(painter, area, theme);
        break;
    case Mode::Lost:
        paintLostList(
            painter, area, lostUntil(frame), options.scroll,
            [&](int g) { return theme.generationText(double(g) / double(std::max(1, frame.last))); }, theme);
        break;
    }
}

void TextStage::paintPrompt(QPainter& painter, const Plan& plan, const Theme& theme) const
{
    const QFont font = plan.pages.front().column.font();
    painter.fillRect(QRectF(plan.prompt.topLeft(), QSizeF(3, plan.prompt.height())), theme.realData);
    painter.setFont(themeFont(TextSize::Small));
    painter.setPen(theme.muted);
    const QPointF corner = plan.prompt.topLeft() + QPointF(2 * kGrid, 0);
    const QString words = !plan.isSamePrompt
                              ? tr("%1: each generation continues a text of its own, in grey").arg(plan.label)
                              : plan.promptText.isEmpty()
                                  ? tr("%1: every generation begins without a prompt").arg(plan.label)
                                  : tr("%1: the same words given to every generation").arg(plan.label);
    if (plan.labelHeight > 0)
        paintText(
            painter, corner, Qt::AlignLeft | Qt::AlignTop,
            painter.fontMetrics().elidedText(words, Qt::ElideRight, int(plan.prompt.width()) - 2 * kGrid));
    painter.setPen(theme.realData);
    const TextColumn lines(plan.promptText, font, plan.prompt.adjusted(2 * kGrid, plan.labelHeight, 0, 1));
    lines.paint(painter, 0, static_cast<int>(plan.promptText.size()));
}

void TextStage::paintHead(QPainter& painter, const Page& page, const QString& words, const Theme& theme) const
{
    const double share = shareOf(*page.generation);
    painter.fillRect(QRectF(page.head.topLeft(), QSizeF(page.head.width(), kBar)), theme.generation(share));
    painter.setFont(themeFont(TextSize::Body, QFont::DemiBold));
    painter.setPen(theme.generationText(share));
    const QPointF at = page.head.topLeft() + QPointF(0, kBar + 4);
    const double taken = paintFigures(painter, at, Qt::AlignLeft | Qt::AlignTop,
                                      tr("Generation %1").arg(page.generation->index));
    painter.setFont(themeFont(TextSize::Small));
    painter.setPen(theme.muted);
    const double room = page.head.width() - taken - kGrid;
    if (painter.fontMetrics().horizontalAdvance(words) <= room)
        paintText(painter, {page.head.right(), at.y() + 2}, Qt::AlignRight | Qt::AlignTop, words);
}

// What has no room is not passed over in silence.
void TextStage::paintFoot(QPainter& painter, const Page& page, const Theme& theme) const
{
    painter.setFont(themeFont(TextSize::Small));
    painter.setPen(theme.muted);
    if (!page.piece.text || page.piece.text->empty()) {
        const QString note = engineSentence(page.generation->note);
        paintText(painter, page.body.topLeft(), Qt::AlignLeft | Qt::AlignTop,
                  painter.fontMetrics().elidedText(page.piece.text  ? tr("It wrote nothing.")
                                                   : note.isEmpty() ? tr("No text is kept of it.")
                                                                    : note,
                                                   Qt::ElideRight, int(page.body.width())));
        return;
    }
    const int above = page.column.firstLine(), below = page.column.linesAfter();
    if (above + below == 0)
        return;
    const auto lines = [](int count) { return count == 1 ? tr("1 line") : tr("%1 lines").arg(count); };
    const QString words = below == 0   ? tr("… %1 above").arg(lines(above))
                          : above == 0 ? tr("… %1 below").arg(lines(below))
                                       : tr("… %1 above, %2 below").arg(lines(above), lines(below));
    paintText(painter,
              page.body.topLeft() + QPointF(0, page.column.visibleLines() * page.column.lineHeight() + 2),
              Qt::AlignLeft | Qt::AlignTop,
              painter.fontMetrics().elidedText(words, Qt::ElideRight, int(page.body.width())));
}

void TextStage::paintPages(QPainter& painter, const Plan& plan, const StageFrame& frame,
                           const Theme& theme) const
{
    paintPrompt(painter, plan, theme);
    for (const Page& page : plan.pages) {
        const bool isTyping = page.generation == frame.to && frame.from != frame.to;
        paintHead(
            painter, page,
            page.piece.text
                ? tr("%1% repeated").arg(std::lround(100 * m_texts.of(*page.piece.text).repeatedShare()))
                : QString(),
            theme);
        paintPage(painter, page, isTyping ? frame.blend : 1, theme);
        paintFoot(painter, page, theme);
    }
    const Piece& last = plan.pages.back().piece;
    if (!plan.guide.isEmpty() && last.text && last.facts)
        paintGuideColumn(painter, plan.guide, m_texts.of(*last.text), *last.facts, theme);
}

// A repeated phrase has a ground of its own and a line beneath, whose dashes tell one phrase from another.
void TextStage::paintPage(QPainter& painter, const Page& page, double typed, const Theme& theme) const
{
    if (!page.piece.text)
        return;
    const MarkedText& marked = m_texts.of(*page.piece.text);
    const int lead = static_cast<int>(page.lead.size());
    const int end = lead + static_cast<int>(std::lround(typed * double(marked.text.size())));
    for (const MarkedText::Mark& mark : marked.marks) {
        static constexpr Qt::PenStyle kStyles[] = {Qt::SolidLine, Qt::DashLine, Qt::DotLine};
        const QPen line(theme.newest, 2, kStyles[mark.phrase % 3], Qt::FlatCap);
        for (const QRectF& box : page.column.boxes(lead + mark.begin, std::min(end, lead + mark.end))) {
            painter.fillRect(box.adjusted(-1, 1, 1, -1), withAlpha(theme.newest, theme.dark ? 0.24 : 0.16));
            painter.setPen(line);
            painter.drawLine(box.bottomLeft() + QPointF(0, -1), box.bottomRight() + QPointF(0, -1));
        }
    }
    painter.setPen(theme.muted);
    page.column.paint(painter, 0, lead);
    painter.setPen(theme.text);
    page.column.paint(painter, lead, end);
    if (page.piece.facts)
        paintWrongFacts(painter, page.column, marked, lead, end, *page.piece.facts, theme);
    if (typed >= 1)
        return;
    const auto last = page.column.boxes(std::max(0, end - 1), end); // where the next letter comes
    if (!last.empty())
        painter.fillRect(QRectF(last.back().topRight() + QPointF(2, 3), QSizeF(3, last.back().height() - 6)),
                         theme.generation(shareOf(*page.generation)));
}

void TextStage::paintDifference(QPainter& painter, const Plan& plan, const Theme& theme) const
{
    paintPrompt(painter, plan, theme);
    const Page &before = plan.pages.front(), &now = plan.pages.back();
    static const std::string none;
    const MarkedText &a = m_texts.of(before.piece.text ? *before.piece.text : none),
                     &b = m_texts.of(now.piece.text ? *now.piece.text : none);
    const WordDifference difference = differenceOf(a, b);
    paintHead(painter, before, tr("%1 of %2 words kept").arg(difference.kept).arg(a.words.size()), theme);
    paintHead(painter, now, tr("%1 of %2 words added").arg(difference.added()).arg(b.words.size()), theme);
    paintSide(painter, before, difference.keptBefore, true, theme);
    paintSide(painter, now, difference.keptAfter, false, theme);
    paintFoot(painter, before, theme);
    paintFoot(painter, now, theme);
}

// Lost words are struck out, added ones framed; neither is told by its colour alone.
void TextStage::paintSide(QPainter& painter, const Page& page, const std::vector<bool>& kept, bool isLost,
                          const Theme& theme) const
{
    if (!page.piece.text)
        return;
    const MarkedText& marked = m_texts.of(*page.piece.text);
    const int lead = static_cast<int>(page.lead.size());
    painter.setPen(theme.muted);
    page.column.paint(painter, 0, lead);
    for (std::size_t i = 0; i < marked.words.size();) {
        std::size_t end = i + 1; // words of one fate stand together
        while (end < marked.words.size() && kept[end] == kept[i])
            ++end;
        const int from = lead + marked.words[i].begin, to = lead + marked.words[end - 1].end;
        if (!kept[i])
            for (const QRectF& box : page.column.boxes(from, to)) {
                painter.setPen(isLost ? Qt::NoPen : QPen(theme.newest, 1.5));
                painter.setBrush(withAlpha(isLost ? theme.oldest : theme.newest, theme.dark ? 0.22 : 0.13));
                painter.drawRoundedRect(box.adjusted(-2, 1.5, 2, -1.5), 3, 3);
            }
        painter.setPen(kept[i] || !isLost ? theme.text : theme.muted);
        page.column.paint(painter, from, to);
        if (!kept[i] && isLost)
            for (const QRectF& box : page.column.boxes(from, to)) {
                painter.setPen(QPen(theme.oldest, 1.5, Qt::SolidLine, Qt::FlatCap));
                const double y = box.center().y() + 1;
                painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y));
            }
        i = end;
    }
}

// Of each kind that is known, then of none.
ClassStream TextStage::topicStream(const StageFrame& frame) const
{
    return {frame,
            kindShares(frame),
            m_kindNames,
            {tr("share of blocks"),
             tr("Topics of generated blocks by generation"),
             {},
             m_kindNames.size() - 1,
             realPartsOf(m_origin.generation->snapshot, "topicShare")}};
}

std::vector<std::vector<double>> TextStage::kindShares(const StageFrame& frame) const
{
    const int count = frame.history ? frame.history->count(frame.chain) : 1;
    std::vector<std::vector<double>> all;
    for (int g = 0; g < count; ++g) {
        const GenerationPtr generation = g == 0 ? m_origin.generation : frame.history->at(frame.chain, g);
        const WrittenTexts* texts = textsOf(generation);
        std::vector<double>& shares = all.emplace_back();
        if (!texts || texts->kinds.empty())
            continue;
        shares.resize(m_kindNames.size());
        for (const std::uint8_t kind : texts->kinds)
            shares[std::min<std::size_t>(kind, shares.size() - 1)] += 1 / double(texts->kinds.size());
    }
    return all;
}

} // namespace hareloom::ui
