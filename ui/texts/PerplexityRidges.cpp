// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/texts/PerplexityRidges.h"

#include "ui/texts/ShareText.h"
#include "ui/texts/TextsOf.h"
#include "ui/theme/OkLab.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr int kBins = PerplexityBins::kCount;
constexpr double kLeastStep = 18; // pixels from one row to the next
constexpr double kTopShare = 0.2; // of the area, for the first row's histogram
constexpr double kSharesWidth = 132;
constexpr double kRoomAbove =
    1.6;                          // in a thumbnail: of generation 0's logarithm, for later generations' tails
constexpr double kLeastBin = 1.5; // pixels: one block of a thousand is still seen

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui::PerplexityRidges", text);
}

const std::vector<float>& natsOf(const GenerationPtr& generation)
{
    static const std::vector<float> none;
    const WrittenTexts* texts = textsOf(generation);
    return texts ? texts->firstNats : none;
}

/// A histogram as a staircase over the bins from `first` to the one before `end`.
QPolygonF staircase(const PerplexityHistogram& histogram, const PerplexityBins& bins, const PlotFrame& axes,
                    double base, double scale, int first = 0, int end = kBins)
{
    QPolygonF stairs;
    const double left = axes.area().left(), right = axes.area().right();
    for (int bin = first; bin < end; ++bin) {
        const double a = axes.x(bins.edge(bin)), b = axes.x(bins.edge(bin + 1));
        if (b <= left || a >= right)
            continue;
        const double share = histogram.shares[static_cast<std::size_t>(bin)];
        const double y = share > 0 ? base - std::max(kLeastBin, share * scale) : base;
        stairs << QPointF(std::max(a, left), y) << QPointF(std::min(b, right), y);
    }
    if (!stairs.isEmpty()) {
        stairs.prepend(QPointF(stairs.first().x(), base));
        stairs.append(QPointF(stairs.last().x(), base));
    }
    return stairs;
}

} // namespace

PerplexityRidges::PerplexityRidges(const StageFrame& frame, const GenerationPtr& origin,
                                   const StageOptions& options, double generations,
                                   PerplexityHistograms& known)
    : m_frame(frame),
      m_options(options),
      m_tails(perplexityTails(natsOf(origin))),
      m_generations(std::max(1.0, generations))
{
    std::vector<const std::vector<float>*> all;
    const int count = frame.history ? frame.history->count(frame.chain) : 0;
    for (int g = 0; g < count; ++g)
        all.push_back(&natsOf(frame.history->at(frame.chain, g)));
    if (all.empty())
        all.push_back(&natsOf(origin));
    float most = 0;
    for (const auto* nats : all)
        for (const float each : *nats)
            most = std::isfinite(each) ? std::max(most, each) : most; // others lie in the last bin
    m_bins = perplexityBins(double(most));
    for (const auto* nats : all) {
        m_all.push_back(known.of(*nats, m_tails, m_bins));
        for (const double share : m_all.back().shares)
            m_peak = std::max(m_peak, share);
    }
}

QRectF PerplexityRidges::plotArea(const QRectF& area)
{
    return area.adjusted(scaled(56), 4, -scaled(kSharesWidth), -scaled(44));
}

AxisRange PerplexityRidges::range() const
{
    return m_options.zoom.ofX({1, m_bins.high, true});
}

std::vector<PerplexityRidges::Row> PerplexityRidges::rows(const QRectF& inner) const
{
    const int count = static_cast<int>(m_all.size());
    const int most = std::clamp(static_cast<int>(inner.height() * (1 - kTopShare) / scaled(kLeastStep)), 2,
                                std::max(2, count));
    const int shown = std::min(most, count);
    const double step = inner.height() * (1 - kTopShare) / std::max(2, shown);
    const double height = std::min(inner.height() * 0.45, step * 3.2);
    std::vector<Row> rows;
    for (int row = 0; row < shown; ++row) {
        const int index =
            shown < 2 ? 0 : static_cast<int>(std::lround(double(row) * (count - 1) / (shown - 1)));
        rows.push_back({index, inner.bottom() - (shown - 1 - row) * step, height});
    }
    // The shown generation takes the row of its nearest neighbour, so that it is always among them.
    const auto nearest = std::min_element(rows.begin(), rows.end(), [&](const Row& a, const Row& b) {
        return std::abs(a.index - m_frame.to->index) < std::abs(b.index - m_frame.to->index);
    });
    nearest->index = m_frame.to->index;
    return rows;
}

