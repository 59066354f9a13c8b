// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/TextStage.h"

#include "ui/plot/PlotFrame.h"
#include "ui/stage/ClassShares.h"
#include "ui/stage/PerplexityRidges.h"
#include "ui/theme/OkLab.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr double kLeastColumn = 188, kLeastLargeColumn = 240; // pixels at font scale 1
constexpr int kMostColumns = 6, kLeastPages = 3, kLeastLines = 3;
constexpr double kColumnGap = 3 * kGrid, kBar = 4;
constexpr double kTallArea = 360; // from which on a prompt has three lines

QString tr(const char* text)
{
    return QCoreApplication::translate("TextStage", text);
}

const LanguageView& viewOf(const GenerationPtr& generation)
{
    return asLanguage(*generation->snapshot)->view();
}

double lineHeight(TextSize size)
{
    return QFontMetricsF(themeFont(size)).height();
}

/// The end of a text, which is what a model goes on from; as much of it as has room in `lines` lines.
QString endOf(const QString& text, const QFont& font, double width, int lines)
{
    const auto fits = [&](const QString& part) {
        return TextColumn(part, font, QRectF(0, 0, width, 1)).lineCount() <= lines;
    };
    if (fits(text))
        return text;
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    qsizetype low = 1, high = std::max<qsizetype>(1, words.size()); // words left away
    while (low < high) {
        const qsizetype middle = (low + high) / 2;
        if (fits(QStringLiteral("… ") + words.mid(middle).join(QLatin1Char(' '))))
            high = middle;
        else
            low = middle + 1;
    }
    return QStringLiteral("… ") + words.mid(low).join(QLatin1Char(' '));
}

} // namespace

void TextStage::setOrigin(StageOrigin origin)
{
    m_origin = std::move(origin);
    m_texts.clear();
    const LanguageView& first = viewOf(m_origin.generation);
    m_modes = {Mode::Pages};
    if (!first.prompts.empty() || !first.passages.empty())
        m_modes.push_back(Mode::Difference);
    if (!first.firstNats.empty())
        m_modes.push_back(Mode::Perplexity);
    m_kindNames = first.kindNames;
    m_kindNames.push_back(tr("no topic").toStdString());
    if (!first.kinds.empty())
        m_modes.push_back(Mode::Topics);
}

QStringList TextStage::modes() const
{
    QStringList names;
    for (const Mode mode : m_modes)
        names << (mode == Mode::Pages        ? tr("Pages")
                  : mode == Mode::Difference ? tr("Difference")
                  : mode == Mode::Perplexity ? tr("Perplexity")
                                             : tr("Topics"));
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
    return static_cast<int>(viewOf(m_origin.generation).prompts.size());
}

int TextStage::choiceOf(const StageOptions& options) const
{
    const int count = promptCount() + static_cast<int>(viewOf(m_origin.generation).passages.size());
    return std::clamp(options.choice, 0, std::max(0, count - 1));
}

QString TextStage::choiceName(int choice) const
{
    const int prompts = promptCount();
    const auto passages = qulonglong(viewOf(m_origin.generation).passages.size());
    return choice < prompts ? tr("Prompt %1 of %2").arg(choice + 1).arg(prompts)
                            : tr("Passage %1 of %2").arg(choice - prompts + 1).arg(passages);
}

TextStage::Piece TextStage::pieceOf(const GenerationPtr& generation, const StageOptions& options) const
{
    const LanguageSnapshot* snapshot =
        generation && generation->snapshot ? asLanguage(*generation->snapshot) : nullptr;
    if (!snapshot)
        return {};
    const LanguageView& view = snapshot->view();
    const int choice = choiceOf(options), prompts = promptCount();
    const auto& given = choice < prompts ? view.prompts : view.passagePrompts;
    const auto& written = choice < prompts ? view.answers : view.passages;
    const auto at = static_cast<std::size_t>(choice < prompts ? choice : choice - prompts);
    return at < written.size() && at < given.size() ? Piece{&given[at], &written[at]} : Piece{};
}

GenerationPtr TextStage::baselineOf(const StageFrame& frame, const StageOptions& options) const
{
    if (!options.beforeOnly || frame.to->index == 0 || !frame.history)
        return m_origin.generation;
    const GenerationPtr before = frame.history->at(frame.chain, frame.to->index - 1);
    return before ? before : m_origin.generation;
}

std::vector<GenerationPtr> TextStage::pagesFor(int most, const StageFrame& frame,
                                               const StageOptions& options) const
{
    if (modeOf(options) == Mode::Difference)
        return {baselineOf(frame, options), frame.to};
    const int last = frame.to->index, count = std::clamp(most, 1, last + 1);
    std::vector<GenerationPtr> pages;
    for (int i = 0; i + 1 < count; ++i) {
        const int index = static_cast<int>(std::lround(double(i) * last / (count - 1)));
        GenerationPtr page = index == 0       ? m_origin.generation
                             : !frame.history ? nullptr
                                              : frame.history->at(frame.chain, index);
        if (page && page->snapshot && asLanguage(*page->snapshot))
            pages.push_back(std::move(page));
    }
    pages.push_back(frame.to);
    return pages;
}

