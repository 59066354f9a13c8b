// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/families/normal/DensityStage.h"

#include "ui/families/normal/DensityMath.h"
#include "ui/language/EngineWords.h"
#include "ui/plot/DensityCurve.h"
#include "ui/plot/SteadyRange.h"
#include "ui/stage/CurvePaths.h"
#include "ui/theme/OkLab.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr int kPoints = 600;
constexpr int kThumbnailEvery = 4; // of those points
constexpr int kCurvesKept = 800;
constexpr int kMostRugRows = 400;
constexpr double kRugHeight = 9;
constexpr int kMostTableCurves = 25;

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui::DensityStage", text);
}

} // namespace

void DensityStage::setOrigin(StageOrigin origin)
{
    m_origin = std::move(origin);
    m_curves.clear();
    m_truthOver = {0, 0, false}; // nothing yet
    const NormalMixture& mixture = mixtureOf(m_origin.generation);
    const Spread spread = spreadOf(mixture, 0);
    m_lowTail = spread.low;
    m_highTail = spread.high;
    const bool goesOn = m_origin.atLeast.size() == 2;
    const NormalMixture& axes = goesOn ? mixture : mixtureOf(m_origin.axesFrom());
    const Spread wide = spreadOf(axes, 0);
    m_locked = padded(wide.low, wide.high, 0.4);
    if (goesOn)
        m_locked = covering(m_locked, m_origin.atLeast[0]);
    m_ghost = densityCurve(mixture, 0, m_locked, kPoints);
    const Curve highest = &axes == &mixture ? m_ghost : densityCurve(axes, 0, m_locked, kPoints);
    m_ghostPeak = std::max(1e-300, *std::max_element(highest.begin(), highest.end()));
    if (goesOn)
        m_ghostPeak = std::max(m_ghostPeak, m_origin.atLeast[1].high);
    truthOver(m_locked); // whether it is known
}

std::vector<AxisRange> DensityStage::lockedAxes() const
{
    return {m_locked, {0, m_ghostPeak, false}};
}

QStringList DensityStage::modes() const
{
    return {tr("Density"), tr("All generations")};
}

DensityStage::Curve DensityStage::curveOf(const GenerationPtr& generation, const AxisRange& x)
{
    if (x.low != m_seen.low || x.high != m_seen.high || m_curves.size() >= kCurvesKept)
        m_curves.clear();
    m_seen = x;
    if (const auto known = m_curves.constFind(generation.get()); known != m_curves.constEnd())
        return *known;
    return *m_curves.insert(generation.get(), densityCurve(mixtureOf(generation), 0, x, kPoints));
}

// Two normals pass through normals; anything else passes through mixtures of both.
DensityStage::Curve DensityStage::blendedCurve(const StageFrame& frame, const AxisRange& x)
{
    if (frame.blend >= 1 || frame.from == frame.to)
        return curveOf(frame.to, x);
    const NormalMixture &from = mixtureOf(frame.from), &to = mixtureOf(frame.to);
    if (from.components() == 1 && to.components() == 1)
        return densityCurve(between(from, to, frame.blend), 0, x, kPoints);
    Curve curve = curveOf(frame.from, x);
    const Curve goal = curveOf(frame.to, x);
    for (std::size_t i = 0; i < curve.size(); ++i)
        curve[i] += (goal[i] - curve[i]) * frame.blend;
    return curve;
}

AxisRange DensityStage::wholeX(const StageFrame& frame, const StageOptions& options) const
{
    if (options.axesLocked)
        return m_locked;
    const Spread from = spreadOf(mixtureOf(frame.from), 0), to = spreadOf(mixtureOf(frame.to), 0);
    const double t = frame.blend;
    return padded(from.low + (to.low - from.low) * t, from.high + (to.high - from.high) * t, 0.4);
}

AxisRange DensityStage::wholeY(const StageFrame& frame, const StageOptions& options)
{
    if (options.axesLocked)
        return {0, kHeadroom * m_ghostPeak, false};
    const Curve curve = blendedCurve(frame, wholeX(frame, options));
    return {0, std::max(1e-300, 1.15 * *std::max_element(curve.begin(), curve.end())), false};
}

