// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/families/normal/ScatterStage.h"

#include "ui/families/normal/Contours.h"
#include "ui/families/normal/DensityMath.h"
#include "ui/language/EngineWords.h"
#include "ui/plot/Clip.h"
#include "ui/plot/DensityCurve.h"
#include "ui/plot/SteadyRange.h"
#include "ui/plot/Strips.h"
#include "ui/theme/OkLab.h"

#include <QCoreApplication>
#include <QImage>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>

#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hareloom::ui {

namespace {

constexpr int kMapWidth = 128, kMapHeight = 80;
constexpr double kFineCells = 150.0 / 96; // of a vector figure, a device-independent pixel
constexpr double kEllipseDeviations = 2;
constexpr double kSpeck = 9; // pixels of the ring around a component that is hardly to be seen
constexpr int kFewDots = 2000; // more are drawn smaller and fainter

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui::ScatterStage", text);
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

// A distribution's variables have one unit: a circle is drawn as one, unless its axes are too unlike.
void makeEqual(AxisRange& x, AxisRange& y, const QRectF& inner)
{
    constexpr double kMost = 4;
    const double perX = (x.high - x.low) / inner.width(), perY = (y.high - y.low) / inner.height();
    const auto widen = [](AxisRange& range, double factor) {
        const double more = (factor - 1) / 2 * (range.high - range.low);
        range = {range.low - more, range.high + more, false};
    };
    if (perX < perY && perY < kMost * perX)
        widen(x, perY / perX);
    else if (perY < perX && perX < kMost * perY)
        widen(y, perX / perY);
}

// The ellipse around one component, as far as it lies on the plot.
QList<QLineF> ellipse(const PlotFrame& plot, double mx, double my, const Matrix& covariance)
{
    constexpr int kCorners = 120;
    const Eigen::SelfAdjointEigenSolver<Eigen::Matrix2d> axes(covariance.topLeftCorner<2, 2>());
    const Eigen::Vector2d lengths = axes.eigenvalues().cwiseMax(0).cwiseSqrt() * kEllipseDeviations;
    QList<QLineF> lines;
    QPointF last;
    for (int i = 0; i <= kCorners; ++i) {
        const double angle = 2 * std::numbers::pi * i / kCorners;
        const Eigen::Vector2d v =
            axes.eigenvectors() * Eigen::Vector2d(lengths[0] * std::cos(angle), lengths[1] * std::sin(angle));
        const QPointF point = plot.at(mx + v[0], my + v[1]);
        if (i > 0)
            appendClipped(lines, QLineF(last, point), plot.area());
        last = point;
    }
    return lines;
}

// Around what has shrunk to a point, so that it is found.
void paintSpeck(QPainter& painter, const QList<QLineF>& ellipse, const QPointF& centre, const QRectF& area)
{
    const bool isSmall = std::all_of(ellipse.begin(), ellipse.end(), [&](const QLineF& line) {
        return QLineF(centre, line.p1()).length() < kSpeck / 2;
    });
    if (!isSmall || !area.contains(centre))
        return;
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(centre, kSpeck, kSpeck);
}

// Strength grows with the root of the density, so that thin regions are seen too.
QImage heatOf(const std::vector<float>& map, const QSize& cells, const QColor& colour)
{
    const float peak = *std::max_element(map.begin(), map.end());
    if (!(peak > 0))
        return {};
    QImage image(cells, QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < cells.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < cells.width(); ++x) {
            const float share = map[static_cast<std::size_t>(y * cells.width() + x)] / peak;
            const int alpha = static_cast<int>(150 * double(std::sqrt(share)));
            line[x] = qPremultiply(qRgba(colour.red(), colour.green(), colour.blue(), alpha));
        }
    }
    return image;
}

} // namespace

