// SPDX-License-Identifier: GPL-3.0-or-later
// TextStage: which generations' texts stand side by side, how large, and where.
#include "ui/texts/TextStage.h"
#include "ui/texts/TextsOf.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr double kLeastColumn = 188, kLeastLargeColumn = 240; // pixels at font scale 1
constexpr int kMostColumns = 6, kLeastPages = 3, kLeastLines = 3;
constexpr double kColumnGap = 3 * kGrid, kGuideColumn = 170;
constexpr double kTallArea = 360; // from which on a prompt has three lines

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
        if (textsOf(page))
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
    const bool hasGuide = modeOf(options) == Mode::Pages && knowsFacts() && columns >= kLeastPages;
    const std::vector<GenerationPtr> shown = pagesFor(hasGuide ? columns - 1 : columns, frame, options);
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
    const double guide = hasGuide ? scaled(kGuideColumn) + kColumnGap : 0;
    const double width = (inner.width() - guide - double(shown.size() - 1) * kColumnGap) / double(shown.size());
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
    if (hasGuide)
        plan.guide = QRectF(inner.right() - scaled(kGuideColumn), top, scaled(kGuideColumn),
                            std::max(1.0, inner.bottom() - top));
    return plan;
}

int TextStage::mostScroll(const QRectF& area, const StageFrame& frame, const StageOptions& options) const
{
    const Mode mode = modeOf(options);
    if (mode == Mode::Lost)
        return mostScrollOf(lostUntil(frame), area);
    if (mode != Mode::Pages && mode != Mode::Difference)
        return 0;
    int most = 0;
    for (const Page& page : planFor(area, frame, options).pages)
        most = std::max(most, page.column.mostFirstLine());
    return most;
}

} // namespace hareloom::ui