void DensityStage::paint(QPainter& painter, const QRectF& area, const StageFrame& frame,
                         const StageOptions& options, const Theme& theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    if (options.mode == Ridgeline)
        paintRidges(painter, area, frame, options, theme);
    else
        paintDensity(painter, area, frame, options, theme);
}

void DensityStage::paintDensity(QPainter& painter, const QRectF& area, const StageFrame& frame,
                                const StageOptions& options, const Theme& theme)
{
    const QRectF inner = insideOf(area);
    const AxisRange y = options.zoom.ofY(wholeY(frame, options));
    const AxisRange x = options.zoom.ofX(wholeX(frame, options));
    const Curve curve = blendedCurve(frame, x);
    const PlotFrame plot(inner, {x, axisTitle(), niceTicks(x, static_cast<int>(inner.width() / scaled(90)))},
                         {y, tr("density"), niceTicks(y, static_cast<int>(inner.height() / scaled(44)))});
    plot.paintGrid(painter, theme);

    const QColor colour = theme.generation(frame.share);
    const Curve ghost = curveOf(m_origin.generation, x);
    paintReal(painter, plot, theme);
    painter.setPen(Qt::NoPen);
    painter.setBrush(withAlpha(theme.generation(0), 0.13));
    painter.drawPath(areaUnder(plot, ghost));
    painter.setBrush(withAlpha(colour, theme.dark ? 0.3 : 0.22));
    painter.drawPath(areaUnder(plot, curve));
    paintTails(painter, plot, curve, colour, theme);
    QPen ghostPen(theme.generation(0), 1.5, Qt::CustomDashLine, Qt::FlatCap);
    ghostPen.setDashPattern({5, 4});
    paintCurve(painter, plot, ghost, ghostPen);
    paintOthers(painter, plot, frame, x, theme);
    paintCurve(painter, plot, curve, QPen(colour, 2.5));
    if (options.zoom.isWhole())
        paintOverflow(painter, plot, curve, theme.generationText(frame.share));
    paintRugs(painter, plot, frame, colour, theme);
    plot.paintAxes(painter, theme);
}

void DensityStage::paintTails(QPainter& painter, const PlotFrame& plot, const Curve& curve,
                              const QColor& colour, const Theme& theme) const
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(withAlpha(colour, 0.55));
    painter.drawPath(areaUnder(plot, curve, plot.xRange().low, m_lowTail));
    painter.drawPath(areaUnder(plot, curve, m_highTail, plot.xRange().high));
    painter.setPen(QPen(theme.muted, 1, Qt::DotLine));
    painter.setFont(themeFont(TextSize::Small));
    const auto mark = [&](double value, Qt::Alignment side, const QString& words) {
        if (value <= plot.xRange().low || value >= plot.xRange().high)
            return;
        const double x = plot.x(value), top = plot.area().bottom() - 0.34 * plot.area().height();
        painter.drawLine(QPointF(x, top), QPointF(x, plot.area().bottom()));
        const double width = painter.fontMetrics().horizontalAdvance(words);
        const double start = side & Qt::AlignLeft ? x + 5 : x - 5 - width;
        if (start > plot.area().left() && start + width < plot.area().right() + 8)
            paintText(painter, {start, top}, Qt::AlignLeft | Qt::AlignTop, words);
    };
    mark(m_lowTail, Qt::AlignRight, tr("1% below"));
    mark(m_highTail, Qt::AlignLeft, tr("1% above"));
}

void DensityStage::paintRugs(QPainter& painter, const PlotFrame& plot, const StageFrame& frame,
                             const QColor& colour, const Theme& theme) const
{
    const auto rug = [&](const RowsPtr& rows, double top, const QColor& ink) {
        if (!rows)
            return;
        QList<QLineF> lines;
        const auto n = std::min<Eigen::Index>(rows->rows(), kMostRugRows);
        lines.reserve(n);
        for (Eigen::Index i = 0; i < n; ++i) {
            const double x = plot.x((*rows)(i, 0));
            if (x >= plot.area().left() && x <= plot.area().right())
                lines.append(QLineF(x, top, x, top + kRugHeight));
        }
        painter.setPen(QPen(withAlpha(ink, n > 150 ? 0.45 : 0.7), 1, Qt::SolidLine, Qt::FlatCap));
        painter.drawLines(lines);
    };
    rug(m_origin.realRows, plot.area().bottom() - kRugHeight, theme.realData);
    rug(frame.rows, plot.area().bottom() - 2 * kRugHeight - 3, colour);
}

