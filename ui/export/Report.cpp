// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/Report.h"

#include "core/recipe/Differences.h"
#include "core/recipe/ExperimentJson.h"
#include "core/recipe/Presets.h"
#include "ui/export/Happened.h"
#include "ui/export/MomentAddress.h"
#include "ui/export/ReportBeside.h"
#include "ui/export/ReportSources.h"
#include "ui/families/Faces.h"
#include "ui/language/EngineSentence.h"
#include "ui/language/EngineWords.h"
#include "ui/language/Joining.h"
#include "ui/plot/Ticks.h"
#include "ui/session/ChainName.h"
#include "ui/stage/Legend.h"
#include "ui/vitals/DifferenceRows.h"
#include "ui/vitals/PublishedName.h"
#include "ui/vitals/Replicates.h"
#include "ui/vitals/VariantLegend.h"

#include <QCoreApplication>
#include <QMap>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace hareloom::ui {

namespace {

constexpr QSizeF kStageSize(320, 200), kWideStageSize(960, 420), kChartSize(320, 124),
    kLegendSize(960, 28);                   // in HTML
constexpr QSizeF kChartLegendSize(800, 28); // at least; no wider than a printed page has room for
constexpr std::size_t kMostMetrics = 12, kMostCharts = 6, kRoomyVariants = 4, kLongestValue = 240;

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui", text);
}

QString words(const std::string& text)
{
    return QString::fromStdString(text);
}

/// The preset that a run was started from, as far as its title tells.
std::optional<Experiment> presetOf(const Experiment& experiment)
{
    for (const Preset& preset : presets())
        if (auto known = loadPreset(preset.id); known && known->title == experiment.title)
            return std::move(known).value();
    return std::nullopt;
}

bool isSetting(const ExperimentField& field)
{
    return field.path != "title" && field.path != "question" && field.path != "story";
}

void fillSettings(Report& report, const Experiment& experiment)
{
    const auto preset = presetOf(experiment);
    const Experiment defaults;
    for (const ExperimentField& field : experimentFields()) {
        if (!isSetting(field) || !field.applies(experiment))
            continue;
        ReportSetting setting;
        setting.label = engineSentence(settingLabel(field));
        setting.value = engineValue(field, courseText(field, experiment, kLongestValue));
        if (!field.unit.empty())
            setting.value = tr("%1 %2").arg(setting.value, engineWords(EngineList::Setting, field.unit));
        setting.isChanged = isChanged(field, experiment, defaults);
        if (preset && isChanged(field, experiment, *preset))
            setting.before = engineValue(field, valueText(field, *preset));
        report.settings.push_back(setting);
    }
    report.settingsNote = tr("Bold: not the default.");
    if (preset)
        report.settingsNote =
            inARow({report.settingsNote, tr("In brackets: the preset's value where it is another one.")});
}

void fillVariants(Report& report, const LabSession& session)
{
    std::vector<const Experiment*> variants;
    for (const Experiment& variant : session.variants())
        variants.push_back(&variant);
    if (variants.size() < 2)
        return;
    report.variants.header << tr("Setting");
    for (const Experiment* variant : variants)
        report.variants.header << engineWords(EngineList::Preset, variant->title);
    for (const DifferenceRow& row : differenceRows(variants))
        report.variants.rows << QStringList{row.label} + row.values;
}

std::shared_ptr<StageScene> sceneOf(const ReportRequest& request)
{
    auto scene = std::make_shared<StageScene>(request.session, faceOf);
    scene->setChain(request.chain);
    if (const auto real = RealRows::read(request.session, request.chain))
        scene->setRealData(*real);
    return scene;
}

Figure bareFigure(const ReportRequest& request, const QSizeF& size)
{
    Figure figure;
    setOrigin(figure, request.session);
    figure.size = size;
    figure.hasFooter = false; // the page says it once
    return figure;
}

/// A stage without axes shows pictures, which need room.
bool showsPictures(const ReportRequest& request, StageScene& scene)
{
    return !scene.plot(QRectF(QPointF(0, 0), kWideStageSize), request.generations.last(), request.options)
                .zooms;
}

QString legendWords(const QStringList& entries)
{
    return tr("Legend: %1.").arg(listed(entries));
}

