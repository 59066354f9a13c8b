// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/vitals/VariantLegend.h"

#include "ui/plot/PlotFrame.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <iterator>

namespace hareloom::ui {

namespace {

constexpr Qt::PenStyle kStyles[] = {Qt::SolidLine, Qt::DashLine, Qt::DashDotLine, Qt::DashDotDotLine};
constexpr double kMark = 16, kMarkGap = 5, kEntryGap = 14, kRowGap = 3;

} // namespace

Qt::PenStyle variantStyle(std::size_t variant)
{
    return kStyles[variant / 3 % std::size(kStyles)];
}

double paintVariantLegend(QPainter* painter, const QRectF& area, const QStringList& titles,
                          const Theme& theme)
{
    if (titles.size() < 2)
        return 0;
    const QFontMetricsF metrics(themeFont(TextSize::Small));
    double left = area.left(), top = area.top();
    for (qsizetype v = 0; v < titles.size(); ++v) {
        const QString words = metrics.elidedText(titles[v], Qt::ElideRight, area.width() - kMark - kMarkGap);
        const double width = kMark + kMarkGap + metrics.horizontalAdvance(words);
        if (left > area.left() && left + width > area.right()) {
            left = area.left();
            top += metrics.height() + kRowGap;
        }
        if (painter) {
            const auto variant = static_cast<std::size_t>(v);
            const double middle = top + metrics.height() / 2;
            painter->setFont(themeFont(TextSize::Small));
            painter->setPen(QPen(theme.variant(variant), 2, variantStyle(variant), Qt::FlatCap));
            painter->drawLine(QPointF(left, middle), QPointF(left + kMark, middle));
            painter->setPen(theme.muted);
            paintText(*painter, {left + kMark + kMarkGap, middle}, Qt::AlignLeft | Qt::AlignVCenter, words);
        }
        left += width + kEntryGap;
    }
    return top + metrics.height() - area.top();
}

} // namespace hareloom::ui