// The axis is locked: where the curve leaves it at the top, say how far it goes.
void DensityStage::paintOverflow(QPainter& painter, const PlotFrame& plot, const Curve& curve,
                                 const QColor& words) const
{
    const auto top = std::max_element(curve.begin(), curve.end());
    const double share = double(top - curve.begin()) / double(curve.size() - 1);
    const Spread spread{plot.xRange().low, plot.xRange().high};
    painter.setPen(words);
    painter.setFont(themeFont(TextSize::Small, QFont::DemiBold));
    if (*top > plot.yRange().high) {
        const bool isRight = share > 0.7;
        auto edge = top; // where the curve comes back below the top, on the side with more room
        while (edge != curve.begin() && edge + 1 != curve.end() && *edge > plot.yRange().high)
            edge += isRight ? -1 : 1;
        const double x = plot.area().left() +
                         double(edge - curve.begin()) / double(curve.size() - 1) * plot.area().width();
        const QString told = tr("↑ peak at %1").arg(numberText(*top));
        const double width = QFontMetricsF(painter.font()).horizontalAdvance(told);
        const double start = std::clamp(isRight ? x - 10 - width : x + 10, plot.area().left() + 4,
                                        std::max(plot.area().left() + 4, plot.area().right() - width - 4));
        paintText(painter, {start, plot.area().top() + 4}, Qt::AlignLeft | Qt::AlignTop, told);
    }
    if (*top < 1e-3 * m_ghostPeak)
        paintText(painter, plot.area().center(), Qt::AlignHCenter | Qt::AlignVCenter,
                  tr("This generation lies outside of generation 0's axis (%1 to %2)")
                      .arg(numberText(spread.low), numberText(spread.high)));
}

void DensityStage::paintThumbnail(QPainter& painter, const QRectF& area, const GenerationPtr& generation,
                                  double share, const StageOptions& options, const Theme& theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const StageFrame frame{generation, generation, 1, share, nullptr, nullptr, 0};
    const AxisRange x = wholeX(frame, options);
    const auto thin = [](const Curve& fine) {
        Curve coarse;
        for (std::size_t i = 0; i < fine.size(); i += kThumbnailEvery)
            coarse.push_back(fine[i]);
        return coarse;
    };
    const Curve curve = thin(densityCurve(mixtureOf(generation), 0, x, kPoints));
    const PlotFrame plot(area, {x, {}, {}}, {{0, kHeadroom * m_ghostPeak, false}, {}, {}});
    if (options.axesLocked)
        paintCurve(painter, plot, thin(m_ghost), QPen(withAlpha(theme.generation(0), 0.6), 1));
    painter.setPen(Qt::NoPen);
    painter.setBrush(withAlpha(theme.generation(share), 0.45));
    painter.drawPath(areaUnder(plot, curve));
    paintCurve(painter, plot, curve, QPen(theme.generation(share), 1.4));
}

std::vector<StageFact> DensityStage::facts(const StageFrame& frame) const
{
    const NormalMixture &now = mixtureOf(frame.to), &before = mixtureOf(m_origin.generation);
    const auto tails = [this](const NormalMixture& m) {
        return marginalCdf(m, 0, m_lowTail) + 1 - marginalCdf(m, 0, m_highTail);
    };
    const auto deviation = [](const NormalMixture& m) { return std::sqrt(covarianceOf(m)(0, 0)); };
    const auto percent = [](double share) { return tr("%1%").arg(numberText(100 * share, 2)); };
    return {{tr("standard deviation"), numberText(deviation(now)), numberText(deviation(before))},
            {tr("mean"), numberText(meanOf(now)[0]), numberText(meanOf(before)[0])},
            {tr("in the tails"), percent(tails(now)), percent(tails(before))}};
}