/// Not where models write: their texts stand in the report whole.
void fillStages(Report& report, const ReportRequest& request, const std::shared_ptr<StageScene>& scene)
{
    if (!scene->stage() || scene->face().writesTexts())
        return;
    report.stageNote = chainName(request.session, request.chain);
    report.hasWideStages = showsPictures(request, *scene);
    const QSizeF size = report.hasWideStages ? kWideStageSize : kStageSize;
    for (const int g : request.generations) {
        ReportFigure stage{tr("Generation %1").arg(g), bareFigure(request, size),
                           scene->summary(g, request.options)};
        stage.figure.paint = [scene, g, options = request.options](QPainter& painter, const QRectF& area,
                                                                   const FigureOptions& look) {
            scene->paintBare(painter, area, g, options, *look.theme);
        };
        report.stages.push_back(std::move(stage));
    }
    QStringList entries;
    for (const LegendEntry& entry : scene->legend(request.generations.last(), request.options, lightTheme()))
        entries << entry.text;
    if (entries.isEmpty())
        return;
    report.legend = ReportFigure{{}, bareFigure(request, kLegendSize), legendWords(entries)};
    report.legend->figure.paint = [scene, g = request.generations.last(), options = request.options](
                                      QPainter& painter, const QRectF& area, const FigureOptions& look) {
        paintLegend(painter, area.topRight() + QPointF(-2 * kGrid, 4), area.width() - 2 * kGrid,
                    scene->legend(g, options, *look.theme), *look.theme);
    };
}

/// Whether one of the first charts knows what the real data have.
bool hasReal(const RunCharts& charts, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        if (!std::isnan(charts.series(i).lines().front().real))
            return true;
    return false;
}

/// Where the curves come from that stand beside the run's own.
QStringList curvesBeside(const std::vector<const VitalSeries*>& shown)
{
    QStringList sources;
    for (const VitalSeries* series : shown)
        for (const PublishedCurve& curve : series->published())
            sources << publishedName(curve);
    sources.removeDuplicates();
    return sources;
}

/// What a chart shows, of each variant.
QString seenIn(VitalChart chart, const QStringList& variants)
{
    QStringList sentences;
    for (std::size_t v = 0; v < chart.series->lines().size(); ++v) {
        chart.variant = v;
        chart.shown = std::max(0, static_cast<int>(chart.series->lines()[v].centre.size()) - 1);
        const QString summary = chart.summary();
        sentences << (variants.size() > 1 ? tr("%1: %2").arg(variants[static_cast<qsizetype>(v)], summary)
                                          : summary);
    }
    return inARow(sentences);
}

void fillCharts(Report& report, const ReportRequest& request, const RunCharts& charts)
{
    for (std::size_t i = 0; i < std::min(kMostCharts, charts.count()); ++i)
        report.charts.push_back(
            {{}, charts.bareFigure(i, kChartSize), seenIn(charts.chart(i), charts.variantTitles())});
    report.chartNote = tr("Dotted: generation 0.");
    std::vector<const VitalSeries*> shown;
    for (std::size_t i = 0; i < report.charts.size(); ++i)
        shown.push_back(&charts.series(i));
    if (const QStringList theory = theoryLegend(shown); !theory.isEmpty())
        report.chartNote = inARow({report.chartNote, tr("Dashed: %1.").arg(clauses(theory))});
    if (hasReal(charts, report.charts.size()))
        report.chartNote = inARow({report.chartNote, tr("Dash-dotted: the real data.")});
    if (const QStringList beside = curvesBeside(shown); !beside.isEmpty())
        report.chartNote = inARow({report.chartNote, tr("Diamonds: %1.").arg(clauses(beside))});
    if (request.session.experiment().chains > 1)
        report.chartNote = inARow(
            {report.chartNote, tr("Line: median over the chains; band: from their 10% to their 90% point.")});
    if (charts.variantTitles().size() < 2)
        return;
    report.chartLegend =
        ReportFigure{{}, charts.legendFigure(kChartLegendSize), legendWords(charts.variantTitles())};
}

QString valueAt(const VitalLine& line, int generation, int digits)
{
    const auto g = static_cast<std::size_t>(generation);
    return g < line.centre.size() ? numberText(line.centre[g], digits) : QStringLiteral("–");
}

// One variant: a column for each generation. Several: one for each of them, with where it came from and where
// it went.
QStringList metricCells(const ReportRequest& request, const std::vector<VitalLine>& lines)
{
    const int digits = lines.size() > kRoomyVariants ? 3 : 4;
    QStringList cells;
    if (lines.size() == 1)
        for (const int g : request.generations)
            cells << valueAt(lines.front(), g, digits);
    else
        for (const VitalLine& line : lines)
            cells << QStringLiteral("%1 → %2").arg(valueAt(line, request.generations.first(), digits),
                                                   valueAt(line, request.generations.last(), digits));
    return cells;
}

