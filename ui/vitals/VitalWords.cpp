// SPDX-License-Identifier: GPL-3.0-or-later
// What a vital chart says in words and numbers.
#include "ui/vitals/VitalChart.h"

#include "core/metrics/Catalogue.h"
#include "core/metrics/MetricWords.h"
#include "ui/language/EngineSentence.h"
#include "ui/language/EngineWords.h"
#include "ui/language/Joining.h"
#include "ui/plot/MetricTitle.h"
#include "ui/plot/TheoryWords.h"
#include "ui/plot/ViewText.h"
#include "ui/theme/PlainWords.h"
#include "ui/vitals/PublishedName.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr int kReadDigits = 4;

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui::VitalChart", text);
}

/// What is said of one line of a chart.
struct LineWords
{
    Q_DECLARE_TR_FUNCTIONS(VitalLine)
};

double at(const std::vector<double>& values, int generation)
{
    const auto g = static_cast<std::size_t>(std::max(0, generation));
    return g < values.size() ? values[g] : std::nan("");
}

QString read(double value)
{
    return numberText(value, kReadDigits);
}

// A logarithmic axis has no place for 0: it is marked on the floor.
QString lineWords(const VitalLine& line, int generation, bool isLog)
{
    QString value = read(at(line.centre, generation));
    if (isLog && at(line.centre, generation) == 0)
        value = LineWords::tr("0 (▾ below the logarithmic axis)");
    QStringList words{line.chains > 1 ? LineWords::tr("median %1").arg(value) : value};
    if (!line.title.empty())
        words.front() = named(engineWords(EngineList::Preset, line.title), words.front());
    if (line.chains > 1)
        words << LineWords::tr("10–90% of chains %1 to %2")
                     .arg(read(at(line.low, generation)), read(at(line.high, generation)));
    if (const double theory = at(line.theory, generation); !std::isnan(theory))
        words << LineWords::tr("%1 %2").arg(theoryWords(line.theoryStatistic), read(theory));
    if (const double low = at(line.theoryLow, generation); !std::isnan(low))
        words << LineWords::tr("%1: %2 to %3")
                     .arg(theoryEdgeWords(), read(low), read(at(line.theoryHigh, generation)));
    if (!std::isnan(line.real))
        words << LineWords::tr("real data %1").arg(read(line.real));
    return phrases(words);
}

QStringList headersOf(const VitalLine& line, const QString& metric)
{
    const QString title = engineWords(EngineList::Preset, line.title);
    QStringList headers{line.chains > 1   ? LineWords::tr("median")
                        : title.isEmpty() ? metric
                                          : LineWords::tr("value")};
    if (line.chains > 1)
        headers << LineWords::tr("10% point") << LineWords::tr("90% point");
    if (!line.theory.empty())
        headers << theoryWords(line.theoryStatistic);
    if (!line.theoryLow.empty())
        headers << theoryEdgeHeads();
    if (!std::isnan(line.real))
        headers << LineWords::tr("real data");
    if (!title.isEmpty())
        for (QString& header : headers)
            header = named(title, header);
    return headers;
}

std::vector<double> rowOf(const VitalSeries& series, int generation)
{
    std::vector<double> row{double(generation)};
    for (const VitalLine& line : series.lines()) {
        row.push_back(at(line.centre, generation));
        if (line.chains > 1) {
            row.push_back(at(line.low, generation));
            row.push_back(at(line.high, generation));
        }
        if (!line.theory.empty())
            row.push_back(at(line.theory, generation));
        if (!line.theoryLow.empty()) {
            row.push_back(at(line.theoryLow, generation));
            row.push_back(at(line.theoryHigh, generation));
        }
        if (!std::isnan(line.real))
            row.push_back(line.real);
    }
    for (const PublishedCurve& curve : series.published())
        row.push_back(at(curve.values, generation));
    return row;
}