// Of the shown generation while it comes: between the one before and itself.
PerplexityHistogram PerplexityRidges::histogramAt(int index) const
{
    const auto at = [&](int g) {
        return g >= 0 && g < static_cast<int>(m_all.size()) ? m_all[static_cast<std::size_t>(g)]
                                                            : PerplexityHistogram();
    };
    PerplexityHistogram histogram = at(index);
    if (index != m_frame.to->index || m_frame.from == m_frame.to)
        return histogram;
    const PerplexityHistogram before = at(m_frame.from->index);
    if (before.shares.size() == histogram.shares.size())
        for (std::size_t bin = 0; bin < histogram.shares.size(); ++bin)
            histogram.shares[bin] += (1 - m_frame.blend) * (before.shares[bin] - histogram.shares[bin]);
    return histogram;
}

void PerplexityRidges::paint(QPainter& painter, const QRectF& area, const Theme& theme) const
{
    const QRectF inner = plotArea(area);
    const AxisRange x = range();
    std::vector<Tick> ticks = niceTicks(x, static_cast<int>(inner.width() / 80));
    if (x.high / x.low >= 100) {
        ticks.clear();
        for (double value = 1; value <= x.high * 1.000001; value *= 10)
            if (value >= x.low * 0.999999)
                ticks.push_back({value, QStringLiteral("%1").arg(qlonglong(value))});
    }
    const PlotFrame axes(inner,
                         {x, tr("perplexity of each generated block under generation 0's model"), ticks},
                         {{0, 1, false}, {}, {}});
    painter.setRenderHint(QPainter::Antialiasing);
    axes.paintGrid(painter, theme);
    painter.setPen(QPen(theme.muted, 1, Qt::DotLine, Qt::FlatCap));
    for (const double tail : {m_tails.low, m_tails.high})
        if (tail > x.low && tail < x.high)
            painter.drawLine(QPointF(axes.x(tail), inner.top()), QPointF(axes.x(tail), inner.bottom()));
    painter.setFont(themeFont(TextSize::Small));
    painter.setPen(theme.muted);
    const double line = QFontMetricsF(painter.font()).height();
    const double head = inner.top();
    paintText(painter, {inner.right() + scaled(kSharesWidth) * 0.44, head}, Qt::AlignRight | Qt::AlignTop,
              tr("spike"));
    paintText(painter, {inner.right() + scaled(kSharesWidth) - 2 * kGrid, head},
              Qt::AlignRight | Qt::AlignTop, tr("tail"));
    double free = head + line; // above it words stand already
    const std::vector<Row> all = rows(inner);
    const auto isNow = [&](const Row& row) { return row.index == m_frame.to->index; };
    for (const Row& row : all)
        if (!isNow(row))
            paintRow(painter, axes, row, theme);
    paintRow(painter, axes, *std::find_if(all.begin(), all.end(), isNow), theme); // never behind another
    for (const Row& row : all) {
        const bool isShown = isNow(row);
        if (!isShown && row.base - line / 2 < free)
            continue;
        free = row.base + line / 2;
        paintShares(painter, axes, row, theme);
    }
    axes.paintAxes(painter, theme);
}

void PerplexityRidges::paintRow(QPainter& painter, const PlotFrame& axes, const Row& row,
                                const Theme& theme) const
{
    const PerplexityHistogram now = histogramAt(row.index);
    if (now.shares.empty())
        return;
    const bool isShown = row.index == m_frame.to->index;
    const QColor colour = theme.generation(double(row.index) / m_generations);
    const double scale = std::min(row.height, row.base - axes.area().top()) / m_peak;
    const QPolygonF shape = staircase(now, m_bins, axes, row.base, scale);
    painter.setPen(Qt::NoPen);
    painter.setBrush(withAlpha(theme.surface, 0.8));
    painter.drawPolygon(shape);
    painter.setBrush(withAlpha(colour, isShown ? 0.4 : 0.1));
    painter.drawPolygon(shape);
    painter.setBrush(withAlpha(colour, isShown ? 0.9 : 0.3)); // where generation 0 has 1% of its blocks
    painter.drawPolygon(staircase(now, m_bins, axes, row.base, scale, 0, m_bins.of(m_tails.low)));
    painter.drawPolygon(staircase(now, m_bins, axes, row.base, scale, m_bins.of(m_tails.high) + 1));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, isShown ? 2 : 1.2, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.drawPolyline(shape);
    if (row.index > 0 && !m_all.front().shares.empty()) {
        QPen ghost(theme.generation(0), isShown ? 1.5 : 1, Qt::CustomDashLine, Qt::FlatCap);
        ghost.setDashPattern({3, 2});
        painter.setPen(ghost);
        painter.drawPolyline(staircase(m_all.front(), m_bins, axes, row.base, scale));
    }
}