void fillMetrics(Report& report, const ReportRequest& request, const RunCharts& charts)
{
    const auto& variants = request.session.variants();
    const auto chains = request.session.experiment().chains;
    QStringList notes;
    const bool tellsReal = variants.size() == 1 && hasReal(charts, charts.count());
    report.metrics.header << tr("Metric");
    if (variants.size() > 1) {
        for (const Experiment& variant : variants)
            report.metrics.header << words(variant.title);
        notes << tr("From generation %1 to generation %2.")
                     .arg(request.generations.first())
                     .arg(request.generations.last());
    } else
        for (const int g : request.generations)
            report.metrics.header << tr("Generation %1").arg(g);
    if (tellsReal)
        report.metrics.header << tr("Real data");
    if (chains > 1)
        notes << tr("Medians over %1 chains.").arg(chains);
    const GenerationPtr first = request.session.history().at(0, 0);
    if (const auto offered = offeredVitals(request.session.experiment(), first.get()).size();
        offered > charts.count())
        notes << tr("The first %1 of %2 metrics; the others are in the table of all metrics.")
                     .arg(charts.count())
                     .arg(offered);
    report.metricsNote = inARow(notes);
    for (std::size_t i = 0; i < charts.count(); ++i) {
        const std::vector<VitalLine>& lines = charts.series(i).lines();
        QStringList cells = QStringList{charts.chart(i).title()} + metricCells(request, lines);
        if (tellsReal)
            cells << (std::isnan(lines.front().real) ? QStringLiteral("–")
                                                     : numberText(lines.front().real, 4));
        report.metrics.rows << cells;
    }
}

/// Of the last generation that every report shows.
void fillTests(Report& report, const ReportRequest& request, const RunCharts& charts)
{
    const auto& variants = request.session.variants();
    if (variants.size() < 2 || request.session.experiment().chains < 2)
        return;
    const int generation = request.generations.last();
    report.tests.header << tr("Metric") << tr("%1 (mean)").arg(words(variants.front().title));
    for (std::size_t v = 1; v < variants.size(); ++v)
        report.tests.header << words(variants[v].title);
    for (std::size_t i = 0; i < charts.count(); ++i) {
        const std::string& metric = charts.series(i).metric();
        const Replicates first{&request.session, 0};
        const std::vector<double> values = first.valuesAt(metric, generation);
        QStringList cells{charts.chart(i).title()};
        cells << (values.empty() ? QStringLiteral("–")
                                 : numberText(std::accumulate(values.begin(), values.end(), 0.0) /
                                              double(values.size())));
        bool isAny = false;
        for (std::size_t v = 1; v < variants.size(); ++v) {
            const auto found = differenceAt({&request.session, v}, first, metric, generation);
            cells << (found ? differenceWords(*found) : QStringLiteral("–"));
            isAny = isAny || found;
        }
        if (isAny && metric != "elapsedMs")
            report.tests.rows << cells;
    }
    if (!report.tests.rows.isEmpty())
        report.testsNote = inARow({tr("In generation %1.").arg(generation), differenceNote()});
}

void fillProvenance(Report& report, const ReportRequest& request)
{
    const auto add = [&](const QString& name, const QString& value) {
        report.provenance.rows << QStringList{name, value};
    };
    add(tr("Seed"), QString::number(request.session.experiment().seed));
    if (request.made) {
        add(tr("Made by"),
            tr("Hareloom %1 on %2").arg(words(request.made->version), words(request.made->device)));
        add(tr("Threads"), QString::number(request.made->threads));
        add(tr("Begun"), words(request.made->created));
    }
    add(tr("Report by"), QStringLiteral("Hareloom ") + QCoreApplication::applicationVersion());
}

/// Of one session: nothing leads to several.
QString addressIn(const ReportRequest& request)
{
    if (!request.beside.empty())
        return {};
    return momentAddress(request.session, request.chain, request.generations.last());
}

} // namespace

QList<int> usualGenerations(int count)
{
    QList<int> all{0, count / 2, count - 1};
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

Report makeReport(const ReportRequest& request)
{
    const Experiment& experiment = request.session.experiment();
    const auto scene = sceneOf(request);
    const auto charts =
        RunCharts::of(request.session, request.theory,
                      {{}, kMostMetrics, scene->realData().variableNames, Spread::Deciles, request.expected});
    Report report;
    report.title = experiment.title.empty() ? tr("Untitled experiment") : words(experiment.title);
    report.question = words(experiment.question);
    report.story = words(experiment.story);
    report.sources = sourcesOf(experiment, request.made ? words(request.made->version)
                                                        : QCoreApplication::applicationVersion());
    report.origin = figureOrigin(experiment);
    report.experiment = QByteArray::fromStdString(toText(experiment));
    fillSettings(report, experiment);
    fillVariants(report, request.session);
    fillStages(report, request, scene);
    report.writings = faceOf(request.session.experimentOf(request.chain).family)
                          .writingsOf(request.session.history(), request.chain, request.generations);
    fillCharts(report, request, *charts);
    fillMetrics(report, request, *charts);
    fillTests(report, request, *charts);
    report.happenedNote = request.marker && hasCollapseMarks(experiment) ? collapseNote() : QString();
    if (experiment.chains > 1)
        report.happenedNote = inARow({tr("Values are medians over the chains."), report.happenedNote});
    report.happened = toldOf(request.session, scene->realData().names) +
                      whatHappened(request.session, *charts, request.marker);
    fillBeside(report, request);
    fillProvenance(report, request);
    report.address = addressIn(request);
    return report;
}

} // namespace hareloom::ui
