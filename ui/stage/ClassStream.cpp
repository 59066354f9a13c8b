// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/ClassStream.h"

#include "ui/language/EngineWords.h"
#include "ui/theme/OkLab.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace hareloom::ui {

namespace {

constexpr double kNamesWidth = 168;
constexpr double kAlone = 8; // width of a generation between unknown ones
constexpr double kRealWidth = 24,
                 kRealGap = 14; // of the real data's bar, and of what parts it from the stream

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui::ClassStream", text);
}

QString percent(double share)
{
    const int decimals = share <= 0 ? 0 : share < 0.01 ? 2 : 1;
    return QCoreApplication::translate("hareloom::ui::ClassStream", "%1%")
        .arg(QString::number(100 * share, 'f', decimals));
}

struct Label
{
    std::size_t index;
    double y; // of its middle
};

// Pushes them apart, as little as can be, within [top, bottom]; they come from the bottom up.
void spread(std::vector<Label>& labels, double least, double top, double bottom)
{
    double limit = bottom;
    for (Label& label : labels) {
        label.y = std::min(label.y, limit);
        limit = label.y - least;
    }
    limit = top;
    for (auto label = labels.rbegin(); label != labels.rend(); ++label) {
        label->y = std::max(label->y, limit);
        limit = label->y + least;
    }
}

} // namespace

ClassStream::ClassStream(const StageFrame& frame, std::vector<std::vector<double>> byGeneration,
                         const std::vector<std::string>& names, StreamWords words)
    : m_frame(frame),
      m_names(names),
      m_shares(std::move(byGeneration)),
      m_classes(names.size()),
      m_words(std::move(words))
{
    for (const auto& shares : m_shares)
        m_classes = std::max(m_classes, shares.size());
    for (auto& shares : m_shares)
        if (!shares.empty())
            shares.resize(m_classes);
    if (!m_words.real.empty())
        m_words.real.resize(m_classes);
}

QColor ClassStream::colourOf(std::size_t index, const Theme& theme)
{
    const double pale = 0.15 + 0.4 * double(index / theme.variants.size() % 2);
    return mix(theme.variant(index), theme.surface, pale);
}

QColor ClassStream::colourAt(std::size_t index, const Theme& theme) const
{
    return index == m_words.unknown ? mix(theme.muted, theme.surface, 0.72) : colourOf(index, theme);
}

QString ClassStream::nameOf(std::size_t index) const
{
    return index < m_names.size() ? engineWords(EngineList::State, m_names[index])
                                  : m_words.unnamed.arg(qulonglong(index));
}

double ClassStream::top(std::size_t generation, std::size_t index) const
{
    const auto& shares = m_shares[generation];
    return std::accumulate(shares.begin(), shares.begin() + std::ptrdiff_t(index) + 1, 0.0);
}

QRectF ClassStream::plotArea(const QRectF& area)
{
    return area.adjusted(scaled(56), 8, -scaled(kNamesWidth), -scaled(44));
}

PlotFrame ClassStream::plotFor(const QRectF& area) const
{
    const double last = std::max({1.0, double(m_frame.last), double(m_shares.size()) - 1});
    const double width = plotArea(area).width();
    std::vector<Tick> generations =
        wholeTicks({0, last, false}, std::max(2, static_cast<int>(width / scaled(56))));
    AxisRange x{0, last, false};
    if (const double before = scaled(kRealWidth + kRealGap); !m_words.real.empty() && width > 4 * before) {
        x.low = -last * before / (width - before); // the bar is as wide as that, whatever the generations
        generations.insert(generations.begin(),
                           {x.low * (1 - kRealWidth / (kRealWidth + kRealGap) / 2), tr("real")});
    }
    const AxisRange y{0, 1, false};
    std::vector<Tick> shares;
    for (int i = 0; i <= 4; ++i)
        shares.push_back({i / 4.0, tr("%1%").arg(25 * i)});
    return PlotFrame(plotArea(area), {x, tr("generation"), std::move(generations)},
                     {y, m_words.axis, shares});
}

