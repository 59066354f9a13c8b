// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/ChainsStage.h"

#include "ui/plot/Clip.h"
#include "ui/plot/Strips.h"
#include "ui/plot/TheoryWords.h"
#include "ui/theme/OkLab.h"

#include <QCoreApplication>
#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <limits>

namespace hareloom::ui {

namespace {

enum Level : std::size_t { Low, LowerQuarter, Median, UpperQuarter, High };

constexpr int kRampPieces = 24;         // the chosen chain's line changes its colour this often
constexpr double kPointsPerPixel = 0.5; // of the other chains' lines

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui::ChainsStage", text);
}

QRectF plotIn(const QRectF& area)
{
    return insideOf(area, 72, 14); // below the choice of a quantity
}

double valueOf(const std::vector<double>& values, int generation)
{
    const auto g = static_cast<std::size_t>(generation);
    return generation >= 0 && g < values.size() ? values[g] : std::numeric_limits<double>::quiet_NaN();
}

// The line through `value(g)` for the generations in sight, each `stride`-th.
template<class Value>
QList<QLineF> linesThrough(const PlotFrame& plot, int count, int stride, Value value)
{
    QList<QLineF> lines;
    const int first = std::max(0, static_cast<int>(std::floor(plot.xRange().low)) / stride * stride);
    const double end = plot.xRange().high + stride;
    QPointF last;
    bool isDown = false;
    for (int g = first; g < count && g <= end; g += stride) {
        const double v = value(g);
        const bool canShow = std::isfinite(v) && (!plot.yRange().isLog || v > 0);
        const QPointF point = canShow ? plot.at(g, v) : QPointF();
        if (canShow && isDown)
            appendClipped(lines, QLineF(last, point), plot.area());
        last = point;
        isDown = canShow;
    }
    return lines;
}

int strideFor(const PlotFrame& plot, double perPixel)
{
    const double seen = plot.xRange().high - plot.xRange().low;
    return std::max(1, static_cast<int>(seen / std::max(1.0, plot.area().width() * perPixel)));
}

QBrush rampBrush(const PlotFrame& plot, double last, double opacity, const Theme& theme)
{
    QLinearGradient ramp(plot.at(0, plot.yRange().low), plot.at(last, plot.yRange().low));
    for (int i = 0; i <= 8; ++i)
        ramp.setColorAt(i / 8.0, withAlpha(theme.generation(i / 8.0), opacity));
    return ramp;
}

QString rangeWords(double low, double high)
{
    return std::isfinite(low) ? QCoreApplication::translate("hareloom::ui::ChainsStage", "%1 to %2")
                                    .arg(numberText(low), numberText(high))
                              : numberText(low);
}

} // namespace

void ChainsStage::setOrigin(StageOrigin origin)
{
    m_origin = std::move(origin);
    m_quantities.clear();
    m_chosen = 0;
    m_fan.reset();
}

bool ChainsStage::choose(const History& history, const Experiment& variant, ChainIndex chain,
                         const std::string& key)
{
    const auto chains = static_cast<int>(variant.chains);
    if (chains < 2 || m_quantities.empty())
        return false;
    const auto found = std::find_if(m_quantities.begin(), m_quantities.end(),
                                    [&](const Quantity& q) { return q.key == key; });
    m_chosen = found == m_quantities.end() ? 0 : static_cast<int>(found - m_quantities.begin());
    m_first = chain / chains * chains;
    const Quantity& quantity = m_quantities[static_cast<std::size_t>(m_chosen)];
    if (!m_fan || m_fan->quantity().key != quantity.key)
        m_fan.emplace(quantity, m_first, chains);
    m_fan->update(history);
    return true;
}

QStringList ChainsStage::modes() const
{
    return {tr("Chains")};
}

AxisRange ChainsStage::wholeX() const
{
    const double last = double(m_origin.experiment.generations);
    return {0, std::max({1.0, last, double(m_fan->generations() - 1)}), false};
}

