// SPDX-License-Identifier: GPL-3.0-or-later
// TextStage at 100 x 60: a text as bars, its repeated phrases in colour; or a histogram; or a pile of topics.
#include "ui/stage/ClassStream.h"
#include "ui/texts/PerplexityRidges.h"
#include "ui/texts/TextStage.h"
#include "ui/texts/TextsOf.h"
#include "ui/theme/OkLab.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

void TextStage::paintThumbnail(QPainter& painter, const QRectF& area, const GenerationPtr& generation,
                               double share, const StageOptions& options, const Theme& theme)
{
    const WrittenTexts* texts = textsOf(generation);
    if (!texts)
        return;
    const QColor colour = theme.generation(share);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    switch (modeOf(options)) {
    case Mode::Pages:
    case Mode::Difference:
    case Mode::Lost:
        if (const Piece piece = pieceOf(generation, options); piece.text)
            thumbnailOfText(painter, area, *piece.text, colour, theme);
        break;
    case Mode::Perplexity:
        paintPerplexityThumbnail(painter, area, texts->firstNats, textsOf(m_origin.generation)->firstNats, colour,
                                 theme);
        break;
    case Mode::Topics: {
        std::vector<double> shares(m_kindNames.size());
        for (const std::uint8_t kind : texts->kinds)
            shares[std::min<std::size_t>(kind, shares.size() - 1)] += 1 / double(texts->kinds.size());
        double top = area.bottom();
        painter.setPen(Qt::NoPen);
        for (std::size_t k = 0; k < shares.size(); ++k) {
            const double height = shares[k] * area.height();
            const QColor fill = k + 1 == shares.size() ? mix(theme.muted, theme.surface, 0.72)
                                                       : ClassStream::colourOf(k, theme);
            painter.fillRect(QRectF(area.left(), top - height, area.width(), height), fill);
            top -= height;
        }
        break;
    }
    }
    painter.restore();
}

// A bar a word, as long as the word; the lines are as many as the text needs at this size, or as have room.
void TextStage::thumbnailOfText(QPainter& painter, const QRectF& area, const std::string& text,
                                const QColor& colour, const Theme& theme) const
{
    const MarkedText& marked = m_texts.of(text);
    const double step = std::max(6.0, area.height() / 8), bar = step * 0.55, letter = step * 0.32;
    double x = area.left(), y = area.top() + (step - bar) / 2;
    painter.setPen(Qt::NoPen);
    int before = -1; // the phrase of the bar before
    for (const MarkedText::Word& word : marked.words) {
        const double width = std::min(area.width(), (word.end - word.begin) * letter);
        if (x + width > area.right() + 0.5) {
            x = area.left();
            y += step;
            before = -1;
        }
        if (y + bar > area.bottom() + 0.5)
            return;
        const bool isRepeated = word.phrase >= 0;
        const double gap = isRepeated && before >= 0 ? letter : 0; // the bars of a phrase are joined
        painter.fillRect(QRectF(x - gap, y, width + gap, bar),
                         isRepeated ? colour : withAlpha(theme.muted, 0.38));
        before = word.phrase;
        x += width + letter;
    }
}

} // namespace hareloom::ui