void ClassStream::paint(QPainter& painter, const QRectF& area, const Theme& theme) const
{
    const PlotFrame plot = plotFor(area);
    painter.setRenderHint(QPainter::Antialiasing);
    plot.paintGrid(painter, theme);
    paintReal(painter, plot, theme);
    paintBands(painter, plot, theme);
    if (m_words.unknown)
        paintHatch(painter, plot, theme);
    paintNow(painter, plot, theme);
    paintNames(painter, plot, theme);
    plot.paintAxes(painter, theme);
}

// A bar of the same bands, before the first generation.
void ClassStream::paintReal(QPainter& painter, const PlotFrame& plot, const Theme& theme) const
{
    if (plot.xRange().low >= 0)
        return;
    painter.setPen(QPen(theme.surface, 1));
    double below = 0;
    for (std::size_t k = 0; k < m_classes; ++k) {
        const double above = below + m_words.real[k];
        painter.setBrush(colourAt(k, theme));
        painter.drawRect(QRectF(QPointF(plot.area().left(), plot.y(above)),
                                QPointF(plot.area().left() + scaled(kRealWidth), plot.y(below))));
        below = above;
    }
}

// Where a generation is not known, the stream has a gap.
void ClassStream::paintBands(QPainter& painter, const PlotFrame& plot, const Theme& theme) const
{
    painter.setPen(QPen(theme.surface, 1));
    for (std::size_t first = 0; first < m_shares.size();) {
        std::size_t end = first;
        while (end < m_shares.size() && !m_shares[end].empty())
            ++end;
        for (std::size_t k = 0; k < m_classes && end > first; ++k) {
            QPolygonF band;
            for (std::size_t g = first; g < end; ++g)
                band << plot.at(double(g), top(g, k));
            for (std::size_t g = end; g-- > first;)
                band << plot.at(double(g), k == 0 ? 0 : top(g, k - 1));
            if (end == first + 1) // one generation alone has no width
                band = QRectF(band.first() - QPointF(first == 0 ? 0 : kAlone / 2, 0),
                              band.last() + QPointF(first == 0 ? kAlone : kAlone / 2, 0));
            painter.setBrush(colourAt(k, theme));
            painter.drawPolygon(band);
        }
        first = std::max(end, first + 1);
    }
}

// Upright lines, each as long as the band is high there: a vector figure knows neither clipping nor patterns.
void ClassStream::paintHatch(QPainter& painter, const PlotFrame& plot, const Theme& theme) const
{
    constexpr double kStep = 5;
    const std::size_t k = *m_words.unknown;
    QList<QLineF> lines;
    for (double x = plot.x(0) + kStep / 2; x < plot.area().right(); x += kStep) {
        const double at = plot.xRange().valueAt((x - plot.area().left()) / plot.area().width());
        const auto g = static_cast<std::size_t>(at);
        if (g + 1 >= m_shares.size() || m_shares[g].empty() || m_shares[g + 1].empty())
            continue;
        const double t = at - double(g);
        const auto height = [&](std::size_t band) { return (1 - t) * top(g, band) + t * top(g + 1, band); };
        const double low = k == 0 ? 0 : height(k - 1), high = height(k);
        if (high - low > 1e-4)
            lines << QLineF(x, plot.y(low), x, plot.y(high));
    }
    painter.setPen(QPen(theme.muted, 1, Qt::SolidLine, Qt::FlatCap));
    painter.drawLines(lines);
}

