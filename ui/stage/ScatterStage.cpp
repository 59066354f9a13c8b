// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/ScatterStage.h"

#include "ui/plot/DensityCurve.h"
#include "ui/stage/Contours.h"
#include "ui/stage/DensityMath.h"
#include "ui/theme/OkLab.h"

#include <QCoreApplication>
#include <QImage>
#include <QPainter>

#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hareloom::ui {

namespace {

constexpr int kMapWidth = 128, kMapHeight = 80;
constexpr int kMostEllipses = 40;
constexpr double kEllipseDeviations = 2;
constexpr int kMostDots = 2000;

QString tr(const char* text)
{
    return QCoreApplication::translate("ScatterStage", text);
}

const NormalMixture& mixtureOf(const GenerationPtr& generation)
{
    return *asNormalMixture(*generation->snapshot);
}

AxisRange rangeOf(const NormalMixture& mixture, int variable)
{
    const Spread spread = spreadOf(mixture, variable);
    return padded(spread.low, spread.high, 0.28);
}

AxisRange between(const AxisRange& from, const AxisRange& to, double t)
{
    return {from.low + t * (to.low - from.low), from.high + t * (to.high - from.high), false};
}

// The ellipse around one component, as a closed polygon that leaves out what lies off the plot.
QList<QLineF> ellipse(const PlotFrame& plot, double mx, double my, const Matrix& covariance)
{
    constexpr int kCorners = 72;
    const Eigen::SelfAdjointEigenSolver<Eigen::Matrix2d> axes(covariance.topLeftCorner<2, 2>());
    const Eigen::Vector2d lengths = axes.eigenvalues().cwiseMax(0).cwiseSqrt() * kEllipseDeviations;
    QList<QLineF> lines;
    QPointF last;
    bool wasInside = false;
    for (int i = 0; i <= kCorners; ++i) {
        const double angle = 2 * std::numbers::pi * i / kCorners;
        const Eigen::Vector2d v =
            axes.eigenvectors() * Eigen::Vector2d(lengths[0] * std::cos(angle), lengths[1] * std::sin(angle));
        const QPointF point = plot.at(mx + v[0], my + v[1]);
        const bool isInside = plot.area().contains(point);
        if (i > 0 && isInside && wasInside)
            lines.append(QLineF(last, point));
        last = point;
        wasInside = isInside;
    }
    return lines;
}

} // namespace

void ScatterStage::setOrigin(StageOrigin origin)
{
    m_origin = std::move(origin);
    m_maps.clear();
    const NormalMixture& mixture = mixtureOf(m_origin.generation);
    m_x = rangeOf(mixtureOf(m_origin.axesFrom()), 0);
    m_y = rangeOf(mixtureOf(m_origin.axesFrom()), 1);
    m_ghost = densityMap(mixture, m_x, m_y, kMapWidth, kMapHeight);
    m_contours = contour(m_ghost, kMapWidth, kMapHeight, levelHolding(m_ghost, 0.5)) +
                 contour(m_ghost, kMapWidth, kMapHeight, levelHolding(m_ghost, 0.95));
}

QStringList ScatterStage::modes() const
{
    return {tr("Density and rows"), tr("Rows"), tr("Density")};
}

PlotFrame ScatterStage::frameOf(const QRectF& inner, const StageFrame& frame,
                                const StageOptions& options) const
{
    AxisRange x = m_x, y = m_y;
    if (!options.axesLocked) {
        x = between(rangeOf(mixtureOf(frame.from), 0), rangeOf(mixtureOf(frame.to), 0), frame.blend);
        y = between(rangeOf(mixtureOf(frame.from), 1), rangeOf(mixtureOf(frame.to), 1), frame.blend);
    }
    return PlotFrame(inner, {x, variable(0), niceTicks(x, static_cast<int>(inner.width() / 90))},
                     {y, variable(1), niceTicks(y, static_cast<int>(inner.height() / 56))});
}

ScatterStage::Map ScatterStage::mapOf(const GenerationPtr& generation, const PlotFrame& plot)
{
    if (plot.xRange().low != m_x.low || plot.xRange().high != m_x.high || plot.yRange().low != m_y.low)
        return densityMap(mixtureOf(generation), plot.xRange(), plot.yRange(), kMapWidth, kMapHeight);
    if (const Map* known = m_maps.object(generation.get()))
        return *known;
    Map map = densityMap(mixtureOf(generation), m_x, m_y, kMapWidth, kMapHeight);
    m_maps.insert(generation.get(), new Map(map));
    return map;
}