AxisRange ChainsStage::wholeY(const StageOptions& options) const
{
    double low = std::numeric_limits<double>::infinity(), high = -low;
    const auto take = [&](double value) {
        if (std::isfinite(value) && (!options.logScale || value > 0)) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    };
    for (int g = 0; g < m_fan->generations(); ++g)
        for (const double value : m_fan->at(g))
            take(value);
    if (m_fan->chains() <= kFewChains)
        for (int c = 0; c < m_fan->chains(); ++c)
            for (const double value : m_fan->chain(c))
                take(value);
    if (low > high)
        return {options.logScale ? 0.1 : 0, 1, options.logScale};
    if (options.logScale)
        return paddedLog(low, high, 0.05);
    AxisRange range = padded(low, high, 0.06);
    if (low >= 0 && low < 0.6 * high)
        range.low = 0;
    return range;
}

PlotFrame ChainsStage::frameOf(const QRectF& inner, const StageOptions& options) const
{
    const AxisRange x = options.zoom.ofX(wholeX()), y = options.zoom.ofY(wholeY(options));
    return PlotFrame(
        inner, {x, tr("generation"), wholeTicks(x, static_cast<int>(inner.width() / scaled(72)))},
        {y, m_fan->quantity().title, niceTicks(y, static_cast<int>(inner.height() / scaled(44)))});
}

void ChainsStage::paint(QPainter& painter, const QRectF& area, const StageFrame& frame,
                        const StageOptions& options, const Theme& theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const PlotFrame plot = frameOf(plotIn(area), options);
    plot.paintGrid(painter, theme);
    const double last = wholeX().high;
    paintBand(painter, plot, Low, High, rampBrush(plot, last, theme.dark ? 0.24 : 0.18, theme));
    paintBand(painter, plot, LowerQuarter, UpperQuarter,
              rampBrush(plot, last, theme.dark ? 0.34 : 0.28, theme));

    const int count = m_fan->generations();
    if (m_fan->chains() <= kFewChains) {
        painter.setPen(QPen(withAlpha(theme.muted, 0.45), 1, Qt::SolidLine, Qt::FlatCap));
        for (int c = 0; c < m_fan->chains(); ++c)
            painter.drawLines(linesThrough(plot, count, strideFor(plot, kPointsPerPixel),
                                           [&](int g) { return valueOf(m_fan->chain(c), g); }));
    }
    QPen median(theme.text, 1.6, Qt::CustomDashLine, Qt::FlatCap);
    median.setDashPattern({4, 3});
    QPainterPath path;
    for (const QLineF& line :
         linesThrough(plot, count, strideFor(plot, 1), [&](int g) { return m_fan->at(g)[Median]; })) {
        if (path.isEmpty() || path.currentPosition() != line.p1())
            path.moveTo(line.p1());
        path.lineTo(line.p2());
    }
    painter.setPen(median);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    paintTheory(painter, plot, theme);
    paintMarker(painter, plot, frame, theme);
    plot.paintAxes(painter, theme);
}

const std::vector<double>& ChainsStage::theory() const
{
    static const std::vector<double> kNone;
    return m_fan && m_fan->quantity().key == m_theoryKey ? m_theory.values : kNone;
}

void ChainsStage::paintTheory(QPainter& painter, const PlotFrame& plot, const Theme& theme) const
{
    const std::vector<double>& curve = theory();
    QPainterPath path;
    for (const QLineF& line : linesThrough(plot, static_cast<int>(curve.size()), strideFor(plot, 1),
                                           [&](int g) { return valueOf(curve, g); })) {
        if (path.isEmpty() || path.currentPosition() != line.p1())
            path.moveTo(line.p1());
        path.lineTo(line.p2());
    }
    painter.setPen(QPen(theme.realData, 1.6, Qt::DotLine, Qt::FlatCap));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
}

