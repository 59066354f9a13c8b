// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/RunCharts.h"

#include "ui/vitals/VariantLegend.h"

#include <QPainter>

#include <algorithm>

namespace hareloom::ui {

std::shared_ptr<RunCharts> RunCharts::of(const LabSession& session, const TheoryCurve& theory,
                                         std::size_t most, std::vector<std::string> variables)
{
    std::shared_ptr<RunCharts> charts(new RunCharts);
    setOrigin(charts->m_blank, session);
    charts->m_variables = std::move(variables);
    charts->m_chains = static_cast<int>(std::max<std::int64_t>(1, session.experiment().chains));
    const GenerationPtr first = session.history().at(0, 0);
    for (const std::string& metric : chooseVitals(session.experiment(), first.get(), most)) {
        VitalSeries& series = charts->m_series.emplace_back(metric, session.variants());
        series.update(session.history());
        std::vector<Prediction> curves;
        for (const Experiment& variant : session.variants())
            curves.push_back(theory ? theory(variant, metric).value_or(Prediction()) : Prediction());
        series.setTheory(std::move(curves));
    }
    for (const Experiment& variant : session.variants()) {
        charts->m_titles << QString::fromStdString(variant.title);
        charts->m_lastGeneration = std::max(charts->m_lastGeneration, static_cast<int>(variant.generations));
    }
    return charts;
}

VitalChart RunCharts::chart(std::size_t index, double position, ChainIndex chain) const
{
    VitalChart chart;
    chart.series = &m_series[index];
    chart.variables = &m_variables;
    chart.position = position;
    chart.lastGeneration = m_lastGeneration;
    chart.variant = static_cast<std::size_t>(chain / m_chains);
    return chart;
}

Figure RunCharts::figure(std::size_t index, int position, ChainIndex chain, const QSizeF& size) const
{
    Figure figure = m_blank;
    figure.size = size;
    figure.paint = [self = shared_from_this(), index, position, chain](QPainter& painter, const QRectF& area,
                                                                       const Theme& theme) {
        const QRectF inner = area.adjusted(2 * kGrid, 2 * kGrid, -2 * kGrid, -kGrid);
        const double used = paintLegend(&painter, inner, vitalLegend({&self->m_series[index]}, theme), theme);
        self->chart(index, position, chain)
            .paint(painter, inner.adjusted(0, used > 0 ? used + kGrid : 0, 0, 0), theme);
    };
    return figure;
}

Figure RunCharts::bareFigure(std::size_t index, int position, ChainIndex chain, const QSizeF& size) const
{
    Figure figure = m_blank;
    figure.size = size;
    figure.hasFooter = false;
    figure.paint = [self = shared_from_this(), index, position, chain](QPainter& painter, const QRectF& area,
                                                                       const Theme& theme) {
        self->chart(index, position, chain).paint(painter, area.adjusted(0, 2, -2, 0), theme);
    };
    return figure;
}

Figure RunCharts::legendFigure(const QSizeF& size) const
{
    Figure figure = m_blank;
    figure.size = size;
    figure.hasFooter = false;
    figure.paint = [self = shared_from_this()](QPainter& painter, const QRectF& area, const Theme& theme) {
        std::vector<const VitalSeries*> all;
        for (const VitalSeries& series : self->m_series)
            all.push_back(&series);
        paintLegend(&painter, area.adjusted(0, 4, 0, 0), vitalLegend(all, theme), theme);
    };
    return figure;
}

QString RunCharts::name(std::size_t index) const
{
    return QString::fromStdString(m_series[index].metric())
        .replace(QLatin1Char('['), QLatin1Char('-'))
        .remove(QLatin1Char(']'));
}

} // namespace hareloom::ui
