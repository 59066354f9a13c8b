// SPDX-License-Identifier: GPL-3.0-or-later
// CompareView: what it paints elsewhere, in figures and for a room, and what it says.
#include "ui/compare/CompareView.h"

#include "ui/language/Joining.h"
#include "ui/plot/LineMark.h"
#include "ui/plot/PlotFrame.h"
#include "ui/stage/Legend.h"
#include "ui/teller/Words.h"

#include <QPainter>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr double kMarkWidth = 26, kTitleHeight = 20;
constexpr int kMostLegendRows = 2;
constexpr double kAroundPlotX = 60, kAroundPlotY = 60,
                 kPlotShape = 1.5; // in a column, what is no data; width to height

OverlayChart withAxes(OverlayChart chart, const AxisWishes& wishes)
{
    chart.titlesGenerations = true;
    if (wishes.x.range)
        chart.x = AxisRange{wishes.x.range->low, wishes.x.range->high, false};
    chart.isLog = wishes.y.isLog;
    if (wishes.y.range)
        chart.y = AxisRange{wishes.y.range->low, wishes.y.range->high,
                            wishes.y.isLog.value_or(chart.range().isLog)};
    return chart;
}

Result<void> checkAxesOf(const OverlayChart& chart, const FigureOptions& options)
{
    const OverlayChart seen = withAxes(chart, options.axes);
    if (seen.y && seen.y->isLog && !(seen.y->low > 0))
        return invalidInput(
            CompareView::tr("The vertical axis is logarithmic: its range must begin above 0, or its "
                            "scale be linear.")
                .toStdString());
    if (options.axes.y.isLog.value_or(false) && !seen.range().isLog)
        return invalidInput(CompareView::tr("The vertical axis cannot be logarithmic: this metric has no two "
                                            "different values above 0.")
                                .toStdString());
    return {};
}

/// A chart's figure has the columns' legend above it, or shares it with others of a sheet.
class ColumnLegend : public CommonLegend
{
public:
    ColumnLegend(QStringList titles, bool hasBands) : m_titles(std::move(titles)), m_hasBands(hasBands) {}

    double paintLegendOf(QPainter* painter, const QRectF& area, const std::vector<std::size_t>&,
                         const Theme& theme) const override
    {
        return paintColumnLegend(painter, area, m_titles, m_hasBands, theme);
    }

private:
    QStringList m_titles;
    bool m_hasBands;
};

/// How many in a row leave the largest plot of a good shape.
std::size_t acrossIn(const QSizeF& room, std::size_t count)
{
    const auto plot = [&](std::size_t across) {
        const double rows = double((count + across - 1) / across);
        return std::min((room.width() / double(across) - kAroundPlotX) / kPlotShape,
                        room.height() / rows - kAroundPlotY);
    };
    const std::size_t half = (count + 1) / 2;
    return count > 2 && plot(half) > plot(count) ? half : std::max<std::size_t>(1, count);
}

} // namespace

// A legend for all where they share their axes: what is filled, hollow or dashed means the same in each.
void CompareView::paintColumns(QPainter& painter, const QRectF& all, double position, const Theme& theme)
{
    QRectF area = all;
    StageScene* scene = m_axes ? firstScene() : nullptr;
    if (scene && scene->stage()) {
        const auto legend = scene->legend(position, m_look.options(), theme);
        const int rows = std::min(legendRows(legend, area.width()), kMostLegendRows);
        paintLegend(painter, area.topRight(), area.width(), legend, theme, rows);
        area.setTop(area.top() + rows * legendLineHeight());
    }
    const std::size_t count = m_columns.size();
    const std::size_t across = acrossIn(area.size(), count);
    const std::size_t rows = (count + across - 1) / across;
    const QSizeF cell(area.width() / double(across), area.height() / double(std::max<std::size_t>(1, rows)));
    for (std::size_t i = 0; i < count; ++i) {
        const QRectF place(area.left() + double(i % across) * cell.width(),
                           area.top() + double(i / across) * cell.height(), cell.width() - kGrid,
                           cell.height());
        paintLineMark(painter, {place.left(), place.top() + kTitleHeight / 2}, kMarkWidth,
                      LineMark::of(i, theme), theme);
        painter.setFont(themeFont(TextSize::Body, QFont::DemiBold));
        painter.setPen(theme.text);
        const double left = place.left() + kMarkWidth + 6;
        paintText(painter, {left, place.top() + kTitleHeight / 2}, Qt::AlignLeft | Qt::AlignVCenter,
                  QFontMetricsF(painter.font())
                      .elidedText(m_comparison.column(i).title, Qt::ElideRight, place.right() - left));
        painter.save();
        m_columns[i]->stage().paintData(painter, place.adjusted(0, kTitleHeight, 0, 0), position, theme);
        painter.restore();
    }
}