// Closed between two quantiles; what lies beyond the axes is moved to their ends.
void ChainsStage::paintBand(QPainter& painter, const PlotFrame& plot, std::size_t low, std::size_t high,
                            const QBrush& brush) const
{
    const QRectF& area = plot.area();
    const int stride = strideFor(plot, 1);
    const auto placed = [&](double g, double value) {
        return QPointF(plot.x(g), std::clamp(plot.y(value), area.top(), area.bottom()));
    };
    const auto between = [&](double g, std::size_t level) { // linear, as the lines are
        const double floor = std::floor(g);
        const double from = m_fan->at(static_cast<int>(floor))[level];
        const double to = m_fan->at(static_cast<int>(std::ceil(g)))[level];
        return from + (to - from) * (g - floor);
    };
    QPolygonF up, down;
    const double first = std::max(0.0, plot.xRange().low);
    const double end = std::min(plot.xRange().high, double(m_fan->generations() - 1));
    const auto add = [&](double g) {
        const double bottom = between(g, low), top = between(g, high);
        if (!std::isfinite(bottom) || !std::isfinite(top))
            return;
        up << placed(g, top);
        down << placed(g, bottom);
    };
    add(first);
    for (double g = (std::floor(first / stride) + 1) * stride; g < end; g += stride)
        add(g);
    if (end > first)
        add(end);
    std::reverse(down.begin(), down.end());
    painter.setPen(Qt::NoPen);
    painter.setBrush(brush);
    const QPolygonF band = up + down;
    paintInStrips(painter, area, [&] { painter.drawPolygon(band); });
}

void ChainsStage::paintMarker(QPainter& painter, const PlotFrame& plot, const StageFrame& frame,
                              const Theme& theme) const
{
    const std::vector<double>& own = ownValues(frame);
    const QList<QLineF> lines = linesThrough(plot, static_cast<int>(own.size()), strideFor(plot, 2),
                                             [&](int g) { return valueOf(own, g); });
    const double left = plot.x(0), whole = plot.x(wholeX().high) - left;
    for (qsizetype i = 0; i < lines.size();) {
        const auto pieceOf = [&](const QLineF& line) {
            return static_cast<int>((line.x1() - left) / whole * kRampPieces);
        };
        const int piece = pieceOf(lines[i]);
        const qsizetype first = i;
        while (i < lines.size() && pieceOf(lines[i]) == piece)
            ++i;
        painter.setPen(QPen(theme.generation((piece + 0.5) / kRampPieces), 2.4, Qt::SolidLine, Qt::RoundCap));
        painter.drawLines(lines.constData() + first, static_cast<int>(i - first));
    }
    const double blend = frame.from == frame.to ? 0 : frame.blend;
    const double at = frame.from->index + blend;
    if (at < plot.xRange().low || at > plot.xRange().high)
        return;
    const double x = plot.x(at);
    painter.setPen(QPen(theme.muted, 1));
    painter.drawLine(QPointF(x, plot.area().top()), QPointF(x, plot.area().bottom()));
    const double from = valueOf(own, frame.from->index), to = valueOf(own, frame.to->index);
    const double value = from + (to - from) * blend;
    const double y = plot.y(value);
    if (!std::isfinite(value) || y < plot.area().top() - 1 || y > plot.area().bottom() + 1)
        return;
    painter.setPen(QPen(theme.surface, 1.5));
    painter.setBrush(theme.generation(frame.share));
    painter.drawEllipse(QPointF(x, y), 5.5, 5.5);
}

void ChainsStage::paintThumbnail(QPainter&, const QRectF&, const GenerationPtr&, double, const StageOptions&,
                                 const Theme&)
{
    // The filmstrip keeps the family's own pictures.
}

const std::vector<double>& ChainsStage::ownValues(const StageFrame& frame) const
{
    return m_fan->chain(std::clamp(frame.chain - m_first, 0, m_fan->chains() - 1));
}

QString ChainsStage::chainName(const StageFrame& frame) const
{
    return tr("chain %1").arg(frame.chain - m_first + 1);
}

std::vector<StageFact> ChainsStage::facts(const StageFrame& frame) const
{
    const ChainFan::Quantiles now = m_fan->at(frame.to->index), before = m_fan->at(0);
    const std::vector<double>& own = ownValues(frame);
    return {
        {chainName(frame), numberText(valueOf(own, frame.to->index)), numberText(valueOf(own, 0))},
        {tr("median of %1 chains").arg(m_fan->counted(frame.to->index)), numberText(now[Median]),
         numberText(before[Median])},
        {tr("5% to 95% of chains"), rangeWords(now[Low], now[High]), rangeWords(before[Low], before[High])}};
}