// Large type, for a projector, where some generations have room in it; else the usual one, of more
// generations.
TextStage::Plan TextStage::planFor(const QRectF& area, const StageFrame& frame,
                                   const StageOptions& options) const
{
    const auto columns = [&](double least) {
        const auto room = static_cast<int>((area.width() + kColumnGap) / (least * fontScale() + kColumnGap));
        return modeOf(options) == Mode::Difference ? 2 : std::clamp(room, 1, kMostColumns);
    };
    const int large = columns(kLeastLargeColumn), usual = columns(kLeastColumn);
    for (int count = large; count >= std::min(kLeastPages, usual); --count) {
        Plan plan = planWith(themeFont(TextSize::Title), count, area, frame, options);
        if (std::all_of(plan.pages.begin(), plan.pages.end(),
                        [](const Page& page) { return page.column.mostFirstLine() == 0; }))
            return plan;
    }
    return planWith(themeFont(TextSize::Body), usual, area, frame, options);
}

TextStage::Plan TextStage::planWith(const QFont& font, int columns, const QRectF& area,
                                    const StageFrame& frame, const StageOptions& options) const
{
    const std::vector<GenerationPtr> shown = pagesFor(columns, frame, options);
    std::vector<Piece> pieces;
    for (const GenerationPtr& generation : shown)
        pieces.push_back(pieceOf(generation, options));
    const std::string* prompt = pieces.back().prompt;
    const bool isSame = std::all_of(pieces.begin(), pieces.end(), [&](const Piece& piece) {
        return !piece.prompt || !prompt || *piece.prompt == *prompt;
    });
    Plan plan;
    plan.isSamePrompt = isSame;
    plan.label = choiceName(choiceOf(options));
    const QRectF inner = area.adjusted(0, kGrid, -kGrid, -kGrid); // controls lie above
    const double indent = 2 * kGrid, small = lineHeight(TextSize::Small);
    const double head = kBar + 4 + lineHeight(TextSize::Body) + 4;
    const QString whole = prompt && isSame ? m_texts.of(*prompt).text.simplified() : QString();
    double top = inner.top();
    // What the models write comes first: where it has no room the prompt gives way.
    for (int lines = area.height() >= kTallArea ? 3 : 2; lines >= 0; --lines) {
        plan.promptText =
            lines > 0 && !whole.isEmpty() ? endOf(whole, font, inner.width() - indent, lines) : QString();
        const TextColumn text(plan.promptText, font, QRectF(0, 0, inner.width() - indent, 1));
        plan.labelHeight = lines > 1 || !isSame ? small + 2 : 0;
        const double height = plan.labelHeight + text.lineCount() * text.lineHeight();
        plan.prompt = QRectF(inner.topLeft(), QSizeF(inner.width(), height));
        top = plan.prompt.bottom() + (height > 0 ? kGrid : 0);
        if (inner.bottom() - small - top - head >= kLeastLines * text.lineHeight())
            break;
    }
    const double width = (inner.width() - double(shown.size() - 1) * kColumnGap) / double(shown.size());
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const QRectF place(inner.left() + double(i) * (width + kColumnGap), top, width,
                           std::max(1.0, inner.bottom() - small - top));
        const QRectF body = place.adjusted(0, head, 0, 0);
        const QString lead = pieces[i].prompt && !isSame
                                 ? m_texts.of(*pieces[i].prompt).text.simplified() + QLatin1Char(' ')
                                 : QString();
        const QString words = pieces[i].text ? m_texts.of(*pieces[i].text).text : QString();
        plan.pages.push_back({shown[i], pieces[i], QRectF(place.topLeft(), QSizeF(width, head)), body, lead,
                              TextColumn(lead + words, font, body, options.scroll)});
    }
    return plan;
}

int TextStage::mostScroll(const QRectF& area, const StageFrame& frame, const StageOptions& options) const
{
    const Mode mode = modeOf(options);
    if (mode != Mode::Pages && mode != Mode::Difference)
        return 0;
    int most = 0;
    for (const Page& page : planFor(area, frame, options).pages)
        most = std::max(most, page.column.mostFirstLine());
    return most;
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
        PerplexityRidges(frame, m_origin.generation, options, double(m_origin.experiment.generations))
            .paint(painter, area, theme);
        break;
    case Mode::Topics:
        ClassStream(frame, kindShares(frame), m_kindNames,
                    {tr("share of generated blocks"), {}, {}, m_kindNames.size() - 1})
            .paint(painter, area, theme);
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
        const QString note = QString::fromStdString(page.generation->note);
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
    const QString words = below == 0   ? tr("… %1 lines above").arg(above)
                          : above == 0 ? tr("… %1 more lines below").arg(below)
                                       : tr("… %1 lines above, %2 below").arg(above).arg(below);
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
std::vector<std::vector<double>> TextStage::kindShares(const StageFrame& frame) const
{
    const int count = frame.history ? frame.history->count(frame.chain) : 1;
    std::vector<std::vector<double>> all;
    for (int g = 0; g < count; ++g) {
        const GenerationPtr generation = g == 0 ? m_origin.generation : frame.history->at(frame.chain, g);
        const LanguageSnapshot* text =
            generation && generation->snapshot ? asLanguage(*generation->snapshot) : nullptr;
        std::vector<double>& shares = all.emplace_back();
        if (!text || text->view().kinds.empty())
            continue;
        shares.resize(m_kindNames.size());
        for (const std::uint8_t kind : text->view().kinds)
            shares[std::min<std::size_t>(kind, shares.size() - 1)] += 1 / double(text->view().kinds.size());
    }
    return all;
}

} // namespace hareloom::ui
