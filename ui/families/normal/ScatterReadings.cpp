// SPDX-License-Identifier: GPL-3.0-or-later
// ScatterStage in words and numbers: facts, legend, what is under the pointer, and the table.
#include "ui/families/normal/DensityMath.h"
#include "ui/families/normal/ScatterStage.h"

#include <QCoreApplication>

#include <cmath>

namespace hareloom::ui {

namespace {

constexpr int kTableCells = 2000; // of a grid of densities

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui::ScatterStage", text);
}

} // namespace

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
    const double groups = frame.to->metric("survivingGroups"), all = m_origin.generation->metric("survivingGroups");
    // Two components may lie in one group: the smallest one's share would then speak of a minority that is gone.
    if (std::isfinite(groups) && all > 1)
        facts.insert(facts.begin(), {tr("groups left"), numberText(groups), numberText(all)});
    else if (now.components() > 1 && now.components() <= kMostEllipses)
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

std::optional<StageReading> ScatterStage::read(const QPointF& at, const QRectF& area, const StageFrame& frame,
                                               const StageOptions& options) const
{
    const PlotFrame plot = frameOf(this->plot(area, frame, options).area, frame, options);
    const QRectF& inner = plot.area();
    if (!inner.contains(at))
        return std::nullopt;
    const double x = plot.xRange().valueAt((at.x() - inner.left()) / inner.width());
    const double y = plot.yRange().valueAt((inner.bottom() - at.y()) / inner.height());
    StageReading reading{
        at, Qt::Vertical | Qt::Horizontal, {inner.width() / 100, inner.height() / 50}, {}, {}};
    reading.heading = tr("%1 = %2, %3 = %4").arg(nameOf(0), numberText(x, 4), nameOf(1), numberText(y, 4));
    reading.values = {
        {tr("density, generation %1").arg(frame.to->index), numberText(densityAt(mixtureOf(frame.to), x, y))},
        {tr("density, generation 0"), numberText(densityAt(mixtureOf(m_origin.generation), x, y))}};
    return reading;
}

// Rows where rows are drawn, else the density on a grid.
DataTable ScatterStage::table(const StageFrame& frame, const StageOptions& options) const
{
    if (options.mode != Heat && frame.rows && frame.rows->cols() >= 2) {
        DataTable table{tr("%1: rows it generates").arg(generationWords(frame)), {nameOf(0), nameOf(1)}, {}};
        for (Eigen::Index i = 0; i < frame.rows->rows(); ++i)
            table.rows.push_back({(*frame.rows)(i, 0), (*frame.rows)(i, 1)});
        return table;
    }
    DataTable table{tr("%1: density").arg(generationWords(frame)),
                    {nameOf(0), nameOf(1), tr("density, generation 0"),
                     tr("density, generation %1").arg(frame.to->index)},
                    {}};
    const PlotFrame plot = frameOf({0, 0, 1, 1}, frame, options);
    constexpr int kColumns = 50, kRows = kTableCells / kColumns;
    for (int row = 0; row < kRows; ++row)
        for (int column = 0; column < kColumns; ++column) {
            const double x = plot.xRange().valueAt((column + 0.5) / kColumns);
            const double y = plot.yRange().valueAt((row + 0.5) / kRows);
            table.rows.push_back({x, y, densityAt(mixtureOf(m_origin.generation), x, y),
                                  densityAt(mixtureOf(frame.to), x, y)});
        }
    return table;
}

} // namespace hareloom::ui