/// Of the marks under a pointer at this generation, each once.
QStringList changesAbout(const VitalSeries& series, int generation, int last)
{
    constexpr int kWidths = 100; // of a mark, in a chart
    QStringList words;
    for (const VitalLine& line : series.lines())
        for (const auto& [at, what] : line.changes) {
            const QString said =
                LineWords::tr("From generation %1 on, the run uses: %2").arg(at).arg(engineChanges(what));
            if (std::abs(at - generation) <= last / kWidths && !words.contains(said))
                words << said;
        }
    return words;
}

} // namespace

QString VitalChart::title() const
{
    return metricTitle(series->metric(), variables ? *variables : std::vector<std::string>());
}

QString VitalChart::heading() const
{
    const QString term = title();
    const MetricWords* words = findMetricWords(series->metric());
    const QString plain = words ? engineWords(EngineList::Metric, words->plain) : QString();
    return plain.isEmpty() || term.contains(plain, Qt::CaseInsensitive) ? term
                                                                        : tr("%1 · %2").arg(plain, term);
}

QString VitalChart::summary() const
{
    const VitalLine* line = chosenLine();
    if (!line || line->centre.empty())
        return tr("%1: nothing measured yet.").arg(title());
    const int told = shown >= 0 ? shown : static_cast<int>(std::lround(position));
    QStringList words{tr("%1 is %2 in generation %3; it was %4 in generation 0")
                          .arg(title(), numberText(at(line->centre, told)))
                          .arg(told)
                          .arg(numberText(line->centre.front()))};
    if (const double theory = at(line->theory, told); told > 0 && !std::isnan(theory))
        words
            << tr("theory expects a %1 of %2").arg(statisticWords(line->theoryStatistic), numberText(theory));
    if (!std::isnan(line->real))
        words << tr("the real data have %1").arg(numberText(line->real));
    return withFullStop(clauses(words));
}

DataTable VitalChart::table() const
{
    DataTable table;
    table.title = title();
    table.headers << tr("Generation");
    for (const VitalLine& line : series->lines())
        table.headers << headersOf(line, table.title);
    std::size_t count = series->measured();
    for (const PublishedCurve& curve : series->published()) {
        table.headers << publishedName(curve);
        count = std::max(count, curve.values.size());
    }
    if (hidesFuture)
        count = std::min(count, static_cast<std::size_t>(std::max(0.0, position)) + 1);
    for (std::size_t g = 0; g < count; ++g)
        table.rows.push_back(rowOf(*series, static_cast<int>(g)));
    return table;
}

QStringList VitalChart::readout(int generation) const
{
    QStringList words;
    for (const VitalLine& line : series->lines())
        words << lineWords(line, generation, verticalRange().isLog);
    words << changesAbout(*series, generation, lastGeneration);
    for (const PublishedCurve& curve : series->published())
        if (const double value = at(curve.values, generation); !std::isnan(value))
            words << tr("published %1 (%2, %3; %4)")
                         .arg(read(value), engineSentence(curve.source), engineSentence(curve.label),
                              engineSentence(curve.note));
    return words;
}

QString VitalChart::meaning() const
{
    const MetricWords* words = findMetricWords(series->metric());
    return words ? engineWords(EngineList::Metric, words->meaning) : QString();
}

QString VitalChart::definition() const
{
    QStringList lines{heading()};
    if (const QString words = meaning(); !words.isEmpty())
        lines << words;
    if (const MetricInfo* info = findMetric(series->metric()))
        lines << tr("Formula: %1").arg(engineWords(EngineList::Metric, info->equation))
              << tr("Source: %1").arg(engineWords(EngineList::Metric, info->source));
    for (const PublishedCurve& curve : series->published())
        lines << tr("Diamonds: %1, %2; %3.")
                     .arg(engineSentence(curve.source), engineSentence(curve.label),
                          engineSentence(curve.note));
    return folded(lines.join(QLatin1Char('\n')));
}

} // namespace hareloom::ui