ScatterStage::Map ScatterStage::blendedMap(const StageFrame& frame, const PlotFrame& plot)
{
    if (frame.blend >= 1 || frame.from == frame.to)
        return mapOf(frame.to, plot);
    const NormalMixture &from = mixtureOf(frame.from), &to = mixtureOf(frame.to);
    if (from.components() == 1 && to.components() == 1)
        return densityMap(ui::between(from, to, frame.blend), plot.xRange(), plot.yRange(), kMapWidth,
                          kMapHeight);
    Map map = mapOf(frame.from, plot);
    const Map goal = mapOf(frame.to, plot);
    const auto t = static_cast<float>(frame.blend);
    for (std::size_t i = 0; i < map.size(); ++i)
        map[i] += (goal[i] - map[i]) * t;
    return map;
}

void ScatterStage::paint(QPainter& painter, const QRectF& area, const StageFrame& frame,
                         const StageOptions& options, const Theme& theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const PlotFrame plot = frameOf(area.adjusted(64, 4, -16, -44), frame, options);
    const QColor colour = theme.generation(frame.share);
    plot.paintGrid(painter, theme);
    if (options.mode != Points)
        paintHeat(painter, plot, blendedMap(frame, plot), colour, 1);
    paintGhost(painter, plot, options, theme);
    if (options.mode != Heat) {
        paintRows(painter, plot, m_origin.realRows, 2.6, withAlpha(theme.realData, 0.55), DotStyle::Ring);
        paintRows(painter, plot, frame.rows, 1.9, withAlpha(colour, 0.75), DotStyle::Filled);
    }
    paintEllipses(painter, plot, frame, mix(colour, theme.text, 0.35));
    paintOutside(painter, plot, frame, theme.generationText(frame.share));
    plot.paintAxes(painter, theme);
}

// Strength grows with the root of the density, so that thin regions are seen too.
void ScatterStage::paintHeat(QPainter& painter, const PlotFrame& plot, const Map& map, const QColor& colour,
                             double strength) const
{
    const float peak = *std::max_element(map.begin(), map.end());
    if (!(peak > 0))
        return;
    QImage image(kMapWidth, kMapHeight, QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < kMapHeight; ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < kMapWidth; ++x) {
            const float share = map[static_cast<std::size_t>(y * kMapWidth + x)] / peak;
            const int alpha = static_cast<int>(150 * strength * double(std::sqrt(share)));
            line[x] = qPremultiply(qRgba(colour.red(), colour.green(), colour.blue(), alpha));
        }
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(plot.area(), image);
}

void ScatterStage::paintGhost(QPainter& painter, const PlotFrame& plot, const StageOptions& options,
                              const Theme& theme)
{
    QList<QLineF> lines;
    lines.reserve(m_contours.size());
    const auto place = [&](const QPointF& cell) {
        return plot.at(m_x.valueAt((cell.x() + 0.5) / kMapWidth),
                       m_y.valueAt(1 - (cell.y() + 0.5) / kMapHeight));
    };
    for (const QLineF& line : m_contours) {
        const QLineF placed(place(line.p1()), place(line.p2()));
        if (options.axesLocked || (plot.area().contains(placed.p1()) && plot.area().contains(placed.p2())))
            lines.append(placed);
    }
    painter.setPen(QPen(theme.generation(0), 1.6, Qt::SolidLine, Qt::FlatCap));
    painter.drawLines(lines);
}

void ScatterStage::paintEllipses(QPainter& painter, const PlotFrame& plot, const StageFrame& frame,
                                 const QColor& colour) const
{
    const NormalMixture& to = mixtureOf(frame.to);
    if (to.components() > kMostEllipses)
        return;
    const auto draw = [&](const NormalMixture& mixture, double opacity) {
        for (int k = 0; k < mixture.components(); ++k) {
            painter.setPen(QPen(withAlpha(colour, opacity * (0.35 + 0.65 * mixture.weights[k])), 2,
                                Qt::SolidLine, Qt::FlatCap));
            painter.drawLines(ellipse(plot, mixture.means(k, 0), mixture.means(k, 1), mixture.covariance(k)));
            const QPointF centre = plot.at(mixture.means(k, 0), mixture.means(k, 1));
            if (!plot.area().contains(centre))
                continue;
            painter.drawLine(centre - QPointF(4, 0), centre + QPointF(4, 0));
            painter.drawLine(centre - QPointF(0, 4), centre + QPointF(0, 4));
        }
    };
    if (frame.blend >= 1 || frame.from == frame.to) {
        draw(to, 1);
        return;
    }
    const NormalMixture& from = mixtureOf(frame.from);
    if (from.components() == 1 && to.components() == 1) {
        draw(ui::between(from, to, frame.blend), 1);
        return;
    }
    draw(from, 1 - frame.blend); // EM may number its components anew: one set fades into the other
    draw(to, frame.blend);
}

