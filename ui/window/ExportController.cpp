// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/ExportController.h"

#include "ui/export/ExportDialog.h"
#include "ui/export/RunCharts.h"
#include "ui/export/StageFigure.h"
#include "ui/mechanism/StepView.h"
#include "ui/stage/StageLook.h"
#include "ui/vitals/VitalFigure.h"
#include "ui/window/ComparisonController.h"
#include "ui/window/Laboratory.h"
#include "ui/window/ViewController.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr std::size_t kMostCharts = 12;

} // namespace

ExportController::ExportController(const Parts& parts, const Actions& actions)
    : QObject(&parts.window), m_parts(parts)
{
    connect(actions.exportStage, &QAction::triggered, this, [this] { ask(ExportWhat::CurrentChart); });
    connect(actions.exportVitals, &QAction::triggered, this, [this] { ask(ExportWhat::EveryChart); });
    connect(actions.exportMetrics, &QAction::triggered, this, [this] { ask(ExportWhat::WholeTable); });
    connect(actions.copyStage, &QAction::triggered, this, &ExportController::copyStage);
    connect(actions.copyVitals, &QAction::triggered, this, [this] { copyFigure(vitalsFigure()); });
}

bool ExportController::isThereToSee() const
{
    return m_parts.scene.stage() || m_parts.comparison.isOn();
}

void ExportController::ask(ExportWhat what)
{
    if (isThereToSee())
        askWith(material(m_parts.cursor.shown()), what);
}

void ExportController::exportChart(const Figure& figure, const QString& name)
{
    ExportMaterial one = material(m_parts.cursor.shown());
    const QString address = one.charts.front().figure.address;
    one.charts = {{name, figure}};
    one.charts.front().figure.address = address;
    one.at = {};
    one.hasChains = false;
    askWith(std::move(one), ExportWhat::CurrentChart);
}

void ExportController::askWith(ExportMaterial material, ExportWhat what)
{
    auto* dialog = new ExportDialog(std::move(material), what, &m_parts.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("export"));
    dialog->open();
}

ExportMaterial ExportController::material(int shown, Spread spread)
{
    const LabSession& session = m_parts.session;
    const ChainIndex chain = m_parts.scene.chain();
    ExportMaterial material;
    material.generations = m_parts.view.generationsToShow();
    material.at = [this](int generation, Spread other) { return this->material(generation, other); };
    material.hasChains = session.experiment().chains > 1 && !m_parts.comparison.isOn();
    material.values = names(chain, shown);
    material.charts = charts(shown, spread);
    setAddress(material.charts.front().figure, session, chain, shown); // looked for among all presets: once
    for (NamedFigure& chart : material.charts)
        chart.figure.address = material.charts.front().figure.address;
    if (m_parts.scene.stage())
        material.report = reportMaker(chain, shown);
    material.comparesSessions = !m_parts.comparison.others().empty();
    const ExpectedCurves& expected = m_parts.laboratory.vitals().expected();
    material.shownTable = [&session, choice = shownMetrics(chain), expected] {
        return metricsCsv(session, choice, expected);
    };
    material.table = [&session, expected] { return metricsCsv(session, {}, expected); };
    if (m_parts.scene.stage() && m_parts.scene.face().writesTexts())
        material.texts = [&session, chain](TextFormat format) { return textsOf(session, chain, format); };
    return material;
}

std::vector<NamedFigure> ExportController::charts(int shown, Spread spread)
{
    if (m_parts.comparison.isOn())
        return m_parts.comparison.figures(shown);
    const Figure stage = stageFigure(shown);
    std::vector<NamedFigure> charts{{tr("stage"), stage}};
    const auto run = RunCharts::of(m_parts.session, theoryOf,
                                   {{},
                                    kMostCharts,
                                    m_parts.scene.realData().variableNames,
                                    spread,
                                    m_parts.laboratory.vitals().expected()});
    for (std::size_t i = 0; i < run->count(); ++i)
        charts.push_back({run->name(i), run->figure(i, stage.size)});
    return charts;
}

