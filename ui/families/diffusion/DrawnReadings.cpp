// SPDX-License-Identifier: GPL-3.0-or-later
// DrawnPointsStage in words and numbers: facts, legend, what is under the pointer, and the table.
#include "ui/families/diffusion/DrawnFacts.h"
#include "ui/families/diffusion/DrawnPlaces.h"
#include "ui/families/diffusion/DrawnPointsStage.h"

#include <QCoreApplication>

#include <limits>

namespace hareloom::ui {

namespace {

constexpr double kReach = 16; // pixels to the point that is read

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui::DrawnPointsStage", text);
}

QString coordinates(const QPointF& place)
{
    return QStringLiteral("(%1, %2)").arg(numberText(place.x()), numberText(place.y()));
}

} // namespace

std::vector<StageFact> DrawnPointsStage::facts(const StageFrame& frame) const
{
    return drawnFacts(frame, m_origin.generation);
}

std::vector<LegendEntry> DrawnPointsStage::legend(const StageFrame& frame, const StageOptions& options,
                                                  const Theme& theme) const
{
    std::vector<LegendEntry> entries{
        {LegendEntry::Mark::Hollow, theme.generation(0), tr("drawn by generation 0")},
        {LegendEntry::Mark::Dot, theme.generation(frame.share),
         tr("by this generation, from the same noise")}};
    if (options.mode == Copies)
        entries.push_back(
            {LegendEntry::Mark::Line, theme.text, tr("to the nearest row that it learned from")});
    return entries;
}

StagePlot DrawnPointsStage::plot(const QRectF& area, const StageFrame&, const StageOptions&) const
{
    return {insideOf(area), Qt::Horizontal | Qt::Vertical, false};
}

std::optional<StageReading> DrawnPointsStage::read(const QPointF& at, const QRectF& area,
                                                   const StageFrame& frame, const StageOptions& options) const
{
    const PlotFrame plot = frameOf(this->plot(area, frame, options).area, frame, options);
    if (!plot.area().contains(at))
        return std::nullopt;
    const DiffusionView& view = drawnBy(frame.to);
    Eigen::Index nearest = -1;
    double least = std::numeric_limits<double>::infinity();
    for (Eigen::Index i = 0; i < view.drawn.rows(); ++i) {
        const QPointF place = placeOf(view, i);
        const double length = QLineF(at, plot.at(place.x(), place.y())).length();
        if (length < least) {
            least = length;
            nearest = i;
        }
    }
    StageReading reading{
        at, Qt::Vertical | Qt::Horizontal, {plot.area().width() / 100, plot.area().height() / 50}, {}, {}};
    const double x = plot.xRange().valueAt((at.x() - plot.area().left()) / plot.area().width());
    const double y = plot.yRange().valueAt((plot.area().bottom() - at.y()) / plot.area().height());
    reading.heading = coordinates({x, y});
    if (least > kReach)
        return reading;
    reading.values = {{tr("drawn row"), coordinates(placeOf(view, nearest))},
                      {tr("nearest row learned from"), coordinates(placeOfNearest(view, nearest))},
                      {tr("distance"), numberText(noveltyOf(view, nearest))}};
    return reading;
}

DataTable DrawnPointsStage::table(const StageFrame& frame, const StageOptions&) const
{
    const DiffusionView& view = drawnBy(frame.to);
    DataTable table{
        tr("%1: rows and the nearest that were learned from").arg(generationWords(frame)), {}, {}};
    const auto name = [this](Eigen::Index j) {
        const QString known = variable(static_cast<std::size_t>(j));
        return known.isEmpty() ? QStringLiteral("x%1").arg(j + 1) : known;
    };
    const Eigen::Index shown = std::min<Eigen::Index>(2, view.drawn.cols());
    for (Eigen::Index j = 0; j < shown; ++j)
        table.headers << name(j);
    for (Eigen::Index j = 0; j < shown; ++j)
        table.headers << tr("%1, nearest").arg(name(j));
    table.headers << tr("distance");
    for (Eigen::Index i = 0; i < view.drawn.rows(); ++i) {
        std::vector<double> row;
        for (const Matrix* rows : {&view.drawn, &view.nearest})
            for (Eigen::Index j = 0; j < shown; ++j)
                row.push_back((*rows)(i, j));
        row.push_back(noveltyOf(view, i));
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace hareloom::ui
