// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/RunCharts.h"

#include "ui/export/ChartAxes.h"
#include "ui/vitals/VariantLegend.h"
#include "ui/vitals/VitalFigure.h"

#include <QPainter>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr double kOverviewWidth = 480, kAboveLegend = 4;

std::vector<std::string> metricsOf(const LabSession& session, const ChartRequest& request)
{
    const GenerationPtr first = session.history().at(0, 0);
    if (request.metrics.empty())
        return chooseVitals(session.experiment(), first.get(), request.most);
    std::vector<std::string> wanted = request.metrics;
    const std::vector<std::string> there = offeredVitals(session.experiment(), first.get());
    std::erase_if(wanted, [&](const std::string& metric) {
        return std::find(there.begin(), there.end(), metric) == there.end();
    });
    wanted.resize(std::min(wanted.size(), request.most));
    return wanted;
}

} // namespace

std::shared_ptr<RunCharts> RunCharts::of(const LabSession& session, const TheoryCurve& theory,
                                         ChartRequest request)
{
    std::shared_ptr<RunCharts> charts(new RunCharts);
    setOrigin(charts->m_blank, session);
    charts->m_blank.offered.facts = false;
    for (const std::string& metric : metricsOf(session, request)) {
        VitalSeries& series = charts->m_series.emplace_back(metric, session.variants(), request.spread);
        series.update(session.history());
        std::vector<Prediction> curves;
        for (const Experiment& variant : session.variants())
            curves.push_back(theory ? theory(variant, metric).value_or(Prediction()) : Prediction());
        series.setTheory(std::move(curves));
        std::vector<PublishedCurve> beside = publishedOf(session.variants(), metric);
        if (const auto drawn = request.expected.find(metric); drawn != request.expected.end())
            beside.push_back(drawn->second);
        series.setPublished(std::move(beside));
    }
    charts->m_variables = std::move(request.variables);
    for (const Experiment& variant : session.variants()) {
        charts->m_titles << QString::fromStdString(variant.title);
        charts->m_lastGeneration = std::max(charts->m_lastGeneration, static_cast<int>(variant.generations));
    }
    return charts;
}

VitalChart RunCharts::chart(std::size_t index) const
{
    VitalChart chart;
    chart.series = &m_series[index];
    chart.variables = &m_variables;
    chart.lastGeneration = m_lastGeneration;
    chart.marksPosition = false;
    return chart;
}

Figure RunCharts::figure(std::size_t index, const QSizeF& size) const
{
    Figure figure = m_blank;
    figure.size = size;
    figure.paint = [self = shared_from_this(), index](QPainter& painter, const QRectF& area,
                                                      const FigureOptions& options) {
        paintVitalFigure(painter, area, {withAxes(self->chart(index), options)}, options.parts,
                         *options.theme);
    };
    figure.checkAxes = [self = shared_from_this(), index](const FigureOptions& options) {
        return checkAxesOf(self->chart(index), options);
    };
    figure.legend = shared_from_this();
    figure.legendPart = index;
    return figure;
}

double RunCharts::paintLegendOf(QPainter* painter, const QRectF& area, const std::vector<std::size_t>& parts,
                                const Theme& theme) const
{
    std::vector<const VitalSeries*> shown;
    for (const std::size_t index : parts)
        shown.push_back(&m_series[index]);
    return paintLegend(painter, area, vitalLegend(shown, theme, true), theme);
}

Figure RunCharts::overview(std::size_t count) const
{
    Figure figure = m_blank;
    figure.size = QSizeF(kOverviewWidth, usualHeight(count));
    figure.paint = [self = shared_from_this(), count](QPainter& painter, const QRectF& area,
                                                      const FigureOptions& options) {
        std::vector<VitalChart> charts;
        for (std::size_t i = 0; i < std::min(count, self->count()); ++i)
            charts.push_back(self->chart(i));
        paintVitalFigure(painter, area, std::move(charts), options.parts, *options.theme);
    };
    return figure;
}

Figure RunCharts::bareFigure(std::size_t index, const QSizeF& size) const
{
    Figure figure = m_blank;
    figure.size = size;
    figure.hasFooter = false;
    figure.paint = [self = shared_from_this(), index](QPainter& painter, const QRectF& area,
                                                      const FigureOptions& options) {
        self->chart(index).paint(painter, area.adjusted(0, 2, -2, 0), *options.theme);
    };
    return figure;
}

Figure RunCharts::legendFigure(const QSizeF& size) const
{
    Figure figure = m_blank;
    figure.size = size;
    figure.hasFooter = false;
    const auto marksOf = [self = shared_from_this()](const Theme& theme) {
        std::vector<const VitalSeries*> all;
        for (const VitalSeries& series : self->m_series)
            all.push_back(&series);
        std::vector<LegendMark> marks = vitalLegend(all, theme);
        std::erase_if(marks, [](const LegendMark& mark) {
            return mark.kind != LegendMark::Kind::Line && mark.kind != LegendMark::Kind::Band &&
                   mark.kind != LegendMark::Kind::Chain;
        });
        return marks;
    };
    const FontScaleScope asPrinted(1);
    const double needed =
        kAboveLegend + paintLegend(nullptr, QRectF(QPointF(), size), marksOf(lightTheme()), lightTheme());
    figure.size.setHeight(std::max(size.height(), needed));
    figure.paint = [marksOf](QPainter& painter, const QRectF& area, const FigureOptions& options) {
        paintLegend(&painter, area.adjusted(0, kAboveLegend, 0, 0), marksOf(*options.theme), *options.theme);
    };
    return figure;
}

QString RunCharts::name(std::size_t index) const
{
    return fileWord(m_series[index].metric());
}

QString fileWord(const std::string& metric)
{
    return QString::fromStdString(metric)
        .replace(QLatin1Char('['), QLatin1Char('-'))
        .remove(QLatin1Char(']'));
}

} // namespace hareloom::ui
