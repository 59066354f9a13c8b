// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/OverlayView.h"
#include "ui/language/Joining.h"
#include "ui/plot/FittingScale.h"
#include "ui/plot/MetricTitle.h"
#include "ui/theme/Panel.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace hareloom::ui {

namespace {

constexpr double kLeastChartHeight = 96;
constexpr int kNoteLines = 3;

/// Whether the same replicate of this variant of the source's run stands in a column.
bool hasColumn(const Comparison& comparison, const CompareSource& source, int variant)
{
    const auto chains =
        static_cast<ChainIndex>(std::max<std::int64_t>(1, source.session->experiment().chains));
    for (std::size_t c = 0; c < comparison.columnCount(); ++c) {
        const CompareSource& other = comparison.column(c);
        if (variant >= 0 && other.session == source.session &&
            other.chain == variant * chains + source.chain % chains)
            return true;
    }
    return false;
}

} // namespace

OverlayView::OverlayView(const Comparison& comparison, QWidget* parent)
    : QWidget(parent), m_comparison(comparison), m_still(*this)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Vital signs of all columns"));
}

void OverlayView::setTheme(const Theme& theme)
{
    m_theme = &theme;
    m_still.invalidate();
    update();
}

QStringList OverlayView::titles() const
{
    QStringList titles;
    for (std::size_t c = 0; c < m_comparison.columnCount(); ++c)
        titles << m_comparison.column(c).title;
    return titles;
}

void OverlayView::setPosition(double position)
{
    m_position = position;
    for (OverlayChart& chart : m_charts)
        chart.position = position;
    followAxes();
    if (position == std::floor(position)) {
        QStringList sentences;
        for (const OverlayChart& chart : m_charts)
            sentences << chart.summary(titles());
        setAccessibleDescription(inARow(sentences));
    }
    update();
}

// Axes that hide what is to come grow as it comes.
void OverlayView::followAxes()
{
    std::vector<AxisRange> axes;
    for (OverlayChart chart : m_charts) {
        chart.hidesFuture = true;
        axes.push_back(chart.range());
    }
    if (axes == std::exchange(m_seenAxes, axes))
        return;
    if (m_hidesFuture)
        m_still.invalidate();
    Q_EMIT axesChanged();
}

VitalSeries& OverlayView::seriesOf(const CompareSource& source, const std::string& metric)
{
    for (Series& known : m_series)
        if (known.session == source.session && known.series.metric() == metric)
            return known.series;
    return m_series.emplace_back(Series{source.session, VitalSeries(metric, source.session->variants())})
        .series;
}

void OverlayView::reload()
{
    m_series.clear();
    m_charts.clear();
    for (const std::string& metric : m_comparison.sharedMetrics()) {
        OverlayChart& chart = m_charts.emplace_back();
        chart.metric = metric;
        chart.lines.resize(m_comparison.columnCount());
        chart.bands.resize(m_comparison.columnCount());
    }
    m_still.invalidate();
    refresh();
}

void OverlayView::refresh()
{
    if (m_charts.empty() && !m_comparison.sharedMetrics().empty()) {
        reload();
        return;
    }
    int last = 1;
    for (std::size_t c = 0; c < m_comparison.columnCount(); ++c)
        last = std::max(last, static_cast<int>(m_comparison.column(c).experiment().generations));
    for (OverlayChart& chart : m_charts) {
        chart.lastGeneration = last;
        chart.changes.clear();
        for (std::size_t c = 0; c < chart.lines.size(); ++c) {
            const CompareSource& source = m_comparison.column(c);
            VitalSeries& series = seriesOf(source, chart.metric);
            series.update(source.session->history());
            const auto variant = static_cast<std::size_t>(
                source.chain / std::max<std::int64_t>(1, source.session->experiment().chains));
            const VitalLine& line = series.lines()[variant];
            const bool isBesideParent = hasColumn(m_comparison, source, line.parent);
            const auto drawn = [&](const std::vector<double>& values) {
                return isBesideParent ? line.own(values) : values;
            };
            chart.lines[c] = drawn(line.centre);
            chart.bands[c] = line.chains > 1 ? OverlayBand{drawn(line.low), drawn(line.high)} : OverlayBand();
            for (const auto& [at, what] : line.changes)
                chart.changes.push_back(at);
        }
    }
    m_still.outdate();
    setPosition(m_position);
}