std::vector<LegendEntry> DensityStage::legend(const StageFrame& frame, const StageOptions& options,
                                              const Theme& theme) const
{
    if (options.mode == Ridgeline)
        return {};
    const QColor colour = theme.generation(frame.share);
    std::vector<LegendEntry> entries{{LegendEntry::Mark::Ghost, theme.generation(0), tr("generation 0")},
                                     {LegendEntry::Mark::Fill, colour, tr("this generation")}};
    if (frame.rows)
        entries.push_back({LegendEntry::Mark::Tick, colour, tr("rows it generates")});
    if (m_origin.realRows)
        entries.push_back({LegendEntry::Mark::Tick, theme.realData, tr("real data")});
    if (!othersBeside(frame, m_origin.experiment).empty())
        entries.push_back({LegendEntry::Mark::Line, withAlpha(colour, 0.75), tr("the models that it reads with")});
    if (m_origin.distribution && !m_truth.empty())
        entries.push_back({LegendEntry::Mark::Line, theme.realData, tr("true density")});
    return entries;
}

StagePlot DensityStage::plot(const QRectF& area, const StageFrame&, const StageOptions& options) const
{
    const bool isRidges = options.mode == Ridgeline;
    return {insideOf(area), isRidges ? Qt::Horizontal : Qt::Horizontal | Qt::Vertical, true};
}

std::optional<StageReading> DensityStage::read(const QPointF& at, const QRectF& area, const StageFrame& frame,
                                               const StageOptions& options) const
{
    const QRectF inner = insideOf(area);
    if (!inner.contains(at))
        return std::nullopt;
    const AxisRange x = options.zoom.ofX(wholeX(frame, options));
    const double value = x.valueAt((at.x() - inner.left()) / inner.width());
    if (options.mode == Ridgeline)
        return readRidge(at, inner, frame, value);
    const double now = densityAt(mixtureOf(frame.to), 0, value);
    StageReading reading{
        at, Qt::Vertical | Qt::Horizontal, {inner.width() / 100, inner.height() / 50}, {}, {}};
    reading.heading = tr("%1 = %2").arg(axisTitle(), numberText(value, 4));
    reading.values = {
        {tr("density, generation %1").arg(frame.to->index), numberText(now)},
        {tr("density, generation 0"), numberText(densityAt(mixtureOf(m_origin.generation), 0, value))},
        {tr("share below"), tr("%1%").arg(numberText(100 * marginalCdf(mixtureOf(frame.to), 0, value)))}};
    return reading;
}

DataTable DensityStage::table(const StageFrame& frame, const StageOptions& options) const
{
    constexpr int kRows = 201;
    const AxisRange x = options.zoom.ofX(wholeX(frame, options));
    std::vector<GenerationPtr> shown{m_origin.generation, frame.to};
    if (options.mode == Ridgeline && frame.history) {
        const int count = frame.history->count(frame.chain), columns = std::min(count, kMostTableCurves);
        shown.clear();
        for (int c = 0; c < columns; ++c)
            shown.push_back(frame.history->at(frame.chain, c * (count - 1) / std::max(1, columns - 1)));
    }
    DataTable table{tr("%1: density").arg(generationWords(frame)), {axisTitle()}, {}};
    table.rows.resize(kRows);
    for (int i = 0; i < kRows; ++i)
        table.rows[static_cast<std::size_t>(i)].push_back(x.valueAt(double(i) / (kRows - 1)));
    for (const GenerationPtr& generation : shown) {
        table.headers << tr("density, generation %1").arg(generation->index);
        for (auto& row : table.rows)
            row.push_back(densityAt(mixtureOf(generation), 0, row.front()));
    }
    return table;
}

QString DensityStage::axisTitle() const
{
    return m_origin.variableNames.empty() ? QStringLiteral("x")
                                          : engineWords(EngineList::State, m_origin.variableNames.front());
}

} // namespace hareloom::ui
