// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/vitals/VariantLegend.h"

#include "ui/plot/MetricTitle.h"
#include "ui/plot/PlotFrame.h"
#include "ui/plot/TheoryWords.h"
#include "ui/theme/OkLab.h"
#include "ui/vitals/VitalPaint.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace hareloom::ui {

namespace {

constexpr Qt::PenStyle kStyles[] = {Qt::SolidLine, Qt::DashLine, Qt::DashDotLine, Qt::DashDotDotLine};
constexpr double kMark = 16, kMarkGap = 5, kEntryGap = 14, kRowGap = 3;

QString tr(const char* text)
{
    return QCoreApplication::translate("VitalLegend", text);
}

void paintMark(QPainter& painter, const LegendMark& mark, double left, double middle)
{
    const QPointF from(left, middle), to(left + kMark, middle);
    painter.setBrush(Qt::NoBrush);
    switch (mark.kind) {
    case LegendMark::Kind::Line:
        painter.setPen(QPen(mark.colour, 2, mark.style, Qt::FlatCap));
        painter.drawLine(from, to);
        break;
    case LegendMark::Kind::Band:
        painter.fillRect(QRectF(left, middle - 5, kMark, 10), withAlpha(mark.colour, 0.3));
        break;
    case LegendMark::Kind::Theory: {
        QPen pen(mark.colour, 1.3);
        pen.setDashPattern({3, 3});
        painter.setPen(pen);
        painter.drawLine(from, to);
        break;
    }
    case LegendMark::Kind::Origin:
        painter.setPen(QPen(mark.colour, 1.2, Qt::DotLine, Qt::FlatCap));
        painter.drawLine(from, to);
        break;
    case LegendMark::Kind::Real:
        painter.setPen(QPen(mark.colour, 1.2, Qt::DashDotLine, Qt::FlatCap));
        painter.drawLine(from, to);
        break;
    case LegendMark::Kind::Published:
        painter.setPen(QPen(mark.colour, 1, Qt::DashDotDotLine, Qt::FlatCap));
        painter.drawLine(from, to);
        paintDiamond(painter, {left + kMark / 2, middle}, mark.colour);
        break;
    }
}

/// The variants; of one alone what its line is.
std::vector<LegendMark> lineMarks(const std::vector<VitalLine>& lines, const Theme& theme)
{
    std::vector<LegendMark> marks;
    for (std::size_t v = 0; v < lines.size(); ++v) {
        const QString words = lines.size() > 1      ? QString::fromStdString(lines[v].title)
                              : lines[v].chains > 1 ? tr("median")
                                                    : tr("measured");
        marks.push_back({LegendMark::Kind::Line, theme.variant(v), words, variantStyle(v)});
    }
    return marks;
}

bool hasTheory(const VitalLine& line, Statistic statistic)
{
    return !line.theory.empty() && line.theoryStatistic == statistic;
}

/// Of which charts, and where it differs between variants of which of them, theory describes this statistic.
QStringList placesOf(Statistic statistic, const std::vector<const VitalSeries*>& shown)
{
    QStringList places;
    for (const VitalSeries* series : shown) {
        const auto& lines = series->lines();
        const auto isTold = [statistic](const VitalLine& line) {
            return line.theory.empty() || line.theoryStatistic == statistic;
        };
        const QString title = metricTitle(series->metric());
        if (std::all_of(lines.begin(), lines.end(), isTold)) {
            if (std::any_of(lines.begin(), lines.end(), [](const VitalLine& line) { return !line.theory.empty(); }))
                places << title;
            continue;
        }
        for (const VitalLine& line : lines)
            if (hasTheory(line, statistic))
                places << tr("%1 of %2").arg(title, QString::fromStdString(line.title));
    }
    return places;
}

} // namespace

Qt::PenStyle variantStyle(std::size_t variant)
{
    return kStyles[variant / 3 % std::size(kStyles)];
}

QStringList theoryLegend(const std::vector<const VitalSeries*>& shown)
{
    QStringList legend;
    std::vector<Statistic> found;
    for (const auto& [statistic, word] : kStatistics)
        if (!placesOf(statistic, shown).isEmpty())
            found.push_back(statistic);
    for (const Statistic statistic : found)
        legend << theoryWords(statistic) +
                      (found.size() > 1 ? QStringLiteral(": ") + placesOf(statistic, shown).join(QStringLiteral(", "))
                                        : QString());
    return legend;
}

std::vector<LegendMark> vitalLegend(const std::vector<const VitalSeries*>& shown, const Theme& theme,
                                    bool withOrigin)
{
    using Kind = LegendMark::Kind;
    if (shown.empty() || shown.front()->lines().empty())
        return {};
    const auto& lines = shown.front()->lines();
    std::vector<LegendMark> marks = lineMarks(lines, theme);
    const QColor common = lines.size() > 1 ? theme.muted : theme.variant(0);
    if (std::any_of(lines.begin(), lines.end(), [](const VitalLine& line) { return line.chains > 1; }))
        marks.push_back({Kind::Band, common, tr("10–90%")});
    const auto anyLine = [&shown](auto has) {
        return std::any_of(shown.begin(), shown.end(), [&](const VitalSeries* series) {
            return std::any_of(series->lines().begin(), series->lines().end(), has);
        });
    };
    for (const QString& words : theoryLegend(shown))
        marks.push_back({Kind::Theory, common, words});
    if (withOrigin)
        marks.push_back({Kind::Origin, theme.generation(0), tr("generation 0")});
    if (anyLine([](const VitalLine& line) { return !std::isnan(line.real); }))
        marks.push_back({Kind::Real, theme.realData, tr("real data")});
    for (const VitalSeries* series : shown)
        for (const PublishedCurve& curve : series->published())
            marks.push_back(
                {Kind::Published, theme.realData, QString::fromStdString(curve.source + ", " + curve.label)});
    return marks;
}

double paintLegend(QPainter* painter, const QRectF& area, const std::vector<LegendMark>& marks,
                   const Theme& theme, double notch)
{
    if (marks.empty())
        return 0;
    const QFontMetricsF metrics(themeFont(TextSize::Small));
    double left = area.left(), top = area.top(), right = area.right() - notch;
    for (const LegendMark& mark : marks) {
        const QString words =
            metrics.elidedText(mark.text, Qt::ElideMiddle, right - area.left() - kMark - kMarkGap);
        const double width = kMark + kMarkGap + metrics.horizontalAdvance(words);
        if (left > area.left() && left + width > right) {
            left = area.left();
            top += metrics.height() + kRowGap;
            right = area.right();
        }
        if (painter) {
            const double middle = top + metrics.height() / 2;
            painter->setFont(themeFont(TextSize::Small));
            paintMark(*painter, mark, left, middle);
            painter->setPen(theme.muted);
            paintText(*painter, {left + kMark + kMarkGap, middle}, Qt::AlignLeft | Qt::AlignVCenter, words);
        }
        left += width + kEntryGap;
    }
    return top + metrics.height() - area.top();
}

} // namespace hareloom::ui