NameValues ExportController::names(ChainIndex chain, int shown) const
{
    const Experiment& experiment = m_parts.session.experiment();
    NameValues values;
    values.title = QString::fromStdString(experiment.title);
    if (m_parts.session.variants().size() > 1)
        values.variant = QString::fromStdString(m_parts.session.experimentOf(chain).title);
    values.chain = chain;
    values.generation = shown;
    values.seed = experiment.seed;
    return values;
}

MetricsChoice ExportController::shownMetrics(ChainIndex chain) const
{
    const VitalsColumn& vitals = m_parts.laboratory.vitals();
    MetricsChoice choice;
    choice.chain = chain;
    for (int i = 0; i < vitals.chartCount(); ++i)
        choice.metrics.push_back(vitals.chartAt(static_cast<std::size_t>(i)).series->metric());
    return choice;
}

std::function<Report()> ExportController::reportMaker(ChainIndex chain, int shown)
{
    return [this, chain, shown] {
        const LabSession& session = m_parts.session;
        // In a comparison the cursor may stand beyond this chain.
        const int last = session.history().count(chain) - 1;
        QList<int> generations{0, std::min(shown, last), last};
        std::sort(generations.begin(), generations.end());
        generations.erase(std::unique(generations.begin(), generations.end()), generations.end());
        if (generations.size() < 3)
            generations = usualGenerations(session.history().count(chain));
        ReportRequest request{session,  chain,        generations, m_parts.look.options(),
                              theoryOf, markCollapse, {}};
        request.expected = m_parts.laboratory.vitals().expected();
        if (const auto made = readProvenance(session.recordingPath()))
            request.made = *made;
        request.beside = m_parts.comparison.others();
        return makeReport(request);
    };
}

void ExportController::copyFigure(const Figure& figure)
{
    if (isThereToSee())
        QGuiApplication::clipboard()->setMimeData(clipboardFigure(figure));
}

void ExportController::copyStage()
{
    const int shown = m_parts.cursor.shown();
    copyFigure(m_parts.comparison.isOn() ? m_parts.comparison.figures(shown).front().figure
                                         : stageFigure(shown));
}

Figure ExportController::stageFigure(int shown)
{
    const StageView& stage = m_parts.laboratory.stage();
    Figure figure = ui::stageFigure(m_parts.scene, shown, m_parts.look.options());
    setOrigin(figure, m_parts.session, m_parts.scene.chain());
    figure.size = QSizeF(std::clamp(stage.width(), 880, 1280), std::clamp(stage.height(), 440, 720));
    // What is seen is what is copied.
    if (const auto* step = m_parts.window.findChild<StepView*>();
        step && step->isVisible() && shown == m_parts.cursor.shown()) {
        figure.checkAxes = {};
        figure.paint = [&scene = m_parts.scene, moment = step->step(), clock = step->clock()](
                           QPainter& painter, const QRectF& area, const FigureOptions& look) {
            StepView::paintStep(painter, area, scene, moment, clock, *look.theme);
        };
    }
    return figure;
}

Figure ExportController::vitalsFigure()
{
    const VitalsColumn& vitals = m_parts.laboratory.vitals();
    Figure figure;
    setOrigin(figure, m_parts.session);
    figure.size = QSizeF(480, usualHeight(static_cast<std::size_t>(vitals.chartCount())));
    figure.paint = [&vitals](QPainter& painter, const QRectF& area, const FigureOptions& look) {
        std::vector<VitalChart> charts;
        for (int i = 0; i < vitals.chartCount(); ++i)
            charts.push_back(vitals.chartAt(static_cast<std::size_t>(i)));
        paintVitalFigure(painter, area, std::move(charts), look.parts, *look.theme);
    };
    return figure;
}

} // namespace hareloom::ui
