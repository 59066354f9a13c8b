// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/families/diffusion/DrawnPointsStage.h"

#include "ui/families/diffusion/DrawnPlaces.h"
#include "ui/language/EngineWords.h"
#include "ui/plot/Clip.h"
#include "ui/plot/SteadyRange.h"
#include "ui/stage/Dots.h"
#include "ui/theme/OkLab.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace hareloom::ui {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui::DrawnPointsStage", text);
}

struct Ranges
{
    AxisRange x, y;
};

Ranges rangesOf(const DiffusionView& view)
{
    QPointF low = placeOf(view, 0), high = low;
    for (Eigen::Index i = 1; i < view.drawn.rows(); ++i) {
        const QPointF place = placeOf(view, i);
        low = {std::min(low.x(), place.x()), std::min(low.y(), place.y())};
        high = {std::max(high.x(), place.x()), std::max(high.y(), place.y())};
    }
    return {padded(low.x(), high.x(), 0.2), padded(low.y(), high.y(), 0.2)};
}

AxisRange between(const AxisRange& from, const AxisRange& to, double t)
{
    return {from.low + t * (to.low - from.low), from.high + t * (to.high - from.high), false};
}

QPointF placeBetween(const DiffusionView& from, const DiffusionView& to, Eigen::Index row, double t)
{
    const QPointF end = placeOf(to, row);
    return t >= 1 || from.drawn.rows() != to.drawn.rows() ? end : (1 - t) * placeOf(from, row) + t * end;
}

StageFrame atRest(const GenerationPtr& generation, double share)
{
    return {generation, generation, 1, share, nullptr, nullptr, 0, 0};
}

/// Drawn from the same noise, each row goes its own way from generation to generation.
QList<QPointF> placesIn(const PlotFrame& plot, const StageFrame& frame)
{
    const DiffusionView &from = drawnBy(frame.from), &to = drawnBy(frame.to);
    QList<QPointF> places;
    for (Eigen::Index i = 0; i < to.drawn.rows(); ++i) {
        const QPointF value = placeBetween(from, to, i, frame.blend), place = plot.at(value.x(), value.y());
        if (plot.area().contains(place))
            places << place;
    }
    return places;
}

} // namespace

void DrawnPointsStage::setOrigin(StageOrigin origin)
{
    m_origin = std::move(origin);
    const Ranges ranges = rangesOf(drawnBy(m_origin.axesFrom()));
    m_x = ranges.x;
    m_y = ranges.y;
    if (m_origin.atLeast.size() == 2) {
        m_x = covering(m_x, m_origin.atLeast[0]);
        m_y = covering(m_y, m_origin.atLeast[1]);
    }
}

QStringList DrawnPointsStage::modes() const
{
    return {tr("Rows"), tr("Rows and copies")};
}

QString DrawnPointsStage::variable(std::size_t index) const
{
    if (index == 1 && drawnBy(m_origin.generation).drawn.cols() == 1)
        return tr("distance to the nearest row learned from");
    return index < m_origin.variableNames.size()
               ? engineWords(EngineList::State, m_origin.variableNames[index])
               : QString();
}

PlotFrame DrawnPointsStage::frameOf(const QRectF& inner, const StageFrame& frame,
                                    const StageOptions& options) const
{
    AxisRange x = m_x, y = m_y;
    if (!options.axesLocked) {
        const Ranges from = rangesOf(drawnBy(frame.from)), to = rangesOf(drawnBy(frame.to));
        x = between(from.x, to.x, frame.blend);
        y = between(from.y, to.y, frame.blend);
    }
    x = options.zoom.ofX(x);
    y = options.zoom.ofY(y);
    return PlotFrame(inner, {x, variable(0), niceTicks(x, static_cast<int>(inner.width() / scaled(90)))},
                     {y, variable(1), niceTicks(y, static_cast<int>(inner.height() / scaled(56)))});
}

void DrawnPointsStage::paint(QPainter& painter, const QRectF& area, const StageFrame& frame,
                             const StageOptions& options, const Theme& theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const PlotFrame plot = frameOf(insideOf(area), frame, options);
    plot.paintGrid(painter, theme);
    const StageFrame first = atRest(m_origin.generation, 0);
    paintDots(painter, placesIn(plot, first), 2.6, withAlpha(theme.generation(0), 0.55), DotStyle::Ring);
    if (options.mode == Copies)
        paintCopies(painter, plot, frame, theme);
    paintDots(painter, placesIn(plot, frame), 2.2, withAlpha(theme.generation(frame.share), 0.9),
              DotStyle::Filled);
    plot.paintAxes(painter, theme);
}

// From each row to the one that it may be a copy of.
void DrawnPointsStage::paintCopies(QPainter& painter, const PlotFrame& plot, const StageFrame& frame,
                                   const Theme& theme) const
{
    const DiffusionView &from = drawnBy(frame.from), &to = drawnBy(frame.to);
    QList<QLineF> lines;
    QList<QPointF> sources;
    for (Eigen::Index i = 0; i < to.drawn.rows(); ++i) {
        const QPointF drawn = placeBetween(from, to, i, frame.blend), source = placeOfNearest(to, i);
        const QPointF at = plot.at(source.x(), source.y());
        appendClipped(lines, QLineF(plot.at(drawn.x(), drawn.y()), at), plot.area());
        if (plot.area().contains(at))
            sources << at;
    }
    painter.setPen(QPen(withAlpha(theme.text, 0.55), 1, Qt::SolidLine, Qt::FlatCap));
    painter.drawLines(lines);
    paintDots(painter, sources, 2.6, theme.text, DotStyle::Ring);
}

void DrawnPointsStage::paintThumbnail(QPainter& painter, const QRectF& area, const GenerationPtr& generation,
                                      double share, const StageOptions& options, const Theme& theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const StageFrame frame = atRest(generation, share), first = atRest(m_origin.generation, 0);
    const PlotFrame plot = frameOf(area, frame, options);
    if (options.axesLocked)
        paintDots(painter, placesIn(plot, first), 0.8, withAlpha(theme.generation(0), 0.35));
    paintDots(painter, placesIn(plot, frame), 0.9, theme.generation(share));
}

} // namespace hareloom::ui
