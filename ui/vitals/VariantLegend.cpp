// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/vitals/VariantLegend.h"

#include "ui/language/EngineWords.h"
#include "ui/language/Joining.h"
#include "ui/plot/MetricTitle.h"
#include "ui/plot/PlotFrame.h"
#include "ui/plot/TheoryWords.h"
#include "ui/theme/OkLab.h"
#include "ui/vitals/PublishedName.h"
#include "ui/vitals/VitalPaint.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr double kMark = 16, kDashedMark = 26, kVariantMark = 40, kMarkGap = 5, kEntryGap = 14, kRowGap = 3;

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui", text);
}

double widthOf(const LegendMark& mark)
{
    const bool isDashed = mark.kind == LegendMark::Kind::Theory || mark.kind == LegendMark::Kind::Real ||
                          mark.kind == LegendMark::Kind::Published;
    return mark.variant ? kVariantMark : isDashed ? kDashedMark : kMark;
}

void paintMark(QPainter& painter, const LegendMark& mark, double left, double middle, const Theme& theme)
{
    const QPointF from(left, middle), to(left + widthOf(mark), middle);
    painter.setBrush(Qt::NoBrush);
    switch (mark.kind) {
    case LegendMark::Kind::Line:
        if (mark.variant) {
            paintLineMark(painter, from, kVariantMark, *mark.variant, theme);
            break;
        }
        painter.setPen(QPen(mark.colour, 2, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(from, to);
        break;
    case LegendMark::Kind::Chain:
        painter.setPen(QPen(withAlpha(mark.colour, 0.5), 0.8, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(from, to);
        break;
    case LegendMark::Kind::Band:
        painter.fillRect(QRectF(left, middle - 5, kMark, 10), withAlpha(mark.colour, 0.3));
        break;
    case LegendMark::Kind::Theory: {
        QPen pen(mark.colour, 1.3);
        pen.setDashPattern(mark.dashes);
        painter.setPen(pen);
        painter.drawLine(from, to);
        break;
    }
    case LegendMark::Kind::TheoryEdge:
        painter.setPen(QPen(withAlpha(mark.colour, 0.6), 0.8, Qt::SolidLine, Qt::FlatCap));
        for (const double off : {-4, 4})
            painter.drawLine(from + QPointF(0, off), to + QPointF(0, off));
        break;
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
        paintDiamond(painter, {left + widthOf(mark) / 2, middle}, mark.colour);
        break;
    }
}

/// The variants; of one alone what its line is.
std::vector<LegendMark> lineMarks(const VitalSeries& series, const Theme& theme)
{
    const std::vector<VitalLine>& lines = series.lines();
    std::vector<LegendMark> marks;
    if (lines.size() == 1)
        return {{LegendMark::Kind::Line, theme.variant(0),
                 lines[0].chains == 1                       ? tr("measured")
                 : series.spread() == Spread::StandardError ? tr("mean")
                                                            : tr("median")}};
    for (std::size_t v = 0; v < lines.size(); ++v)
        marks.push_back({LegendMark::Kind::Line, theme.variant(v),
                         engineWords(EngineList::Preset, lines[v].title), LineMark::of(v, theme)});
    return marks;
}

/// Beside several variants' names it also says what their lines are, which it would not otherwise.
QString bandWords(const VitalSeries& series)
{
    const bool isAlone = series.lines().size() == 1;
    switch (series.spread()) {
    case Spread::Deciles:
        return tr("10–90%");
    case Spread::Quartiles:
        return tr("25–75%");
    case Spread::StandardError:
        return isAlone ? tr("± standard error") : tr("mean ± standard error");
    case Spread::Chains:
        break;
    }
    return tr("10–90%"); // too many chains to draw each
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
            if (std::any_of(lines.begin(), lines.end(),
                            [](const VitalLine& line) { return !line.theory.empty(); }))
                places << title;
            continue;
        }
        for (const VitalLine& line : lines)
            if (hasTheory(line, statistic))
                places << (shown.size() == 1
                               ? engineWords(EngineList::Preset, line.title)
                               : tr("%1 of %2").arg(title, engineWords(EngineList::Preset, line.title)));
    }
    return places;
}

std::vector<Statistic> statisticsIn(const std::vector<const VitalSeries*>& shown)
{
    std::vector<Statistic> found;
    for (const auto& [statistic, word] : kStatistics)
        if (!placesOf(statistic, shown).isEmpty())
            found.push_back(statistic);
    return found;
}

/// "theory (mean)"; of one statistic among several also its charts.
QString theoryText(Statistic statistic, bool isOnly, const std::vector<const VitalSeries*>& shown)
{
    const QString words = theoryWords(statistic);
    return isOnly ? words
                  : named(words, shown.size() == 1 ? clauses(placesOf(statistic, shown))
                                                   : listed(placesOf(statistic, shown)));
}

} // namespace

bool hasTheory(const VitalSeries& series)
{
    return std::any_of(series.lines().begin(), series.lines().end(),
                       [](const VitalLine& line) { return !line.theory.empty(); });
}

QList<qreal> theoryDashes(Statistic statistic)
{
    switch (statistic) {
    case Statistic::Median:
        return {7, 3};
    case Statistic::RootMeanSquare:
        return {1.5, 2};
    case Statistic::Mean:
        break;
    }
    return {3, 3};
}

QStringList theoryLegend(const std::vector<const VitalSeries*>& shown)
{
    QStringList legend;
    const std::vector<Statistic> found = statisticsIn(shown);
    for (const Statistic statistic : found)
        legend << theoryText(statistic, found.size() == 1, shown);
    const auto hasEdges = [](const VitalLine& line) { return !line.theoryLow.empty(); };
    if (std::any_of(shown.begin(), shown.end(), [&](const VitalSeries* series) {
            return std::any_of(series->lines().begin(), series->lines().end(), hasEdges);
        }))
        legend << theoryEdgeWords();
    return legend;
}

std::vector<LegendMark> vitalLegend(const std::vector<const VitalSeries*>& shown, const Theme& theme,
                                    bool withOrigin)
{
    using Kind = LegendMark::Kind;
    if (shown.empty() || shown.front()->lines().empty())
        return {};
    const auto& lines = shown.front()->lines();
    std::vector<LegendMark> marks = lineMarks(*shown.front(), theme);
    const QColor common = lines.size() > 1 ? theme.muted : theme.variant(0);
    const auto among = [&lines](auto has) { return std::any_of(lines.begin(), lines.end(), has); };
    if (among([](const VitalLine& line) { return line.hasBand(); }))
        marks.push_back({Kind::Band, common, bandWords(*shown.front())});
    if (among([](const VitalLine& line) { return !line.each.empty(); }))
        marks.push_back({Kind::Chain, common, tr("each chain")});
    const auto anyLine = [&shown](auto has) {
        return std::any_of(shown.begin(), shown.end(), [&](const VitalSeries* series) {
            return std::any_of(series->lines().begin(), series->lines().end(), has);
        });
    };
    for (const Statistic statistic : statisticsIn(shown)) // told apart by their dashes
        marks.push_back({Kind::Theory, common, theoryWords(statistic), {}, theoryDashes(statistic)});
    if (anyLine([](const VitalLine& line) { return !line.theoryLow.empty(); }))
        marks.push_back({Kind::TheoryEdge, common, theoryEdgeWords()});
    if (withOrigin)
        marks.push_back({Kind::Origin, theme.generation(0), tr("generation 0")});
    if (anyLine([](const VitalLine& line) { return !std::isnan(line.real); }))
        marks.push_back({Kind::Real, theme.realData, tr("real data")});
    for (const VitalSeries* series : shown)
        for (const PublishedCurve& curve : series->published())
            marks.push_back({Kind::Published, theme.realData, publishedName(curve)});
    return marks;
}

std::vector<QRectF> legendPlaces(const QRectF& area, const std::vector<LegendMark>& marks, double notch)
{
    const QFontMetricsF metrics(themeFont(TextSize::Small));
    std::vector<QRectF> places;
    double left = area.left(), top = area.top(), right = area.right() - notch;
    for (const LegendMark& mark : marks) {
        const double before = widthOf(mark) + kMarkGap;
        const QString words = metrics.elidedText(mark.text, Qt::ElideMiddle, right - area.left() - before);
        const double width = before + metrics.horizontalAdvance(words);
        if (left > area.left() && left + width > right) {
            left = area.left();
            top += metrics.height() + kRowGap;
            right = area.right();
        }
        places.emplace_back(left, top, width, metrics.height());
        left += width + kEntryGap;
    }
    return places;
}

const LegendMark* theoryAt(const QPointF& point, const QRectF& area, const std::vector<LegendMark>& marks,
                           double notch)
{
    const std::vector<QRectF> places = legendPlaces(area, marks, notch);
    for (std::size_t i = 0; i < marks.size(); ++i)
        if (marks[i].kind == LegendMark::Kind::Theory && places[i].contains(point))
            return &marks[i];
    return nullptr;
}

double paintLegend(QPainter* painter, const QRectF& area, const std::vector<LegendMark>& marks,
                   const Theme& theme, double notch)
{
    if (marks.empty())
        return 0;
    const std::vector<QRectF> places = legendPlaces(area, marks, notch);
    const QFontMetricsF metrics(themeFont(TextSize::Small));
    for (std::size_t i = 0; painter && i < marks.size(); ++i) {
        const QRectF& place = places[i];
        const double before = widthOf(marks[i]) + kMarkGap, middle = place.center().y();
        painter->setFont(themeFont(TextSize::Small));
        paintMark(*painter, marks[i], place.left(), middle, theme);
        painter->setPen(theme.muted);
        paintText(*painter, {place.left() + before, middle}, Qt::AlignLeft | Qt::AlignVCenter,
                  metrics.elidedText(marks[i].text, Qt::ElideMiddle, place.width() - before));
    }
    return places.back().bottom() - area.top();
}

} // namespace hareloom::ui
