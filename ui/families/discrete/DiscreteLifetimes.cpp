// SPDX-License-Identifier: GPL-3.0-or-later
// DiscreteStage: how long states live, against how often the real data have them.
#include "ui/families/discrete/DiscreteStage.h"
#include "ui/plot/TheoryWords.h"
#include "ui/theme/OkLab.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr double kDot = 3;
constexpr int kLineSteps = 120;
constexpr double kReach = 14; // pixels from a dot in which it is read

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui::DiscreteStage", text);
}

/// Of all states, so that the axes stay as the chain goes on.
struct LifeAxes
{
    AxisRange count, lived;

    LifeAxes(const std::vector<StateLifetimes::Life>& lives, double generations)
    {
        double least = lives.front().count, most = least;
        for (const auto& life : lives) {
            least = std::min(least, life.count);
            most = std::max(most, life.count);
        }
        count = paddedLog(least, most, 0.04);
        lived = paddedLog(0.5, generations + 1, 0.04);
    }
};

QString countTitle()
{
    return QCoreApplication::translate("hareloom::ui::DiscreteStage",
                                       "expected count in a generation of real rows");
}

QString lifetimeTitle()
{
    return QCoreApplication::translate("hareloom::ui::DiscreteStage", "lifetime, generations");
}

PlotFrame frameOf(const QRectF& inner, const LifeAxes& axes)
{
    return {
        inner,
        {axes.count, countTitle(), niceTicks(axes.count, static_cast<int>(inner.width() / scaled(72)))},
        {axes.lived, lifetimeTitle(), niceTicks(axes.lived, static_cast<int>(inner.height() / scaled(40)))}};
}

} // namespace

void DiscreteStage::paintLifetimes(QPainter& painter, const QRectF& area, const StageFrame& frame,
                                   const Theme& theme) const
{
    const auto lives = m_lifetimes.at(frame);
    if (lives.empty())
        return;
    const LifeAxes axes(lives, double(m_origin.experiment.generations));
    const PlotFrame plot = frameOf(insideOf(area), axes);
    plot.paintGrid(painter, theme);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(plot.area().adjusted(-kDot, -kDot, kDot, kDot));
    for (const auto& life : lives) {
        if (life.lived <= 0)
            continue;
        const QPointF at = plot.at(life.count, life.lived);
        // Hollow: one of the chains has it still, so that it lives longer than is seen.
        painter.setPen(QPen(theme.generation(frame.share), 1.2));
        painter.setBrush(life.alive > 0 ? QBrush(theme.surface) : QBrush(theme.generation(frame.share)));
        painter.drawEllipse(at, kDot, kDot);
    }
    QPolygonF line;
    for (int i = 0; i <= kLineSteps; ++i) {
        const double count = axes.count.valueAt(double(i) / kLineSteps);
        if (const double lived = m_lifetimes.expected(count, frame.to->index); lived > 0)
            line << plot.at(count, lived);
    }
    painter.setPen(QPen(theme.text, 1.6, Qt::DashLine, Qt::FlatCap));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(line);
    painter.restore();
    plot.paintAxes(painter, theme);
}

std::vector<LegendEntry> DiscreteStage::lifetimesLegend(const StageFrame& frame, const Theme& theme) const
{
    const auto lives = m_lifetimes.at(frame);
    std::vector<LegendEntry> entries{
        {LegendEntry::Mark::Dot, theme.generation(frame.share), tr("a state that all chains have lost")},
        {LegendEntry::Mark::Hollow, theme.generation(frame.share), tr("some chain has it still")}};
    if (!lives.empty() && m_lifetimes.expected(lives.front().count, frame.to->index) > 0)
        entries.push_back({LegendEntry::Mark::Dash, theme.text, theoryWords(Statistic::Mean)});
    return entries;
}

std::optional<StageReading> DiscreteStage::readLifetime(const QPointF& at, const QRectF& area,
                                                        const StageFrame& frame) const
{
    const auto lives = m_lifetimes.at(frame);
    if (lives.empty())
        return std::nullopt;
    const PlotFrame plot = frameOf(insideOf(area), LifeAxes(lives, double(m_origin.experiment.generations)));
    const auto distance = [&](const StateLifetimes::Life& life) {
        const QPointF apart = plot.at(life.count, std::max(life.lived, plot.yRange().low)) - at;
        return std::hypot(apart.x(), apart.y());
    };
    const auto nearest = std::min_element(
        lives.begin(), lives.end(), [&](const auto& a, const auto& b) { return distance(a) < distance(b); });
    if (distance(*nearest) > kReach)
        return std::nullopt;
    StageReading reading{plot.at(nearest->count, std::max(nearest->lived, plot.yRange().low)),
                         Qt::Vertical | Qt::Horizontal,
                         {kReach, kReach},
                         m_names.called(nearest->state),
                         {}};
    reading.values = {
        {countTitle(), numberText(nearest->count)},
        {lifetimeTitle(), numberText(nearest->lived)},
        {tr("chains that have it still"), tr("%1 of %2").arg(nearest->alive).arg(m_lifetimes.chains(frame))}};
    if (const double lived = m_lifetimes.expected(nearest->count, frame.to->index); lived > 0)
        reading.values.push_back({theoryWords(Statistic::Mean), numberText(lived)});
    return reading;
}

DataTable DiscreteStage::lifetimesTable(const StageFrame& frame) const
{
    DataTable table{tr("%1: lifetimes of states").arg(generationWords(frame)),
                    {tr("state"), countTitle(), lifetimeTitle(), tr("chains that have it still"),
                     theoryWords(Statistic::Mean)},
                    {}};
    for (const auto& life : m_lifetimes.at(frame)) {
        if (m_names.areWords())
            table.names << m_names.of(life.state);
        table.rows.push_back({double(life.state + 1), life.count, life.lived, double(life.alive),
                              m_lifetimes.expected(life.count, frame.to->index)});
    }
    return table;
}

} // namespace hareloom::ui
