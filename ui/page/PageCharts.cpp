// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/PageCharts.h"

#include "ui/compare/OverlayChart.h"
#include "ui/language/EngineSentence.h"
#include "ui/plot/TheoryWords.h"
#include "ui/vitals/PublishedName.h"
#include "ui/vitals/VariantLegend.h"
#include "ui/vitals/VitalChart.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace hareloom::ui {

namespace {

constexpr double kTheoryPen = 1.6; // pixels, of resources/page/page.css

/// Exact: the shortest digits that read back to the same number.
QJsonValue exact(double value)
{
    if (std::isinf(value))
        return value > 0 ? QStringLiteral("Infinity") : QStringLiteral("-Infinity");
    return std::isnan(value) ? QJsonValue() : QJsonValue(value);
}

QJsonArray at(const std::vector<double>& values, const PageStops& stops)
{
    QJsonArray array;
    for (const int g : stops.generations) {
        if (static_cast<std::size_t>(g) >= values.size())
            break;
        array << exact(values[static_cast<std::size_t>(g)]);
    }
    return array;
}

std::size_t variantOf(const PageColumn& column)
{
    return static_cast<std::size_t>(column.chain /
                                    std::max<std::int64_t>(1, column.session->experiment().chains));
}

QJsonObject lineOf(const VitalLine& line, const PageStops& stops)
{
    QJsonObject object{{"values", at(line.own(line.centre), stops)}, {"chains", line.chains}};
    if (line.hasBand()) {
        object["low"] = at(line.own(line.low), stops);
        object["high"] = at(line.own(line.high), stops);
    }
    if (!line.theory.empty()) {
        object["theory"] = at(line.theory, stops);
        object["theoryName"] = theoryWords(line.theoryStatistic);
        QJsonArray dashes;
        for (const qreal dash : theoryDashes(line.theoryStatistic))
            dashes << dash * kTheoryPen;
        object["theoryDashes"] = dashes;
    }
    if (!line.theoryLow.empty()) {
        object["theoryEdge"] = theoryEdgeWords();
        object["theoryEdgeHeads"] = QJsonArray::fromStringList(theoryEdgeHeads());
        object["theoryLow"] = at(line.theoryLow, stops);
        object["theoryHigh"] = at(line.theoryHigh, stops);
    }
    if (!std::isnan(line.real))
        object["real"] = exact(line.real);
    QJsonArray changes;
    for (const auto& [generation, words] : line.changes)
        changes << QJsonArray{generation, engineChanges(words)};
    if (!changes.isEmpty())
        object["changes"] = changes;
    return object;
}

/// The series of one metric in every session, each read once.
class SeriesOfMetric
{
public:
    explicit SeriesOfMetric(std::string metric) : m_metric(std::move(metric)) {}

    const VitalSeries& of(const LabSession& session)
    {
        if (const auto known = m_series.find(&session); known != m_series.end())
            return known->second;
        VitalSeries& series =
            m_series.emplace(&session, VitalSeries(m_metric, session.variants())).first->second;
        series.update(session.history());
        std::vector<Prediction> curves;
        for (const Experiment& variant : session.variants())
            curves.push_back(theoryOf(variant, m_metric).value_or(Prediction()));
        series.setTheory(std::move(curves));
        series.setPublished(publishedOf(session.variants(), m_metric));
        return series;
    }

private:
    std::string m_metric;
    std::map<const LabSession*, VitalSeries> m_series;
};

/// Whether the page shows all that the window's chart of this session would.
bool showsAll(const PageRequest& request)
{
    const LabSession& session = *request.columns.front().session;
    return request.columns.size() == session.variants().size() &&
           std::all_of(request.columns.begin(), request.columns.end(),
                       [&](const PageColumn& column) { return column.session == &session; });
}

AxisRange rangeOf(const PageRequest& request, const VitalChart& chart,
                  const std::vector<const VitalLine*>& lines)
{
    if (showsAll(request))
        return chart.verticalRange();
    OverlayChart overlay;
    overlay.metric = chart.series->metric();
    for (const VitalLine* line : lines) {
        overlay.lines.push_back(line->own(line->centre));
        overlay.bands.push_back(line->hasBand() ? OverlayBand{line->low, line->high} : OverlayBand());
    }
    return overlay.range();
}

QJsonObject chartOf(const std::string& metric, const PageRequest& request, const PageStops& stops,
                    const std::vector<std::string>& variables)
{
    SeriesOfMetric all(metric);
    std::vector<const VitalLine*> lines;
    QJsonArray drawn;
    for (const PageColumn& column : request.columns) {
        lines.push_back(&all.of(*column.session).lines()[variantOf(column)]);
        drawn << lineOf(*lines.back(), stops);
    }
    VitalChart chart;
    chart.series = &all.of(*request.columns.front().session);
    chart.variables = &variables;
    const AxisRange range = rangeOf(request, chart, lines);
    QJsonArray published;
    for (const PublishedCurve& curve : chart.series->published())
        published << QJsonObject{{"label", publishedName(curve)}, {"values", at(curve.values, stops)}};
    return {{"metric", QString::fromStdString(metric)},
            {"title", chart.title()},
            {"heading", chart.heading()},
            {"meaning", chart.meaning()},
            {"range", QJsonArray{range.low, range.high}},
            {"isLog", range.isLog},
            {"lines", drawn},
            {"published", published}};
}

/// Those that every column has measured.
std::vector<std::string> metricsOf(const PageRequest& request)
{
    const PageColumn& first = request.columns.front();
    std::vector<std::string> metrics = request.metrics;
    const auto generation = [](const PageColumn& column) {
        return column.session->history().at(column.chain, 0);
    };
    if (metrics.empty())
        metrics = chooseVitals(first.session->experiment(), generation(first).get(), kMostPageCharts);
    for (const PageColumn& column : request.columns) {
        const auto there = offeredVitals(column.session->experiment(), generation(column).get());
        std::erase_if(metrics, [&](const std::string& metric) {
            return std::find(there.begin(), there.end(), metric) == there.end();
        });
    }
    metrics.resize(std::min(metrics.size(), kMostPageCharts));
    return metrics;
}

} // namespace

QJsonArray chartsOf(const PageRequest& request, const PageStops& stops,
                    const std::vector<std::string>& variables, PageSteps& steps)
{
    QJsonArray charts;
    for (const std::string& metric : metricsOf(request)) {
        charts << chartOf(metric, request, stops, variables);
        if (!steps.next())
            break;
    }
    return charts;
}

} // namespace hareloom::ui