void ScatterStage::paintRows(QPainter& painter, const PlotFrame& plot, const RowsPtr& rows, double radius,
                             const QColor& colour, DotStyle style) const
{
    if (!rows || rows->cols() < 2)
        return;
    QList<QPointF> centres;
    const auto n = std::min<Eigen::Index>(rows->rows(), kMostDots);
    centres.reserve(n);
    for (Eigen::Index i = 0; i < n; ++i) {
        const QPointF centre = plot.at((*rows)(i, 0), (*rows)(i, 1));
        if (plot.area().contains(centre))
            centres.append(centre);
    }
    paintDots(painter, centres, radius, colour, style);
}

void ScatterStage::paintOutside(QPainter& painter, const PlotFrame& plot, const StageFrame& frame,
                                const QColor& words) const
{
    const Vector mean = meanOf(mixtureOf(frame.to));
    if (plot.area().contains(plot.at(mean[0], mean[1])))
        return;
    painter.setPen(words);
    painter.setFont(themeFont(TextSize::Small, QFont::DemiBold));
    paintText(painter, plot.area().center(), Qt::AlignHCenter | Qt::AlignVCenter,
              tr("This generation's centre lies outside of generation 0's axes, at (%1, %2)")
                  .arg(numberText(mean[0]), numberText(mean[1])));
}

void ScatterStage::paintThumbnail(QPainter& painter, const QRectF& area, const GenerationPtr& generation,
                                  double share, const StageOptions& options, const Theme& theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const StageFrame frame{generation, generation, 1, share, nullptr, nullptr, 0};
    const PlotFrame plot = frameOf(area, frame, options);
    constexpr int kWidth = 40, kHeight = 24;
    const Map small = densityMap(mixtureOf(generation), plot.xRange(), plot.yRange(), kWidth, kHeight);
    const float peak = std::max(1e-30F, *std::max_element(small.begin(), small.end()));
    QImage image(kWidth, kHeight, QImage::Format_ARGB32_Premultiplied);
    const QColor colour = theme.generation(share);
    for (int i = 0; i < kWidth * kHeight; ++i) {
        const int alpha =
            static_cast<int>(230 * double(std::sqrt(small[static_cast<std::size_t>(i)] / peak)));
        reinterpret_cast<QRgb*>(image.scanLine(i / kWidth))[i % kWidth] =
            qPremultiply(qRgba(colour.red(), colour.green(), colour.blue(), alpha));
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(area, image);
    if (options.axesLocked)
        paintGhost(painter, plot, options, theme);
}

std::vector<StageFact> ScatterStage::facts(const StageFrame& frame) const
{
    const NormalMixture &now = mixtureOf(frame.to), &before = mixtureOf(m_origin.generation);
    const auto total = [](const NormalMixture& m) { return numberText(covarianceOf(m).trace()); };
    const auto centre = [](const NormalMixture& m) {
        const Vector mean = meanOf(m);
        return QStringLiteral("(%1, %2)").arg(numberText(mean[0], 2), numberText(mean[1], 2));
    };
    std::vector<StageFact> facts{{tr("total variance"), total(now), total(before)},
                                 {tr("mean"), centre(now), centre(before)}};
    if (now.components() > 1 && now.components() <= kMostEllipses)
        facts.push_back({tr("smallest component"), tr("%1%").arg(numberText(100 * now.weights.minCoeff(), 2)),
                         tr("%1%").arg(numberText(100 * before.weights.minCoeff(), 2))});
    return facts;
}

std::vector<LegendEntry> ScatterStage::legend(const StageFrame& frame, const StageOptions& options,
                                              const Theme& theme) const
{
    const QColor colour = theme.generation(frame.share);
    std::vector<LegendEntry> entries{
        {LegendEntry::Mark::Line, theme.generation(0), tr("generation 0 holds 50%, 95%")}};
    if (options.mode != Points)
        entries.push_back({LegendEntry::Mark::Fill, colour, tr("this generation")});
    if (options.mode != Heat && frame.rows)
        entries.push_back({LegendEntry::Mark::Dot, colour, tr("rows it generates")});
    if (options.mode != Heat && m_origin.realRows)
        entries.push_back({LegendEntry::Mark::Hollow, theme.realData, tr("real data")});
    return entries;
}

QString ScatterStage::variable(std::size_t index) const
{
    return index < m_origin.variableNames.size() ? QString::fromStdString(m_origin.variableNames[index])
                                                 : QString();
}

} // namespace hareloom::ui