void ClassStream::paintNow(QPainter& painter, const PlotFrame& plot, const Theme& theme) const
{
    const double at = m_frame.from->index + (m_frame.from == m_frame.to ? 0 : m_frame.blend);
    const double x = plot.x(at);
    painter.setPen(QPen(theme.surface, 4, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QPointF(x, plot.area().top()), QPointF(x, plot.area().bottom()));
    painter.setPen(QPen(theme.text, 2, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QPointF(x, plot.area().top() - 4), QPointF(x, plot.area().bottom() + 4));
}

// Beside the stream's end, with the present generation's shares.
void ClassStream::paintNames(QPainter& painter, const PlotFrame& plot, const Theme& theme) const
{
    const auto now = static_cast<std::size_t>(m_frame.to->index);
    if (now >= m_shares.size() || m_shares[now].empty())
        return;
    painter.setFont(themeFont(TextSize::Small));
    const double line = QFontMetricsF(painter.font()).height();
    const auto most = static_cast<std::size_t>(plot.area().height() / line);
    std::vector<std::size_t> named(m_classes);
    std::iota(named.begin(), named.end(), std::size_t(0));
    if (named.size() > most) { // the largest ones
        std::stable_sort(named.begin(), named.end(),
                         [&](auto a, auto b) { return m_shares[now][a] > m_shares[now][b]; });
        named.resize(most);
        std::sort(named.begin(), named.end());
    }
    std::vector<Label> labels;
    for (const std::size_t k : named)
        labels.push_back({k, plot.y(top(now, k) - m_shares[now][k] / 2)});
    spread(labels, line, plot.area().top() + line / 2, plot.area().bottom() - line / 2);
    const double left = plot.area().right() + kGrid;
    const double width =
        scaled(kNamesWidth) - 5 * kGrid - painter.fontMetrics().horizontalAdvance(percent(1));
    for (const Label& label : labels) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colourAt(label.index, theme));
        painter.drawRoundedRect(QRectF(left, label.y - 5, 10, 10), 2, 2);
        painter.setPen(m_shares[now][label.index] > 0 ? theme.text : theme.muted);
        paintText(painter, {left + 16, label.y}, Qt::AlignLeft | Qt::AlignVCenter,
                  painter.fontMetrics().elidedText(nameOf(label.index), Qt::ElideRight, int(width)));
        paintFigures(painter, {plot.area().right() + scaled(kNamesWidth) - 2 * kGrid, label.y},
                     Qt::AlignRight | Qt::AlignVCenter, percent(m_shares[now][label.index]));
    }
}

std::optional<StageReading> ClassStream::read(const QPointF& at, const QRectF& area) const
{
    const PlotFrame plot = plotFor(area);
    const QRectF& inner = plot.area();
    if (!inner.contains(at))
        return std::nullopt;
    const double generation = plot.xRange().valueAt((at.x() - inner.left()) / inner.width());
    const bool isReal = plot.xRange().low < 0 && at.x() < inner.left() + scaled(kRealWidth);
    const auto g = static_cast<std::size_t>(std::lround(std::max(0.0, generation)));
    const double height = plot.yRange().valueAt((inner.bottom() - at.y()) / inner.height());
    if (!isReal && (g >= m_shares.size() || m_shares[g].empty()))
        return std::nullopt;
    const std::vector<double>& shares = isReal ? m_words.real : m_shares[g];
    std::size_t k = 0;
    for (double reach = shares[0]; k + 1 < m_classes && reach < height; reach += shares[k])
        ++k;
    StageReading reading{{isReal ? inner.left() + scaled(kRealWidth) / 2 : plot.x(double(g)), at.y()},
                         Qt::Vertical,
                         {plot.x(1) - plot.x(0), inner.height() / 50},
                         {},
                         {}};
    reading.heading = nameOf(k);
    if (!isReal)
        reading.values.push_back({tr("share, generation %1").arg(qulonglong(g)), percent(shares[k])});
    if (!m_shares.front().empty() && (isReal || g > 0))
        reading.values.push_back({tr("share, generation 0"), percent(m_shares.front()[k])});
    if (!m_words.real.empty())
        reading.values.push_back({tr("share, real data"), percent(m_words.real[k])});
    return reading;
}

DataTable ClassStream::table() const
{
    const bool hasReal = !m_words.real.empty();
    DataTable table{m_words.table, {hasReal ? tr("generation (none: real data)") : tr("generation")}, {}};
    for (std::size_t k = 0; k < m_classes; ++k)
        table.headers << nameOf(k);
    if (hasReal) {
        table.rows.push_back({std::nan("")});
        table.rows.back().insert(table.rows.back().end(), m_words.real.begin(), m_words.real.end());
    }
    for (std::size_t g = 0; g < m_shares.size(); ++g) {
        if (m_shares[g].empty())
            continue;
        std::vector<double> row{double(g)};
        row.insert(row.end(), m_shares[g].begin(), m_shares[g].end());
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace hareloom::ui