void CompareView::readDataNow()
{
    for (CompareColumn* column : m_columns)
        column->stage().readDataNow();
}

// What came of the settings goes before what they are.
ChainStory::Line CompareView::told() const
{
    if (m_answer && isOver())
        return {ui::words(*m_answer), reasonWords(*m_answer), -1};
    ChainStory::Line newest;
    const auto take = [&](std::size_t column, const QString& sentence, int generation) {
        if (generation > newest.generation)
            newest = {tr("%1. %2").arg(m_comparison.column(column).title, sentence), {}, generation};
    };
    for (std::size_t c = 0; c < m_columns.size(); ++c)
        if (const ChainStory::Line news = m_columns[c]->news(); news.generation >= 0)
            take(c, news.sentence, news.generation);
    for (std::size_t c = 0; c < m_columns.size() && newest.generation < 0; ++c) {
        const ChainStory::Line line = m_columns[c]->line();
        take(c, line.sentence, line.generation);
    }
    return newest;
}

std::vector<ChartWords> CompareView::words()
{
    std::vector<ChartWords> all;
    for (CompareColumn* column : m_columns) {
        const CompareStage* stage = &column->stage();
        all.push_back({[stage] { return stage->accessibleName(); },
                       [stage, column] {
                           return inARow({stage->accessibleDescription(), column->line().sentence});
                       },
                       {}});
    }
    for (std::size_t i = 0; i < m_overlay->charts().size(); ++i)
        all.push_back({[this, i] { return m_overlay->charts()[i].title(); },
                       [this, i] { return m_overlay->charts()[i].summary(m_overlay->titles()); },
                       {}});
    return all;
}

void CompareView::paintStages(QPainter& painter, const QRectF& area, int position, const Theme& theme)
{
    const auto count = m_columns.size();
    const std::size_t across = count == 4 && area.width() < 4 * 300 ? 2 : count;
    const std::size_t rows = (count + across - 1) / across;
    const QSizeF cell((area.width() - 2 * kGrid) / double(across),
                      (area.height() - 2 * kGrid) / double(rows));
    for (std::size_t i = 0; i < count; ++i) {
        const QRectF place(area.left() + kGrid + double(i % across) * cell.width(),
                           area.top() + kGrid + double(i / across) * cell.height(), cell.width(),
                           cell.height());
        painter.setFont(themeFont(TextSize::Body, QFont::DemiBold));
        painter.setPen(theme.text);
        paintText(painter, place.topLeft() + QPointF(kGrid, 4), Qt::AlignLeft | Qt::AlignTop,
                  QFontMetricsF(painter.font())
                      .elidedText(m_comparison.column(i).title, Qt::ElideRight, place.width() - 2 * kGrid));
        painter.save();
        m_columns[i]->stage().paintInto(painter, place.adjusted(0, 22, -kGrid, -kGrid), position, theme);
        painter.restore();
    }
}

std::vector<NamedFigure> CompareView::figures(int position)
{
    std::vector<NamedFigure> all;
    if (m_columns.empty())
        return all;
    Figure stages;
    setOrigin(stages, *m_comparison.column(0).session);
    QStringList origins;
    for (std::size_t c = 0; c < m_columns.size(); ++c)
        if (const QString origin = figureOrigin(m_comparison.column(c).session->experiment());
            !origins.contains(origin))
            origins << origin;
    stages.origin = origins.join(QStringLiteral(" | "));
    stages.size = QSizeF(m_columns.size() == 2 ? 960 : 1240, 480);
    stages.paint = [this, position](QPainter& painter, const QRectF& area, const FigureOptions& options) {
        paintStages(painter, area, position, *options.theme);
    };
    all.push_back({tr("comparison"), stages});
    const auto& charts = m_overlay->charts();
    const bool hasBands =
        std::any_of(charts.begin(), charts.end(), [](const OverlayChart& chart) { return chart.hasBands(); });
    const auto legend = std::make_shared<ColumnLegend>(m_overlay->titles(), hasBands);
    for (const OverlayChart& chart : charts) {
        Figure figure = stages;
        figure.size = QSizeF(640, 360);
        figure.legend = legend;
        figure.paint = [chart, legend](QPainter& painter, const QRectF& area, const FigureOptions& options) {
            const Theme& theme = *options.theme;
            const QRectF inner = area.adjusted(2 * kGrid, 2 * kGrid, -2 * kGrid, -kGrid);
            const double used =
                options.parts.legend ? legend->paintLegendOf(&painter, inner, {}, theme) + kGrid : 0;
            withAxes(chart, options.axes)
                .paintStill(painter, inner.adjusted(0, used, 0, 0), theme); // nothing of the moment
        };
        figure.checkAxes = [chart](const FigureOptions& options) { return checkAxesOf(chart, options); };
        all.push_back({QString::fromStdString(chart.metric), figure});
    }
    return all;
}

} // namespace hareloom::ui