void PerplexityRidges::paintShares(QPainter& painter, const PlotFrame& axes, const Row& row,
                                   const Theme& theme) const
{
    const bool isShown = row.index == m_frame.to->index;
    const QRectF& inner = axes.area();
    painter.setFont(themeFont(TextSize::Small, isShown ? QFont::DemiBold : QFont::Normal));
    painter.setPen(isShown ? theme.text : theme.muted);
    const double y = row.base - QFontMetricsF(painter.font()).height() / 2;
    paintFigures(painter, {inner.left() - kGrid, y}, Qt::AlignRight | Qt::AlignVCenter,
                 QString::number(row.index));
    if (row.index >= static_cast<int>(m_all.size()))
        return;
    const PerplexityHistogram& now = m_all[static_cast<std::size_t>(row.index)];
    if (now.shares.empty()) {
        paintText(painter, {inner.right() + scaled(kSharesWidth) - 2 * kGrid, y},
                  Qt::AlignRight | Qt::AlignVCenter, tr("not measured"));
        return;
    }
    paintFigures(painter, {inner.right() + scaled(kSharesWidth) * 0.44, y}, Qt::AlignRight | Qt::AlignVCenter,
                 shareText(now.below));
    paintFigures(painter, {inner.right() + scaled(kSharesWidth) - 2 * kGrid, y},
                 Qt::AlignRight | Qt::AlignVCenter, shareText(now.above));
}

std::optional<StageReading> PerplexityRidges::read(const QPointF& at, const QRectF& area) const
{
    const QRectF inner = plotArea(area);
    if (!inner.contains(at))
        return std::nullopt;
    const std::vector<Row> all = rows(inner);
    const auto nearest = std::min_element(all.begin(), all.end(), [&](const Row& a, const Row& b) {
        return std::abs(a.base - at.y()) < std::abs(b.base - at.y());
    });
    const auto index = static_cast<std::size_t>(nearest->index);
    if (index >= m_all.size() || m_all[index].shares.empty())
        return std::nullopt;
    const AxisRange x = range();
    const int bin = m_bins.of(x.valueAt((at.x() - inner.left()) / inner.width()));
    const double step = all.size() > 1 ? all[1].base - all[0].base : inner.height();
    const double binWidth = inner.width() * std::log(m_bins.high) / kBins / std::log(x.high / x.low);
    StageReading reading{{at.x(), nearest->base}, Qt::Vertical, {binWidth, step}, {}, {}};
    reading.heading =
        tr("perplexity %1 to %2").arg(numberText(m_bins.edge(bin)), numberText(m_bins.edge(bin + 1)));
    const auto add = [&](std::size_t g) {
        const auto& shares = m_all[g].shares;
        if (!shares.empty())
            reading.values.push_back({tr("share of blocks, generation %1").arg(qulonglong(g)),
                                      shareText(shares[static_cast<std::size_t>(bin)])});
    };
    add(index);
    if (index != 0)
        add(0);
    return reading;
}

DataTable PerplexityRidges::table() const
{
    const auto now = static_cast<std::size_t>(m_frame.to->index);
    DataTable table{
        tr("%1: perplexity of generated blocks under generation 0's model").arg(generationWords(m_frame)),
        {tr("perplexity from"), tr("to"), tr("share, generation %1").arg(m_frame.to->index),
         tr("share, generation 0")},
        {}};
    if (now >= m_all.size() || m_all[now].shares.empty() || m_all.front().shares.empty())
        return table;
    for (int bin = 0; bin < kBins; ++bin)
        table.rows.push_back({m_bins.edge(bin), m_bins.edge(bin + 1),
                              m_all[now].shares[static_cast<std::size_t>(bin)],
                              m_all.front().shares[static_cast<std::size_t>(bin)]});
    return table;
}

void paintPerplexityThumbnail(QPainter& painter, const QRectF& area, const std::vector<float>& nats,
                              const std::vector<float>& first, const QColor& colour, const Theme& theme)
{
    const PerplexityTails tails = perplexityTails(first);
    const PerplexityBins bins{std::max(2.0, std::pow(tails.high, kRoomAbove))};
    const PerplexityHistogram now = perplexityHistogram(nats, tails, bins),
                              ghost = perplexityHistogram(first, tails, bins);
    if (now.shares.empty() || ghost.shares.empty())
        return;
    double peak = 0;
    for (std::size_t bin = 0; bin < now.shares.size(); ++bin)
        peak = std::max({peak, now.shares[bin], ghost.shares[bin]});
    const PlotFrame axes(area, {{1, bins.high, true}, {}, {}}, {{0, 1, false}, {}, {}});
    const double scale = (area.height() - 2) / peak;
    const QPolygonF before = staircase(ghost, bins, axes, area.bottom(), scale);
    painter.setPen(Qt::NoPen);
    painter.setBrush(withAlpha(theme.generation(0), 0.18));
    painter.drawPolygon(before);
    const QPolygonF shape = staircase(now, bins, axes, area.bottom(), scale);
    painter.setBrush(withAlpha(colour, 0.5));
    painter.drawPolygon(shape);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, 1.2, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.drawPolyline(shape);
}

} // namespace hareloom::ui
