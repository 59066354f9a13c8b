// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/texts/RealTexts.h"

#include "ui/texts/MarkedText.h"
#include "ui/texts/TextColumn.h"

#include <QPainter>

#include <algorithm>

namespace hareloom::ui {

void paintRealTexts(QPainter& painter, const QRectF& area, const RealData& data, const Theme& theme)
{
    const double least = scaled(220), gap = 3 * kGrid;
    const auto count = std::clamp<std::size_t>(static_cast<std::size_t>((area.width() + gap) / (least + gap)),
                                               1, data.texts.size());
    const double width = (area.width() - double(count - 1) * gap) / double(count);
    painter.setPen(theme.realData);
    std::vector<double> tops(count, area.top()); // as many below each other as there is room for
    for (std::size_t i = 0; i < data.texts.size(); ++i) {
        double& top = tops[i % count];
        const QString text = markedText(data.texts[i]).text;
        const TextColumn column(text, themeFont(TextSize::Body),
                                QRectF(area.left() + double(i % count) * (width + gap), top, width,
                                       std::max(1.0, area.bottom() - top)));
        if (i >= count && column.linesAfter() > 0)
            continue;
        column.paint(painter, 0, static_cast<int>(text.size()));
        top += column.lineCount() * column.lineHeight() + gap;
    }
}

} // namespace hareloom::ui