std::vector<LegendEntry> ChainsStage::legend(const StageFrame& frame, const StageOptions&,
                                             const Theme& theme) const
{
    const QColor colour = theme.generation(frame.share);
    std::vector<LegendEntry> entries{{LegendEntry::Mark::Band, withAlpha(colour, 0.3), tr("5 to 95%")},
                                     {LegendEntry::Mark::Band, withAlpha(colour, 0.6), tr("25 to 75%")},
                                     {LegendEntry::Mark::Dash, theme.text, tr("median")},
                                     {LegendEntry::Mark::Line, colour, chainName(frame)}};
    if (!theory().empty())
        entries.insert(entries.begin(), {LegendEntry::Mark::Dots, theme.realData, theoryWords(m_theory.statistic)});
    return entries;
}

QString ChainsStage::summary(const StageFrame& frame) const
{
    const ChainFan::Quantiles now = m_fan->at(frame.to->index);
    return tr("%1: %2 over %3 chains: median %4, %5 in generation 0; 90% of the chains from %6; %7 has %8.")
        .arg(generationWords(frame), m_fan->quantity().title)
        .arg(m_fan->counted(frame.to->index))
        .arg(numberText(now[Median]), numberText(m_fan->at(0)[Median]), rangeWords(now[Low], now[High]),
             chainName(frame), numberText(valueOf(ownValues(frame), frame.to->index)));
}

DataTable ChainsStage::table(const StageFrame& frame, const StageOptions&) const
{
    DataTable table{tr("%1 over %2 chains").arg(m_fan->quantity().title).arg(m_fan->chains()),
                    {tr("generation"), tr("5%"), tr("25%"), tr("median"), tr("75%"), tr("95%"),
                     chainName(frame), tr("chains")},
                    {}};
    if (!theory().empty())
        table.headers << theoryWords(m_theory.statistic);
    for (int g = 0; g < m_fan->generations(); ++g) {
        std::vector<double> row{double(g)};
        const ChainFan::Quantiles quantiles = m_fan->at(g);
        row.insert(row.end(), quantiles.begin(), quantiles.end());
        row.push_back(valueOf(ownValues(frame), g));
        row.push_back(m_fan->counted(g));
        if (!theory().empty())
            row.push_back(valueOf(theory(), g));
        table.rows.push_back(std::move(row));
    }
    return table;
}

StagePlot ChainsStage::plot(const QRectF& area, const StageFrame&, const StageOptions&) const
{
    return {plotIn(area), Qt::Horizontal | Qt::Vertical, false};
}

std::optional<StageReading> ChainsStage::read(const QPointF& at, const QRectF& area, const StageFrame& frame,
                                              const StageOptions& options) const
{
    const PlotFrame plot = frameOf(plotIn(area), options);
    if (!plot.area().contains(at) || m_fan->generations() == 0)
        return std::nullopt;
    const double share = (at.x() - plot.area().left()) / plot.area().width();
    const int generation =
        std::clamp(static_cast<int>(std::lround(plot.xRange().valueAt(share))), 0, m_fan->generations() - 1);
    const ChainFan::Quantiles now = m_fan->at(generation);
    StageReading reading{{std::clamp(plot.x(generation), plot.area().left(), plot.area().right()), at.y()},
                         Qt::Vertical,
                         {std::max(1.0, plot.x(1) - plot.x(0)), 0},
                         tr("generation %1").arg(generation),
                         {}};
    reading.values = {{chainName(frame), numberText(valueOf(ownValues(frame), generation))},
                      {tr("median of %1").arg(m_fan->counted(generation)), numberText(now[Median])},
                      {tr("25 to 75%"), rangeWords(now[LowerQuarter], now[UpperQuarter])},
                      {tr("5 to 95%"), rangeWords(now[Low], now[High])}};
    if (const double expected = valueOf(theory(), generation); std::isfinite(expected))
        reading.values.push_back({theoryWords(m_theory.statistic), numberText(expected)});
    return reading;
}

} // namespace hareloom::ui
