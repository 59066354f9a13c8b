// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sweep/ColourScale.h"

#include "ui/plot/PlotFrame.h"
#include "ui/theme/FigureThemes.h"
#include "ui/theme/OkLab.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr double kBar = 14, kGap = 6, kTickLength = 4;

// Paper to ink over the two ends of the ramp of generations; on the dark theme ink to paper.
const std::array<QColor, 4> kOnLight = {QColor("#F5E6B8"), QColor("#7DBE9B"), QColor("#17758C"),
                                        QColor("#221C4E")};
const std::array<QColor, 4> kOnDark = {QColor("#2A2A55"), QColor("#1D7290"), QColor("#6FBF97"),
                                       QColor("#F8EDBF")};

// Between blue and yellow, as in cividis (Nunez, Anderton and Renslow, 2018): with and without red and green
// the same.
const std::array<QColor, 4> kForBlindOnLight = {QColor("#FEE838"), QColor("#A59C74"), QColor("#575D6D"),
                                                QColor("#00224E")};
const std::array<QColor, 4> kForBlindOnDark = {QColor("#00224E"), QColor("#575D6D"), QColor("#A59C74"),
                                               QColor("#FEE838")};

const std::array<QColor, 4> kGreyOnLight = {QColor("#EDEDED"), QColor("#A8A8A8"), QColor("#666666"),
                                            QColor("#1F1F1F")};
const std::array<QColor, 4> kGreyOnDark = {QColor("#333333"), QColor("#6E6E6E"), QColor("#AAAAAA"),
                                           QColor("#EEEEEE")};

const std::array<QColor, 4>& stopsOf(const Theme& theme)
{
    if (isGrey(theme))
        return theme.dark ? kGreyOnDark : kGreyOnLight;
    if (isForColourBlindness(theme))
        return theme.dark ? kForBlindOnDark : kForBlindOnLight;
    return theme.dark ? kOnDark : kOnLight;
}

int mostTicks(double height)
{
    return std::clamp(static_cast<int>(height / scaled(28)), 2, 8);
}

} // namespace

ColourScale::ColourScale(const AxisRange& range, const Theme& theme) : m_range(range), m_theme(theme) {}

QColor ColourScale::colour(double value) const
{
    const auto& stops = stopsOf(m_theme);
    const bool isBelow = m_range.isLog && !(value > 0);
    const double share = isBelow ? 0 : std::clamp(m_range.share(value), 0.0, 1.0);
    const double at = share * double(stops.size() - 1);
    const auto stop = std::min(static_cast<std::size_t>(at), stops.size() - 2);
    return mix(stops[stop], stops[stop + 1], at - double(stop));
}

QColor ColourScale::ink(double value) const
{
    const QColor ground = colour(value), dark(Qt::black), light(Qt::white);
    return contrastRatio(ground, dark) >= contrastRatio(ground, light) ? dark : light;
}

double ColourScale::width(double height) const
{
    const QFontMetricsF metrics(themeFont(TextSize::Small));
    double widest = 0;
    for (const Tick& tick : ticks(mostTicks(height)))
        widest = std::max(widest, metrics.horizontalAdvance(tick.label));
    return kBar + kTickLength + kGap + widest;
}

double ColourScale::paint(QPainter& painter, const QRectF& area) const
{
    const QRectF bar(area.left(), area.top(), kBar, area.height());
    QLinearGradient gradient(bar.bottomLeft(), bar.topLeft());
    constexpr int kStops = 24;
    for (int i = 0; i <= kStops; ++i)
        gradient.setColorAt(double(i) / kStops, colour(m_range.valueAt(double(i) / kStops)));
    painter.fillRect(bar, gradient);
    painter.setPen(QPen(m_theme.line, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(bar);
    painter.setFont(themeFont(TextSize::Small));
    painter.setPen(m_theme.muted);
    for (const Tick& tick : ticks(mostTicks(area.height()))) {
        const double y = bar.bottom() - m_range.share(tick.value) * bar.height();
        painter.drawLine(QPointF(bar.right(), y), QPointF(bar.right() + kTickLength, y));
        paintText(painter, {bar.right() + kTickLength + kGap / 2, y}, Qt::AlignLeft | Qt::AlignVCenter,
                  tick.label);
    }
    return width(area.height());
}

} // namespace hareloom::ui