bool OverlayView::hasBands() const
{
    return std::any_of(m_charts.begin(), m_charts.end(),
                       [](const OverlayChart& chart) { return chart.hasBands(); });
}

QString OverlayView::note() const
{
    QStringList titles;
    for (const std::string& metric : m_comparison.unlikeMetrics())
        titles << metricTitle(metric);
    return titles.isEmpty() ? QString()
                            : tr("Not compared, since the data are others: %1").arg(listed(titles));
}

QRectF OverlayView::inside(const QRectF& area) const
{
    const double below =
        note().isEmpty() ? 0 : kNoteLines * QFontMetricsF(themeFont(TextSize::Small)).lineSpacing();
    return area.adjusted(1.5 * kGrid, 1.5 * kGrid, -1.5 * kGrid, -kGrid - below);
}

std::vector<QRectF> OverlayView::places(const QRectF& inside, const QStringList& legend) const
{
    const double used = paintColumnLegend(nullptr, inside, legend, hasBands(), *m_theme);
    const QRectF room = inside.adjusted(0, used + kGrid, 0, 0);
    if (m_charts.empty())
        return {room};
    const auto shown = std::clamp<std::size_t>(
        static_cast<std::size_t>(room.height() / scaled(kLeastChartHeight)), 1, m_charts.size());
    const double height = room.height() / double(shown);
    std::vector<QRectF> places;
    for (std::size_t i = 0; i < shown; ++i)
        places.emplace_back(room.left(), room.top() + double(i) * height, room.width(), height - kGrid / 2.0);
    return places;
}

void OverlayView::setFutureHidden(bool on)
{
    m_hidesFuture = on;
    m_still.invalidate();
    update();
}

void OverlayView::present(QPainter& painter, const QRectF& area, const Theme& theme, Parts parts) const
{
    paintInto(painter, area, {}, theme, parts, true);
}

OverlayChart OverlayView::chartAt(std::size_t index, bool hidesFuture) const
{
    OverlayChart chart = m_charts[index];
    chart.hidesFuture = hidesFuture;
    return chart;
}

void OverlayView::paintInto(QPainter& painter, const QRectF& area, const QStringList& legend,
                            const Theme& theme, Parts parts, bool hidesFuture) const
{
    const QRectF room = inside(area);
    const std::vector<QRectF> all = places(room, legend);
    if (parts == Parts::Moving) {
        for (std::size_t i = 0; i < std::min(all.size(), m_charts.size()); ++i)
            chartAt(i, hidesFuture).paintMoving(painter, all[i], theme);
        return;
    }
    painter.setFont(themeFont(TextSize::Small));
    painter.setPen(theme.muted);
    painter.drawText(QRectF(room.bottomLeft(), QPointF(room.right(), area.bottom() - kGrid / 2.0)),
                     Qt::AlignLeft | Qt::AlignBottom | Qt::TextWordWrap, note());
    paintColumnLegend(&painter, room, legend, hasBands(), theme);
    if (m_charts.empty()) {
        painter.setPen(theme.muted);
        painter.drawText(all.front(), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("The columns have measured no metric in common."));
    }
    for (std::size_t i = 0; i < std::min(all.size(), m_charts.size()); ++i) {
        painter.save();
        chartAt(i, hidesFuture).paintStill(painter, all[i], theme);
        painter.restore();
    }
}

void OverlayView::paintEvent(QPaintEvent*)
{
    const FontScaleScope words(fittingScale(size(), {220, 160}));
    QPainter painter(this);
    m_still.paint(painter, [this](QPainter& still) {
        paintPanel(still, rect(), *m_theme);
        paintInto(still, rect(), titles(), *m_theme, Parts::Still, m_hidesFuture);
    });
    paintInto(painter, rect(), titles(), *m_theme, Parts::Moving, m_hidesFuture);
}

} // namespace hareloom::ui