void ScatterStage::setOrigin(StageOrigin origin)
{
    m_origin = std::move(origin);
    m_maps.clear();
    const NormalMixture& mixture = mixtureOf(m_origin.generation);
    const bool goesOn = m_origin.atLeast.size() == 2;
    const NormalMixture& axes = goesOn ? mixture : mixtureOf(m_origin.axesFrom());
    m_x = rangeOf(axes, 0);
    m_y = rangeOf(axes, 1);
    if (goesOn) {
        m_x = covering(m_x, m_origin.atLeast[0]);
        m_y = covering(m_y, m_origin.atLeast[1]);
    }
    const Map ghost = densityMap(mixture, m_x, m_y, kMapWidth, kMapHeight);
    m_levels[0] = levelHolding(ghost, 0.5);
    m_levels[1] = levelHolding(ghost, 0.95);
    m_seenX = m_seenY = {0, 0, false}; // nothing yet
    m_smallContours.clear();
    m_realLayerOf.clear();
}

// Maps and contours belong to the ranges that are in sight.
void ScatterStage::seeRange(const PlotFrame& plot)
{
    const auto isSame = [](const AxisRange& a, const AxisRange& b) {
        return a.low == b.low && a.high == b.high;
    };
    if (isSame(plot.xRange(), m_seenX) && isSame(plot.yRange(), m_seenY))
        return;
    m_seenX = plot.xRange();
    m_seenY = plot.yRange();
    m_maps.clear();
    const Map ghost = mapOf(m_origin.generation, plot);
    m_contours = contour(ghost, kMapWidth, kMapHeight, m_levels[0]) +
                 contour(ghost, kMapWidth, kMapHeight, m_levels[1]);
}

std::vector<AxisRange> ScatterStage::lockedAxes() const
{
    return {m_x, m_y};
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
    if (m_origin.distribution)
        makeEqual(x, y, inner);
    x = options.zoom.ofX(x);
    y = options.zoom.ofY(y);
    return PlotFrame(inner, {x, variable(0), niceTicks(x, static_cast<int>(inner.width() / scaled(90)))},
                     {y, variable(1), niceTicks(y, static_cast<int>(inner.height() / scaled(56)))});
}

ScatterStage::Map ScatterStage::mapOf(const GenerationPtr& generation, const PlotFrame& plot)
{
    if (const Map* known = m_maps.object(generation.get()))
        return *known;
    Map map = densityMap(mixtureOf(generation), plot.xRange(), plot.yRange(), kMapWidth, kMapHeight);
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
    const PlotFrame plot = frameOf(insideOf(area), frame, options);
    seeRange(plot);
    const QColor colour = theme.generation(frame.share);
    plot.paintGrid(painter, theme);
    if (options.mode != Heat) // beneath all, and faint: what is left of them is what is to be seen
        paintRealRows(painter, plot, withAlpha(theme.realData, 0.3));
    if (options.mode != Points)
        paintHeat(painter, plot, frame, colour);
    paintGhost(painter, plot, theme);
    if (options.mode != Heat)
        paintRows(painter, plot, frame.rows, 2.2, withAlpha(colour, 0.9), DotStyle::Filled);
    paintEllipses(painter, plot, frame, mix(colour, theme.text, 0.35));
    if (options.zoom.isWhole())
        paintOutside(painter, plot, frame, theme.generationText(frame.share));
    plot.paintAxes(painter, theme);
}

// On a screen few cells are smoothed while they are drawn. Who reads a vector figure may not smooth: it gets
// cells of 150 an inch.
void ScatterStage::paintHeat(QPainter& painter, const PlotFrame& plot, const StageFrame& frame,
                             const QColor& colour)
{
    const auto engine = painter.paintEngine()->type();
    const bool isFine =
        engine != QPaintEngine::Raster && engine != QPaintEngine::OpenGL2 && frame.from == frame.to;
    const QSize cells = isFine
                            ? (plot.area().size() * kFineCells).toSize().expandedTo({kMapWidth, kMapHeight})
                            : QSize(kMapWidth, kMapHeight);
    const Map map =
        isFine ? densityMap(mixtureOf(frame.to), plot.xRange(), plot.yRange(), cells.width(), cells.height())
               : blendedMap(frame, plot);
    const QImage image = heatOf(map, cells, colour);
    if (image.isNull())
        return;
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    paintInStrips(painter, plot.area(), [&] { painter.drawImage(plot.area(), image); });
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false); // dots are faster on whole pixels
}

void ScatterStage::paintGhost(QPainter& painter, const PlotFrame& plot, const Theme& theme)
{
    QList<QLineF> lines;
    lines.reserve(m_contours.size());
    const auto place = [&](const QPointF& cell) {
        return QPointF(plot.area().left() + (cell.x() + 0.5) / kMapWidth * plot.area().width(),
                       plot.area().top() + (cell.y() + 0.5) / kMapHeight * plot.area().height());
    };
    for (const QLineF& line : m_contours)
        lines.append(QLineF(place(line.p1()), place(line.p2())));
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
            const QList<QLineF> lines =
                ellipse(plot, mixture.means(k, 0), mixture.means(k, 1), mixture.covariance(k));
            painter.drawLines(lines);
            paintSpeck(painter, lines, plot.at(mixture.means(k, 0), mixture.means(k, 1)), plot.area());
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

// Ten times the dots cover as much: smaller, and then fainter.
void ScatterStage::paintRows(QPainter& painter, const PlotFrame& plot, const RowsPtr& rows, double radius,
                             const QColor& colour, DotStyle style) const
{
    if (!rows || rows->cols() < 2)
        return;
    const double crowd = std::max(1.0, double(rows->rows()) / kFewDots);
    const QRectF area = plot.area();
    // From the ends of the axes: 0 may be a billion times as far away as they are long.
    const AxisRange &x = plot.xRange(), &y = plot.yRange();
    const double perX = area.width() / (x.high - x.low), perY = area.height() / (y.high - y.low);
    QList<QPointF> centres;
    centres.reserve(rows->rows());
    for (Eigen::Index i = 0; i < rows->rows(); ++i) {
        const QPointF centre(area.left() + ((*rows)(i, 0) - x.low) * perX,
                             area.bottom() - ((*rows)(i, 1) - y.low) * perY);
        if (area.contains(centre))
            centres.append(centre);
    }
    paintDots(painter, centres, radius / std::pow(crowd, 0.3),
              withAlpha(colour, colour.alphaF() / std::pow(crowd, 0.3)), style);
}

// They stay where they are from generation to generation: many are painted once, into a layer.
void ScatterStage::paintRealRows(QPainter& painter, const PlotFrame& plot, const QColor& colour)
{
    constexpr double kRadius = 2.6;
    const RowsPtr& rows = m_origin.realRows;
    const bool isPicture =
        painter.paintEngine()->type() == QPaintEngine::Raster && painter.worldTransform().isIdentity();
    if (!rows || rows->rows() <= kFewDots || !isPicture) {
        paintRows(painter, plot, rows, kRadius, colour, DotStyle::Ring);
        return;
    }
    const QRect place = plot.area().adjusted(-4, -4, 4, 4).toAlignedRect();
    const double ratio = painter.device()->devicePixelRatio();
    const std::vector<double> key{double(place.x()),     double(place.y()),
                                  double(place.width()), double(place.height()),
                                  plot.xRange().low,     plot.xRange().high,
                                  plot.yRange().low,     plot.yRange().high,
                                  double(colour.rgba()), ratio};
    if (key != m_realLayerOf) {
        m_realLayerOf = key;
        m_realLayer = QPixmap(place.size() * ratio);
        m_realLayer.setDevicePixelRatio(ratio);
        m_realLayer.fill(Qt::transparent);
        QPainter layer(&m_realLayer);
        layer.setRenderHint(QPainter::Antialiasing);
        layer.translate(-place.topLeft());
        paintRows(layer, plot, rows, kRadius, colour, DotStyle::Ring);
    }
    painter.drawPixmap(place.topLeft(), m_realLayer);
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

StagePlot ScatterStage::plot(const QRectF& area, const StageFrame&, const StageOptions&) const
{
    return {insideOf(area), Qt::Horizontal | Qt::Vertical, false};
}

QString ScatterStage::nameOf(std::size_t index) const
{
    const QString name = variable(index);
    return name.isEmpty() ? QStringLiteral("x%1").arg(index + 1) : name;
}

QString ScatterStage::variable(std::size_t index) const
{
    return index < m_origin.variableNames.size()
               ? engineWords(EngineList::State, m_origin.variableNames[index])
               : QString();
}

} // namespace hareloom::ui
